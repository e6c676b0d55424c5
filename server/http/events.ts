/** GET /api/events: the evidence as stored, with the server's own numbers, for tables and for catching up. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { storedEvidenceSchema } from '../contract/live.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemResponse, refuseInput } from './problem.ts';
import { pageOf, pageQuery } from './query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Evidence in the order in which it was stored',
  ...decided('see-records'),
  request: { query: z.object({ bench: z.string().min(1).max(120).optional(), ...pageQuery }) },
  responses: {
    200: {
      description: 'Ascending by number; the newest when no cursor is given',
      content: { 'application/json': { schema: z.object({ events: z.array(storedEvidenceSchema), lastId: z.number().int().meta({ description: 'the newest number in the database' }) }) } },
    },
    400: problemResponse('The input does not fit'),
  },
});

export const eventRoutes = defineRoutes(({ store }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const query = context.req.valid('query');
    return context.json({ events: store.events(query.bench ?? null, pageOf(query)), lastId: store.lastEvidenceId() }, 200);
  }));
