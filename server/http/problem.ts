/** Makes the body of every refusal from its code, so that no route writes words of its own. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerProblem } from '../contract/problem-codes.ts';
import { problemReplySchema } from '../contract/api.ts';
import type { ProblemReply } from '../contract/api.ts';
import { fillWords } from '../contract/words.ts';
import { saidParams } from '../contract/words-of-codes.ts';
import { wordsFor } from '../contract/words-for.ts';
import type { ServerWords } from '../contract/words-for.ts';

export type ProblemParams = Readonly<Record<string, string | number>>;

/** Travels with a refusal until it is sent, and is no part of what is sent: the language is known only there. */
const SAID_OF = Symbol('what a refusal was said of');

interface Refusal extends ProblemReply {
  readonly [SAID_OF]: { readonly code: ServerProblem; readonly params: ProblemParams };
}

const textOf = (code: ServerProblem, params: ProblemParams, inLanguage: ServerWords) => {
  const words = inLanguage.problems[code];
  const said = saidParams(code, params, inLanguage);
  return { what: fillWords(words.what, said), usualCause: fillWords(words.usualCause, said), remedy: fillWords(words.remedy, said) };
};

export function problemReply(code: ServerProblem, params: ProblemParams = {}, at: string | null = null): ProblemReply {
  const refusal: Refusal = { code, ...textOf(code, params, wordsFor('en')), at, [SAID_OF]: { code, params } };
  return refusal;
}

const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && SAID_OF in value;

/** The same refusal in another language; null where it is none. */
export function refusalIn(value: unknown, words: ServerWords): ProblemReply | null {
  if (!isRefusal(value)) return null;
  const { code, params } = value[SAID_OF];
  return { ...value, ...textOf(code, params, words) };
}

/** The part of a route's description that says a refusal may come. */
interface ProblemResponse {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: typeof problemReplySchema } };
}

export const problemResponse = (description: string): ProblemResponse => ({ description, content: { 'application/json': { schema: problemReplySchema } } });

type Hook = NonNullable<NonNullable<ConstructorParameters<typeof OpenAPIHono>[0]>['defaultHook']>;

/** Turns the first fault of an input into a refusal that names the place, for example `body.tripId`. */
export const refuseInput: Hook = (result, context) => {
  if (result.success) return undefined;
  const issue = result.error.issues[0];
  const part = result.target === 'json' ? 'body' : result.target === 'param' ? 'path' : result.target;
  const place = [part, ...(issue?.path ?? []).map(String)].join('.');
  const at = issue?.code === 'unrecognized_keys' ? `${place}.${issue.keys[0] ?? ''}` : place;
  return context.json(problemReply('input-wrong', { detail: issue?.message ?? 'unknown' }, at), 400);
};
