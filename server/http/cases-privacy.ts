/**
 * …/privacy of a case: what was erased, what must not be, and both as acts. An erasure is of the whole case, with those that
 * were merged into it, and final on the day that the answer names.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { eraseBodySchema, keepBodySchema, privacySchema, releaseBodySchema } from '../contract/case-looks.ts';
import type { CasePrivacy } from '../contract/case-looks.ts';
import type { CaseState } from '../contract/case-state.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, doerOf, everyIdOf, noSuchCase, refused } from './case-asking.ts';
import type { RefusedReply } from './case-asking.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import type { Ports } from './ports.ts';
import { problemReply, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const request = { params: caseParamsSchema };
const { 400: wrong, 401: stranger, 403: forbidden, 404: missing } = caseRefusals;
const confirm = 'Confirm `decide-privacy` on the id of the case first.';
const privacyNow = { 200: { description: 'What was erased, and what must not be', content: jsonContent(privacySchema) }, ...caseRefusals };

const privacyRoute = createRoute({
  method: 'get', path: '/api/cases/{case}/privacy', summary: 'What was erased of a case, and what must not be', ...decided('see-cases'), request,
  responses: { 200: privacyNow[200], 400: wrong, 401: stranger, 403: forbidden, 404: missing },
});
const eraseRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/privacy/erase', summary: 'Erase what is personal in a case', ...decided('decide-privacy'), request: { ...request, ...jsonBody(eraseBodySchema) },
  description: `Unreadable at once, for ever; the custody chain stays whole, for nothing personal stands in it. ${confirm}`, responses: privacyNow,
});
const keepRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/privacy/keep', summary: 'Order that nothing of a case is erased', ...decided('decide-privacy'), request: { ...request, ...jsonBody(keepBodySchema) },
  description: `As a court or a dispute demands. ${confirm}`, responses: privacyNow,
});
const releaseRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/privacy/release', summary: 'Release such an order', ...decided('decide-privacy'), request: { ...request, ...jsonBody(releaseBodySchema) },
  description: confirm, responses: privacyNow,
});

export const casePrivacyRoutes = defineRoutes((ports) => {
  const { records, looks } = ports;
  const privacyOf = (state: CaseState): CasePrivacy => {
    const ids = everyIdOf(state);
    return { erasures: ids.flatMap((id) => records.erasures(id)), kept: ids.some((id) => records.isKept(id)), keepOrders: ids.flatMap((id) => records.keepOrders(id)) };
  };
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(privacyRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      return 'reply' in state ? context.json(state.reply, 404) : context.json(privacyOf(state), 200);
    })
    .openapi(eraseRoute, (context) => {
      const { kind, why, confirmation } = context.req.valid('json');
      const state = provedCase(ports, context, context.req.valid('param').case, confirmation);
      if ('reply' in state) return context.json(state.reply, state.status);
      // All of it or nothing: an order on one part keeps the whole.
      if (everyIdOf(state).some((id) => records.isKept(id))) return context.json(problemReply('case-kept'), 409);
      const by = actBy(ports, context);
      const answers = everyIdOf(state).map((id) => records.erase(id, kind, doerOf(by, why), by.atIso));
      looks.forget(state.id);
      const [first] = answers;
      if (first !== undefined && 'refusal' in first && answers.every((answer) => 'refusal' in answer)) {
        const { reply, status } = refused({ refusal: first.refusal, params: {}, at: null });
        return context.json(reply, status);
      }
      return context.json(privacyOf(state), 200);
    })
    .openapi(keepRoute, (context) => {
      const { why, confirmation } = context.req.valid('json');
      const state = provedCase(ports, context, context.req.valid('param').case, confirmation);
      if ('reply' in state) return context.json(state.reply, state.status);
      const by = actBy(ports, context);
      for (const id of everyIdOf(state)) records.keep(id, doerOf(by, why), by.atIso);
      return context.json(privacyOf(state), 200);
    })
    .openapi(releaseRoute, (context) => {
      const { orderId, why, confirmation } = context.req.valid('json');
      const state = provedCase(ports, context, context.req.valid('param').case, confirmation);
      if ('reply' in state) return context.json(state.reply, state.status);
      const by = actBy(ports, context);
      const isOfThis = everyIdOf(state).some((id) => records.keepOrders(id).some((order) => order.id === orderId));
      const released = isOfThis && records.release(orderId, doerOf(by, why), by.atIso);
      return released ? context.json(privacyOf(state), 200) : context.json(problemReply('no-such-keep-order', {}, 'body.orderId'), 404);
    });
});

/** An admin decides about privacy without seeing cases, so the case need not be one that the asker sees. */
function provedCase(ports: Ports, context: Context, asked: string, confirmation: string): CaseState | RefusedReply {
  const id = ports.cases.idOf(asked);
  const state = id === null ? null : ports.cases.state(id);
  if (state === null) return noSuchCase(asked);
  const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'decide-privacy', subject: state.id }]);
  return 'reply' in confirmed ? { reply: confirmed.reply, status: 403 } : state;
}
