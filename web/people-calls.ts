/**
 * What the pages of people, machines and signing in ask of the server, by the one call of api.ts; fetched with these pages, so
 * that the board does not carry their shapes.
 */
import { z } from 'zod';
import { actorSchema } from '../firmware-bridge/contract/actor.ts';
import { newPasskeyQuestionSchema, passkeyQuestionSchema, passkeySchema } from '../server/contract/passkeys.ts';
import type { NewPasskeyQuestion, Passkey, PasskeyQuestion, ShownPasskey } from '../server/contract/passkeys.ts';
import { confirmationSchema, machineSchema, madeMachineSchema, oneTimeLinkSchema, personSchema, providerAddressSchema, sessionSchema, whoSchema } from '../server/contract/people.ts';
import type {
  ChangePersonBody, Confirmation, ConfirmationBody, Machine, MadeMachine, NewMachineBody, NewPasskeyBody, NewPersonBody, OneTimeLink, OwnSecretsBody, Person, ProofQuestionBody, ReasonBody,
  RemovePasskeyBody, SessionView, SignInBody, SwitchBody, TakeLinkBody, Who,
} from '../server/contract/people.ts';
import { ask, call, doneSchema, own, post } from './api.ts';
import type { Answer, Done } from './api.ts';

/** Discovery, token and keys may each take 5 s. */
const PROVIDER_DEADLINE_MS = 16_000;
const person = (id: string, rest: string): string => `/api/people/${encodeURIComponent(id)}${rest}`;

export const signIn = (body: SignInBody): Promise<Answer<Who>> => post(own(''), body, whoSchema);
export const switchTo = (body: SwitchBody): Promise<Answer<Who>> => post(own('/switch'), body, whoSchema);
export const takeLink = (body: TakeLinkBody): Promise<Answer<Who>> => post('/api/links/take', body, whoSchema);
/** The provider has to answer within its own deadline first. */
export const beginAtProvider = (): Promise<Answer<{ url: string }>> => call({ path: '/api/oidc/begin', deadlineMs: PROVIDER_DEADLINE_MS, body: {} }, providerAddressSchema);
export const backFromProvider = (query: string): Promise<Answer<Who>> => call({ path: '/api/oidc/back', deadlineMs: PROVIDER_DEADLINE_MS, body: { query } }, whoSchema);
export const enterDemo = (token: string): Promise<Answer<Done>> => post('/api/demo/enter', { token }, doneSchema);
export const openWall = (token: string): Promise<Answer<Done>> => post('/api/wall', { token }, doneSchema);
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
