/**
 * POST …/look and GET …/looks: what is personal in a case is shown for a reason, which the customer can read together with
 * who looked. The look is on record before anything is shown.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { lookBodySchema, lookReplySchema, looksReplySchema } from '../contract/case-looks.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, doerOf, everyIdOf, refused } from './case-asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const LOOKS_MAX = 500;
const request = { params: caseParamsSchema };
const { 400: wrong, 401: stranger, 403: forbidden, 404: missing } = caseRefusals;

const lookRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/look', summary: 'Look at what is personal in a case', ...decided('look'), request: { ...request, ...jsonBody(lookBodySchema) },
  description: 'On record before it is shown, with the reason. The same person sees the same again for a quarter of an hour without another entry. Photos are fetched one by one afterwards.',
  responses: { 200: { description: 'What was asked for', content: jsonContent(lookReplySchema) }, ...caseRefusals },
});
const looksRoute = createRoute({
  method: 'get', path: '/api/cases/{case}/looks', summary: 'Who looked at what is personal in a case', ...decided('see-cases'), request,
  responses: { 200: { description: 'The newest first', content: jsonContent(looksReplySchema) }, 400: wrong, 401: stranger, 403: forbidden, 404: missing },
});

export const casePrivateRoutes = defineRoutes((ports) => {
  const { records, looks } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(lookRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, state.status);
      const { what, why } = context.req.valid('json');
      const { session } = context.get('asker');
      const looked = session === null ? { refusal: 'look-person-needed' as const } : looks.look(state, what, session.personId, doerOf(actBy(ports, context), why));
      if ('refusal' in looked) {
        const { reply, status } = refused({ refusal: looked.refusal, params: {}, at: null });
        return context.json(reply, status);
      }
      return context.json(looked, 200);
    })
    .openapi(looksRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, 404);
      const all = everyIdOf(state).flatMap((id) => records.looks(id, LOOKS_MAX));
      return context.json({ looks: all.toSorted((left, right) => (left.atIso < right.atIso ? 1 : -1)).slice(0, LOOKS_MAX) }, 200);
    });
});
