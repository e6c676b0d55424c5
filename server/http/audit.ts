/** GET /api/audit: who did what, when, from where and why; and whether the chain of entries is whole. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { actorSchema } from '../../firmware-bridge/contract/actor.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemResponse, refuseInput } from './problem.ts';
import { pageOf, pageQuery } from './query.ts';

const entrySchema = z.object({
  number: z.number().int(),
  atIso: z.iso.datetime(),
  who: actorSchema,
  what: z.string(),
  subject: z.string().nullable(),
  why: z.string().nullable(),
  from: z.object({ address: z.string(), machine: z.string().nullable() }),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  hash: z.string(),
}).meta({ description: 'People stand here by their code' });

const route = createRoute({
  method: 'get', path: '/api/audit', summary: 'What was done, and looked at', ...decided('see-audit'),
  request: { query: z.object({ subject: z.string().min(1).max(200).optional(), who: z.string().min(1).max(120).optional(), ...pageQuery }) },
  responses: {
    200: {
      description: 'Newest first; oldest first when `after` is given',
      content: { 'application/json': { schema: z.object({ entries: z.array(entrySchema), head: z.object({ number: z.number().int(), hash: z.string() }), firstBroken: z.number().int().nullable().meta({ description: 'as found within the last minute' }) }) } },
    },
    400: problemResponse('The input does not fit'), 401: problemResponse('Not signed in'), 403: problemResponse('The right is missing'),
  },
});

/** Going through 50,000 entries takes half a second, in which no order passes. */
const CHECK_MS = 60_000;

export const auditRoutes = defineRoutes(({ store, edges }) => {
  let checked: { readonly atMs: number; readonly firstBroken: number | null } | null = null;
  const firstBroken = (): number | null => {
    const nowMs = edges.nowMs();
    if (checked === null || nowMs - checked.atMs >= CHECK_MS) checked = { atMs: nowMs, firstBroken: store.audit.firstBroken() };
    return checked.firstBroken;
  };
  return new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const query = context.req.valid('query');
    const entries = store.audit.page({ subject: query.subject ?? null, who: query.who ?? null }, pageOf(query));
    return context.json({ entries, head: store.audit.head(), firstBroken: firstBroken() }, 200);
  });
});
