/**
 * POST …/papers/{kind} makes a paper and says where it waits; GET fetches it, for whoever made it, for some minutes. Made by
 * a POST, because each paper is on record: its head is noted, and a look at personal data needs its reason.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { madePaperSchema, PAPER_KINDS, paperBodySchema } from '../contract/papers.ts';
import { newToken } from '../sign-in/secrets.ts';
import { caseFor, caseParamsSchema, caseRefusals, refused } from './case-asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { makePaper } from './papers/make-paper.ts';
import { PAPER_KEPT_MS } from './papers/paper-shelf.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const makeRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/papers/{kind}', summary: 'Make a paper of a case, to be printed', ...decided('work-case'),
  description: 'Notes the head of the custody chain that is printed. Receipt, letter and a signed handover sheet carry personal data and need a reason. A link that was made a moment ago by the same person is printed with it, once.',
  request: { params: caseParamsSchema.extend({ kind: z.enum(PAPER_KINDS) }), ...jsonBody(paperBodySchema) },
  responses: { 200: { description: 'Where it waits', content: jsonContent(madePaperSchema) }, ...caseRefusals },
});
const fetchRoute = createRoute({
  method: 'get', path: '/api/papers/{paper}', summary: 'Fetch a paper that was made', ...decided('work-case'),
  request: { params: z.object({ paper: z.string().regex(/^[\w-]{43}$/) }) },
  responses: {
    200: { description: 'A page to print', content: { 'text/html': { schema: z.string() } } },
    400: problemResponse('The input does not fit'), 401: caseRefusals[401], 403: caseRefusals[403], 404: problemResponse('It is not there any more'),
  },
});

export const paperRoutes = defineRoutes((ports) => {
  const { edges, papers } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(makeRoute, async (context) => {
      const { case: asked, kind } = context.req.valid('param');
      const state = caseFor(ports, context, asked);
      if ('reply' in state) return context.json(state.reply, state.status);
      const made = makePaper(ports, context, state, { ...context.req.valid('json'), kind });
      if ('refusal' in made) {
        const { reply, status } = refused({ ...made, params: { case: state.code } });
        return context.json(reply, status);
      }
      const key = newToken();
      const page = await made.page;
      papers.put({ caseId: state.id, personId: context.get('asker').session?.personId ?? '', page: page.toString() }, key, edges.nowMs());
      return context.json({ address: `/api/papers/${key}`, expiresAtIso: new Date(edges.epochMs() + PAPER_KEPT_MS).toISOString(), seq: made.seq }, 200);
    })
    .openapi(fetchRoute, (context) => {
      const found = papers.get(context.req.valid('param').paper, context.get('asker').session?.personId ?? '', edges.nowMs());
      return found === null ? context.json(problemReply('paper-gone'), 404) : context.html(found.page, 200);
    });
});
