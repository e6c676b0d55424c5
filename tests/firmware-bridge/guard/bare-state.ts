/** States made by hand, for questions that the guard asks of a state and not of a history: nothing is known but what a test says. */
import type { Receipt } from '../../../firmware-bridge/contract/receipt.ts';
import type { Trip } from '../../../firmware-bridge/contract/trip.ts';
import { restoreFrom, type RestoreState } from '../../../firmware-bridge/guard/restore-state.ts';
import { initialState, type BenchState, type TripState } from '../../../firmware-bridge/guard/state.ts';
import type { Effect, Turn } from '../../../firmware-bridge/guard/turn.ts';
import type { EvidenceItem } from '../../../firmware-bridge/contract/evidence.ts';
import type { Heartbeat } from '../../../firmware-bridge/wire/rig-message.ts';
import { RESTORE, SETUP, WALL_MS } from './bench-script.ts';

export const NOW = 100_000;
const AT_ISO = new Date(WALL_MS).toISOString();

/** A restore of which only the id is known. */
export const BARE_RESTORE: RestoreState = restoreFrom(RESTORE, null, null);
export const restoreWith = (more: Partial<RestoreState>): RestoreState => ({ ...BARE_RESTORE, ...more });

export const stateWith = (more: Partial<BenchState>): BenchState => ({ ...initialState(SETUP, null), ...more });

/** With a line that is open and a session that lives. */
export function liveState(more: Partial<BenchState> = {}): BenchState {
  const bare = stateWith({});
  return { ...bare, link: { ...bare.link, open: true, session: 'A1B20007', nonce: 'A1B2' }, everHeard: true, beat: beatOf({}), mode: 'inhibited', ...more };
}

export const beatOf = (more: Partial<Heartbeat>): Heartbeat =>
  ({ verb: 'HB', tMs: 90_000, ack: 0, seated: true, phase: 'verify', zone: 'safe', restore: null, gate: 'none', permit: 'none', latch: null, estop: false, ...more });

export const ID = '5C1E77A90001';

/** A stop that was written a moment ago and is not answered yet. */
export function tripWith(trip: Partial<Trip> = {}, receipt: Partial<Receipt> = {}, more: Partial<TripState> = {}): TripState {
  return {
    trip: {
      id: ID, atIso: AT_ISO, restoreId: RESTORE, phase: 'verify', zone: 'safe', causes: [{ code: 'stop-button', params: {}, atIso: AT_ISO, cleared: false }],
      inDoubt: false, outcome: 'unknown', eraseArmed: false, dataAtStake: false, beforePointMs: null, operator: 'nothing', recovered: false, ...trip,
      receipt: {
        stopId: ID, writtenAfterUs: null, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: 'none', answerPhase: null, answerZone: null,
        rigTMs: null, rung: 1, writes: 1, state: 'pending', witness: 'rig-only', ...receipt,
      },
    },
    requestedAtMs: NOW - 10, lastWriteAtMs: NOW - 10, stopWanted: false, waitsFromMs: null, ladderFrom: 0, answerTMs: null, alsoStopped: null, call: 'nothing',
    actor: { kind: 'bridge', name: 'host' }, ...more,
  };
}

export const turnOf = (state: BenchState, nowMs = NOW): Turn => ({ state, effects: [], nowMs, wallMs: WALL_MS + nowMs });

export const did = (turn: { readonly effects: readonly Effect[] }): readonly Effect['do'][] => turn.effects.map((effect) => effect.do);
export const recordsOf = (turn: { readonly effects: readonly Effect[] }): readonly EvidenceItem[] => turn.effects.flatMap((effect) => (effect.do === 'record' ? [effect.item] : []));
