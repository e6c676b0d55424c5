/** GET /api/alive for whoever asks, and GET /api/health for who may see the benches: whether the server can store, and what is connected. It says nothing about the guard, which works without it. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { chainCheckSchema } from '../contract/custody-verdict.ts';
import { MAIL_PROBLEMS } from '../contract/mail.ts';
import { wordsFor } from '../contract/words-for.ts';
import type { ServerWords } from '../contract/words-for.ts';
import type { Mail } from '../domain/mail-port.ts';
import { lastingOf, publicLink } from '../domain/outside.ts';
import type { Outside } from '../domain/outside.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refusalIn, refuseInput } from './problem.ts';
import { askedLanguage } from './reader-language.ts';

const healthSchema = z.object({
  ok: z.boolean(),
  version: z.string(),
  store: z.object({ name: z.string(), virtual: z.boolean() }),
  database: z.object({ id: z.string(), factsVersion: z.number().int(), lastEvidenceId: z.number().int(), stops: z.number().int(), unreadable: z.number().int() }),
  audit: z.object({
    number: z.number().int(), hash: z.string(), brokenAt: z.number().int().nullable().meta({ description: 'first entry that does not fit, as of the last daily check; null: whole' }),
  }).meta({ description: 'the newest entry of the audit; noted elsewhere, it shows a cut-off tail' }),
  custody: chainCheckSchema.nullable().meta({ description: 'the last daily check of every custody chain; null: none was done yet' }),
  bridges: z.number().int().meta({ description: 'connected bridges' }),
  pages: z.number().int().meta({ description: 'connected live feeds' }),
  refusedMessages: z.number().int().meta({ description: 'messages of bridges that could not be read, since the start' }),
  storageProblem: z.string().nullable(),
  certificate: z.object({ names: z.array(z.string()), endsAtIso: z.iso.datetime(), daysLeft: z.number().int(), endsSoon: z.boolean() }).nullable()
    .meta({ description: 'of the listener for other machines; endsSoon from 30 days before its end' }),
  links: z.object({ front: z.string().nullable(), problem: z.string().nullable(), remedy: z.string().nullable() }).meta({ description: 'whether this store offers links that work outside, and why not' }),
  mail: z.object({
    problem: z.enum(MAIL_PROBLEMS).nullable().meta({ description: 'why no mail leaves right now, as far as known; null: all is well' }),
    what: z.string().nullable(), remedy: z.string().nullable(),
    waiting: z.number().int(), oldestWaitingS: z.number().int().nullable().meta({ description: 'null: none waits' }),
    failed: z.number().int().meta({ description: 'given up within the last seven days' }),
  }).meta({ description: 'how the outbox of mails stands' }),
});

const aliveSchema = z.object({ ok: z.boolean() });

const aliveRoute = createRoute({
  method: 'get',
  path: '/api/alive',
  summary: 'Whether the server works, and nothing more',
  ...decided('enter'),
  responses: {
    200: { description: 'It works', content: { 'application/json': { schema: aliveSchema } } },
    503: { description: 'It cannot store evidence right now', content: { 'application/json': { schema: aliveSchema } } },
  },
});

const route = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'What the server holds, and what is connected',
  ...decided('see-benches'),
  responses: {
    200: { description: 'It works', content: { 'application/json': { schema: healthSchema } } },
    401: problemResponse('Nobody has signed in'), 403: problemResponse('The right is missing'),
    503: { description: 'It cannot store evidence right now', content: { 'application/json': { schema: healthSchema } } },
  },
});

export const healthRoutes = defineRoutes(({ about, store, mail, counts, outside, edges }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(aliveRoute, (context) => {
    const ok = counts().storageProblem === null;
    return ok ? context.json({ ok }, 200) : context.json({ ok }, 503);
  }).openapi(route, (context) => {
    const words = wordsFor(askedLanguage(context));
    const { bridges, pages, refusedMessages, storageProblem, auditBrokenAt, chainCheck } = counts();
    const body = {
      ok: storageProblem === null,
      version: about.version,
      store: { name: about.storeName, virtual: about.virtual },
      database: { id: store.databaseId, factsVersion: store.facts(edges.epochMs()).version, ...store.counts() },
      audit: { ...store.audit.head(), brokenAt: auditBrokenAt },
      custody: chainCheck,
      bridges, pages, refusedMessages, storageProblem,
      certificate: outside.certificate === null ? null : { names: [...outside.certificate.names], ...lastingOf(outside.certificate, edges.epochMs()) },
      links: linksOf(outside, words),
      mail: mailOf(mail, words),
    };
    return body.ok ? context.json(body, 200) : context.json(body, 503);
  }));

function linksOf(outside: Outside, words: ServerWords): z.infer<typeof healthSchema>['links'] {
  const front = publicLink(outside, '/');
  if ('link' in front) return { front: front.link, problem: null, remedy: null };
  const refusal = problemReply(front.refusal);
  const { what, remedy } = refusalIn(refusal, words) ?? refusal;
  return { front: null, problem: what, remedy };
}

function mailOf(mail: Mail, { mailProblems }: ServerWords): z.infer<typeof healthSchema>['mail'] {
  const [problem, { waiting, oldestWaitingMs, failed }] = [mail.problem(), mail.counts()];
  const words = problem === null ? null : mailProblems[problem];
  return { problem, what: words?.what ?? null, remedy: words?.remedy ?? null, waiting, oldestWaitingS: oldestWaitingMs === null ? null : Math.floor(oldestWaitingMs / 1000), failed };
}
