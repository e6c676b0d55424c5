/**
 * A link for the customer or for a partner, as it is asked for and as it is shown: once, to whoever made it; and the rule of what
 * a link opens. The table of every route by every state of a link is kept by hand in the tests and held against this rule.
 */
import { z } from 'zod';
import { CASE_ACTS } from './case-acts.ts';
import { caseViewSchema } from './case-state.ts';
import type { CaseState } from './case-state.ts';

export const linkBodySchema = CASE_ACTS['make-link'].body;
export type LinkBody = z.input<typeof linkBodySchema>;

export const shownLinkSchema = z.object({
  id: z.uuid(),
  whom: z.enum(['customer', 'partner']),
  url: z.string().meta({ description: 'shown once; the store keeps only a hash of it' }),
  pin: z.string().nullable().meta({ description: 'of six digits, for a partner; shown once, and printed once on the handover sheet that is made next' }),
  expiresAtIso: z.iso.datetime(),
  view: caseViewSchema,
}).meta({ description: 'A link that was made, with its secret' });
export type ShownLink = z.infer<typeof shownLinkSchema>;

/** What a link does now, whoever comes by it. */
export const LINK_STANDINGS = ['opens', 'called-off', 'over'] as const;
export type LinkStanding = (typeof LINK_STANDINGS)[number];

interface StandingLink {
  readonly id: string;
  readonly transferId: string | null;
  readonly expiresAtIso: string;
}

/** `state` is that of the case in which the link is now; null: it is in none. A link that nobody knows stands like one that is over. */
export function standingOf(link: StandingLink, state: Pick<CaseState, 'links' | 'transfers'> | null, epochMs: number): LinkStanding {
  const own = state?.links.find(({ id }) => id === link.id);
  if (state === null || own === undefined || epochMs >= Date.parse(link.expiresAtIso)) return 'over';
  if (state.transfers.some(({ id, state: now }) => id === link.transferId && now === 'recalled')) return 'called-off';
  return own.revoked ? 'over' : 'opens';
}

/** What can be sent by a link in this case, so that no page shows a form that would be refused. */
export const mayByLink = ({ stage }: Pick<CaseState, 'stage'>, act: 'note' | 'withdraw-consent' | 'sign-taken' | 'report-stage' | 'record-outcome'): boolean => {
  const stages: readonly string[] = CASE_ACTS[act].stages;
  return stages.includes(stage);
};
