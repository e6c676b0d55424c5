/**
 * POST …/drill, …/out-of-service and …/return: orders to the bridge, which decides. The answer to a drill comes when the
 * drill is over; a drill that did not pass is an answer, not a refusal.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { drillBodySchema, outOfServiceBodySchema, returnBodySchema } from '../contract/api.ts';
import { defineRoutes } from './define-routes.ts';
import { NOBODY, orderResponses, refusalOf, unverified } from './orders.ts';
import { refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';

const drillRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/drill',
  summary: 'Drill the stop of this bench now',
  description: 'Only on an empty bench that is not tripped. 200 also when the drill did not pass: `outcome` and `drill.why` say so.',
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: drillBodySchema } } } },
  responses: orderResponses,
});

const outRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/out-of-service',
  summary: 'Take this bench out of service',
  description: 'Possible in every state. No new permit is given from then on; a permit that is out lives on, and nothing is stopped.',
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: outOfServiceBodySchema } } } },
  responses: orderResponses,
});

const returnRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/return',
  summary: 'Return this bench to service',
  description: 'Needs a drill that a person ordered and that passed since the bench was taken out.',
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: returnBodySchema } } } },
  responses: orderResponses,
});

export const serviceOrderRoutes = defineRoutes(({ order }) =>
  new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(drillRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { name } = context.req.valid('json');
      const actor = name === undefined ? NOBODY : unverified(name);
      const refused = refusalOf(await order({ kind: 'drill', bench, actor, second: null, reason: '', tripId: null }), bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    })
    .openapi(outRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { name, reason } = context.req.valid('json');
      const refused = refusalOf(await order({ kind: 'take-out-of-service', bench, actor: unverified(name), second: null, reason, tripId: null }), bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    })
    .openapi(returnRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { name } = context.req.valid('json');
      const refused = refusalOf(await order({ kind: 'return-to-service', bench, actor: unverified(name), second: null, reason: '', tripId: null }), bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    }));
