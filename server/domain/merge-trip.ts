/**
 * Merges what several reports said about one trip into one record. The circumstances come from the first report, the
 * first cause stays first, and a warning once given ("do not power on", data at stake) is never taken back.
 */
import type { Cause, Trip } from '../../firmware-bridge/contract/trip.ts';
import { mergeReceipt, RECEIPT_RANK } from './merge-receipt.ts';

/** The contract allows no more. */
const CAUSES_MAX = 16;

export function mergeTrip(first: Trip, later: Trip): Trip {
  const proofGoesBack = RECEIPT_RANK[later.receipt.state] < RECEIPT_RANK[first.receipt.state];
  // A trip rebuilt from a latch knows less: its view of the outcome counts only when it proves more.
  const tellsLess = later.recovered && !first.recovered && RECEIPT_RANK[later.receipt.state] <= RECEIPT_RANK[first.receipt.state];
  const word = proofGoesBack || tellsLess ? first : later;
  return {
    ...first,
    restoreId: first.restoreId ?? later.restoreId,
    beforePointMs: first.beforePointMs ?? later.beforePointMs,
    causes: mergeCauses(first.causes, later.causes),
    outcome: word.outcome,
    operator: word.operator,
    eraseArmed: first.eraseArmed || later.eraseArmed,
    dataAtStake: first.dataAtStake || later.dataAtStake,
    receipt: mergeReceipt(first.receipt, later.receipt),
    recovered: first.recovered && later.recovered,
  };
}

function mergeCauses(first: readonly Cause[], later: readonly Cause[]): Cause[] {
  const merged = new Map(first.map((cause) => [cause.code, cause]));
  for (const cause of later) {
    const known = merged.get(cause.code);
    merged.set(cause.code, known === undefined ? cause : { ...known, cleared: cause.cleared });
  }
  return [...merged.values()].slice(0, CAUSES_MAX);
}
