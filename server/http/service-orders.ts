/**
 * POST …/drill, …/out-of-service and …/return: orders to the bridge, which decides. The answer to a drill comes when the
 * drill is over; a drill that did not pass is an answer, not a refusal.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { outOfServiceBodySchema } from '../contract/api.ts';
import { actorOf } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { orderResponses, refusalOf } from './orders.ts';
import { refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';

const drillRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/drill',
  summary: 'Drill the stop of this bench now',
  description: 'Only on an empty bench that is not tripped. 200 also when the drill did not pass: `outcome` and `drill.why` say so.',
  ...decided('drill'),
  request: { params: benchParamsSchema },
  responses: orderResponses,
});

const outRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/out-of-service',
  summary: 'Take this bench out of service',
  description: 'Possible in every state. No new permit is given from then on; a permit that is out lives on, and nothing is stopped.',
  ...decided('take-out'),
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: outOfServiceBodySchema } } } },
  responses: orderResponses,
});

const returnRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/return',
  summary: 'Return this bench to service',
  description: 'Needs a drill that a person ordered and that passed since the bench was taken out.',
  ...decided('return'),
  request: { params: benchParamsSchema },
  responses: orderResponses,
});

export const serviceOrderRoutes = defineRoutes((ports) => {
  const give = async (context: Context, kind: 'drill' | 'take-out-of-service' | 'return-to-service', bench: string, reason: string) => {
    note(ports, context, { what: `${kind}-ordered`, subject: `bench:${bench}`, why: reason === '' ? null : reason });
    return refusalOf(await ports.order({ kind, bench, actor: actorOf(context.get('asker')), second: null, reason, tripId: null }), bench);
  };
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(drillRoute, async (context) => {
      const refused = await give(context, 'drill', context.req.valid('param').bench, '');
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    })
    .openapi(outRoute, async (context) => {
      const refused = await give(context, 'take-out-of-service', context.req.valid('param').bench, context.req.valid('json').reason);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    })
    .openapi(returnRoute, async (context) => {
      const refused = await give(context, 'return-to-service', context.req.valid('param').bench, '');
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    });
});
