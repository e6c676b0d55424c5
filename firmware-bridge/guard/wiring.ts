/**
 * Rung 3 of the ladder: the second port and the wires that the configuration of this rig declares, one after the other.
 * A switched wire is not arbitrated by the rig. So none is switched in `committed`, while in doubt, or unseen.
 */
import type { Problem } from '../contract/bench-status.ts';
import type { WireUse, Wire } from '../contract/receipt.ts';
import { stopBytes } from '../wire/host-line.ts';
import { nextNumber } from '../wire/sequence.ts';
import type { BenchState, TripState } from './state.ts';
import { changeReceipt, microsAfter, reportReceipt } from './trip.ts';
import { keepLatch, put, putLink, record, type Turn } from './turn.ts';
import { stepsToGiveBack, switchedOff } from './wire-uses.ts';
import { ZONE_OF_PHASE } from './zone.ts';

const LINES_OF_THE_PORT: ReadonlySet<Wire> = new Set(['break', 'dtr', 'rts']);

/**
 * True when a cut could meet a restore that has crossed unseen: nothing heard in this run, a permit out since the last
 * report, a heartbeat that claims `committed`, or a restore that had a permit and is not seen now to be without one.
 */
export function isUnseen(state: BenchState): boolean {
  const { beat, restore, known } = state;
  if (state.inDoubt || !state.everHeard) return true;
  // Half a claim counts here: phase and zone need not agree for a wire to do harm.
  if (beat !== null && (beat.zone === 'committed' || ZONE_OF_PHASE[beat.phase] === 'committed')) return true;
  if ((restore?.permitted ?? known?.permitted ?? null) === null) return false;
  // However fresh a report is: with its permit the rig may have crossed a moment later. The lease ends by itself within half a second.
  return beat === null || beat.permit !== 'none';
}

/** The place of the next step that may be used now, or null: then it is a person's turn. */
function nextStep(state: BenchState, current: TripState): number | null {
  if (state.zone === 'committed') return null;
  const used = current.trip.receipt.wiring ?? [];
  const at = (state.setup.wiring ?? []).findIndex(({ by }, step) => {
    if (used.some((use) => use.step === step)) return false;
    if (by === 'second-port') return isHeardOrAsked(state, current);
    return !isUnseen(state) && (state.link.open || !LINES_OF_THE_PORT.has(by));
  });
  return at === -1 ? null : at;
}

/** The second port obeys the same rule as the first: no stop for a link cause before the first report, a person's always. */
function isHeardOrAsked(state: BenchState, { trip }: TripState): boolean {
  return trip.receipt.writes > 0 || trip.causes.some((cause) => cause.code === 'operator-stop') || state.beat !== null;
}

/** Uses the next declared step; false when there is none, or none that may be used now. */
export function useWiring(turn: Turn): boolean {
  const current = turn.state.trip;
  if (current === null) return false;
  const at = nextStep(turn.state, current);
  const step = at === null ? undefined : turn.state.setup.wiring?.[at];
  if (at === null || step === undefined) return false;
  const { stopId, wiring = [], state, rung } = current.trip.receipt;
  turn.effects.push({ do: 'use-wiring', step: at, stopId, bytes: step.by === 'second-port' ? stopForSecondPort(turn, current) : null });
  put(turn, { trip: { ...current, requestedAtMs: current.requestedAtMs ?? turn.nowMs, lastWriteAtMs: turn.nowMs } });
  const use: WireUse = { step: at, by: step.by, cuts: step.cuts, afterUs: microsAfter(current, turn.nowMs), state: 'asked' };
  // A person who was called already stays called: what is used this late does not take the call back.
  const called = state === 'not-confirmed';
  changeReceipt(turn, { wiring: [...wiring, use], rung: called ? rung : 3, state: called ? state : 'pending' });
  reportReceipt(turn);
  keepLatch(turn);
  return true;
}

function stopForSecondPort(turn: Turn, current: TripState): string {
  const { link } = turn.state;
  const n = nextNumber(link.txN);
  putLink(turn, { txN: n });
  return stopBytes(link.session ?? '00000000', n, current.trip.receipt.stopId, current.trip.causes[0]?.code ?? 'operator-stop');
}

/** What the wire did. A wire that fails is noted, and the ladder goes on at once; true when it must go on. */
export function noteWiring(turn: Turn, step: number, ok: boolean, why: string): boolean {
  const receipt = turn.state.trip?.trip.receipt;
  const use = receipt?.wiring?.find((one) => one.step === step);
  if (receipt === undefined || use === undefined || use.state === 'released') return false;
  const wiring = (receipt.wiring ?? []).map((one): WireUse => (one === use ? { ...use, state: ok ? 'on' : 'failed' } : one));
  changeReceipt(turn, { wiring });
  if (!ok) record(turn, { kind: 'note', body: { code: 'wiring-failed', params: { by: use.by, cuts: use.cuts ?? 'nothing', why } } });
  reportReceipt(turn);
  keepLatch(turn);
  return !ok && use.state === 'asked' && receipt.state === 'pending' && receipt.answer === 'none';
}

/** The port opened anew raises its lines: what was cut by one of them is cut again, except in `committed`. */
export function holdWiring(turn: Turn): void {
  const { trip, zone } = turn.state;
  if (trip === null || zone === 'committed') return;
  for (const use of switchedOff(trip.trip)) {
    if (LINES_OF_THE_PORT.has(use.by)) turn.effects.push({ do: 'use-wiring', step: use.step, stopId: trip.trip.receipt.stopId, bytes: null });
  }
}

/** Drives every line back, one that failed too. Only a reset does this. */
export function releaseWiring(turn: Turn): void {
  const steps = stepsToGiveBack(turn.state);
  if (steps.length === 0) return;
  turn.effects.push({ do: 'release-wiring', steps });
  const { wiring } = turn.state.trip?.trip.receipt ?? {};
  if (wiring !== undefined) changeReceipt(turn, { wiring: wiring.map((use) => (use.cuts !== null && steps.includes(use.step) ? { ...use, state: 'released' as const } : use)) });
}

/** A port beside the line went away or came back. A relay that comes back may have forgotten what it cut. */
export function takeWiringHealth(turn: Turn, problem: Problem | null, opened: number | null): void {
  const before = turn.state.wireProblem;
  if (problem !== null && before?.params['path'] !== problem.params['path']) record(turn, { kind: 'problem-raised', body: problem });
  put(turn, { wireProblem: problem });
  const { trip, zone } = turn.state;
  if (trip === null || opened === null || zone === 'committed') return;
  if (switchedOff(trip.trip).some((use) => use.step === opened && use.by === 'relay')) {
    turn.effects.push({ do: 'use-wiring', step: opened, stopId: trip.trip.receipt.stopId, bytes: null });
  }
}
