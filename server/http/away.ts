/** GET /api/away: what happened after a number of the evidence, counted and listed, for whoever comes back to a page. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { awaySchema } from '../contract/away.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemResponse, refuseInput } from './problem.ts';
import { epochMs } from './query.ts';

const route = createRoute({
  method: 'get',
  path: '/api/away',
  summary: 'What happened while somebody looked elsewhere',
  ...decided('see-records'),
  request: {
    query: z.object({
      after: epochMs.meta({ description: 'the last number of the evidence that was seen' }),
      bench: z.string().min(1).max(120).optional().meta({ description: 'only of this bench' }),
    }),
  },
  responses: {
    200: { description: 'Stops, holds, silences, drills, resets and service since then', content: { 'application/json': { schema: awaySchema } } },
    400: problemResponse('The input does not fit'),
  },
});

export const awayRoutes = defineRoutes(({ store }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const { after, bench } = context.req.valid('query');
    return context.json(store.happenedSince(bench ?? null, after), 200);
  }));
