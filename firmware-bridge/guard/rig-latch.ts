/**
 * Latches that the rig made or kept: its own stops in a live session, what it reports after a handshake, and what its
 * heartbeats show. A latch at either end trips both; nothing here ever releases one.
 */
import type { CauseCode } from '../contract/causes.ts';
import type { Trip } from '../contract/trip.ts';
import type { Heartbeat, Latch, StopAnswer } from '../wire/rig-message.ts';
import { sendHello } from './handshake.ts';
import { takeStopAnswer } from './ladder.ts';
import { outcomeOf } from './outcome.ts';
import { dropPermit } from './permit.ts';
import { adoptTrip, changeReceipt, raise } from './trip.ts';
import { deviceOf, isoOf, keepLatch, put, record, rigActor, type Turn } from './turn.ts';

const UNNAMED = '000000000000';
/** How the id ends that the bridge makes for a stop without a name; no counted one ends so. */
const MADE_UP = 'U';

const CAUSE_OF: Readonly<Record<Latch['cause'], CauseCode>> = {
  stop: 'unnamed-stop', lapse: 'rig-stopped-itself', estop: 'estop', button: 'stop-button',
};

type Kept = Omit<StopAnswer, 'verb'> & { readonly stopped: boolean };

/** An answer to our stop, or the news that the rig stopped by itself. */
export function takeAnswer(turn: Turn, answer: StopAnswer): void {
  takeStopAnswer(turn, answer);
  if (answer.cause === 'stop') return;
  if (turn.state.trip === null) adoptTrip(turn, tripOf(turn, { ...answer, stopped: answer.verb === 'STOPPED' }, answer.tMs, false));
  else raise(turn, CAUSE_OF[answer.cause], {}, rigActor(turn.state));
}

/** What the rig kept: completes our own trip, or becomes a trip that this bridge did not live to record. */
export function takeLatch(turn: Turn, latch: Latch): void {
  const stopped = latch.answer === 'stopped';
  const { trip } = turn.state;
  put(turn, { rigLatch: latch.id });
  if (trip === null) {
    adoptTrip(turn, tripOf(turn, { ...latch, stopped }, latch.atMs, true));
    return;
  }
  const isWithoutName = latch.id === UNNAMED && trip.trip.id.endsWith(MADE_UP);
  if (trip.trip.id !== latch.id && !isWithoutName) return;
  if (trip.trip.receipt.answer === 'none') {
    takeStopAnswer(turn, { ...latch, id: trip.trip.receipt.stopId, verb: stopped ? 'STOPPED' : 'TOO-LATE' });
    changeReceipt(turn, { acknowledgedAfterUs: null, rigTMs: latch.atMs });
  }
  recordRecovered(turn);
  keepLatch(turn);
}

function recordRecovered(turn: Turn): void {
  const { trip, rig } = turn.state;
  if (trip === null) return;
  record(turn, { kind: 'trip-recovered', body: { rig: rig?.serial ?? '', device: deviceOf(turn.state, trip.trip.restoreId), trip: trip.trip } });
}

/**
 * A latch that only the heartbeat shows is adopted once two agree: the line that named it may have been lost. What the
 * rig answered stands in no heartbeat, so nothing is confirmed until a new session brings the rig's own record.
 */
export function followLatch(turn: Turn, beat: Heartbeat, before: Heartbeat | null): void {
  put(turn, { rigLatch: beat.latch });
  if (beat.latch === null || turn.state.trip !== null) return;
  dropPermit(turn, 'rig-latched');
  if (before?.latch !== beat.latch || turn.state.reset !== null || asksForRecord(turn, beat.latch)) return;
  const cause = beat.latch === UNNAMED ? 'stop' : 'lapse';
  const kept: Kept = { tMs: beat.tMs, id: beat.latch, phase: beat.phase, zone: beat.zone, restore: beat.restore, cause, stopped: false };
  const trip = tripOf(turn, kept, beat.tMs, true);
  const receipt: Trip['receipt'] = { ...trip.receipt, answer: 'none', answerPhase: null, answerZone: null, rigTMs: null, state: 'not-confirmed' };
  adoptTrip(turn, { ...trip, receipt, outcome: 'unknown', dataAtStake: true, operator: 'look-first' });
  sendHello(turn);
}

/** Whether a latch without a name may be the doing of a drill's stop byte. */
function isOfDrill(turn: Turn, latch: string): boolean {
  const { drills: { stray }, setup } = turn.state;
  return latch === UNNAMED && stray !== null && turn.nowMs - stray.atMs <= setup.limits.drillStrayMs;
}

/** A heartbeat does not say what the drill's stop byte met; a new session does, by the rig's own record. Asked once. */
function asksForRecord(turn: Turn, latch: string): boolean {
  const { drills } = turn.state;
  if (!isOfDrill(turn, latch) || drills.stray === null || drills.stray.asked) return false;
  put(turn, { drills: { ...drills, stray: { ...drills.stray, asked: true } } });
  sendHello(turn);
  return true;
}

function tripOf(turn: Turn, kept: Kept, rigTMs: number, recovered: boolean): Trip {
  const { stopped, phase } = kept;
  const known = turn.state.restore?.id === kept.restore ? turn.state.restore : null;
  const eraseSeen = phase === 'erase-next' || known?.eraseSeen === true;
  const erasing = phase === 'erase' || known?.erasing === true;
  const outcome = outcomeOf({ phase, answered: stopped, written: known?.written === true, eraseSeen, erasing, result: null });
  const atIso = isoOf(turn);
  // A stop without a name still needs one that is never used twice, also not by the hex digits of a counted one.
  const id = kept.id === UNNAMED ? `${turn.state.setup.stopPrefix}${String(turn.state.stopCount % 1000).padStart(3, '0')}${MADE_UP}` : kept.id;
  return {
    id, atIso, restoreId: kept.restore, phase, zone: kept.zone, causes: [{ code: kept.cause === 'stop' && isOfDrill(turn, kept.id) ? 'drill-became-stop' : CAUSE_OF[kept.cause], params: {}, atIso, cleared: false }],
    inDoubt: false, outcome, eraseArmed: eraseSeen && !erasing, dataAtStake: outcome !== 'intact', beforePointMs: null,
    receipt: {
      stopId: id, writtenAfterUs: null, acknowledgedAfterUs: null, seenStoppedAfterUs: null, answer: stopped ? 'stopped' : 'too-late',
      answerPhase: phase, answerZone: kept.zone, rigTMs, rung: kept.cause === 'stop' && kept.id !== UNNAMED ? 1 : 0, writes: 0,
      state: stopped ? 'confirmed' : 'too-late', witness: 'rig-only',
    },
    operator: stopped ? 'nothing' : 'keep-cable', recovered,
  };
}
