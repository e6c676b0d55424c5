/** GET /api/benches/{bench}/telemetry: roll-ups for charts. The range is limited, so that one chart cannot hold up the server. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { rollupPointSchema } from '../contract/live.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema, epochMs } from './query.ts';

const STEP_MS = { '1s': 1000, '1m': 60_000 } as const;
/** Two hours of seconds, or five days of minutes. */
const POINTS_MAX = 7200;

const route = createRoute({
  method: 'get',
  path: '/api/benches/{bench}/telemetry',
  summary: 'Deviation and battery over time',
  ...decided('see-benches'),
  request: {
    params: benchParamsSchema,
    query: z.object({
      fromMs: epochMs.meta({ description: 'wall clock (ms since 1970)' }),
      toMs: epochMs.meta({ description: 'wall clock (ms since 1970)' }),
      step: z.enum(['1s', '1m']).optional().meta({ description: '1s is kept 48 hours, 1m 90 days' }),
    }),
  },
  responses: {
    200: { description: 'Points that exist, ascending', content: { 'application/json': { schema: z.object({ bench: z.string(), step: z.enum(['1s', '1m']), points: z.array(rollupPointSchema) }) } } },
    400: problemResponse('The input does not fit, or the range is too wide'),
  },
});

export const telemetryRoutes = defineRoutes(({ store }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const { bench } = context.req.valid('param');
    const { fromMs, toMs, step = '1s' } = context.req.valid('query');
    if (toMs < fromMs) return context.json(problemReply('input-wrong', { detail: 'toMs lies before fromMs' }, 'query.toMs'), 400);
    const points = Math.ceil((toMs - fromMs) / STEP_MS[step]);
    if (points > POINTS_MAX) return context.json(problemReply('range-too-wide', { points, limit: POINTS_MAX }, 'query.fromMs'), 400);
    return context.json({ bench, step, points: store.telemetry(bench, step, fromMs, toMs) }, 200);
  }));
