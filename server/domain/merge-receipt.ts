/**
 * Merges what several reports said about one receipt. A time that was known is never lost and never replaced; the state
 * only moves towards proof. The reports come in the order of truth: the bridge's own before those rebuilt from a latch.
 */
import type { Receipt } from '../../firmware-bridge/contract/receipt.ts';

/** How much a state proves; a later report never takes proof away. */
export const RECEIPT_RANK: Readonly<Record<Receipt['state'], number>> = {
  'not-written': 0, pending: 1, 'not-confirmed': 2, confirmed: 3, 'too-late': 3,
};

export function mergeReceipt(first: Receipt, later: Receipt): Receipt {
  const answered = first.answer === 'none' ? later : first;
  return {
    stopId: first.stopId,
    writtenAfterUs: first.writtenAfterUs ?? later.writtenAfterUs,
    acknowledgedAfterUs: first.acknowledgedAfterUs ?? later.acknowledgedAfterUs,
    seenStoppedAfterUs: first.seenStoppedAfterUs ?? later.seenStoppedAfterUs,
    answer: answered.answer,
    answerPhase: answered.answerPhase ?? first.answerPhase ?? later.answerPhase,
    answerZone: answered.answerZone ?? first.answerZone ?? later.answerZone,
    rigTMs: answered.rigTMs ?? first.rigTMs ?? later.rigTMs,
    rung: Math.max(first.rung, later.rung),
    writes: Math.max(first.writes, later.writes),
    state: RECEIPT_RANK[later.state] > RECEIPT_RANK[first.state] ? later.state : first.state,
    witness: first.witness,
    ...((later.wiring ?? first.wiring) === undefined ? {} : { wiring: later.wiring ?? first.wiring }),
  };
}
