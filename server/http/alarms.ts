/**
 * POST /api/benches/{bench}/alarm: somebody has seen the alarm of a bench, or puts it aside for some minutes. Every page is told.
 * It clears nothing and reaches no bridge.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { alarmNoteBodySchema, alarmNoteSchema } from '../contract/alarms.ts';
import { actorOf } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';

const MINUTE_MS = 60_000;

const route = createRoute({
  method: 'post',
  path: '/api/benches/{bench}/alarm',
  summary: 'Say that an alarm was seen, or put it aside for a while',
  ...decided('acknowledge'),
  description: 'Quiets this one alarm on every page, under the name of who says so. A new stop or a new cause is another alarm. What was put aside comes back by itself.',
  request: { params: benchParamsSchema, body: { required: true, content: { 'application/json': { schema: alarmNoteBodySchema } } } },
  responses: {
    200: { description: 'As it is kept', content: { 'application/json': { schema: alarmNoteSchema } } },
    400: problemResponse('The input does not fit'),
    404: problemResponse('No such bench'),
  },
});

export const alarmRoutes = defineRoutes((ports) => new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
  const { board, edges, notes } = ports;
  const { bench } = context.req.valid('param');
  const { alarm, snoozeMinutes } = context.req.valid('json');
  if (board.view(bench, edges.nowMs()) === null) return context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404);
  const atMs = edges.epochMs();
  const noted = {
    id: edges.newUuid(), bench, alarm, by: actorOf(context.get('asker')), atIso: new Date(atMs).toISOString(),
    untilIso: snoozeMinutes === null ? null : new Date(atMs + snoozeMinutes * MINUTE_MS).toISOString(),
  };
  notes.addAlarmNote(noted);
  note(ports, context, { what: snoozeMinutes === null ? 'alarm-seen' : 'alarm-snoozed', subject: `bench:${bench}`, detail: { alarm, ...(snoozeMinutes === null ? {} : { minutes: snoozeMinutes }) } });
  ports.alarmNoted(noted);
  return context.json(noted, 200);
}));
