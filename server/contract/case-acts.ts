/**
 * Everything that somebody may do to a case, as one table: the right it needs, the stages in which it makes sense, what is
 * sent along. The server makes a route of each row, the page its buttons; what else must be true is said by the refusals.
 */
import { z } from 'zod';
import {
  deviceIdsSchema, deviceLooksSchema, HOLD_STATES, intakeSchema, LOCATIONS, PARTNER_STAGES, partySchema, PURCHASE_PROOFS, RELATIONS, rescueSchema, RESULTS, rowRefSchema, SCOPES_OF_CONSENT, SIGNED_BY, TOLD,
  TRANSFER_METHODS, TRI, VERIFIED_BY, whySchema,
} from './case-parts.ts';
import type { Stage } from './case-parts.ts';
import { MESSAGE_MARKS, messageFactsSchema } from './case-messages.ts';
import { agentSchema, contactChangeSchema, contactSchema, signatureSchema, storyChangeSchema, storySchema } from './case-private.ts';
import type { PrivateSlot } from './case-private.ts';
import { caseCodeSchema } from './custody.ts';
import { confirmationIdSchema } from './people.ts';
import type { Action } from './rights.ts';
import { linesSchema, lineSchema } from './typed-text.ts';
import { LANGUAGES } from './languages.ts';

const atIso = z.iso.datetime();
const words = linesSchema(0, 500).default('').meta({ description: 'kept for ever in the custody chain: no names' });
const deviceId = z.uuid();
const device = z.object({ ids: deviceIdsSchema, looks: deviceLooksSchema }).strict();
const confirmation = confirmationIdSchema;
const secondConfirmation = confirmationIdSchema.nullable().default(null).meta({ description: 'of a second, different person where data is at stake' });
const second = { confirmation, secondConfirmation };
const seen = z.enum(HOLD_STATES).optional().meta({ description: 'as the page showed the hold; another manager may have been faster' });
const signed = { signedBy: z.enum(SIGNED_BY) };

/** What is personal in a body stands under `private`, and only there; it is sealed before anything is decided. */
const priv = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).strict();
const signature = signatureSchema.nullable().default(null);

const language = z.enum(LANGUAGES).default('en').meta({ description: 'that the customer reads: mails, papers and terms are in it' });

interface ActRow {
  readonly action: Action;
  /** In which stages; a case that does not exist yet has none. */
  readonly stages: readonly Stage[] | 'new';
  readonly body: z.ZodObject;
  /** In one line, for the interface's description. */
  readonly says: string;
}
const act = <const Row extends ActRow>(row: Row): Row => row;
const ALIVE = ['announced', 'expected', 'open'] as const;
const OPEN = ['open'] as const;
/** `id` is made by whoever sends: the same act sent twice is done once. */
const body = <Shape extends z.ZodRawShape>(shape: Shape) => z.object({ id: z.uuid().meta({ description: 'made by whoever sends: the same act sent twice is done once' }), ...shape }).strict();

export const CASE_ACTS = {
  'file-brief': act({
    action: 'file-brief', stages: 'new', says: 'Tell the store who is coming and what matters',
    body: body({
      irreplaceable: z.boolean(), language, expectedAtIso: atIso.nullable(), rescue: rescueSchema.default({}), device: device.nullable().default(null),
      private: priv({ contact: contactSchema, story: storySchema, agent: agentSchema.nullable().default(null) }),
    }),
  }),
  'open-walk-in': act({
    action: 'work-case', stages: 'new', says: 'Somebody is here without a brief',
    body: body({ irreplaceable: z.boolean(), language, device: device.nullable().default(null), private: priv({ contact: contactSchema.nullable().default(null), story: storySchema.nullable().default(null) }) }),
  }),
  'amend-brief': act({
    action: 'file-brief', stages: ALIVE, says: 'Change a brief: what is left out stays. Whoever took it reads it again; the irreplaceable flag can only be set here, never lifted',
    body: body({
      irreplaceable: z.literal(true).optional(), language: z.enum(LANGUAGES).optional(), expectedAtIso: atIso.nullable().optional(), rescue: rescueSchema.optional(),
      private: priv({ contact: contactChangeSchema.optional(), story: storyChangeSchema.optional(), agent: agentSchema.optional() }).default({}),
    }),
  }),
  'acknowledge-brief': act({ action: 'take-brief', stages: ['announced', 'expected', 'open'], says: 'Take a brief, its story read; once more after it was changed', body: body({}) }),
  'take-over': act({ action: 'work-case', stages: ALIVE, says: 'Own the case from now on', body: body({}) }),
  arrive: act({ action: 'work-case', stages: ['announced', 'expected', 'no-show'], says: 'The customer is here', body: body({}) }),
  'record-no-show': act({ action: 'work-case', stages: ['announced', 'expected'], says: 'Nobody came', body: body({ why: whySchema }) }),
  'tie-device': act({
    action: 'work-case', stages: ALIVE, says: 'This device belongs to this case; from now on every bench judges by the case',
    body: body({ ...device.shape, how: z.enum(['scanned', 'typed', 'seated']), bench: z.string().max(64).nullable().default(null) }),
  }),
  'identify-device': act({
    action: 'work-case', stages: ALIVE, says: 'More is known of a device, or an identifier was wrong; holds cover both',
    body: body({ deviceId, ids: deviceIdsSchema, why: words }),
  }),
  'untie-device': act({
    action: 'work-case', stages: ALIVE, says: 'This device was tied by mistake; two people where its data cannot be replaced',
    body: body({ deviceId, why: whySchema, confirmation: confirmation.nullable().default(null).meta({ description: 'where two people are needed' }), secondConfirmation }),
  }),
  'set-irreplaceable': act({ action: 'work-case', stages: ALIVE, says: 'What is on it cannot be replaced', body: body({ why: words }) }),
  'lift-irreplaceable': act({ action: 'decide-hold', stages: ALIVE, says: 'Lift the irreplaceable flag: two people', body: body({ why: whySchema, ...second }) }),
  'ask-unlock': act({ action: 'work-case', stages: OPEN, says: 'Ask for the activation lock to be removed; recovery comes first', body: body({ deviceId, proof: z.enum(PURCHASE_PROOFS) }) }),
  'withdraw-unlock': act({ action: 'work-case', stages: OPEN, says: 'The unlock is not wanted any more', body: body({ deviceId, why: words }) }),
  'record-intake': act({ action: 'work-case', stages: OPEN, says: 'What is seen, measured and known of the device', body: body({ deviceId, intake: intakeSchema }) }),
  'add-photo': act({
    action: 'work-case', stages: OPEN, says: 'A photo of the device; its bytes come by a route of their own',
    body: body({ deviceId, photo: rowRefSchema, bytes: z.number().int().min(1), mime: z.enum(['image/jpeg', 'image/png', 'image/webp']), fileSha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  }),
  'explain-no-photo': act({ action: 'work-case', stages: OPEN, says: 'Why there is no photo of the device', body: body({ deviceId, why: whySchema }) }),
  'give-consent': act({
    action: 'work-case', stages: OPEN, says: 'What the customer allows, signed',
    body: body({
      relation: z.enum(RELATIONS), verified: z.enum(VERIFIED_BY), scopes: z.array(z.enum(SCOPES_OF_CONSENT)).min(1).max(SCOPES_OF_CONSENT.length),
      termsVersion: z.string().max(40), termsLanguage: z.enum(LANGUAGES).default('en').meta({ description: 'in which they were shown' }), priceCap: lineSchema(0, 40).default(''), ...signed, private: priv({ signature: signatureSchema }),
    }),
  }),
  'withdraw-consent': act({ action: 'work-case', stages: OPEN, says: 'The customer takes a consent back', body: body({ consentId: z.uuid(), why: words }) }),
  'put-away': act({ action: 'work-case', stages: OPEN, says: 'Where the device lies', body: body({ deviceId, location: z.enum(LOCATIONS), label: lineSchema(0, 60).default('') }) }),
  'check-battery': act({ action: 'work-case', stages: OPEN, says: 'Look at a bent phone in store: swelling, warmth', body: body({ deviceId, swelling: z.enum(TRI), warm: z.enum(TRI), words }) }),
  'power-off': act({ action: 'work-case', stages: OPEN, says: 'The device was switched off, so that ghost touches try no passcode', body: body({ deviceId }) }),
  'ask-hold': act({ action: 'work-case', stages: OPEN, says: 'Ask for a hold: no bench restores this device until a manager decides', body: body({ deviceId, why: whySchema }) }),
  'approve-hold': act({ action: 'decide-hold', stages: OPEN, says: 'Keep the hold', body: body({ holdId: z.uuid(), why: words, seen, confirmation }) }),
  'release-hold': act({ action: 'decide-hold', stages: OPEN, says: 'Release the hold, with a reason; a second person where data is at stake', body: body({ holdId: z.uuid(), why: whySchema, seen, ...second }) }),
  'allow-erase': act({
    action: 'decide-hold', stages: OPEN, says: 'Allow one erasing plan of one device for half an hour: consent and a verified backup, never where irreplaceable',
    body: body({ deviceId, planHash: z.string().regex(/^[0-9A-Fa-f]{4,64}$/), why: whySchema, ...second }),
  }),
  'prepare-transfer': act({
    action: 'hand-over', stages: OPEN, says: 'Prepare a handover: to a partner, back to the store, to the customer, from the customer',
    body: body({
      devices: z.array(deviceId).min(1).max(20), from: partySchema, to: partySchema, method: z.enum(TRANSFER_METHODS), purpose: words, seal: lineSchema(0, 40).default(''), condition: words,
      carrier: lineSchema(0, 80).default(''), backByIso: atIso.nullable().default(null),
    }),
  }),
  'sign-given': act({ action: 'hand-over', stages: OPEN, says: 'The giving side signs', body: body({ transferId: z.uuid(), ...signed, private: priv({ signature }) }) }),
  'sign-taken': act({
    action: 'hand-over', stages: OPEN, says: 'The taking side signs',
    body: body({ transferId: z.uuid(), ...signed, sealIntact: z.enum(TRI), condition: words, private: priv({ signature }) }),
  }),
  'recall-transfer': act({ action: 'hand-over', stages: OPEN, says: 'It is not handed over after all', body: body({ transferId: z.uuid(), why: whySchema }) }),
  'report-stage': act({ action: 'hand-over', stages: OPEN, says: 'What the partner says of the work', body: body({ transferId: z.uuid(), stage: z.enum(PARTNER_STAGES), expectedAtIso: atIso.nullable().default(null) }) }),
  'record-outcome': act({
    action: 'hand-over', stages: OPEN, says: 'How it ended for this device',
    body: body({
      deviceId, result: z.enum(RESULTS), photos: z.number().int().min(0).max(10_000_000).nullable().default(null), videos: z.number().int().min(0).max(10_000_000).nullable().default(null),
      other: z.number().int().min(0).max(10_000_000).nullable().default(null), delivered: z.enum(['drive', 'download', 'new-device', 'on-the-device', 'not-yet', 'nothing']),
      copyDeletedByIso: atIso.nullable().default(null), words,
    }),
  }),
  'record-told': act({
    action: 'work-case', stages: OPEN, says: 'The customer or the agent was told by voice or letter, or there is nobody to tell',
    body: body({ who: z.enum(TOLD), how: z.enum(['phone', 'in-person', 'letter', 'nobody-to-tell']), about: z.enum(['progress', 'outcome']) }),
  }),
  'tell-by-mail': act({ action: 'work-case', stages: OPEN, says: 'Tell the customer or the agent by mail how it stands or ended', body: body({ who: z.enum(TOLD), about: z.enum(['progress', 'outcome']) }) }),
  'record-abandonment': act({ action: 'end-case', stages: OPEN, says: 'Nobody fetched the device after every notice', body: body({ deviceId, noticesSent: z.number().int().min(1).max(50), why: whySchema }) }),
  'dispose-device': act({ action: 'end-case', stages: OPEN, says: 'An abandoned device was disposed of, its battery safely', body: body({ deviceId, how: z.enum(['recycled-battery-safe', 'handed-to-authority']), why: whySchema }) }),
  'answer-call': act({
    action: 'work-case', stages: [...ALIVE, 'no-show'], says: 'Say why an overdue step is not done yet; it stays overdue, and the next ones are called later',
    body: body({ callId: z.uuid(), why: whySchema }),
  }),
  note: act({ action: 'work-case', stages: ALIVE, says: 'Write something down for whoever comes next', body: body({ words: whySchema }) }),
  correct: act({ action: 'work-case', stages: [...ALIVE, 'no-show', 'closed'], says: 'Say what is wrong in an earlier entry; the entry itself stays', body: body({ seq: z.number().int().min(1), why: whySchema }) }),
  'note-message': act({ action: 'work-case', stages: ALIVE, says: 'Customer, store and partner write to one another through the case', body: body(messageFactsSchema.shape) }),
  'pass-message-on': act({ action: 'work-case', stages: ALIVE, says: 'A person passes the words of a customer on to a partner', body: body({ messageId: z.uuid(), transferId: z.uuid() }) }),
  'mark-message': act({
    action: 'work-case', stages: ALIVE, says: 'A message needs no answer, or waits again to be read',
    body: body({ messageId: z.uuid(), as: z.enum(MESSAGE_MARKS), message: messageFactsSchema.extend({ atIso }) }),
  }),
  'make-link': act({ action: 'hand-over', stages: ALIVE, says: 'A link for the customer or for a partner', body: body({ whom: z.enum(['customer', 'partner']), transferId: z.uuid().nullable().default(null) }) }),
  'revoke-link': act({ action: 'hand-over', stages: [...ALIVE, 'closed'], says: 'The link must not work any more', body: body({ linkId: z.uuid(), why: words }) }),
  'merge-into': act({ action: 'end-case', stages: ALIVE, says: 'The same matter has another case already', body: body({ into: caseCodeSchema, why: whySchema }) }),
  close: act({ action: 'end-case', stages: ['open', 'no-show'], says: 'Everything is done, everybody was told', body: body({ why: words }) }),
  reopen: act({ action: 'end-case', stages: ['closed', 'no-show'], says: 'It is not over', body: body({ why: whySchema }) }),
} as const;

/** What has a route of its own: a link shows its secret there, a photo comes as its bytes, a message brings its words. */
export const ACTS_ELSEWHERE = ['make-link', 'add-photo', 'note-message', 'pass-message-on', 'mark-message'] as const satisfies readonly (keyof typeof CASE_ACTS)[];

export type CaseActName = keyof typeof CASE_ACTS;
export const CASE_ACT_NAMES = Object.keys(CASE_ACTS).filter((name): name is CaseActName => Object.hasOwn(CASE_ACTS, name));
export type CaseActBody<Name extends CaseActName> = z.infer<(typeof CASE_ACTS)[Name]['body']>;
/** As a page sends it: what has a default may be left out. */
export type CaseActInput<Name extends CaseActName> = z.input<(typeof CASE_ACTS)[Name]['body']>;

/** What of an act is personal, by the place it has under `private`. */
export const privateSlotsOf = (sent: { readonly private?: unknown }): PrivateSlot[] =>
  (['contact', 'story', 'agent', 'signature'] as const).filter((slot) => typeof sent.private === 'object' && sent.private !== null && (sent.private as Readonly<Record<string, unknown>>)[slot] != null);

/** Why a case cannot take an act, beyond rights and the form of the body. */
export const CASE_REFUSALS = [
  'no-such-case', 'case-moved-on', 'act-id-used', 'not-in-this-stage', 'story-not-read', 'no-such-device', 'device-needs-identifier', 'device-in-other-case', 'device-tied-already', 'ids-contradict',
  'device-not-here', 'device-received', 'not-irreplaceable', 'already-irreplaceable', 'recovery-first', 'proof-not-accepted', 'no-unlock-asked', 'no-such-consent', 'terms-unknown',
  'consent-missing', 'backup-missing', 'irreplaceable-never-erased', 'hold-exists', 'no-such-hold', 'hold-decided', 'hold-active', 'no-such-transfer', 'transfer-parties-wrong', 'transfer-open', 'transfer-not-prepared',
  'transfer-not-given', 'transfer-over', 'signature-missing', 'no-such-partner', 'not-with-partner', 'outcome-missing', 'not-told', 'devices-not-accounted', 'no-such-entry', 'no-such-link', 'no-such-message',
  'merge-with-itself', 'merge-target-ended', 'abandonment-missing', 'too-many-devices', 'mail-not-possible', 'no-such-photo', 'photo-wrong', 'no-such-call', 'call-over', 'not-called', 'link-unknown', 'link-over', 'pin-wrong',
] as const;
export type CaseRefusal = (typeof CASE_REFUSALS)[number];
