/**
 * Who comes by a link: which link it is and which case it opens. A token that nobody knows, one that was taken back and one
 * whose time is over are told alike, and are looked for in the same way, so that nobody learns which it was.
 */
import type { CaseState } from '../contract/case-state.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import type { HeldLink, Links } from '../domain/cases/links-port.ts';

export interface OpenedLink {
  readonly link: HeldLink;
  readonly state: CaseState;
}

export interface LinkDoorParts {
  readonly links: Links;
  readonly cases: Pick<Cases, 'state'>;
  hashToken(token: string): string;
  epochMs(): number;
}

export interface LinkDoor {
  byToken(token: string, whom: HeldLink['whom']): OpenedLink | null;
  byId(id: string): OpenedLink | null;
}

export function createLinkDoor({ links, cases, hashToken, epochMs }: LinkDoorParts): LinkDoor {
  const opened = (link: HeldLink | null): OpenedLink | null => {
    const own = link === null ? null : cases.state(link.caseId);
    // Whoever has the PIN of a handover that was called off is told so, and nothing else.
    const isRecalled = link?.whom === 'partner' && own?.transfers.some(({ id, state }) => id === link.transferId && state === 'recalled') === true;
    const isOpen = (isRecalled || own?.links.some(({ id, revoked }) => id === link?.id && !revoked) === true) && epochMs() < Date.parse(link?.expiresAtIso ?? '');
    if (link === null || own === null || !isOpen) return null;
    // What was merged goes on in the other case; a handover stays where it was made.
    const state = own.mergedInto === null || link.whom === 'partner' ? own : cases.state(own.mergedInto.id) ?? own;
    return { link, state };
  };
  return {
    byToken(token, whom) {
      const link = links.byToken(hashToken(token));
      return opened(link?.whom === whom ? link : null);
    },
    byId: (id) => opened(links.byId(id)),
  };
}
