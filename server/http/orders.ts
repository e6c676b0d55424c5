/**
 * POST …/stop and …/reset: orders to the bridge, which decides. A stop is never refused for the form of its body; the
 * server never claims that something stopped, it hands on what the bridge answered.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../firmware-bridge/contract/actor.ts';
import { orderResultSchema } from '../../firmware-bridge/contract/uplink.ts';
import type { OrderRefusal } from '../../firmware-bridge/contract/uplink.ts';
import { resetBodySchema, stopBodySchema } from '../contract/api.ts';
import { defineRoutes } from './define-routes.ts';
import type { OrderAnswer } from './ports.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';

/** A stop needs no name: it is then the dashboard's. */
export const NOBODY: Actor = { kind: 'system', name: 'dashboard' };

/** 403: a right is missing. 404: no such bench. 503: the bridge cannot be asked. 409: the state does not allow it. */
const STATUS: Readonly<Record<OrderRefusal, 403 | 404 | 409 | 503>> = {
  'unknown-bench': 404, expired: 409, 'no-trip': 409, 'other-trip': 409, 'cause-not-cleared': 409, 'estop-held': 409, 'rig-not-live': 409,
  'restore-open': 409, 'stop-pending': 409, 'second-person-needed': 403, 'same-person-twice': 403, 'reason-needed': 409,
  'bridge-not-connected': 503, 'no-answer': 503, 'rig-refused': 409,
  'drill-running': 409, 'bench-tripped': 409, 'device-seated': 409, 'name-needed': 403, 'already-out-of-service': 409, 'not-out-of-service': 409, 'drill-needed': 409,
  'nothing-to-confirm': 409, 'not-that-database': 409, 'holds-not-known': 409,
};

export const orderResponses = {
  200: { description: 'Done; the outcome says what', content: { 'application/json': { schema: orderResultSchema } } },
  400: problemResponse('The input does not fit'),
  403: problemResponse('A right or a second person is missing'),
  404: problemResponse('No such bench'),
  409: problemResponse('The state of the bench does not allow it'),
  503: problemResponse('The bridge cannot be asked'),
};

/** A body that cannot be read must not prevent a stop: it counts as none. */
const tolerateBody = createMiddleware(async (context, next) => {
  const text = await context.req.text();
  const isReadable = isStopBody(text);
  context.req.raw = new Request(context.req.raw.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: isReadable ? text : '{}' });
  context.req.bodyCache = {};
  await next();
});

function isStopBody(text: string): boolean {
  try {
    return stopBodySchema.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

const stopRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/stop',
  summary: 'Stop the restore of this bench now',
  description: 'Needs no body, no name and no confirmation. The answer says what the bridge did; the receipt follows as evidence.',
  middleware: tolerateBody,
  request: { params: benchParamsSchema, body: { required: false, content: { 'application/json': { schema: stopBodySchema } } } },
  responses: orderResponses,
});

const resetRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/reset',
  summary: 'Reset one trip of this bench',
  description: 'Names the trip that is meant. It never restarts a restore.',
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: resetBodySchema } } } },
  responses: orderResponses,
});

export const unverified = (name: string): Actor => ({ kind: 'unverified-name', name });

export const orderRoutes = defineRoutes(({ order }) =>
  new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(stopRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { name } = context.req.valid('json');
      const answer = await order({ kind: 'stop', bench, actor: name === undefined ? NOBODY : unverified(name), second: null, reason: '', tripId: null });
      const refused = refusalOf(answer, bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    })
    .openapi(resetRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { tripId, name, secondName, reason } = context.req.valid('json');
      const second = secondName === null ? null : unverified(secondName);
      const answer = await order({ kind: 'reset', bench, actor: unverified(name), second, reason, tripId });
      const refused = refusalOf(answer, bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    }));

export function refusalOf(answer: OrderAnswer, bench: string) {
  if ('refusal' in answer) return { reply: problemReply(answer.refusal, { bench }), status: 503 as const };
  const { result } = answer;
  if (result.ok) return { result };
  const code = result.refusal ?? 'rig-refused';
  return { reply: problemReply(code, { bench }, code === 'unknown-bench' ? 'path.bench' : null), status: STATUS[code] };
}
