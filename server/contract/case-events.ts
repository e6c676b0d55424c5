/**
 * Everything that can have happened to a case: one body for each kind of custody event, in the past tense. The state of a
 * case is a fold over these and nothing else. Shapes only ever gain optional members; no personal data stands in them.
 */
import { z } from 'zod';
import { agentOf, CALL_LEVELS, caseConsentSchema, caseDeviceSchema, caseHoldSchema, caseStateSchema, caseTransferSchema, otherAgentSchema, STEPS } from './case-state.ts';
import { MESSAGE_MARKS, messageFactsSchema, openMessageSchema } from './case-messages.ts';
import {
  deviceIdsSchema, deviceLooksSchema, intakeSchema, LOCATIONS, PARTNER_STAGES, partySchema, personRefSchema, PURCHASE_PROOFS, RELATIONS, rescueSchema, RESULTS, rowRefSchema,
  SCOPES_OF_CONSENT, SIGNED_BY, stopRefSchema, TOLD, TOLD_HOW, TRANSFER_METHODS, TRI, VERIFIED_BY, whySchema,
} from './case-parts.ts';
import { LANGUAGES } from './languages.ts';

const rows = z.object({ contact: rowRefSchema.nullable(), story: rowRefSchema.nullable(), agent: rowRefSchema.nullable() }).partial();
const device = z.object({ deviceId: z.uuid(), ids: deviceIdsSchema, looks: deviceLooksSchema });
const code = z.string();
const atIso = z.iso.datetime();
const signed = z.object({ by: partySchema, how: z.enum(SIGNED_BY), row: rowRefSchema.nullable() });
const words = z.string().max(500);
/** What a merge brings along as it stood: a hold keeps its id, who placed it and who decided; a device where it is. */
const carried = z.object({
  devices: z.array(caseDeviceSchema), holds: z.array(caseHoldSchema), consents: z.array(caseConsentSchema), transfers: z.array(caseTransferSchema),
  links: caseStateSchema.shape.links.optional(), openMessages: z.array(openMessageSchema).optional(), otherAgents: z.array(otherAgentSchema).optional(),
});

export const CASE_EVENTS = {
  'brief-filed': z.object({ code, irreplaceable: z.boolean(), language: z.enum(LANGUAGES).optional(), expectedAtIso: atIso.nullable(), rescue: rescueSchema, device: device.nullable(), rows }),
  'walk-in-opened': z.object({ code, irreplaceable: z.boolean(), language: z.enum(LANGUAGES).optional(), device: device.nullable(), rows }),
  /** A bench stopped a restore of a device that nobody had told the store of. */
  'opened-by-stop': z.object({ code, stop: stopRefSchema, device }),
  'brief-amended': z.object({ irreplaceable: z.literal(true).optional(), language: z.enum(LANGUAGES).optional(), expectedAtIso: atIso.nullable().optional(), rescue: rescueSchema.optional(), rows }),
  'brief-acknowledged': z.object({ storyRead: z.boolean() }),
  'owner-named': z.object({ owner: personRefSchema }),
  'customer-arrived': z.object({}),
  'no-show-recorded': z.object({ why: whySchema }),
  'device-tied': z.object({ device, how: z.enum(['scanned', 'typed', 'seated', 'stopped']), bench: z.string().nullable() }),
  'device-identified': z.object({ deviceId: z.uuid(), ids: deviceIdsSchema, replaced: z.boolean().meta({ description: 'an identifier became another one; holds cover both' }), why: words }),
  'device-untied': z.object({ deviceId: z.uuid(), why: whySchema, second: personRefSchema.nullable().optional() }),
  'irreplaceable-set': z.object({ irreplaceable: z.boolean(), why: words, second: personRefSchema.nullable() }),
  'unlock-asked': z.object({ deviceId: z.uuid(), proof: z.enum(PURCHASE_PROOFS) }),
  'unlock-withdrawn': z.object({ deviceId: z.uuid(), why: words }),
  'intake-recorded': z.object({ deviceId: z.uuid(), intake: intakeSchema }),
  'photo-added': z.object({ deviceId: z.uuid().nullable(), photo: rowRefSchema, bytes: z.number().int(), mime: z.enum(['image/jpeg', 'image/png', 'image/webp']), fileSha256: z.string() }),
  'no-photo-made': z.object({ deviceId: z.uuid(), why: whySchema }),
  'consent-given': z.object({
    consentId: z.uuid(), relation: z.enum(RELATIONS), verified: z.enum(VERIFIED_BY), scopes: z.array(z.enum(SCOPES_OF_CONSENT)), termsVersion: z.string(), termsLanguage: z.enum(LANGUAGES).optional(), termsSha256: z.string(),
    priceCap: z.string().max(40), signed,
  }),
  'consent-withdrawn': z.object({ consentId: z.uuid(), why: words }),
  'device-put-away': z.object({ deviceId: z.uuid(), location: z.enum(LOCATIONS), label: z.string().max(60) }),
  'battery-checked': z.object({ deviceId: z.uuid(), swelling: z.enum(TRI), warm: z.enum(TRI), words }),
  'powered-off': z.object({ deviceId: z.uuid() }),
  'hold-placed': z.object({ holdId: z.uuid(), deviceId: z.uuid(), stop: stopRefSchema, cause: z.string() }),
  'hold-asked': z.object({ holdId: z.uuid(), deviceId: z.uuid(), why: whySchema }),
  'hold-approved': z.object({ holdId: z.uuid(), why: words }),
  'hold-released': z.object({ holdId: z.uuid(), why: whySchema, second: personRefSchema.nullable() }),
  'erase-allowed': z.object({ deviceId: z.uuid(), planHash: z.string(), expiresAtIso: atIso, why: whySchema, second: personRefSchema.nullable() }),
  'transfer-prepared': z.object({
    transferId: z.uuid(), devices: z.array(z.uuid()).min(1), from: partySchema, to: partySchema, method: z.enum(TRANSFER_METHODS), purpose: words, seal: z.string().max(40), condition: words,
    carrier: z.string().max(80), takenByIso: atIso.meta({ description: 'not taken by then: a gap in custody' }), backByIso: atIso.nullable(),
  }),
  'transfer-given': z.object({ transferId: z.uuid(), signed }),
  'transfer-taken': z.object({ transferId: z.uuid(), signed, sealIntact: z.enum(TRI), condition: words }),
  'transfer-recalled': z.object({ transferId: z.uuid(), why: whySchema }),
  'link-made': z.object({ linkId: z.uuid(), whom: z.enum(['customer', 'partner']), transferId: z.uuid().nullable(), expiresAtIso: atIso }),
  'link-revoked': z.object({ linkId: z.uuid(), why: words }),
  'message-noted': messageFactsSchema.extend({ messageId: z.uuid() }),
  'message-passed-on': z.object({ messageId: z.uuid(), transferId: z.uuid() }),
  'message-marked': z.object({ messageId: z.uuid(), as: z.enum(MESSAGE_MARKS), message: messageFactsSchema.extend({ atIso }) }),
  'partner-stage-reported': z.object({ transferId: z.uuid(), stage: z.enum(PARTNER_STAGES), expectedAtIso: atIso.nullable() }),
  'outcome-recorded': z.object({
    deviceId: z.uuid(), result: z.enum(RESULTS), photos: z.number().int().min(0).nullable(), videos: z.number().int().min(0).nullable(), other: z.number().int().min(0).nullable(),
    delivered: z.enum(['drive', 'download', 'new-device', 'on-the-device', 'not-yet', 'nothing']), copyDeletedByIso: atIso.nullable(), words,
  }),
  /** A mail lies in the outbox; whether it arrived is another event. */
  'telling-queued': z.object({ who: z.enum(TOLD), about: z.enum(['progress', 'outcome']), mail: z.uuid(), of: agentOf }),
  told: z.object({ who: z.enum(TOLD), how: z.enum(TOLD_HOW), about: z.enum(['progress', 'outcome']), mail: z.uuid().nullable(), of: agentOf }),
  'telling-failed': z.object({ who: z.enum(TOLD), mail: z.uuid(), of: agentOf, why: words }),
  'abandonment-recorded': z.object({ deviceId: z.uuid(), noticesSent: z.number().int().min(1), why: whySchema }),
  'device-disposed': z.object({ deviceId: z.uuid(), how: z.enum(['recycled-battery-safe', 'handed-to-authority']), why: whySchema }),
  noted: z.object({ words: whySchema }),
  corrected: z.object({ seq: z.number().int().min(1).meta({ description: 'the event that is wrong' }), why: whySchema }),
  'merged-into': z.object({ into: z.uuid(), code, why: whySchema }),
  absorbed: z.object({ from: z.uuid(), code, devices: z.array(device), irreplaceable: z.boolean(), rows, carried: carried.optional() }),
  /** By the store itself: an overdue step goes to the next people. */
  'step-called': z.object({
    callId: z.uuid(), step: z.enum(STEPS), deviceId: z.uuid().nullable(), subject: z.uuid().nullable(), sinceIso: atIso, dueAtIso: atIso, level: z.enum(CALL_LEVELS), people: z.array(personRefSchema),
  }),
  'call-answered': z.object({ callId: z.uuid(), why: whySchema }),
  closed: z.object({ why: words }),
  reopened: z.object({ why: whySchema }),
} as const;

export type CaseEventKind = keyof typeof CASE_EVENTS;
export type CaseEventBody<Kind extends CaseEventKind> = z.infer<(typeof CASE_EVENTS)[Kind]>;
/** What a decision makes: kind and body; id, time, actor and link in the chain come from whoever writes it. */
export type CaseDraft = { readonly [Kind in CaseEventKind]: { readonly kind: Kind; readonly body: CaseEventBody<Kind> } }[CaseEventKind];
