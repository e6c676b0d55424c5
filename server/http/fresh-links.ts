/**
 * Links that were made a moment ago, in memory only, so that the paper that is printed next can carry them. Each is handed out
 * once and to the person who made it; after that nobody in the store knows it.
 */
export interface FreshLink {
  readonly caseId: string;
  readonly whom: 'customer' | 'partner';
  readonly transferId: string | null;
  readonly personId: string;
  readonly url: string;
  readonly pin: string | null;
}

export interface FreshLinks {
  put(link: FreshLink, nowMs: number): void;
  /** Null: none was made in the last minutes, or it is printed already. */
  take(wanted: Pick<FreshLink, 'caseId' | 'whom' | 'transferId' | 'personId'>, nowMs: number): FreshLink | null;
}

/** From making a link to printing its paper (ms). Policy: one visit at the counter. */
const FRESH_MS = 15 * 60_000;
const LINKS_MAX = 200;

export function createFreshLinks(): FreshLinks {
  let fresh: { readonly link: FreshLink; readonly untilMs: number }[] = [];
  const prune = (nowMs: number): void => {
    fresh = fresh.filter(({ untilMs }) => untilMs > nowMs).slice(-LINKS_MAX);
  };
  return {
    put(link, nowMs) {
      prune(nowMs);
      fresh.push({ link, untilMs: nowMs + FRESH_MS });
    },
    take({ caseId, whom, transferId, personId }, nowMs) {
      prune(nowMs);
      const found = fresh.findLast(({ link }) => link.caseId === caseId && link.whom === whom && link.transferId === transferId && link.personId === personId);
      fresh = fresh.filter((one) => one !== found);
      return found?.link ?? null;
    },
  };
}
