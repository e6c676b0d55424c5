/**
 * Checks one chain and says three things apart: whether it is intact, up to which mark outside it is complete, and how much
 * lies after that. A mark that the chain does not reach, or that another event stood at, speaks against it.
 */
import type { ChainVerdict, Mark } from '../../contract/custody-verdict.ts';
import type { Anchor, PaperHead } from '../../contract/custody.ts';
import type { HashOf, Place } from './chain.ts';
import { walkChain } from './first-fault.ts';
import type { IsSigned, KeptEvent } from './first-fault.ts';

export interface KeptChain {
  readonly caseId: string;
  readonly code: string | null;
  readonly events: readonly KeptEvent[];
  readonly head: Place | null;
  readonly anchors: readonly Omit<Anchor, 'case'>[];
}

/** `shown` are heads of this case that somebody reads from paper. */
export function verifyChain(chain: KeptChain, shown: readonly PaperHead[], hashOf: HashOf, isSigned: IsSigned): ChainVerdict {
  const { fault, hashes } = walkChain(chain.caseId, chain.events, chain.head, hashOf, isSigned);
  // What lies behind the first fault is not this chain any more, whatever it looks like.
  const held = fault === null ? hashes : hashes.slice(0, Math.max(fault.seq - 1, 0));
  const marks = marksOf(chain.anchors, shown);
  const fits = (mark: Mark): boolean => held[mark.seq - 1] === mark.hash;
  const fitting = marks.filter(fits);
  const completeTo = newestOf(fitting);
  return {
    case: chain.caseId, code: chain.code, events: chain.events.length, head: chain.head?.hash ?? hashes.at(-1) ?? null, intact: fault,
    completeTo, shownTo: newestOf(fitting.filter((mark) => mark.shown)),
    tail: { events: held.length - (completeTo?.seq ?? 0), sinceIso: completeTo?.atIso ?? null },
    against: marks.flatMap((mark): ChainVerdict['against'] => {
      if (mark.seq > hashes.length) return [{ ...mark, problem: 'knows-more', missing: mark.seq - hashes.length }];
      return hashes[mark.seq - 1] === mark.hash ? [] : [{ ...mark, problem: 'knows-other', missing: 0 }];
    }),
  };
}

/** A case that only paper knows: all of it is gone. */
export const verifyGone = (shown: readonly PaperHead[]): ChainVerdict => {
  const against = marksOf([], shown).map((mark) => ({ ...mark, problem: 'knows-more' as const, missing: mark.seq }));
  return { case: null, code: shown[0]?.code ?? null, events: 0, head: null, intact: null, completeTo: null, shownTo: null, tail: { events: 0, sinceIso: null }, against };
};

/** What was noted and what is shown; a note whose paper is shown is proved by it. */
function marksOf(anchors: readonly Omit<Anchor, 'case'>[], shown: readonly PaperHead[]): Mark[] {
  const isShown = (seq: number, hash: string): boolean => shown.some((head) => head.seq === seq && head.hash === hash);
  const noted = anchors.map(({ seq, hash, kind, atIso, ref }): Mark => ({ seq, hash, kind, atIso, ref, shown: isShown(seq, hash) }));
  const isNoted = (head: PaperHead): boolean => noted.some(({ seq, hash }) => seq === head.seq && hash === head.hash);
  return [...noted, ...shown.filter((head) => !isNoted(head)).map(({ seq, hash }): Mark => ({ seq, hash, kind: null, atIso: null, ref: null, shown: true }))];
}

/** The one furthest on; of several at one place the latest noted. */
const newestOf = (marks: readonly Mark[]): Mark | null => marks.reduce<Mark | null>((best, mark) => (best === null || mark.seq >= best.seq ? mark : best), null);
