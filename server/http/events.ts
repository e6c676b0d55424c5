/** GET /api/events: the evidence as stored, with the server's own numbers, for tables and for catching up. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { storedEvidenceSchema } from '../contract/live.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { epochMs, pageOf, pageQuery } from './query.ts';

/** The year 9999, as far as a date is written with four digits (ms since 1970). */
const TIME_MS_MAX = 253_402_300_799_999;

const route = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'Evidence in the order in which it was stored',
  ...decided('see-records'),
  request: { query: z.object({
      bench: z.string().min(1).max(120).optional(),
      fromMs: epochMs.optional().meta({ description: 'with `bench` and `toMs`: what happened there between two times of its wall clock (ms since 1970), oldest first' }),
      toMs: epochMs.optional(),
      ...pageQuery,
    }),
  },
  responses: {
    200: {
      description: 'Ascending by number; the newest when no cursor is given',
      content: { 'application/json': { schema: z.object({ events: z.array(storedEvidenceSchema), lastId: z.number().int().meta({ description: 'the newest number in the database' }) }) } },
    },
    400: problemResponse('The input does not fit'),
  },
});

export const eventRoutes = defineRoutes(({ store }) =>
  new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
    const query = context.req.valid('query');
    const { bench, fromMs, toMs, limit = 1000 } = query;
    if (bench !== undefined && fromMs !== undefined && toMs !== undefined) {
      if (toMs < fromMs || toMs > TIME_MS_MAX) return context.json(problemReply('input-wrong', { detail: 'fromMs and toMs are no span of time' }, 'query.toMs'), 400);
      return context.json({ events: store.eventsBetween(bench, new Date(fromMs).toISOString(), new Date(toMs).toISOString(), limit), lastId: store.lastEvidenceId() }, 200);
    }
    return context.json({ events: store.events(query.bench ?? null, pageOf(query)), lastId: store.lastEvidenceId() }, 200);
  }));
