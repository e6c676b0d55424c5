/** GET /api/health: whether the server can store, and what is connected. It says nothing about the guard, which works without it. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { refuseInput } from './problem.ts';

const healthSchema = z.object({
  ok: z.boolean(),
  version: z.string(),
  store: z.object({ name: z.string(), virtual: z.boolean() }),
  database: z.object({ id: z.string(), factsVersion: z.number().int(), lastEvidenceId: z.number().int(), stops: z.number().int(), unreadable: z.number().int() }),
  audit: z.object({ number: z.number().int(), hash: z.string() }).meta({ description: 'the newest entry of the audit; noted elsewhere, it shows a cut-off tail' }),
  bridges: z.number().int().meta({ description: 'connected bridges' }),
  pages: z.number().int().meta({ description: 'connected live feeds' }),
  refusedMessages: z.number().int().meta({ description: 'messages of bridges that could not be read, since the start' }),
  storageProblem: z.string().nullable(),
});

const route = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the server works',
  ...decided('enter'),
  responses: {
    200: { description: 'It works', content: { 'application/json': { schema: healthSchema } } },
    503: { description: 'It cannot store evidence right now', content: { 'application/json': { schema: healthSchema } } },
  },
});

export const healthRoutes = defineRoutes(({ about, store, counts }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const { bridges, pages, refusedMessages, storageProblem } = counts();
    const body = {
      ok: storageProblem === null,
      version: about.version,
      store: { name: about.storeName, virtual: about.virtual },
      database: { id: store.databaseId, factsVersion: store.facts().version, ...store.counts() },
      audit: store.audit.head(),
      bridges, pages, refusedMessages, storageProblem,
    };
    return body.ok ? context.json(body, 200) : context.json(body, 503);
  }));
