/**
 * POST and GET …/judgement(s), and GET /api/nuisance: what people say of stops afterwards, and the rate of false ones. It
 * decides nothing and reaches no bridge; a judgement never stands in the way of a stop or a reset.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { judgementBodySchema, judgementSchema, nuisanceReportSchema } from '../contract/judgement.ts';
import { nuisanceReport, nuisanceWindow } from '../domain/nuisance.ts';
import { actorOf } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';

/** What stands in an address where no rig had named itself. */
export const NO_RIG = '-';
const DAYS_DEFAULT = 30;
const DAYS_MAX = 366;

export const stopParamsSchema = z.object({
  rig: z.string().min(1).max(120).meta({ description: `serial of the rig; ${NO_RIG} when the stop names none`, example: 'R-20931' }),
  stopId: z.string().min(1).max(40).meta({ description: 'id of the stop', example: '5C1E77A90001' }),
});

const judgeRoute = createRoute({
  method: 'post',
  path: '/api/stops/{rig}/{stopId}/judgement',
  summary: 'Say whether a stop was right',
  ...decided('judge'),
  description: 'Added to what was said before; the newest counts. Send an id to make a repeated request harmless. It changes nothing at any bench.',
  request: { params: stopParamsSchema, body: { required: true, content: { 'application/json': { schema: judgementBodySchema } } } },
  responses: {
    200: { description: 'The judgement as it is kept', content: { 'application/json': { schema: judgementSchema } } },
    400: problemResponse('The input does not fit'),
    404: problemResponse('No such stop'),
    409: problemResponse('The id was used for another judgement'),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/stops/{rig}/{stopId}/judgements',
  summary: 'Everything that was said of one stop',
  ...decided('see-records'),
  request: { params: stopParamsSchema },
  responses: {
    200: { description: 'Newest first, at most 100', content: { 'application/json': { schema: z.object({ judgements: z.array(judgementSchema) }) } } },
    400: problemResponse('The input does not fit'),
    404: problemResponse('No such stop'),
  },
});

const days = z.string().regex(/^\d{1,3}$/, `must be 1 to ${DAYS_MAX}`).transform(Number).pipe(z.number().int().min(1).max(DAYS_MAX)).optional();

const reportRoute = createRoute({
  method: 'get',
  path: '/api/nuisance',
  summary: 'How many stops of each rule were false',
  ...decided('see-records'),
  description: 'By first-out cause. Drills latch nothing and are no stops. A store holds virtual rigs or real ones, never both; `virtual` says which.',
  request: { query: z.object({ days: days.meta({ description: `how far back, 1 to ${DAYS_MAX}; ${DAYS_DEFAULT} when left out` }) }) },
  responses: {
    200: { description: 'The rate, the budget, and what nobody has judged yet', content: { 'application/json': { schema: nuisanceReportSchema } } },
    400: problemResponse('The input does not fit'),
  },
});

const keyOf = ({ rig, stopId }: { rig: string; stopId: string }) => ({ rig: rig === NO_RIG ? null : rig, stopId });

const REFUSED = { 'no-such-stop': { status: 404, at: 'path.stopId' }, 'judgement-id-used': { status: 409, at: 'body.id' } } as const;

export const judgementRoutes = defineRoutes((ports) => {
  const { store, edges, about, judged } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(judgeRoute, (context) => {
      const key = keyOf(context.req.valid('param'));
      const { id = edges.newUuid(), verdict, words } = context.req.valid('json');
      const atIso = new Date(edges.epochMs()).toISOString();
      // The code says who for ever; the row has no place for more.
      const { kind, name } = actorOf(context.get('asker'));
      const actor = { kind, name };
      const result = store.judge(key, { id, verdict, actor, words: words === undefined || words === '' ? null : words, atIso });
      if ('refusal' in result) {
        const { status, at } = REFUSED[result.refusal];
        return context.json(problemReply(result.refusal, { stopId: key.stopId }, at), status);
      }
      if (result.isNew) {
        judged(result.stop, result.judgement);
        note(ports, context, { what: 'stop-judged', subject: `stop:${result.stop.stopId}`, detail: { verdict } });
      }
      return context.json(result.judgement, 200);
    })
    .openapi(listRoute, (context) => {
      const key = keyOf(context.req.valid('param'));
      const judgements = store.judgements(key);
      return judgements === null ? context.json(problemReply('no-such-stop', { stopId: key.stopId }, 'path.stopId'), 404) : context.json({ judgements }, 200);
    })
    .openapi(reportRoute, (context) => {
      const window = nuisanceWindow(context.req.valid('query').days ?? DAYS_DEFAULT, edges.epochMs());
      const counts = store.stopCounts(window.fromIso);
      return context.json(nuisanceReport(window, { virtual: about.virtual, restores: store.restoreCount(window.fromIso), counts }), 200);
    });
});
