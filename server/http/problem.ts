/** Makes the body of every refusal from its code, so that no route writes words of its own. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerProblem } from '../contract/problem-codes.ts';
import { problemReplySchema } from '../contract/api.ts';
import type { ProblemReply } from '../contract/api.ts';
import { fillWords, SERVER_WORDS_EN } from '../contract/words.ts';

export type ProblemParams = Readonly<Record<string, string | number>>;

export function problemReply(code: ServerProblem, params: ProblemParams = {}, at: string | null = null): ProblemReply {
  const words = SERVER_WORDS_EN[code];
  return { code, what: fillWords(words.what, params), usualCause: fillWords(words.usualCause, params), remedy: fillWords(words.remedy, params), at };
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
