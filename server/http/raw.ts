/**
 * GET …/raw, …/raw/past and …/support-report: what goes over the serial line of a bench, what went over it around a moment, and both as text to pass on. Read only; it
 * reaches no rig, and whoever asks too much hears less, never the bench.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { rawPieceSchema } from '../../firmware-bridge/contract/raw-lines.ts';
import { rawFollowSchema, supportReportSchema } from '../contract/rejudged.ts';
import { whyNot } from '../contract/rights.ts';
import { supportReport } from '../domain/support-report.ts';
import type { Asker } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema, epochMs } from './query.ts';
import { readableBy } from './raw-book.ts';

/** Two minutes of a busy rig. */
const LINES_MAX = 6_000;
const SPAN_MS_MAX = 15 * 60_000;

const followRoute = createRoute({
  method: 'get',
  path: '/api/benches/{bench}/raw',
  summary: 'The newest lines of the serial line',
  ...decided('see-raw'),
  description: 'Ask again within some seconds, or the bridge stops telling them. Whoever may not see cases gets them without identifiers of phones.',
  request: { params: benchParamsSchema, query: z.object({ after: epochMs.optional().meta({ description: '`next` of the last answer; left out: what there is' }) }) },
  responses: {
    200: { description: 'Lines in their order, each once', content: { 'application/json': { schema: rawFollowSchema } } },
    400: problemResponse('The input does not fit'),
    404: problemResponse('No such bench'),
    503: problemResponse('Too many benches are looked at'),
  },
});

const pastRoute = createRoute({
  method: 'get',
  path: '/api/benches/{bench}/raw/past',
  summary: 'The serial line between two times, out of the black box',
  ...decided('see-raw'),
  request: { params: benchParamsSchema, query: z.object({ fromMs: epochMs.meta({ description: 'wall clock (ms since 1970)' }), toMs: epochMs.meta({ description: 'at most 15 minutes later' }) }) },
  responses: {
    200: { description: `Lines in their order, at most the last ${LINES_MAX}`, content: { 'application/json': { schema: rawPieceSchema } } },
    400: problemResponse('The input does not fit, or the range is too wide'),
    404: problemResponse('Nothing of this bench is recorded on this machine'),
    503: problemResponse('Too many questions at once'),
  },
});

const REPORT_SPAN_MS = 60_000;
const REPORT_LINES_MAX = 400;
const reportRoute = createRoute({
  method: 'get',
  path: '/api/benches/{bench}/support-report',
  summary: 'A bench as text for somebody who helps from afar',
  ...decided('see-raw'),
  description: 'What the guard believes and the serial line of the last minute, without names and without identifiers of phones, whoever asks.',
  request: { params: benchParamsSchema },
  responses: {
    200: { description: 'Text to paste', content: { 'application/json': { schema: supportReportSchema } } },
    400: problemResponse('The input does not fit'),
    404: problemResponse('No such bench'),
  },
});

/** The year 9999, as far as a date is written with four digits (ms since 1970). */
const TIME_MS_MAX = 253_402_300_799_999;

/** A serial number leads to a customer: it goes to those who may see cases. */
const isVeiled = (asker: Asker): boolean => whyNot('see-cases', asker) !== null;

export const rawRoutes = defineRoutes(({ about, board, edges, followRaw, boxes }) =>
  new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(followRoute, (context) => {
      const { bench } = context.req.valid('param');
      if (board.view(bench, edges.nowMs()) === null) return context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404);
      const answer = followRaw(bench, context.req.valid('query').after ?? 0, isVeiled(context.get('asker')));
      return answer === null ? context.json(problemReply('records-busy'), 503) : context.json(answer, 200);
    })
    .openapi(reportRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const view = board.view(bench, edges.nowMs());
      if (view === null) return context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404);
      const nowMs = edges.epochMs();
      const found = await boxes.lines(bench, nowMs - REPORT_SPAN_MS, nowMs, REPORT_LINES_MAX);
      const lines = 'value' in found ? found.value.lines.map(readableBy(true)) : null;
      return context.json({ text: supportReport({ version: about.version, atIso: new Date(nowMs).toISOString(), bench, ageMs: view.ageMs, status: view.status, lines }) }, 200);
    })
    .openapi(pastRoute, async (context) => {
      const { bench } = context.req.valid('param');
      const { fromMs, toMs } = context.req.valid('query');
      if (toMs < fromMs || toMs > TIME_MS_MAX) return context.json(problemReply('input-wrong', { detail: 'fromMs and toMs are no span of time' }, 'query.toMs'), 400);
      if (toMs - fromMs > SPAN_MS_MAX) return context.json(problemReply('input-wrong', { detail: 'toMs lies more than 15 minutes after fromMs' }, 'query.fromMs'), 400);
      const answer = await boxes.lines(bench, fromMs, toMs, LINES_MAX);
      if ('value' in answer) return context.json({ ...answer.value, lines: answer.value.lines.map(readableBy(isVeiled(context.get('asker')))) }, 200);
      return answer.refusal === 'not-recorded' ? context.json(problemReply('not-recorded', { bench }, 'path.bench'), 404) : context.json(problemReply('records-busy'), 503);
    }));
