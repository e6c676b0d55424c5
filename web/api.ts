/**
 * The only place that calls the server. Every answer is parsed, every call has a deadline, and nothing is thrown: what
 * went wrong comes back as a value with words for a person.
 */
import { z } from 'zod';
import { actorSchema } from '../firmware-bridge/contract/actor.ts';
import { orderResultSchema } from '../firmware-bridge/contract/uplink.ts';
import type { OrderResult } from '../firmware-bridge/contract/uplink.ts';
import { problemReplySchema } from '../server/contract/api.ts';
import type { OutOfServiceBody, ProblemReply, ResetBody } from '../server/contract/api.ts';
import { alarmNoteSchema } from '../server/contract/alarms.ts';
import type { AlarmNote, AlarmNoteBody } from '../server/contract/alarms.ts';
import { drillsSchema } from '../server/contract/drills.ts';
import type { Drills } from '../server/contract/drills.ts';
import { judgementSchema, nuisanceReportSchema } from '../server/contract/judgement.ts';
import type { Judgement, JudgementBody, NuisanceReport } from '../server/contract/judgement.ts';
import { judgedStopSchema, storedEvidenceSchema } from '../server/contract/live.ts';
import type { JudgedStop, StoredEvidence } from '../server/contract/live.ts';
import { newPasskeyQuestionSchema, passkeyQuestionSchema, passkeySchema } from '../server/contract/passkeys.ts';
import type { NewPasskeyQuestion, Passkey, PasskeyQuestion, ShownPasskey } from '../server/contract/passkeys.ts';
import { confirmationSchema, machineSchema, madeMachineSchema, oneTimeLinkSchema, personSchema, providerAddressSchema, sessionSchema, whoSchema } from '../server/contract/people.ts';
import type {
  ChangePersonBody, Confirmation, ConfirmationBody, Machine, MadeMachine, NewMachineBody, NewPasskeyBody, NewPersonBody, OneTimeLink, OwnSecretsBody, Person, ProofQuestionBody, ReasonBody, RemovePasskeyBody, SessionView, SignInBody, SwitchBody,
  TakeLinkBody, Who,
} from '../server/contract/people.ts';
import { pageLanguage } from './words/language.ts';

/** A stop that has no answer by then is reported as failed, with what to do instead. */
export const STOP_DEADLINE_MS = 3_000;
const ASK_DEADLINE_MS = 8_000;
/** Discovery, token and keys may each take 5 s. */
const PROVIDER_DEADLINE_MS = 16_000;
/** The bridge may need up to its own deadline to say what became of a reset. */
const RESET_DEADLINE_MS = 12_000;

export type CallProblem =
  | { readonly kind: 'refused'; readonly reply: ProblemReply }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'late'; readonly afterMs: number }
  | { readonly kind: 'not-understood'; readonly httpStatus: number };

export type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: CallProblem };

interface Call {
  readonly path: string;
  readonly deadlineMs: number;
  readonly body?: unknown;
  /** Bytes that are put as they are, in the place of a body. */
  readonly file?: Blob;
}

/** For the calls of the pages that are fetched later; the ones below are needed everywhere. */
export async function call<Value>({ path, deadlineMs, body, file }: Call, schema: z.ZodType<Value>): Promise<Answer<Value>> {
  const failed = (problem: CallProblem): Answer<Value> => ({ ok: false, problem });
  const deadline = AbortSignal.timeout(deadlineMs);
  // A refusal is answered in the language of the page.
  const headers = { accept: 'application/json', 'accept-language': pageLanguage };
  try {
    const init: RequestInit = { signal: deadline, cache: 'no-store', headers };
    if (body !== undefined) {
      init.method = 'POST';
      init.headers = { ...headers, 'content-type': 'application/json' };
      init.body = JSON.stringify(body);
      // A stop must leave even if the page is being closed.
      init.keepalive = true;
    }
    if (file !== undefined) {
      init.method = 'PUT';
      init.headers = { ...headers, 'content-type': file.type };
      init.body = file;
    }
    const response = await fetch(path, init);
    const told: unknown = await response.json();
    const value = schema.safeParse(told);
    if (value.success) return { ok: true, value: value.data };
    const reply = problemReplySchema.safeParse(told);
    // Whoever shows who is signed in has to ask again: the session ended without this page.
    if (reply.success && reply.data.code === 'not-signed-in') dispatchEvent(new Event('hf-not-signed-in'));
    return failed(reply.success ? { kind: 'refused', reply: reply.data } : { kind: 'not-understood', httpStatus: response.status });
  } catch (error) {
    if (deadline.aborted) return failed({ kind: 'late', afterMs: deadlineMs });
    return failed(error instanceof SyntaxError ? { kind: 'not-understood', httpStatus: 0 } : { kind: 'unreachable' });
  }
}

const benchPath = (benchId: string, rest: string): string => `/api/benches/${encodeURIComponent(benchId)}/${rest}`;

export const stopBench = (benchId: string): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'stop'), deadlineMs: STOP_DEADLINE_MS, body: {} }, orderResultSchema);

export const resetBench = (benchId: string, body: ResetBody): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'reset'), deadlineMs: RESET_DEADLINE_MS, body }, orderResultSchema);

/** Quiets an alarm on every page; clears nothing. */
export const noteAlarm = (benchId: string, body: AlarmNoteBody): Promise<Answer<AlarmNote>> =>
  call({ path: benchPath(benchId, 'alarm'), deadlineMs: ASK_DEADLINE_MS, body }, alarmNoteSchema);

/** Answered when the drill is over, passed or not. */
export const drillBench = (benchId: string): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'drill'), deadlineMs: RESET_DEADLINE_MS, body: {} }, orderResultSchema);

export const takeOutBench = (benchId: string, body: OutOfServiceBody): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'out-of-service'), deadlineMs: RESET_DEADLINE_MS, body }, orderResultSchema);

export const returnBench = (benchId: string): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'return'), deadlineMs: RESET_DEADLINE_MS, body: {} }, orderResultSchema);

const ask = <Value>(path: string, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS }, schema);

const stopsSchema = z.object({ stops: z.array(judgedStopSchema) });
export const lastStops = (benchId: string): Promise<Answer<{ stops: JudgedStop[] }>> => ask(benchPath(benchId, 'stops?limit=20'), stopsSchema);

/** Enough to find the stop that somebody decides about. */
export const stopsOfBench = (benchId: string): Promise<Answer<{ stops: JudgedStop[] }>> => ask(benchPath(benchId, 'stops?limit=200'), stopsSchema);

/** A dash stands for a rig that has not named itself. */
export const judgeStop = ({ rig, stopId }: Pick<JudgedStop, 'rig' | 'stopId'>, body: JudgementBody): Promise<Answer<Judgement>> =>
  call({ path: `/api/stops/${encodeURIComponent(rig ?? '-')}/${encodeURIComponent(stopId)}/judgement`, deadlineMs: ASK_DEADLINE_MS, body }, judgementSchema);

export const falseStops = (): Promise<Answer<NuisanceReport>> => ask('/api/nuisance?days=30', nuisanceReportSchema);

export const drillsOf = (benchId: string): Promise<Answer<Drills>> => ask(benchPath(benchId, 'drills'), drillsSchema);

const eventsSchema = z.object({ events: z.array(storedEvidenceSchema) });
export const recentEvidence = (benchId: string): Promise<Answer<{ events: StoredEvidence[] }>> =>
  ask(`/api/events?bench=${encodeURIComponent(benchId)}&limit=60`, eventsSchema);

const waitingSchema = z.object({ items: z.array(z.unknown()) });
/** How much waits; the page of the queue asks what. */
export const queueLength = (): Promise<Answer<{ items: unknown[] }>> => ask('/api/queue', waitingSchema);

const doneSchema = z.object({ done: z.literal(true) });
type Done = z.infer<typeof doneSchema>;
const post = <Value>(path: string, body: unknown, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS, body }, schema);
const own = (path: string): string => `/api/session${path}`;
const person = (id: string, rest: string): string => `/api/people/${encodeURIComponent(id)}${rest}`;

export const whoIsHere = (): Promise<Answer<Who>> => ask(own(''), whoSchema);
export const signIn = (body: SignInBody): Promise<Answer<Who>> => post(own(''), body, whoSchema);
export const switchTo = (body: SwitchBody): Promise<Answer<Who>> => post(own('/switch'), body, whoSchema);
export const takeLink = (body: TakeLinkBody): Promise<Answer<Who>> => post('/api/links/take', body, whoSchema);
/** The provider has to answer within its own deadline first. */
export const beginAtProvider = (): Promise<Answer<{ url: string }>> => call({ path: '/api/oidc/begin', deadlineMs: PROVIDER_DEADLINE_MS, body: {} }, providerAddressSchema);
export const backFromProvider = (query: string): Promise<Answer<Who>> => call({ path: '/api/oidc/back', deadlineMs: PROVIDER_DEADLINE_MS, body: { query } }, whoSchema);
export const enterDemo = (token: string): Promise<Answer<Done>> => post('/api/demo/enter', { token }, doneSchema);
export const openWall = (token: string): Promise<Answer<Done>> => post('/api/wall', { token }, doneSchema);
export const stillThere = (): Promise<Answer<Done>> => post(own('/active'), {}, doneSchema);
export const signOut = (): Promise<Answer<Done>> => post(own('/end'), {}, doneSchema);
export const confirmAct = (body: ConfirmationBody): Promise<Answer<Confirmation>> => post('/api/confirmations', body, confirmationSchema);

const sessionsSchema = z.object({ sessions: z.array(sessionSchema) });
export const ownSessions = (): Promise<Answer<{ sessions: SessionView[] }>> => ask('/api/sessions', sessionsSchema);
export const endOwnSession = (id: string): Promise<Answer<Done>> => post(`/api/sessions/${encodeURIComponent(id)}/end`, {}, doneSchema);
const appSchema = z.object({ secret: z.string(), uri: z.string() });
export type NewApp = z.infer<typeof appSchema>;
export const newAuthenticator = (): Promise<Answer<NewApp>> => post(own('/authenticator'), {}, appSchema);
export const setOwnSecrets = (body: OwnSecretsBody): Promise<Answer<Done>> => post(own('/secrets'), body, doneSchema);

export const askPasskeyToEnter = (): Promise<Answer<PasskeyQuestion>> => post(own('/passkey/question'), {}, passkeyQuestionSchema);
export const signInByPasskey = (shown: ShownPasskey): Promise<Answer<Who>> => post(own('/passkey'), shown, whoSchema);
export const askPasskeyToConfirm = (body: ProofQuestionBody): Promise<Answer<PasskeyQuestion>> => post('/api/confirmations/question', body, passkeyQuestionSchema);
const passkeysSchema = z.object({ passkeys: z.array(passkeySchema) });
export const ownPasskeys = (): Promise<Answer<{ passkeys: Passkey[] }>> => ask('/api/passkeys', passkeysSchema);
export const askForNewPasskey = (): Promise<Answer<NewPasskeyQuestion>> => post('/api/passkeys/question', {}, newPasskeyQuestionSchema);
export const addPasskey = (body: NewPasskeyBody): Promise<Answer<Passkey>> => post('/api/passkeys', body, passkeySchema);
export const removePasskey = (id: string, body: RemovePasskeyBody): Promise<Answer<Done>> => post(`/api/passkeys/${encodeURIComponent(id)}/remove`, body, doneSchema);

const peopleSchema = z.object({ people: z.array(personSchema) });
export const allPeople = (): Promise<Answer<{ people: Person[] }>> => ask('/api/people', peopleSchema);
const addedSchema = z.object({ person: personSchema, link: oneTimeLinkSchema });
export const addPerson = (body: NewPersonBody): Promise<Answer<z.infer<typeof addedSchema>>> => post('/api/people', body, addedSchema);
export const changePerson = (id: string, body: ChangePersonBody): Promise<Answer<Person>> => post(person(id, ''), body, personSchema);
export const linkForPerson = (id: string, body: ReasonBody): Promise<Answer<OneTimeLink>> => post(person(id, '/link'), body, oneTimeLinkSchema);
export const endSessionsOf = (id: string, body: ReasonBody): Promise<Answer<Done>> => post(person(id, '/end-sessions'), body, doneSchema);

const machinesSchema = z.object({ machines: z.array(machineSchema) });
export const allMachines = (): Promise<Answer<{ machines: Machine[] }>> => ask('/api/machines', machinesSchema);
export const makeMachine = (body: NewMachineBody): Promise<Answer<MadeMachine>> => post('/api/machines', body, madeMachineSchema);
export const revokeMachine = (id: string, body: ReasonBody): Promise<Answer<Machine>> => post(`/api/machines/${encodeURIComponent(id)}/revoke`, body, machineSchema);

const auditSchema = z.object({
  entries: z.array(z.object({
    number: z.number().int(), atIso: z.iso.datetime(), who: actorSchema, what: z.string(), subject: z.string().nullable(), why: z.string().nullable(),
    from: z.object({ address: z.string(), machine: z.string().nullable() }), detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), hash: z.string(),
  })),
  head: z.object({ number: z.number().int(), hash: z.string() }),
  firstBroken: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof auditSchema>;
export type AuditLine = AuditPage['entries'][number];
export interface AuditQuestion {
  readonly who: string;
  readonly subject: string;
  readonly before: number | null;
}
/** Empty words ask for everything. */
export const auditPage = ({ who, subject, before }: AuditQuestion): Promise<Answer<AuditPage>> => {
  const query = new URLSearchParams({ limit: '50', ...(who === '' ? {} : { who }), ...(subject === '' ? {} : { subject }), ...(before === null ? {} : { before: String(before) }) });
  return ask(`/api/audit?${query.toString()}`, auditSchema);
};
