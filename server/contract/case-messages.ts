/** What customer, partner and store write to one another through a case. Nobody's number or address goes along with it. */
import { z } from 'zod';
import { lookReasonSchema } from './private-data.ts';
import { linesSchema } from './typed-text.ts';

export const MESSAGE_SIDES = ['customer', 'partner', 'store'] as const;
export type MessageSide = (typeof MESSAGE_SIDES)[number];
export const MESSAGE_WORDS_MAX = 2000;
export const messageWordsSchema = linesSchema(0, MESSAGE_WORDS_MAX);

/** What may be known of a message without a look at it: no word of what it says. */
export const messageFactsSchema = z.object({
  from: z.enum(MESSAGE_SIDES),
  to: z.enum(MESSAGE_SIDES),
  transferId: z.uuid().nullable().meta({ description: 'of which handover, where a partner is meant' }),
  asksCall: z.boolean(),
});
export const openMessageSchema = messageFactsSchema.extend({ id: z.uuid(), atIso: z.iso.datetime() }).meta({ description: 'A message that waits for somebody of the store' });
export type OpenMessage = z.infer<typeof openMessageSchema>;

/** As `unread` it waits again for whoever comes next. */
export const MESSAGE_MARKS = ['unread', 'needs-no-answer'] as const;
export type MessageMark = (typeof MESSAGE_MARKS)[number];

export const caseMessageSchema = messageFactsSchema.extend({
  id: z.uuid(),
  atIso: z.iso.datetime(),
  words: z.string().nullable().meta({ description: 'null: erased' }),
  by: z.string().nullable().default(null).meta({ description: 'code of the person of the store who wrote it' }),
  passed: z.object({ transferId: z.uuid(), by: z.string(), atIso: z.iso.datetime() }).nullable().default(null).meta({ description: 'who showed the words of the customer to a partner; null: no partner sees them' }),
  reads: z.array(z.object({ by: z.string(), atIso: z.iso.datetime() })).default([]).meta({ description: 'who of the store has read it, the first first' }),
}).meta({ description: 'One message of a case' });
export type CaseMessage = z.infer<typeof caseMessageSchema>;
export const messagesReplySchema = z.object({ messages: z.array(caseMessageSchema), atIso: z.iso.datetime().meta({ description: 'when this was read, by the clock of the server' }) });

export const messagesLookBodySchema = z.object({ why: lookReasonSchema }).strict();
export const messageBodySchema = z.object({
  id: z.uuid().meta({ description: 'made by whoever sends: the same message sent twice is kept once' }),
  to: z.enum(['customer', 'partner']),
  transferId: z.uuid().nullable().default(null),
  words: linesSchema(1, MESSAGE_WORDS_MAX),
}).strict();
export type MessageBody = z.input<typeof messageBodySchema>;

const id = z.uuid().meta({ description: 'made by whoever sends: the same act sent twice is done once' });
export const passOnBodySchema = z.object({ id, transferId: z.uuid() }).strict();
export const markBodySchema = z.object({ id, as: z.enum(MESSAGE_MARKS) }).strict();

/** What the custody chain keeps of a message: that there was one. */
export const MESSAGE_NOTES_EN: Readonly<Record<`${MessageSide}-${MessageSide}`, string>> = {
  'customer-store': 'The customer wrote to the store through the link.', 'customer-partner': 'The customer wrote to the partner through the link; the store passes it on.', 'partner-store': 'The partner wrote to the store through the link.',
  'partner-customer': 'The partner wrote to the customer through the link.', 'store-customer': 'The store wrote to the customer; it stands on the customer’s page.', 'store-partner': 'The store wrote to the partner; it stands on the partner’s page.',
  'customer-customer': '', 'partner-partner': '', 'store-store': '',
};
export const ASKS_CALL_EN = 'The customer asks to be called.';
export const PASSED_ON_EN = 'A message of the customer was passed on to the partner.';
export const MARKED_EN: Readonly<Record<MessageMark, string>> = { unread: 'A message waits again to be answered.', 'needs-no-answer': 'A message needs no answer.' };
