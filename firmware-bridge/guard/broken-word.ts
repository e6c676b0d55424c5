/**
 * A rig that said STOPPED and goes on: two heartbeats after its answer show the same restore, and no latch. Then the answer
 * counts for nothing; the stop is written once more under a new id, and after that a person is called.
 */
import type { Heartbeat } from '../wire/rig-message.ts';
import { callPerson } from './ladder.ts';
import { changeReceipt, changeTrip, currentOutcome, stopAgain } from './trip.ts';
import { keepLatch, type Turn } from './turn.ts';

/** True when it had to act. */
export function watchBrokenWord(turn: Turn, beat: Heartbeat, before: Heartbeat | null): boolean {
  const { trip: current, restore, zone } = turn.state;
  if (current === null || restore === null || current.answerTMs === null || current.trip.receipt.answer !== 'stopped') return false;
  const { answerTMs, trip: { restoreId }, alsoStopped } = current;
  const goesOn = (one: Heartbeat | null): boolean => one !== null && one.restore === restoreId && one.latch === null && one.tMs > answerTMs;
  if (restore.id !== restoreId || !goesOn(beat) || !goesOn(before)) return false;
  changeTrip(turn, { outcome: currentOutcome(turn.state, null, false), dataAtStake: true });
  if (zone !== 'committed' && alsoStopped !== restoreId) {
    stopAgain(turn);
    return true;
  }
  changeReceipt(turn, { answer: 'none', answerPhase: null, answerZone: null });
  callPerson(turn);
  keepLatch(turn);
  return true;
}
