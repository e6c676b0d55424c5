/**
 * The state of a case as the fold over its custody events gives it, what is to be done next, and what lists and queues
 * show. No personal data stands in any of it: who may see a name asks for it with a reason.
 */
import { z } from 'zod';
import { openMessageSchema } from './case-messages.ts';
import {
  BRIEF_PARTS, deviceIdsSchema, deviceLooksSchema, HOLD_STATES, intakeSchema, LOCATIONS, PARTNER_STAGES, partySchema, personRefSchema, PLACES, PURCHASE_PROOFS, RELATIONS, rescueSchema, RESULTS, rowRefSchema,
  SCOPES_OF_CONSENT, SIGNED_BY, STAGES, stopRefSchema, TOLD, TOLD_HOW, TRANSFER_METHODS, TRANSFER_STATES, TRI, VERIFIED_BY,
} from './case-parts.ts';
import { chainedEventSchema, custodyHeadSchema } from './custody.ts';
import { LANGUAGES } from './languages.ts';

const atIso = z.iso.datetime();
const by = z.string().meta({ description: 'code of a person, or who else did it' });
/** Whose agent: of the case that was merged into this one. Left out: of this case, or of the customer. */
export const agentOf = z.uuid().optional();
export const otherAgentSchema = z.object({ of: z.uuid(), code: z.string(), row: rowRefSchema });
const signed = z.object({ by: partySchema, how: z.enum(SIGNED_BY), row: rowRefSchema.nullable(), atIso, actor: by });

export const caseDeviceSchema = z.object({
  id: z.uuid(),
  ids: deviceIdsSchema,
  formerIds: z.array(deviceIdsSchema).meta({ description: 'identifiers that turned out to be others; holds cover them too' }),
  looks: deviceLooksSchema,
  tiedAtIso: atIso.nullable().meta({ description: 'null: only named in a brief so far' }),
  place: z.enum(PLACES),
  partner: z.uuid().nullable(),
  location: z.object({ location: z.enum(LOCATIONS), label: z.string(), atIso }).nullable(),
  intake: intakeSchema.extend({ atIso, by }).nullable(),
  photos: z.array(z.object({ photo: rowRefSchema, mime: z.string(), bytes: z.number(), atIso })),
  noPhotoWhy: z.string().nullable(),
  suspectedBattery: z.boolean().meta({ description: 'bent or swollen: kept fire-safe, looked at regularly, never charged' }),
  batteryCheckedAtIso: atIso.nullable(),
  poweredOffAtIso: atIso.nullable(),
  unlock: z.object({ proof: z.enum(PURCHASE_PROOFS), atIso }).nullable(),
  outcome: z.object({
    result: z.enum(RESULTS), photos: z.number().nullable(), videos: z.number().nullable(), other: z.number().nullable(), delivered: z.string(), copyDeletedByIso: atIso.nullable(), words: z.string(), atIso, by,
  }).nullable(),
  abandonedAtIso: atIso.nullable(),
});
export type CaseDevice = z.infer<typeof caseDeviceSchema>;

export const caseHoldSchema = z.object({
  id: z.uuid(), deviceId: z.uuid(), state: z.enum(HOLD_STATES), stop: stopRefSchema.nullable(), cause: z.string().nullable(), why: z.string(),
  placedAtIso: atIso, placedBy: by, decidedAtIso: atIso.nullable(), decidedBy: by.nullable(), second: by.nullable(), decisionWhy: z.string(),
});
export type CaseHold = z.infer<typeof caseHoldSchema>;

export const caseTransferSchema = z.object({
  id: z.uuid(), state: z.enum(TRANSFER_STATES), devices: z.array(z.uuid()), from: partySchema, to: partySchema, method: z.enum(TRANSFER_METHODS), purpose: z.string(), seal: z.string(), condition: z.string(),
  carrier: z.string(), takenByIso: atIso, backByIso: atIso.nullable(), preparedAtIso: atIso, given: signed.nullable(), taken: signed.extend({ sealIntact: z.enum(TRI), condition: z.string() }).nullable(),
  recalledWhy: z.string().nullable(), stages: z.array(z.object({ stage: z.enum(PARTNER_STAGES), expectedAtIso: atIso.nullable(), atIso, by })),
});
export type CaseTransfer = z.infer<typeof caseTransferSchema>;

export const caseConsentSchema = z.object({
  id: z.uuid(), relation: z.enum(RELATIONS), verified: z.enum(VERIFIED_BY), scopes: z.array(z.enum(SCOPES_OF_CONSENT)), termsVersion: z.string(), termsLanguage: z.enum(LANGUAGES).optional(), termsSha256: z.string(), priceCap: z.string(), signed,
  withdrawnAtIso: atIso.nullable(),
});
export type CaseConsent = z.infer<typeof caseConsentSchema>;

/** What is to be done next, by whom it can be done, and until when; the page and the queue read the same list. */
export const STEPS = [
  'acknowledge-brief', 'await-customer', 'name-owner', 'tie-device', 'record-intake', 'add-photo', 'power-off', 'get-consent', 'decide-hold', 'put-away', 'check-battery', 'find-partner', 'sign-given', 'sign-taken',
  'answer-message', 'ask-partner', 'record-outcome', 'tell-customer', 'tell-agent', 'mend-telling', 'give-back', 'close',
] as const;
export type StepName = (typeof STEPS)[number];

/** Who is called when a step stays undone, one after the other: a manager who is in the store, every manager, then support and administrators. */
export const CALL_LEVELS = ['here', 'managers', 'beyond'] as const;
export type CallLevel = (typeof CALL_LEVELS)[number];
export const caseCallSchema = z.object({
  id: z.uuid(), step: z.enum(STEPS), deviceId: z.uuid().nullable(), subject: z.uuid().nullable(), sinceIso: atIso.meta({ description: 'since when the step is wanted: which round of it is meant' }), dueAtIso: atIso,
  level: z.enum(CALL_LEVELS), people: z.array(personRefSchema).meta({ description: 'who was called; empty: there is nobody to call, so everybody is meant' }), atIso,
  answered: z.object({ by, why: z.string(), atIso }).nullable().meta({ description: 'why it is not done yet; it buys time, not an end' }),
}).meta({ description: 'A step stayed undone, and the next ones were called' });
export type CaseCall = z.infer<typeof caseCallSchema>;

export const caseStateSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  stage: z.enum(STAGES),
  from: z.enum(['brief', 'walk-in', 'stop']),
  language: z.enum(LANGUAGES).default('en').meta({ description: 'that the customer reads' }),
  irreplaceable: z.boolean(),
  openedAtIso: atIso,
  expectedAtIso: atIso.nullable(),
  arrivedAtIso: atIso.nullable(),
  acknowledged: z.object({ by, atIso, storyRead: z.boolean() }).nullable(),
  amended: z.object({ atIso, by, what: z.array(z.enum(BRIEF_PARTS)) }).nullable().default(null).meta({ description: 'what changed since it was taken and nobody has read yet' }),
  filedBy: by,
  filedById: z.uuid().nullable(),
  owner: personRefSchema.nullable(),
  ownerSinceIso: atIso.nullable().default(null).meta({ description: 'null: nobody owns it, or an older Holdfast did not note it' }),
  rescue: rescueSchema,
  rows: z.object({ contact: rowRefSchema.nullable(), story: rowRefSchema.nullable(), agent: rowRefSchema.nullable() }).meta({ description: 'which personal records there are; null: none' }),
  devices: z.array(caseDeviceSchema),
  holds: z.array(caseHoldSchema),
  consents: z.array(caseConsentSchema),
  transfers: z.array(caseTransferSchema),
  allowedErases: z.array(z.object({ deviceId: z.uuid(), planHash: z.string(), expiresAtIso: atIso })),
  links: z.array(z.object({ id: z.uuid(), whom: z.enum(['customer', 'partner']), transferId: z.uuid().nullable(), expiresAtIso: atIso, revoked: z.boolean() })),
  told: z.array(z.object({ who: z.enum(TOLD), how: z.enum(TOLD_HOW), about: z.enum(['progress', 'outcome']), mail: z.uuid().nullable(), of: agentOf, atIso, by })),
  tellingQueued: z.array(z.object({ who: z.enum(TOLD), about: z.enum(['progress', 'outcome']), mail: z.uuid(), of: agentOf, atIso })).meta({ description: 'mails of which nobody knows yet whether they arrived' }),
  tellingFailed: z.array(z.object({ who: z.enum(TOLD), mail: z.uuid(), of: agentOf, why: z.string(), atIso })),
  corrections: z.array(z.object({ seq: z.number().int(), why: z.string(), atIso, by })),
  calls: z.array(caseCallSchema).default([]).meta({ description: 'the newest of each step' }),
  openMessages: z.array(openMessageSchema).default([]).meta({ description: 'what customer or partner wrote and nobody has answered, oldest first' }),
  messageCount: z.number().int().default(0),
  mergedInto: z.object({ id: z.uuid(), code: z.string() }).nullable(),
  otherAgents: z.array(otherAgentSchema).default([]).meta({ description: 'agents who called ahead for a case that was merged into this one' }),
  absorbed: z.array(z.object({ id: z.uuid(), code: z.string() })),
  lastSeq: z.number().int(),
  lastAtIso: atIso,
});
export type CaseState = z.infer<typeof caseStateSchema>;

export const stepSchema = z.object({
  step: z.enum(STEPS),
  deviceId: z.uuid().nullable(),
  subject: z.uuid().nullable().meta({ description: 'the hold, transfer or mail that is meant' }),
  sinceIso: atIso,
  dueAtIso: atIso.nullable().meta({ description: 'null: whenever it fits' }),
  overdue: z.boolean(),
});
export type Step = z.infer<typeof stepSchema>;

export const GAPS = ['given-not-taken', 'no-place-known', 'partner-silent', 'seal-broken', 'not-back-in-time'] as const;
export const gapSchema = z.object({ gap: z.enum(GAPS), deviceId: z.uuid(), transferId: z.uuid().nullable(), sinceIso: atIso });
export type Gap = z.infer<typeof gapSchema>;

/** How far a hold reaches: a bridge has it once it has told that it knows these facts. */
export const holdReachSchema = z.object({
  holdId: z.uuid(),
  state: z.enum(['pending', 'effective', 'too-late']),
  benches: z.array(z.object({ bench: z.string(), enforced: z.boolean(), why: z.enum(['knows', 'grants-nothing', 'not-heard', 'crossed-before']) })),
  sinceIso: atIso.nullable().meta({ description: 'enforced by every bridge since' }),
});
export type HoldReach = z.infer<typeof holdReachSchema>;

export const caseViewSchema = z.object({
  case: caseStateSchema,
  head: custodyHeadSchema,
  next: z.array(stepSchema),
  gaps: z.array(gapSchema),
  dataAtStake: z.boolean(),
  reach: z.array(holdReachSchema),
}).meta({ description: 'One case as it stands' });
export type CaseView = z.infer<typeof caseViewSchema>;

export const caseLineSchema = z.object({
  id: z.uuid(), code: z.string(), stage: z.enum(STAGES), from: z.enum(['brief', 'walk-in', 'stop']), irreplaceable: z.boolean(), models: z.array(z.string()), serials: z.array(z.string()),
  held: z.boolean(), owner: personRefSchema.nullable(), expectedAtIso: atIso.nullable(), lastAtIso: atIso, next: stepSchema.nullable(), gaps: z.number().int(),
  openMessages: z.number().int().default(0).meta({ description: 'messages from outside that nobody has answered' }),
}).meta({ description: 'One case in a list' });
export type CaseLine = z.infer<typeof caseLineSchema>;

const waitingSchema = z.object({
  step: stepSchema, gap: gapSchema.nullable(),
  call: caseCallSchema.nullable().default(null).meta({ description: 'who was called because nobody did it; null: nobody yet' }),
});
export type Waiting = z.infer<typeof waitingSchema>;
/** One case that waits for a person: its most pressing step in front, what else waits in it beneath. */
export const queueItemSchema = waitingSchema.extend({ case: caseLineSchema, more: z.array(waitingSchema).default([]).meta({ description: 'what else waits in this case, the most pressing first' }) });
export type QueueItem = z.infer<typeof queueItemSchema>;

export const caseHistorySchema = z.object({ events: z.array(chainedEventSchema), head: custodyHeadSchema });
export type CaseHistory = z.infer<typeof caseHistorySchema>;
