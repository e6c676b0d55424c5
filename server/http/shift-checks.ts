/**
 * The check at the start of a shift: GET /api/benches/{bench}/stop asks whether a stop would reach the bridge, without any; GET and
 * POST /api/shift-checks keep who checked what. Nothing here stops, drills or changes a bench.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { shiftCheckBodySchema, isWhole, shiftCheckSchema } from '../contract/shift-checks.ts';
import { actorOf } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';
import { jsonContent } from './session-answers.ts';

const SHOWN_MAX = 50;

const readyRoute = createRoute({
  method: 'get', path: '/api/benches/{bench}/stop', summary: 'Whether a stop would reach the bridge of this bench', ...decided('stop'),
  description: 'By the same door and the same right as a stop, up to the bridge. It stops nothing and is written down nowhere.',
  request: { params: benchParamsSchema },
  responses: {
    200: { description: 'What is in the way, if anything', content: jsonContent(z.object({ bridgeConnected: z.boolean(), rigAgeMs: z.number().int().nullable().meta({ description: 'age of the last word of the bridge about this bench' }) })) },
    400: problemResponse('The input does not fit'), 404: problemResponse('No such bench'),
  },
});
const listRoute = createRoute({
  method: 'get', path: '/api/shift-checks', summary: 'The last checks at the start of a shift', ...decided('see-records'),
  responses: { 200: { description: 'Newest first', content: jsonContent(z.object({ checks: z.array(shiftCheckSchema) })) } },
});
const addRoute = createRoute({
  method: 'post', path: '/api/shift-checks', summary: 'Keep a check at the start of a shift', ...decided('check-shift'),
  request: { body: { required: true, content: jsonContent(shiftCheckBodySchema) } },
  responses: { 200: { description: 'As it is kept', content: jsonContent(shiftCheckSchema) }, 400: problemResponse('The input does not fit') },
});

export const shiftCheckRoutes = defineRoutes((ports) => {
  const { board, edges, notes } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(readyRoute, (context) => {
      const { bench } = context.req.valid('param');
      const view = board.view(bench, edges.nowMs());
      return view === null ? context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404) : context.json({ bridgeConnected: view.bridgeConnected, rigAgeMs: view.ageMs }, 200);
    })
    .openapi(listRoute, (context) => context.json({ checks: notes.shiftChecks(SHOWN_MAX) }, 200))
    .openapi(addRoute, (context) => {
      const check = context.req.valid('json');
      const asker = context.get('asker');
      const kept = { id: edges.newUuid(), by: actorOf(asker), machine: asker.held?.name ?? null, atIso: new Date(edges.epochMs()).toISOString(), check };
      notes.addShiftCheck(kept);
      note(ports, context, { what: 'shift-checked', detail: { whole: isWhole(check), benches: check.benches.length } });
      return context.json(kept, 200);
    });
});
