/**
 * Looks at what is personal in a case, what an agent sees of the own briefs, what the bench screen says of the device that
 * lies there, and what is known of erasures. Each look names a reason that the customer can read.
 */
import { z } from 'zod';
import { STAGES } from './case-parts.ts';
import { agentSchema, contactSchema, signatureSchema, storySchema } from './case-private.ts';
import { caseCallSchema, caseLineSchema, stepSchema } from './case-state.ts';
import { chainCheckSchema } from './custody-verdict.ts';
import { custodyHeadSchema } from './custody.ts';
import { confirmationIdSchema } from './people.ts';
import { erasureSchema, keepOrderSchema, lookReasonSchema, lookSchema, PRIVATE_KINDS } from './private-data.ts';
import { linesSchema } from './typed-text.ts';

export const LOOKED_AT = ['contact', 'story', 'agent', 'signature', 'photo'] as const;
export type LookedAt = (typeof LOOKED_AT)[number];

/** Within so long the same person sees the same again without another entry (ms). Policy: one visit of a customer at the counter. */
export const LOOK_REMEMBERED_MS = 15 * 60_000;

export const lookBodySchema = z.object({ what: z.enum(LOOKED_AT), why: lookReasonSchema }).strict();
export type LookBody = z.infer<typeof lookBodySchema>;

export const lookReplySchema = z.object({
  what: z.enum(LOOKED_AT),
  contact: contactSchema.nullable(),
  story: storySchema.nullable(),
  agent: agentSchema.nullable(),
  otherAgents: z.array(agentSchema).default([]).meta({ description: 'who called ahead for a case that was merged into this one' }),
  signatures: z.array(z.object({ row: z.uuid(), signature: signatureSchema })),
  photos: z.array(z.uuid()).meta({ description: 'which photos can be fetched now, by their row' }),
  unreadable: z.number().int().meta({ description: 'items that no key opens any more' }),
  untilIso: z.iso.datetime().meta({ description: 'until then the same may be seen again without another entry' }),
}).meta({ description: 'What was looked at; the look is on record before it is shown' });
export type LookReply = z.infer<typeof lookReplySchema>;

export const looksReplySchema = z.object({ looks: z.array(lookSchema) });

export const casesReplySchema = z.object({ cases: z.array(caseLineSchema), cursor: z.uuid().nullable().meta({ description: 'send it as `before` for what is older; null at the end' }) });

export const briefLineSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  stage: z.enum(STAGES),
  irreplaceable: z.boolean(),
  filedAtIso: z.iso.datetime(),
  expectedAtIso: z.iso.datetime().nullable(),
  acknowledged: z.object({ by: z.string().meta({ description: 'name of the manager who took it; the code of somebody who is not known any more' }), atIso: z.iso.datetime(), storyRead: z.boolean() }).nullable(),
  amendedAtIso: z.iso.datetime().nullable().default(null).meta({ description: 'changed since it was taken, and not read again yet' }),
  arrivedAtIso: z.iso.datetime().nullable(),
  outcomes: z.array(z.object({ result: z.string(), atIso: z.iso.datetime() })),
  customerTold: z.boolean(),
  told: z.boolean().meta({ description: 'whether this agent was told how it ended' }),
}).meta({ description: 'A brief as the agent who filed it sees it' });
export type BriefLine = z.infer<typeof briefLineSchema>;

export const ownCallsSchema = z.object({
  calls: z.array(z.object({ code: z.string(), call: caseCallSchema.omit({ people: true, deviceId: true, subject: true }) })),
  broken: chainCheckSchema.nullable().default(null).meta({ description: 'the last check of the custody chains, where it found one that does not hold; null: all hold, or whoever asks sees no cases' }),
}).meta({ description: 'Steps that stay undone, to which whoever asks was called; and whether the record itself is in doubt' });
export type OwnCalls = z.infer<typeof ownCallsSchema>;

export const benchCaseSchema = z.object({
  case: caseLineSchema.nullable().meta({ description: 'null: no case knows the device that lies there' }),
  deviceId: z.uuid().nullable(),
  story: storySchema.nullable(),
  greeting: z.string().default('').meta({ description: 'how the customer wants to be spoken to, in the words of the brief; never the whole name, and nothing by which to reach anybody' }),
  arrivedAtIso: z.iso.datetime().nullable().default(null),
  poweredOffAtIso: z.iso.datetime().nullable().default(null),
  steps: z.array(stepSchema).default([]).meta({ description: 'what is to be done next with this device, the most pressing first' }),
  others: z.array(z.string()).meta({ description: 'codes of further cases that know an identifier of this device' }),
}).meta({ description: 'The case of the device that lies on a bench now' });
export type BenchCase = z.infer<typeof benchCaseSchema>;

export const privacySchema = z.object({
  erasures: z.array(erasureSchema),
  kept: z.boolean().meta({ description: 'an order keeps everything of this case from being erased' }),
  keepOrders: z.array(keepOrderSchema).meta({ description: 'oldest first, released ones too' }),
}).meta({ description: 'What was erased of a case, and what must not be' });
export type CasePrivacy = z.infer<typeof privacySchema>;

export const custodyFilesSchema = z.object({
  head: custodyHeadSchema,
  keys: z.array(z.string()).meta({ description: 'SHA-256 of each public key that signed; compare it with what the store says' }),
  files: z.array(z.object({ name: z.string(), base64: z.string() })),
}).meta({ description: 'A custody chain as files, with a README that says how to check it' });
export type CustodyFiles = z.infer<typeof custodyFilesSchema>;

const why = linesSchema(3, 500);
export const eraseBodySchema = z.object({ kind: z.enum(PRIVATE_KINDS).nullable().meta({ description: 'null: everything of the case, for ever' }), why, confirmation: confirmationIdSchema }).strict();
export type EraseBody = z.infer<typeof eraseBodySchema>;
export const keepBodySchema = z.object({ why, confirmation: confirmationIdSchema }).strict();
export type KeepBody = z.infer<typeof keepBodySchema>;
export const releaseBodySchema = z.object({ orderId: z.uuid(), why, confirmation: confirmationIdSchema }).strict();
export type ReleaseBody = z.infer<typeof releaseBodySchema>;
