/**
 * Tripping: the one path that every door takes (rule, button, interface, keyboard). The first cause stays first. Outside
 * established `committed` the permit is dropped first and the stop is written second; nothing may come before them.
 */
import type { Actor } from '../contract/actor.ts';
import { CAUSES, isPersonCause, type CauseCode } from '../contract/causes.ts';
import type { Cause, Params, Trip } from '../contract/trip.ts';
import { stopBytes } from '../wire/host-line.ts';
import { nextNumber } from '../wire/sequence.ts';
import { hex } from '../wire/frame.ts';
import { isIrreplaceable } from './irreplaceable.ts';
import { outcomeOf } from './outcome.ts';
import type { BenchState, TripState } from './state.ts';
import { wiringOfNewRound } from './wire-uses.ts';
import { bridgeActor, deviceOf, enter, isoOf, keepLatch, put, putLink, record, type Turn } from './turn.ts';

const CAUSES_MAX = 16;
/** Causes that trip although no restore is open: a person's own stop, and a rig that is latched already. */
const WITHOUT_RESTORE: ReadonlySet<CauseCode> = new Set([
  'operator-stop', 'stop-button', 'estop', 'rig-stopped-itself', 'unnamed-stop', 'latch-unreadable', 'bridge-restarted',
  'smoke-button',
]);
/** Causes of the link: no stop is written for them before the first valid zone report, because none would be heard rightly. */
const OF_THE_LINK: ReadonlySet<CauseCode> = new Set([
  'rig-silent', 'corrupt-frames', 'sequence-regressed', 'port-lost', 'rig-restarted', 'rig-refused', 'bridge-restarted',
  'latch-unreadable', 'bridge-stalled',
]);

/** A hazard or a missing permissive that must stop: trips, or adds a cause to the trip there is. */
export function raise(turn: Turn, code: CauseCode, params: Params, actor: Actor): void {
  if (turn.state.trip !== null) addCause(turn, turn.state.trip, code, params);
  else if (turn.state.restore !== null || WITHOUT_RESTORE.has(code) || endangersPerson(turn.state, code)) trip(turn, code, params, actor);
}

/** A device that lies in the fixture can burn without any restore; an empty bench never trips for it. */
const endangersPerson = (state: BenchState, code: CauseCode): boolean => state.seated && isPersonCause(code);

/** Danger to people comes before cable, power and data. */
const callFor = (causes: readonly Cause[], call: Trip['operator']): Trip['operator'] =>
  (causes.some((cause) => !cause.cleared && isPersonCause(cause.code)) ? 'step-back' : call);

function trip(turn: Turn, code: CauseCode, params: Params, actor: Actor): void {
  const { state } = turn;
  const wasPermitted = state.permit;
  const committed = state.zone === 'committed';
  put(turn, { permit: null, permissiveBeats: 0 });
  const id = nextStopId(turn);
  put(turn, {
    trip: {
      trip: newTrip(turn, id, { code, params, atIso: isoOf(turn), cleared: false }), requestedAtMs: turn.nowMs, lastWriteAtMs: null,
      stopWanted: !committed, waitsFromMs: turn.nowMs, ladderFrom: 0, answerTMs: null, alsoStopped: null,
      call: committed ? 'keep-cable' : 'nothing', actor,
    },
  });
  if (!committed) turn.effects.push({ do: 'drop-permit' });
  stopIfDue(turn, code);
  if (committed) turn.effects.push({ do: 'warn-committed' });
  enter(turn, 'tripped');
  if (wasPermitted !== null) {
    record(turn, { kind: 'permit-dropped', body: { restoreId: wasPermitted.restore, point: wasPermitted.point, why: 'tripped' } });
  }
  tellTripped(turn, actor);
  keepLatch(turn);
}

function tellTripped(turn: Turn, actor: Actor): void {
  const { trip: now, rig, device } = turn.state;
  if (now !== null) record(turn, { kind: 'tripped', body: { rig: rig?.serial ?? null, device: device?.value ?? null, trip: now.trip } }, actor);
}

/** Tells the recorder of a fuller trip. */
function tell(turn: Turn, kind: 'cause-added' | 'receipt-changed'): void {
  const { trip: now, rig } = turn.state;
  if (now !== null) record(turn, { kind, body: { rig: rig?.serial ?? null, trip: now.trip } });
}

export const reportReceipt = (turn: Turn): void => { tell(turn, 'receipt-changed'); };

/** Of stops and drills: never used twice. */
export function nextStopId(turn: Turn): string {
  put(turn, { stopCount: turn.state.stopCount + 1 });
  return `${turn.state.setup.stopPrefix}${hex(turn.state.stopCount & 0xffff, 4)}`;
}

/** The first write of a stop: never in `committed`, never for a link cause before a zone report, never after an answer. */
function stopIfDue(turn: Turn, code: CauseCode): void {
  const { trip: current, zone, beat, link } = turn.state;
  if (current === null || zone === 'committed' || current.lastWriteAtMs !== null || current.trip.receipt.answer !== 'none') return;
  if (current.trip.receipt.state === 'too-late' && zone !== 'critical') return;
  if (OF_THE_LINK.has(code) && (beat === null || link.session === null)) return;
  writeStop(turn);
}

function newTrip(turn: Turn, id: string, cause: Cause): Trip {
  const { state } = turn;
  const committed = state.zone === 'committed';
  const outcome = currentOutcome(state, null, false);
  return {
    id, atIso: isoOf(turn), restoreId: state.restore?.id ?? null, phase: state.lastPhase, zone: state.zone, causes: [cause],
    inDoubt: state.inDoubt, outcome, eraseArmed: state.restore?.eraseSeen === true && !state.restore.erasing,
    dataAtStake: CAUSES[cause.code].dataAtStake || state.restore?.eraseSeen === true || isIrreplaceable(state), beforePointMs: state.restore?.progress?.nextMs ?? null,
    receipt: {
      stopId: id, writtenAfterUs: null, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: 'none', answerPhase: null,
      answerZone: null, rigTMs: null, rung: 0, writes: 0, state: committed ? 'too-late' : 'not-written', witness: 'rig-only',
    },
    operator: callFor([cause], committed ? 'keep-cable' : 'nothing'), recovered: false,
  };
}

/** What became of the data, from what is proved now. */
export function currentOutcome(state: BenchState, result: string | null, answered: boolean): Trip['outcome'] {
  const { restore } = state;
  return outcomeOf({
    phase: state.lastPhase, answered, written: restore?.written ?? false, eraseSeen: restore?.eraseSeen ?? false,
    erasing: restore?.erasing ?? false, result,
  });
}

function addCause(turn: Turn, current: TripState, code: CauseCode, params: Params): void {
  const standing = current.trip.causes.find((cause) => cause.code === code && !cause.cleared);
  if (standing !== undefined || current.trip.causes.length >= CAUSES_MAX) {
    stopIfDue(turn, code);
    return;
  }
  const added: Cause = { code, params, atIso: isoOf(turn), cleared: false };
  const causes = [...current.trip.causes.filter((cause) => cause.code !== code || current.trip.causes[0] === cause), added];
  changeTrip(turn, { causes, dataAtStake: current.trip.dataAtStake || CAUSES[code].dataAtStake });
  stopIfDue(turn, code);
  tell(turn, 'cause-added');
  keepLatch(turn);
}

/** Changes the trip's public part. */
export function changeTrip(turn: Turn, patch: Partial<Trip>): void {
  const current = turn.state.trip;
  if (current === null) return;
  const call = patch.operator ?? current.call;
  const trip = { ...current.trip, ...patch };
  put(turn, { trip: { ...current, call, trip: { ...trip, operator: callFor(trip.causes, call) } } });
}

export function changeReceipt(turn: Turn, patch: Partial<Trip['receipt']>): void {
  const current = turn.state.trip;
  if (current !== null) changeTrip(turn, { receipt: { ...current.trip.receipt, ...patch } });
}

/** One stop write: the first, or a repeat with the same id and a new number. Obeyed in any session. */
export function writeStop(turn: Turn): void {
  const current = turn.state.trip;
  const { link } = turn.state;
  if (current === null) return;
  if (!link.open) {
    put(turn, { trip: { ...current, stopWanted: true } });
    changeReceipt(turn, { state: 'not-confirmed', rung: 4 });
    changeTrip(turn, { operator: current.trip.inDoubt ? 'look-first' : 'pull-device' });
    return;
  }
  const n = nextNumber(link.txN);
  const why = current.trip.causes[0]?.code ?? 'operator-stop';
  const { stopId, writes } = current.trip.receipt;
  turn.effects.push({ do: 'stop-restore', stopId, bytes: stopBytes(link.session ?? '00000000', n, stopId, why) });
  putLink(turn, { txN: n });
  put(turn, { trip: { ...current, requestedAtMs: current.requestedAtMs ?? turn.nowMs, lastWriteAtMs: turn.nowMs, stopWanted: false } });
  changeReceipt(turn, { writes: writes + 1, rung: writes === 0 ? 1 : 2, state: 'pending' });
  changeTrip(turn, { operator: 'nothing' });
}

/** The ladder from its first rung, under the same id: the session before ended without an answer, or a person asks again. */
export function climbAnew(turn: Turn): void {
  const current = turn.state.trip;
  if (current === null) return;
  put(turn, { trip: { ...current, ladderFrom: current.trip.receipt.writes } });
  changeReceipt(turn, wiringOfNewRound(current.trip.receipt));
  writeStop(turn);
}

/** A stop under a new id in the same trip: the first one came too late, and now there is something to stop again. */
export function stopAgain(turn: Turn): void {
  const current = turn.state.trip;
  if (current === null) return;
  const stopId = nextStopId(turn);
  put(turn, { trip: { ...current, requestedAtMs: turn.nowMs, lastWriteAtMs: null, ladderFrom: 0, answerTMs: null, alsoStopped: turn.state.restore?.id ?? null } });
  const { id, earlierIds = [] } = current.trip;
  changeTrip(turn, { id: stopId, earlierIds: [...earlierIds, id].slice(-CAUSES_MAX) });
  changeReceipt(turn, {
    stopId, writtenAfterUs: null, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: 'none', answerPhase: null, answerZone: null,
    rigTMs: null, rung: 0, writes: 0, ...wiringOfNewRound(current.trip.receipt),
  });
  writeStop(turn);
  tellTripped(turn, current.actor);
  keepLatch(turn);
}

/** The stop was handed to the port, or the port refused it. */
export function noteStopWritten(turn: Turn, stopId: string, ok: boolean): void {
  const current = turn.state.trip;
  if (current === null || current.trip.receipt.stopId !== stopId || !ok) return;
  if (current.trip.receipt.writtenAfterUs !== null) return;
  changeReceipt(turn, { writtenAfterUs: microsAfter(current, turn.nowMs) });
  reportReceipt(turn);
}

/** Microseconds since the stop was requested; null for a trip of an earlier run. */
export function microsAfter(current: TripState, nowMs: number): number | null {
  return current.requestedAtMs === null ? null : Math.max(0, Math.round((nowMs - current.requestedAtMs) * 1000));
}

/** A trip that this bridge did not make: the rig stopped by itself, or was latched when hands were shaken. */
export function adoptTrip(turn: Turn, told: Trip): void {
  const adopted: Trip = { ...told, dataAtStake: told.dataAtStake || isIrreplaceable(turn.state) };
  turn.effects.push({ do: 'drop-permit' });
  put(turn, {
    trip: {
      trip: adopted, requestedAtMs: turn.nowMs, lastWriteAtMs: null, stopWanted: false, waitsFromMs: null, ladderFrom: 0, answerTMs: null, alsoStopped: null,
      call: adopted.operator, actor: bridgeActor(turn.state),
    },
    permit: null, permissiveBeats: 0, stopCount: turn.state.stopCount + 1,
  });
  enter(turn, 'tripped');
  const body = { rig: turn.state.rig?.serial ?? '', device: deviceOf(turn.state, adopted.restoreId), trip: adopted };
  record(turn, { kind: adopted.recovered ? 'trip-recovered' : 'tripped', body });
  keepLatch(turn);
}
