/**
 * The only place that calls the server. Every answer is parsed, every call has a deadline, and nothing is thrown: what
 * went wrong comes back as a value with words for a person.
 */
import { z } from 'zod';
import { orderResultSchema } from '../firmware-bridge/contract/uplink.ts';
import type { OrderResult } from '../firmware-bridge/contract/uplink.ts';
import { alarmNoteSchema } from '../server/contract/alarms.ts';
import type { AlarmNote, AlarmNoteBody } from '../server/contract/alarms.ts';
import { problemReplySchema } from '../server/contract/api.ts';
import type { ProblemReply } from '../server/contract/api.ts';
import { personSchema, whoSchema } from '../server/contract/people.ts';
import type { Person, Who } from '../server/contract/people.ts';
import { pageLanguage } from './words/language.ts';

/** A stop that has no answer by then is reported as failed, with what to do instead. */
export const STOP_DEADLINE_MS = 3_000;
const ASK_DEADLINE_MS = 8_000;

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

export const benchPath = (benchId: string, rest: string): string => `/api/benches/${encodeURIComponent(benchId)}/${rest}`;

export const stopBench = (benchId: string): Promise<Answer<OrderResult>> =>
  call({ path: benchPath(benchId, 'stop'), deadlineMs: STOP_DEADLINE_MS, body: {} }, orderResultSchema);

/** Quiets an alarm on every page; clears nothing. */
export const noteAlarm = (benchId: string, body: AlarmNoteBody): Promise<Answer<AlarmNote>> =>
  call({ path: benchPath(benchId, 'alarm'), deadlineMs: ASK_DEADLINE_MS, body }, alarmNoteSchema);

export const ask = <Value>(path: string, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS }, schema);

const waitingSchema = z.object({ items: z.array(z.unknown()) });
/** How much waits; the page of the queue asks what. */
export const queueLength = (): Promise<Answer<{ items: unknown[] }>> => ask('/api/queue', waitingSchema);

export const doneSchema = z.object({ done: z.literal(true) });
export type Done = z.infer<typeof doneSchema>;
export const post = <Value>(path: string, body: unknown, schema: z.ZodType<Value>): Promise<Answer<Value>> => call({ path, deadlineMs: ASK_DEADLINE_MS, body }, schema);
export const own = (path: string): string => `/api/session${path}`;

export const whoIsHere = (): Promise<Answer<Who>> => ask(own(''), whoSchema);
export const stillThere = (): Promise<Answer<Done>> => post(own('/active'), {}, doneSchema);
export const signOut = (): Promise<Answer<Done>> => post(own('/end'), {}, doneSchema);

const peopleSchema = z.object({ people: z.array(personSchema) });
export const allPeople = (): Promise<Answer<{ people: Person[] }>> => ask('/api/people', peopleSchema);
