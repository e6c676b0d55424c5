/**
 * The stop ladder after the first write: repeat with the same id, then call a person. The rig's own answer ends it,
 * and only the rig's answer may say "stopped". The zone is read again before every repeat.
 */
import type { Heartbeat, StopAnswer } from '../wire/rig-message.ts';
import type { Trip } from '../contract/trip.ts';
import { changeReceipt, changeTrip, currentOutcome, microsAfter, reportReceipt, writeStop } from './trip.ts';
import { outcomeOf } from './outcome.ts';
import { keepLatch, put, type Turn } from './turn.ts';

/** Each tick: repeats an unanswered stop, and after the last repeat calls a person. */
export function climbLadder(turn: Turn): void {
  const current = turn.state.trip;
  if (current === null || current.trip.receipt.state !== 'pending' || current.lastWriteAtMs === null) return;
  const { limits } = turn.state.setup;
  if (turn.nowMs - current.lastWriteAtMs < limits.stopAnswerMs) return;
  if (turn.state.zone === 'committed') {
    changeReceipt(turn, { state: 'too-late' });
    changeTrip(turn, { operator: 'keep-cable' });
    turn.effects.push({ do: 'warn-committed' });
    reportReceipt(turn);
  } else if (current.trip.receipt.writes <= limits.stopRepeats && turn.state.link.open) {
    writeStop(turn);
  } else {
    callPerson(turn);
  }
}

/** The last rung: nobody confirmed the stop, so a person must act, or look first where it may be too late. */
export function callPerson(turn: Turn): void {
  const current = turn.state.trip;
  if (current === null) return;
  changeReceipt(turn, { state: 'not-confirmed', rung: 4 });
  changeTrip(turn, { operator: current.trip.inDoubt ? 'look-first' : 'pull-device' });
  reportReceipt(turn);
}

/** The rig answered a stop. The outcome is taken from the answer, never from what the bridge believed. */
export function takeStopAnswer(turn: Turn, answer: StopAnswer): void {
  const current = turn.state.trip;
  if (current === null || current.trip.receipt.stopId !== answer.id || current.trip.receipt.answer !== 'none') return;
  const stopped = answer.verb === 'STOPPED';
  put(turn, { trip: { ...current, answerTMs: answer.tMs } });
  changeReceipt(turn, {
    acknowledgedAfterUs: microsAfter(current, turn.nowMs), answer: stopped ? 'stopped' : 'too-late', answerPhase: answer.phase,
    answerZone: answer.zone, rigTMs: answer.tMs, state: stopped ? 'confirmed' : 'too-late',
  });
  const { restore } = turn.state;
  const proven = {
    phase: answer.phase, answered: stopped, written: restore?.written ?? false, eraseSeen: restore?.eraseSeen ?? false,
    erasing: restore?.erasing ?? false, result: null,
  };
  const outcome = outcomeOf(proven);
  changeTrip(turn, {
    outcome, operator: stopped ? 'nothing' : 'keep-cable',
    dataAtStake: current.trip.dataAtStake || atStake(outcome),
  });
  if (!stopped) turn.effects.push({ do: 'warn-committed' });
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
export function takeResult(turn: Turn, result: string): void {
  const current = turn.state.trip;
  if (current === null || (result !== 'kept' && result !== 'erased')) return;
  const outcome = currentOutcome(turn.state, result, true);
  if (outcome === current.trip.outcome) return;
  changeTrip(turn, { outcome, operator: 'nothing' });
  reportReceipt(turn);
}
