/**
 * POST …/rejudge: one stop of the past by the rules of today, out of the black box of this machine. It changes nothing: it is a
 * POST because it costs some work, which no foreign page shall be able to ask for.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { rejudgedSchema } from '../contract/rejudged.ts';
import type { Rejudged } from '../contract/rejudged.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { NO_RIG, stopParamsSchema } from './judgements.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';

const route = createRoute({
  method: 'post',
  path: '/api/stops/{rig}/{stopId}/rejudge',
  summary: "A stop of the past by today's rules",
  ...decided('see-records'),
  request: { params: stopParamsSchema },
  responses: {
    200: { description: 'What they would do, with both versions', content: { 'application/json': { schema: rejudgedSchema } } },
    400: problemResponse('The input does not fit'),
    404: problemResponse('No such stop, or its lines are not recorded on this machine'),
    503: problemResponse('Too many questions at once'),
  },
});

export const rejudgeRoutes = defineRoutes(({ store, boxes, about }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, async (context) => {
    const { rig, stopId } = context.req.valid('param');
    const stop = store.stop({ rig: rig === NO_RIG ? null : rig, stopId });
    if (stop === null) return context.json(problemReply('no-such-stop', { stopId }, 'path.stopId'), 404);
    const answer = await boxes.rejudge(stop.bench, Date.parse(stop.trip.atIso));
    if ('refusal' in answer && answer.refusal === 'records-busy') return context.json(problemReply('records-busy'), 503);
    const found = 'value' in answer ? answer.value.report.stops.find(({ then }) => then?.id === stopId) : undefined;
    if (found === undefined || !('value' in answer)) return context.json(problemReply('not-recorded', { bench: stop.bench }, 'path.stopId'), 404);
    const { report: { releases, missing }, limits } = answer.value;
    const told: Rejudged = {
      stopId, verdict: found.verdict, afterMs: found.afterMs, limits, missing,
      then: { release: releases.at(-1) ?? about.version, cause: found.then?.cause ?? null },
      now: { release: about.version, cause: found.now?.cause ?? null },
    };
    return context.json(told, 200);
  }));
