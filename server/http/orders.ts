/**
 * POST …/stop and …/reset: orders to the bridge, which decides. A stop is never refused for the form of its body; the
 * server never claims that something stopped, it hands on what the bridge answered.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { orderResultSchema } from '../../firmware-bridge/contract/uplink.ts';
import type { OrderRefusal } from '../../firmware-bridge/contract/uplink.ts';
import { resetBodySchema, stopBodySchema } from '../contract/api.ts';
import { whyNot } from '../contract/rights.ts';
import { detailOf } from '../start-refusal.ts';
import { actorOf } from './asking.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import type { OrderAnswer } from './ports.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';
import { benchThing, resetSubject } from './thing.ts';

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
  401: problemResponse('Nobody has signed in'),
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
  description: 'Needs no body and no confirmation. At an enrolled bench PC nobody has to be signed in. The answer says what the bridge did; the receipt follows as evidence.',
  ...decided('stop', tolerateBody),
  request: { params: benchParamsSchema, body: { required: false, content: { 'application/json': { schema: stopBodySchema } } } },
  responses: orderResponses,
});

const resetRoute = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/reset',
  summary: 'Reset one trip of this bench',
  description: 'Names the trip that is meant. It never restarts a restore. Confirm `reset` on "bench/trip" first; where data is at stake a second person confirms `second-reset` on the same.',
  ...decided('reset'),
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: resetBodySchema } } } },
  responses: orderResponses,
});

export const orderRoutes = defineRoutes((ports) => {
  const { order, edges } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(stopRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const asker = context.get('asker');
      const answer = await order({ kind: 'stop', bench, actor: actorOf(asker), second: null, reason: '', tripId: null });
      noteStop(ports, context, bench);
      const refused = refusalOf(answer, bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    })
    .openapi(resetRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { tripId, reason, confirmation, secondConfirmation } = context.req.valid('json');
      const thing = benchThing(ports, bench);
      const why = whyNot('reset', context.get('asker'), thing);
      if (why !== null) return context.json(problemReply(why, { action: 'reset', holders: 'manager' }), 403);
      if (thing.dataAtStake && secondConfirmation === null) return context.json(problemReply('second-person-needed', { bench }, 'body.secondConfirmation'), 403);
      const subject = resetSubject(bench, tripId);
      const confirmed = confirmedBy(ports, context, [
        { id: confirmation, act: 'reset', subject },
        ...(secondConfirmation === null ? [] : [{ id: secondConfirmation, act: 'second-reset' as const, subject }]),
      ], thing);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const second = confirmed.people[1];
      note(ports, context, { what: 'reset-ordered', subject: `stop:${tripId}`, why: reason, detail: { bench, second: second?.code ?? null } });
      const answer = await order({ kind: 'reset', bench, actor: actorOf(context.get('asker')), second: second === undefined ? null : { kind: 'person', name: second.code, id: second.id }, reason, tripId });
      const refused = refusalOf(answer, bench);
      return 'result' in refused ? context.json(refused.result, 200) : context.json(refused.reply, refused.status);
    });

  /** A disk that refuses must not make a stop look as if it had failed: the evidence of the bridge names who pressed. */
  function noteStop(parts: typeof ports, context: Context, bench: string): void {
    try {
      note(parts, context, { what: 'stop-ordered', subject: `bench:${bench}` });
    } catch (error) {
      edges.log('error', `a stop could not be written into the audit: ${detailOf(error)}`);
    }
  }
});

export function refusalOf(answer: OrderAnswer, bench: string) {
  if ('refusal' in answer) return { reply: problemReply(answer.refusal, { bench }), status: 503 as const };
  const { result } = answer;
  if (result.ok) return { result };
  const code = result.refusal ?? 'rig-refused';
  return { reply: problemReply(code, { bench }, code === 'unknown-bench' ? 'path.bench' : null), status: STATUS[code] };
}
