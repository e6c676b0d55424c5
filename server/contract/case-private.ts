/**
 * What is personal in a case, as it is typed and as it is shown to whoever gives a reason. It is sealed under the key of
 * the case; nothing of it stands in the custody chain, in a log or in a list.
 */
import { z } from 'zod';
import { RELATIONS } from './case-parts.ts';
import { lineSchema, linesSchema } from './typed-text.ts';
import { LANGUAGES } from './languages.ts';

const mail = z.string().trim().max(254).regex(/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/, 'a mail address').meta({ example: 'someone@example.org' });

export const contactSchema = z.object({
  name: lineSchema(1, 200),
  greeting: lineSchema(0, 80).default('').meta({ description: 'how to speak to the person' }),
  mail: mail.nullable().default(null),
  phone: lineSchema(3, 40).nullable().default(null),
  mayCall: z.boolean().default(true),
});
export type Contact = z.infer<typeof contactSchema>;

/** What matters and to whom, and what nobody should ask again. */
export const storySchema = z.object({
  matters: linesSchema(0, 500).default('').meta({ description: 'what is on the device that matters, and to whom; the bench screen shows it' }),
  doNotAsk: linesSchema(0, 300).default('').meta({ description: 'what not to ask again; the bench screen shows it' }),
  happened: linesSchema(0, 2000).default('').meta({ description: 'what happened to the device, as it was told' }),
});
export type Story = z.infer<typeof storySchema>;

/** What of it is to become another; what is left out stays as it was told. */
export const contactChangeSchema = z.object({ name: lineSchema(1, 200), greeting: lineSchema(0, 80), mail: mail.nullable(), phone: lineSchema(3, 40).nullable(), mayCall: z.boolean() }).partial();
export const storyChangeSchema = z.object({ matters: linesSchema(0, 500), doNotAsk: linesSchema(0, 300), happened: linesSchema(0, 2000) }).partial();

/** The agent who called ahead, to be told how it ended. */
export const agentSchema = z.object({ name: lineSchema(1, 120), mail: mail.nullable().default(null), reference: lineSchema(0, 80).default('').meta({ description: "the agent's own number for it" }), language: z.enum(LANGUAGES).optional() });
export type Agent = z.infer<typeof agentSchema>;

/** A name and strokes on a screen, in whole points of a field 600 wide and 200 high. */
const point = z.tuple([z.number().int().min(0).max(600), z.number().int().min(0).max(200)]);
export const signatureSchema = z.object({
  name: lineSchema(1, 200),
  relation: z.enum(RELATIONS).nullable().default(null),
  strokes: z.array(z.array(point).min(1).max(2000)).max(200).meta({ description: 'empty where somebody signed on paper or with a PIN' }),
});
export type Signature = z.infer<typeof signatureSchema>;

/** What each sealed item of a case holds; photos are kept as bytes. */
export const PRIVATE_SLOTS = { contact: contactSchema, story: storySchema, agent: agentSchema, signature: signatureSchema } as const;
export type PrivateSlot = keyof typeof PRIVATE_SLOTS;
