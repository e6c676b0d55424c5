/** What customer, partner and store write to one another through a case. Nobody's number or address goes along with it. */
import { z } from 'zod';
import { lookReasonSchema } from './private-data.ts';
import { linesSchema } from './typed-text.ts';

export const MESSAGE_SIDES = ['customer', 'partner', 'store'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];
export const MESSAGE_WORDS_MAX = 1000;
export const messageWordsSchema = linesSchema(0, MESSAGE_WORDS_MAX);

export const caseMessageSchema = z.object({
  id: z.uuid(),
  from: z.enum(MESSAGE_SIDES),
  to: z.enum(MESSAGE_SIDES),
  transferId: z.uuid().nullable().meta({ description: 'of which handover, where a partner is meant' }),
  atIso: z.iso.datetime(),
  asksCall: z.boolean(),
  words: z.string().nullable().meta({ description: 'null: erased' }),
}).meta({ description: 'One message of a case' });
export type CaseMessage = z.infer<typeof caseMessageSchema>;
export const messagesReplySchema = z.object({ messages: z.array(caseMessageSchema) });

export const messagesLookBodySchema = z.object({ why: lookReasonSchema }).strict();
export const messageBodySchema = z.object({
  id: z.uuid().meta({ description: 'made by whoever sends: the same message sent twice is kept once' }),
  to: z.enum(['customer', 'partner']),
  transferId: z.uuid().nullable().default(null),
  words: linesSchema(1, MESSAGE_WORDS_MAX),
}).strict();
export type MessageBody = z.input<typeof messageBodySchema>;

/** What the custody chain keeps of a message: that there was one. */
export const MESSAGE_NOTES_EN: Readonly<Record<`${MessageSide}-${MessageSide}`, string>> = {
  'customer-store': 'The customer wrote to the store through the link.', 'customer-partner': 'The customer wrote to the partner through the link.', 'partner-store': 'The partner wrote to the store through the link.',
  'partner-customer': 'The partner wrote to the customer through the link.', 'store-customer': 'The store wrote to the customer; it stands on the customer’s page.', 'store-partner': 'The store wrote to the partner; it stands on the partner’s page.',
  'customer-customer': '', 'partner-partner': '', 'store-store': '',
};
export const ASKS_CALL_EN = 'The customer asks to be called.';
