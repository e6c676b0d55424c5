/** GET /api/benches and GET /api/benches/{bench}: the board as it is now, with the age of everything. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { benchViewSchema } from '../contract/live.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/api/benches',
  summary: 'Every bench with its last status',
  ...decided('see-benches'),
  responses: { 200: { description: 'In natural order', content: { 'application/json': { schema: z.object({ benches: z.array(benchViewSchema) }) } } } },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/api/benches/{bench}',
  summary: 'One bench with its last status',
  ...decided('see-benches'),
  request: { params: benchParamsSchema },
  responses: {
    200: { description: 'The bench', content: { 'application/json': { schema: benchViewSchema } } },
    404: problemResponse('No such bench'),
  },
});

export const benchRoutes = defineRoutes(({ board, edges }) =>
  new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => context.json({ benches: board.views(edges.nowMs()) }, 200))
    .openapi(oneRoute, (context) => {
      const { bench } = context.req.valid('param');
      const view = board.view(bench, edges.nowMs());
      return view === null ? context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404) : context.json(view, 200);
    }));
