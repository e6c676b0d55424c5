/** GET /api/calls: to which steps whoever asks was called, of every case, without anything of the case but its code. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ownCallsSchema } from '../contract/case-looks.ts';
import { openCallsOn } from '../domain/cases/escalation.ts';
import { seesCases } from './case-asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemResponse, refuseInput } from './problem.ts';
import { jsonContent } from './session-answers.ts';

const route = createRoute({
  method: 'get', path: '/api/calls', summary: 'Steps that stay undone, to which whoever asks was called', ...decided('see-calls'),
  description: 'A call ends when its step is done. Nobody can put it away: owning the case or a reason on record buys time, and then the next ones are called. Custody chains that do not hold are told here to everybody who sees cases.',
  responses: { 200: { description: 'The longest overdue first', content: jsonContent(ownCallsSchema) }, 401: problemResponse('Not signed in'), 403: problemResponse('The right is missing') },
});

export const callRoutes = defineRoutes(({ cases, counts, edges }) => new OpenAPIHono({ defaultHook: refuseInput })
  .openapi(route, (context) => {
    const personId = context.get('asker').session?.personId ?? null;
    const { chainCheck } = counts();
    const broken = seesCases(context) && chainCheck !== null && chainCheck.brokenCount > 0 ? chainCheck : null;
    return context.json({ calls: personId === null ? [] : openCallsOn(cases.alive(), personId, edges.epochMs()), broken }, 200);
  }));
