/** A link for the customer or for a partner, as it is asked for and as it is shown: once, to whoever made it. */
import { z } from 'zod';
import { CASE_ACTS } from './case-acts.ts';
import { caseViewSchema } from './case-state.ts';

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
