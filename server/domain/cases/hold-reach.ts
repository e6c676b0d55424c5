/**
 * How far a hold reaches: effective on a bench once its bridge said that it knows these facts, or once what it knows is so old
 * that it can grant nothing. What nobody heard is never called effective.
 */
import type { HoldReach } from '../../contract/case-state.ts';

export interface BenchKnowledge {
  readonly bench: string;
  /** Of the facts that the bridge says it knows; null: never heard. */
  readonly factsVersion: number | null;
  /** Age of that knowledge now, as the bridge counts it, and what passed since (ms); null: not known. */
  readonly ageMs: number | null;
  /** A restore of this very device had passed its point of no return before the bridge knew the hold. */
  readonly committed: boolean;
  /** When the bridge first said that it knows the hold; null: not yet, or not known. */
  readonly knownSinceIso: string | null;
}

type Bench = HoldReach['benches'][number];

/** `firstVersion`: of the facts that first contained the hold; null: not sent yet. */
function reachOf({ bench, factsVersion, ageMs, committed }: BenchKnowledge, firstVersion: number | null, holdsKnownLimitMs: number): Bench {
  if (committed) return { bench, enforced: false, why: 'crossed-before' };
  if (firstVersion !== null && factsVersion !== null && factsVersion >= firstVersion) return { bench, enforced: true, why: 'knows' };
  // Whatever it hears next is newer and has the hold in it.
  const isExpired = ageMs !== null && ageMs > holdsKnownLimitMs;
  return isExpired ? { bench, enforced: true, why: 'grants-nothing' } : { bench, enforced: false, why: 'not-heard' };
}

export function holdReach(holdId: string, firstVersion: number | null, benches: readonly BenchKnowledge[], holdsKnownLimitMs: number): HoldReach {
  const reached = benches.map((one) => reachOf(one, firstVersion, holdsKnownLimitMs));
  const isEverywhere = reached.length > 0 && reached.every(({ enforced }) => enforced);
  const state = reached.some(({ why }) => why === 'crossed-before') ? 'too-late' : isEverywhere ? 'effective' : 'pending';
  const since = benches.flatMap(({ knownSinceIso }) => knownSinceIso ?? []).toSorted();
  return { holdId, state, benches: reached, sinceIso: state === 'effective' ? since.at(-1) ?? null : null };
}
