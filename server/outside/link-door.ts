/**
 * Who comes by a link: which link it is and which case it opens. A token that nobody knows, one that was taken back and one
 * whose time is over are told alike, and are looked for in the same way, so that nobody learns which it was.
 */
import { standingOf } from '../contract/case-links.ts';
import type { LinkStanding } from '../contract/case-links.ts';
import type { CaseState } from '../contract/case-state.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import type { HeldLink, Links } from '../domain/cases/links-port.ts';

export interface OpenedLink {
  readonly link: HeldLink;
  readonly state: CaseState;
  /** A handover that was called off is told to who had come in before, and to nobody else. */
  readonly standing: Exclude<LinkStanding, 'over'>;
}

export interface LinkDoorParts {
  readonly links: Pick<Links, 'byToken'>;
  readonly cases: Pick<Cases, 'state'>;
  hashToken(token: string): string;
  epochMs(): number;
}

export interface LinkDoor {
  byToken(token: string, whom: HeldLink['whom']): OpenedLink | null;
}

/** More merges of merges than any store makes; a ring of them opens nothing. */
const MERGES_MAX = 20;

export function createLinkDoor({ links, cases, hashToken, epochMs }: LinkDoorParts): LinkDoor {
  /** What was merged goes on in the other case, and its links with it. */
  const lastOf = (caseId: string): CaseState | null => {
    let state = cases.state(caseId);
    for (let merges = 0; state?.mergedInto != null; merges += 1) state = merges === MERGES_MAX ? null : cases.state(state.mergedInto.id);
    return state;
  };
  return {
    byToken(token, whom) {
      const link = links.byToken(hashToken(token));
      if (link?.whom !== whom) return null;
      const state = lastOf(link.caseId);
      const standing = standingOf(link, state, epochMs());
      return state === null || standing === 'over' ? null : { link, state, standing };
    },
  };
}
