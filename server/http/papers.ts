/**
 * POST …/papers/{kind} makes a paper and says where it waits; GET fetches it, for whoever made it, for some minutes. Made by
 * a POST, because each paper is on record: its head is noted, and a look at personal data needs its reason.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { madePaperSchema, PAPER_KINDS, paperBodySchema } from '../contract/papers.ts';
import type { PdfPaper } from '../pdf/pdf-copies.ts';
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
  description: 'A page to print; with `as=pdf` the same paper as a file.',
  request: { params: z.object({ paper: z.string().regex(/^[\w-]{43}$/) }), query: z.object({ as: z.literal('pdf').optional() }) },
  responses: {
    200: { description: 'A page to print, or a copy as PDF', content: { 'text/html': { schema: z.string() }, 'application/pdf': { schema: z.string() } } },
    400: problemResponse('The input does not fit'), 401: caseRefusals[401], 403: caseRefusals[403], 404: problemResponse('It is not there any more'), 503: problemResponse('The copy was not drawn in time'),
  },
});

export const paperRoutes = defineRoutes((ports) => {
  const { edges, papers, copies } = ports;
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
      papers.put({ caseId: state.id, personId: context.get('asker').session?.personId ?? '', page: page.toString(), drawing: made.drawing }, key, edges.nowMs());
      return context.json({ address: `/api/papers/${key}`, expiresAtIso: new Date(edges.epochMs() + PAPER_KEPT_MS).toISOString(), seq: made.seq }, 200);
    })
    .openapi(fetchRoute, async (context) => {
      const found = papers.get(context.req.valid('param').paper, context.get('asker').session?.personId ?? '', edges.nowMs());
      if (found === null) return context.json(problemReply('paper-gone'), 404);
      if (context.req.valid('query').as !== 'pdf') return context.html(found.page, 200);
      const bytes = await copies.draw(found.drawing);
      if (bytes === null) return context.json(problemReply('copy-not-drawn'), 503);
      return context.body(Uint8Array.from(bytes), 200, { 'content-type': 'application/pdf', 'content-disposition': `attachment; filename="${nameOf(found.drawing)}"` });
    });
});

/** What it is and of which case; never of whom. */
const nameOf = ({ sheet, labels }: PdfPaper): string => `${sheet?.code ?? labels[0]?.code ?? ''}-${sheet?.kind ?? 'label'}.pdf`;
