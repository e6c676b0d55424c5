/** The directory of partners: what used to be business cards in a drawer. Business contact only, nothing private. */
import { z } from 'zod';
import { CAPABILITIES } from './case-parts.ts';
import { lineSchema, linesSchema } from './typed-text.ts';

const mail = z.string().trim().max(254).regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/, 'a mail address').nullable();
export const partnerBodySchema = z.object({
  name: lineSchema(2, 120),
  capabilities: z.array(z.enum(CAPABILITIES)).min(1).max(CAPABILITIES.length),
  contactPerson: lineSchema(0, 120).default(''),
  phone: lineSchema(0, 40).default(''),
  mail: mail.default(null),
  address: linesSchema(0, 300).default(''),
  hours: linesSchema(0, 300).default('').meta({ description: 'when it is open, as people write it' }),
  words: linesSchema(0, 1000).default('').meta({ description: 'prices, how to pack, whom to ask for' }),
}).strict();
export type PartnerBody = z.input<typeof partnerBodySchema>;

export const partnerSchema = partnerBodySchema.extend({
  id: z.uuid(),
  active: z.boolean(),
  handoffs: z.number().int().meta({ description: 'devices that went there' }),
  createdAtIso: z.iso.datetime(),
});
export type Partner = z.infer<typeof partnerSchema>;
