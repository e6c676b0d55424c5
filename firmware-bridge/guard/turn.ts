/**
 * Events that reach the guard, effects that it asks for, and the turn in which one becomes the other. Time, ids and
 * randomness arrive as data; effects are data too, each carried out under its own guard by the bench runner.
 */
import type { Actor } from '../contract/actor.ts';
import type { DeviceIdentity, Problem } from '../contract/bench-status.ts';
import type { EvidenceItem } from '../contract/evidence.ts';
import type { Confirmation, Facts, Order, OrderResult } from '../contract/uplink.ts';
import { knownOf } from './restore-state.ts';
import type { RigMessage, StopAnswer } from '../wire/rig-message.ts';
import type { BenchState, Elsewhere, KeptLatch } from './state.ts';

export type GuardEvent = { readonly nowMs: number; readonly wallMs: number } & (
  /** `path`: where the port was found; left out, where it is configured. */
  | { readonly kind: 'port-opened'; readonly path?: string }
  | { readonly kind: 'port-closed'; readonly problem: Problem | null }
  | { readonly kind: 'port-waiting'; readonly problem: Problem | null; readonly nextTryAtMs: number; readonly attempts: number }
  | { readonly kind: 'line'; readonly session: string; readonly n: number; readonly message: RigMessage }
  | { readonly kind: 'corrupt'; readonly why: string }
  | { readonly kind: 'tick'; readonly sleptMs: number }
  | { readonly kind: 'stop-written'; readonly stopId: string; readonly ok: boolean }
  | { readonly kind: 'wiring-used'; readonly step: number; readonly ok: boolean; readonly why: string }
  /** The answer to a stop, heard on the second port. */
  | { readonly kind: 'side-answer'; readonly answer: StopAnswer }
  | { readonly kind: 'wiring-health'; readonly problem: Problem | null; readonly opened: number | null }
  | { readonly kind: 'facts'; readonly facts: Facts; readonly ageMs: number | null }
  /** Only ever from the control socket of the bench PC. */
  | { readonly kind: 'confirm-database'; readonly confirmation: Confirmation }
  | { readonly kind: 'order'; readonly order: Order; readonly ageMs: number }
  | { readonly kind: 'record-health'; readonly canRecord: boolean; readonly problem?: Problem | null }
  | { readonly kind: 'elsewhere'; readonly elsewhere: Elsewhere }
  | { readonly kind: 'fault'; readonly what: string }
  /** The service is going down: nothing new is permitted, what is in `critical` may finish. */
  | { readonly kind: 'closing' }
);

export type Effect =
  /** Writes nothing: from here on no grant or renewal leaves, also none that already waits. */
  | { readonly do: 'drop-permit' }
  /** One write: stop byte, LF, STOP line. */
  | { readonly do: 'stop-restore'; readonly stopId: string; readonly bytes: string }
  /** Rung 3: one declared step; `bytes` for the second port, null where a wire is switched. */
  | { readonly do: 'use-wiring'; readonly step: number; readonly stopId: string; readonly bytes: string | null }
  /** A reset: these steps give back what they took. */
  | { readonly do: 'release-wiring'; readonly steps: readonly number[] }
  | { readonly do: 'warn-committed' }
  /** The stop byte of a drill, on the way of a real one. */
  | { readonly do: 'strike-drill'; readonly drillId: string; readonly bytes: string }
  | { readonly do: 'write-line'; readonly line: string; readonly permits: boolean }
  | { readonly do: 'record'; readonly item: EvidenceItem; readonly actor: Actor }
  | { readonly do: 'keep-latch'; readonly kept: KeptLatch }
  | { readonly do: 'answer-order'; readonly result: OrderResult }
  | { readonly do: 'reopen-port' };

/** One step in the making. Handlers replace `state` and push effects in the order in which they must happen. */
export interface Turn {
  state: BenchState;
  readonly effects: Effect[];
  readonly nowMs: number;
  readonly wallMs: number;
}

export const isoOf = (turn: Turn): string => new Date(turn.wallMs).toISOString();

export function put(turn: Turn, patch: Partial<BenchState>): void {
  turn.state = { ...turn.state, ...patch };
}

export function putLink(turn: Turn, patch: Partial<BenchState['link']>): void {
  turn.state = { ...turn.state, link: { ...turn.state.link, ...patch } };
}

export const rigActor = (state: BenchState): Actor => ({ kind: 'rig', name: state.rig?.serial ?? state.setup.bench });
export const bridgeActor = (state: BenchState): Actor => ({ kind: 'bridge', name: state.setup.hostName });

export function record(turn: Turn, item: EvidenceItem, actor: Actor = bridgeActor(turn.state)): void {
  turn.effects.push({ do: 'record', item, actor });
}

/** Changes the mode and says so; the only place that writes `mode`. */
export function enter(turn: Turn, mode: BenchState['mode']): void {
  const from = turn.state.mode;
  if (from === mode) return;
  put(turn, { mode });
  record(turn, { kind: 'mode-changed', body: { from, to: mode } });
}

/** The device of a restore: the one that is seated, else what was kept of it over a restart. */
export function deviceOf(state: BenchState, restoreId: string | null): DeviceIdentity | null {
  const inRestore = state.restore !== null && state.restore.id === restoreId ? state.restore.device : null;
  return state.device?.value ?? inRestore ?? (state.known !== null && state.known.id === restoreId ? state.known.device : null);
}

/** Writes the latch file's content: the trip and what must be known of the running restore after a restart. */
export function keepLatch(turn: Turn): void {
  const { trip, restore, known, failures, database, remeasures } = turn.state;
  const asked = remeasures.filter((one) => !one.isDone).map((one) => one.device);
  turn.effects.push({
    do: 'keep-latch',
    kept: {
      v: 1,
      trip: trip?.trip ?? null,
      ...(failures.length === 0 ? {} : { failures }),
      restore: restore === null ? known : knownOf(restore, deviceOf(turn.state, restore.id)),
      service: turn.state.drills.kept,
      ...(database === null ? {} : { database }),
      ...(asked.length === 0 ? {} : { remeasure: asked }),
    },
  });
}
