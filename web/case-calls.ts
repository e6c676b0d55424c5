/**
 * What the pages of cases ask of the server, by the one call of api.ts; fetched with those pages, so that the board does not
 * carry their shapes. An act is typed by its row in the table of acts.
 */
import { z } from 'zod';
import type { CaseActInput, CaseActName } from '../server/contract/case-acts.ts';
import { benchCaseSchema, briefLineSchema, casesReplySchema, lookReplySchema, looksReplySchema, ownCallsSchema, privacySchema } from '../server/contract/case-looks.ts';
import type { BenchCase, BriefLine, CasePrivacy, EraseBody, LookedAt, LookReply, OwnCalls } from '../server/contract/case-looks.ts';
import { caseHistorySchema, caseViewSchema, queueItemSchema } from '../server/contract/case-state.ts';
import type { CaseHistory, CaseLine, CaseView, QueueItem } from '../server/contract/case-state.ts';
import { storedEvidenceSchema } from '../server/contract/live.ts';
import type { StoredEvidence } from '../server/contract/live.ts';
import { madePaperSchema } from '../server/contract/papers.ts';
import type { MadePaper, PaperBody, PaperKind } from '../server/contract/papers.ts';
import { ownMailSchema } from '../server/contract/people.ts';
import { partnerSchema } from '../server/contract/partners.ts';
import type { Partner, PartnerBody } from '../server/contract/partners.ts';
import { messagesReplySchema } from '../server/contract/case-messages.ts';
import type { CaseMessage, MessageBody, MessageMark } from '../server/contract/case-messages.ts';
import type { Look } from '../server/contract/private-data.ts';
import { termsSchema } from '../server/contract/terms.ts';
import type { ShownTerms } from '../server/contract/terms.ts';
import { call } from './api.ts';
import type { Answer } from './api.ts';
import type { Language } from '../server/contract/languages.ts';

const ASK_DEADLINE_MS = 8_000;
/** A photo over a weak wireless line. */
const PHOTO_DEADLINE_MS = 60_000;

const ask = <Value>(path: string, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS }, schema);
const post = <Value>(path: string, body: unknown, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS, body }, schema);
const of = (code: string, rest = ''): string => `/api/cases/${encodeURIComponent(code)}${rest}`;

/** Null: the act makes the case. */
export const doAct = <Name extends CaseActName>(code: string | null, name: Name, body: CaseActInput<Name>): Promise<Answer<CaseView>> =>
  post(code === null ? `/api/cases/acts/${name}` : of(code, `/acts/${name}`), body, caseViewSchema);

export const findCases = (text: string): Promise<Answer<{ cases: CaseLine[] }>> => ask(`/api/cases${text === '' ? '' : `?text=${encodeURIComponent(text)}`}`, casesReplySchema);
export const caseOf = (code: string): Promise<Answer<CaseView>> => ask(of(code), caseViewSchema);
export const historyOf = (code: string): Promise<Answer<CaseHistory>> => ask(of(code, '/history'), caseHistorySchema);

const queueSchema = z.object({ items: z.array(queueItemSchema) });
export const queueNow = (): Promise<Answer<{ items: QueueItem[] }>> => ask('/api/queue', queueSchema);

const partnersSchema = z.object({ partners: z.array(partnerSchema) });
export const allPartners = (): Promise<Answer<{ partners: Partner[] }>> => ask('/api/partners', partnersSchema);
export const addPartner = (body: PartnerBody): Promise<Answer<Partner>> => post('/api/partners', body, partnerSchema);
export const changePartner = (id: string, body: PartnerBody): Promise<Answer<Partner>> => post(`/api/partners/${encodeURIComponent(id)}`, body, partnerSchema);

/** On record before it is shown; within a quarter of an hour the same person sees the same again without another entry. */
export const lookAt = (code: string, what: LookedAt, why: string): Promise<Answer<LookReply>> => post(of(code, '/look'), { what, why }, lookReplySchema);

export const looksOf = (code: string): Promise<Answer<{ looks: Look[] }>> => ask(of(code, '/looks'), looksReplySchema);

const briefsSchema = z.object({ briefs: z.array(briefLineSchema) });
export const ownBriefs = (): Promise<Answer<{ briefs: BriefLine[] }>> => ask('/api/briefs', briefsSchema);
export const caseOnBench = (benchId: string): Promise<Answer<BenchCase>> => ask(`/api/benches/${encodeURIComponent(benchId)}/case`, benchCaseSchema);
export const ownCalls = (): Promise<Answer<OwnCalls>> => ask('/api/calls', ownCallsSchema);
export const ownMail = (): Promise<Answer<{ isSet: boolean }>> => ask('/api/session/mail', ownMailSchema);
/** Null takes it away. */
export const setOwnMail = (mail: string | null): Promise<Answer<{ isSet: boolean }>> => post('/api/session/mail', { mail }, ownMailSchema);
export const termsNow = (language: Language): Promise<Answer<ShownTerms>> => ask(`/api/terms?language=${language}`, termsSchema);

const eventsSchema = z.object({ events: z.array(storedEvidenceSchema) });
/** Enough to reach back to a stop of the same shift. */
export const longEvidence = (benchId: string): Promise<Answer<{ events: StoredEvidence[] }>> => ask(`/api/events?bench=${encodeURIComponent(benchId)}&limit=400`, eventsSchema);

/** The id is made once, so that a photo that is sent again is kept once. */
export const sendPhoto = (code: string, id: string, deviceId: string, photo: Blob): Promise<Answer<CaseView>> =>
  call({ path: of(code, `/photos/${id}?device=${encodeURIComponent(deviceId)}`), deadlineMs: PHOTO_DEADLINE_MS, file: photo }, caseViewSchema);

/** Made and kept for a moment only; what of it is personal is a look with this reason. */
export const makePaper = (code: string, kind: PaperKind, body: PaperBody): Promise<Answer<MadePaper>> => post(of(code, `/papers/${kind}`), body, madePaperSchema);

/** In the place of a photo's bytes: where the page can show it from, once it was looked at. */
export const photoAddress = (code: string, row: string): string => of(code, `/photos/${row}`);

export const eraseOf = (code: string, body: EraseBody): Promise<Answer<CasePrivacy>> => post(of(code, '/privacy/erase'), body, privacySchema);
export const setPartnerActive = (id: string, body: { readonly active: boolean; readonly why: string }): Promise<Answer<Partner>> => post(`/api/partners/${encodeURIComponent(id)}/active`, body, partnerSchema);

/** A look on record; who reads is named as a reader. */
export const readMessages = (code: string, why: string): Promise<Answer<{ messages: CaseMessage[]; atIso: string }>> => post(of(code, '/messages/look'), { why }, messagesReplySchema);
export const writeMessage = (code: string, body: MessageBody): Promise<Answer<CaseView>> => post(of(code, '/messages'), body, caseViewSchema);
export const passMessageOn = (code: string, message: string, body: { readonly id: string; readonly transferId: string }): Promise<Answer<CaseView>> => post(of(code, `/messages/${message}/pass-on`), body, caseViewSchema);
export const markMessage = (code: string, message: string, body: { readonly id: string; readonly as: MessageMark }): Promise<Answer<CaseView>> => post(of(code, `/messages/${message}/mark`), body, caseViewSchema);
