/**
 * The stop ladder after the first write: repeat with the same id, then call a person. The rig's own answer ends it,
 * and only the rig's answer may say "stopped". The zone is read again before every repeat.
 */
import type { Heartbeat, StopAnswer } from '../wire/rig-message.ts';
import type { Trip } from '../contract/trip.ts';
import { changeReceipt, changeTrip, currentOutcome, microsAfter, reportReceipt, writeStop } from './trip.ts';
import { outcomeOf } from './outcome.ts';
import type { TripState } from './state.ts';
import { keepLatch, put, type Turn } from './turn.ts';
import { useWiring } from './wiring.ts';

/** Each tick: repeats an unanswered stop, and after the last repeat calls a person. */
export function climbLadder(turn: Turn): void {
  const current = turn.state.trip;
  if (current === null) return;
  const { limits } = turn.state.setup;
  const waited = current.lastWriteAtMs === null || turn.nowMs - current.lastWriteAtMs >= limits.stopAnswerMs;
  if (current.trip.receipt.state === 'not-confirmed') {
    // A wire that could not be used before, because nobody could see the zone, may be used as soon as it is seen.
    if (waited) useWiring(turn);
    return;
  }
  if (current.stopWanted) return watchWaitingStop(turn, current);
  if (current.trip.receipt.state !== 'pending' || current.lastWriteAtMs === null || !waited) return;
  const more = current.trip.receipt.writes - current.ladderFrom <= limits.stopRepeats;
  if (more && turn.state.link.open && turn.state.zone !== 'committed') writeStop(turn);
  else climbOn(turn);
}

/** After the repeats: the next declared wire, or a person. */
export function climbOn(turn: Turn): void {
  if (!useWiring(turn)) callPerson(turn);
}

/** A stop that could not be written yet, because the rig is not heard: after the time of a silence a person is called. */
function watchWaitingStop(turn: Turn, current: TripState): void {
  const { state } = current.trip.receipt;
  if (state !== 'not-written' && state !== 'pending') return;
  if (current.waitsFromMs === null) {
    put(turn, { trip: { ...current, waitsFromMs: turn.nowMs } });
    return;
  }
  const { silenceCriticalMs, silenceSafeMs } = turn.state.setup.limits;
  if (turn.nowMs - current.waitsFromMs > (turn.state.zone === 'safe' ? silenceSafeMs : silenceCriticalMs)) callPerson(turn);
}

/** Established `committed` while no answer came: nothing more is written, and nobody may pull the cable. */
function tellTooLate(turn: Turn, current: TripState): void {
  put(turn, { trip: { ...current, stopWanted: false } });
  changeReceipt(turn, { state: 'too-late' });
  changeTrip(turn, { operator: 'keep-cable' });
  turn.effects.push({ do: 'warn-committed' });
  reportReceipt(turn);
  // A restart in between must not call for a cable to be pulled here.
  keepLatch(turn);
}

/** The last rung: nobody confirmed the stop, so a person must act, or look first where it may be too late. */
export function callPerson(turn: Turn): void {
  const current = turn.state.trip;
  if (current === null) return;
  if (turn.state.zone === 'committed') return tellTooLate(turn, current);
  changeReceipt(turn, { state: 'not-confirmed', rung: 4 });
  changeTrip(turn, { operator: current.trip.inDoubt ? 'look-first' : 'pull-device' });
  reportReceipt(turn);
}

/** The rig answered a stop. The outcome is taken from the answer, never from what the bridge believed. */
export function takeStopAnswer(turn: Turn, answer: StopAnswer): void {
  const current = turn.state.trip;
  if (current === null || current.trip.receipt.stopId !== answer.id || current.trip.receipt.answer !== 'none') return;
  const stopped = answer.verb === 'STOPPED';
  put(turn, { trip: { ...current, answerTMs: answer.tMs, stopWanted: false } });
  changeReceipt(turn, {
    acknowledgedAfterUs: microsAfter(current, turn.nowMs), answer: stopped ? 'stopped' : 'too-late', answerPhase: answer.phase,
    answerZone: answer.zone, rigTMs: answer.tMs, state: stopped ? 'confirmed' : 'too-late',
  });
  proveBy(turn, current, answer, stopped);
  if (!stopped) turn.effects.push({ do: 'warn-committed' });
  reportReceipt(turn);
  keepLatch(turn);
}

/** An answer that names another restore, or none, proves nothing of the one that this trip is about. */
function proveBy(turn: Turn, current: TripState, answer: StopAnswer, stopped: boolean): void {
  changeTrip(turn, { operator: stopped ? 'nothing' : 'keep-cable' });
  const { restoreId } = current.trip;
  if (restoreId !== null && answer.restore !== restoreId) return;
  const restore = turn.state.restore?.id === answer.restore ? turn.state.restore : null;
  const proven = {
    phase: answer.phase, answered: stopped, written: restore?.written ?? false, eraseSeen: restore?.eraseSeen ?? false,
    erasing: restore?.erasing ?? false, result: null,
  };
  const outcome = outcomeOf(proven);
  changeTrip(turn, { outcome, dataAtStake: current.trip.dataAtStake || atStake(outcome) });
}

/** What the heartbeats show of the stopped restore after the trip: an armed erase, and one that began. */
export function followOutcome(turn: Turn): void {
  const { trip: current, restore } = turn.state;
  if (current === null || restore === null || restore.id !== current.trip.restoreId || !restore.eraseSeen) return;
  const eraseArmed = !restore.erasing;
  const outcome = restore.erasing ? currentOutcome(turn.state, null, false) : current.trip.outcome;
  if (eraseArmed === current.trip.eraseArmed && outcome === current.trip.outcome) return;
  changeTrip(turn, { eraseArmed, outcome, dataAtStake: true });
  reportReceipt(turn);
  keepLatch(turn);
}

export const atStake = (outcome: Trip['outcome']): boolean => outcome !== 'intact' && outcome !== 'kept';

/** A later status of the rig that shows it stopped, with its latch and a later time: "seen stopped". */
export function lookForStopped(turn: Turn, beat: Heartbeat): void {
  const current = turn.state.trip;
  if (current === null || current.answerTMs === null || current.trip.receipt.seenStoppedAfterUs !== null) return;
  // A trip of an earlier run has no start to count from: without this, every heartbeat would report it anew.
  if (current.requestedAtMs === null) return;
  if (current.trip.receipt.answer !== 'stopped' || beat.tMs <= current.answerTMs) return;
  if (beat.phase !== 'stopped' || beat.restore !== null || beat.latch === null) return;
  changeReceipt(turn, { seenStoppedAfterUs: microsAfter(current, turn.nowMs) });
  reportReceipt(turn);
}

/** A restore ended: its result may prove more than the stop's answer did. */
export function takeResult(turn: Turn, restoreId: string, result: string): void {
  const current = turn.state.trip;
  if (current?.trip.restoreId !== restoreId || (result !== 'kept' && result !== 'erased')) return;
  const outcome = currentOutcome(turn.state, result, true);
  if (outcome === current.trip.outcome) return;
  changeTrip(turn, { outcome, operator: 'nothing' });
  reportReceipt(turn);
}
