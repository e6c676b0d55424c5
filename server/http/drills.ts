/** GET …/drills: the drills of one bench on record, with p50, p99, worst and drift over them. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { drillsSchema } from '../contract/drills.ts';
import { drillFigures } from '../domain/drill-figures.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';

/** Almost three years at one a day. */
const DRILLS_MAX = 1000;
const DRILLS_SHOWN = 50;

const route = createRoute({
  method: 'get',
  path: '/api/benches/{bench}/drills',
  summary: 'The drills of one bench, and how fast its stop is',
  ...decided('see-records'),
  description: `The newest ${DRILLS_SHOWN} drills; the figures are over at most ${DRILLS_MAX}. A drill proves line and firmware of the rig, not its actuator.`,
  request: { params: benchParamsSchema },
  responses: {
    200: { description: 'Newest first', content: { 'application/json': { schema: drillsSchema } } },
    400: problemResponse('The input does not fit'),
  },
});

export const drillRoutes = defineRoutes(({ store }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const drills = store.drills(context.req.valid('param').bench, DRILLS_MAX);
    return context.json({ drills: drills.slice(0, DRILLS_SHOWN), figures: drillFigures(drills) }, 200);
  }));
