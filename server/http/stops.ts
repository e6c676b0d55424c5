/** GET /api/stops and GET /api/benches/{bench}/stops: every stop with its receipt, once each. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { judgedStopSchema } from '../contract/live.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema, pageOf, pageQuery } from './query.ts';

const stopsSchema = z.object({
  stops: z.array(judgedStopSchema),
  cursor: z.number().int().nullable().meta({ description: 'give it as `before` (or `after`, if you asked with after) for the next ones; null at the end' }),
});
const responses = {
  200: { description: 'Newest first; oldest first when `after` is given', content: { 'application/json': { schema: stopsSchema } } },
  400: problemResponse('The input does not fit'),
};

const allRoute = createRoute({
  method: 'get',
  path: '/api/stops',
  summary: 'Every stop of every rig',
  ...decided('see-records'),
  request: { query: z.object({ rig: z.string().min(1).max(120).optional().meta({ description: 'serial of a rig' }), ...pageQuery }) },
  responses,
});

const benchRoute = createRoute({
  method: 'get',
  path: '/api/benches/{bench}/stops',
  summary: 'The stops of one bench',
  ...decided('see-records'),
  request: { params: benchParamsSchema, query: z.object(pageQuery) },
  responses,
});

export const stopRoutes = defineRoutes(({ store }) =>
  new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(allRoute, (context) => {
      const query = context.req.valid('query');
      return context.json(store.stops({ rig: query.rig ?? null, bench: null }, pageOf(query)), 200);
    })
    .openapi(benchRoute, (context) => {
      const { bench } = context.req.valid('param');
      return context.json(store.stops({ rig: null, bench }, pageOf(context.req.valid('query'))), 200);
    }));
