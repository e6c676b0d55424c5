/**
 * /api/cases/{case}/messages: what customer and partner wrote through their links, and the answer of the store. Reading is a
 * look at personal data with its reason; an answer appears on the page of whom it is for, and nowhere else.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { MESSAGE_NOTES_EN, messageBodySchema, messagesLookBodySchema, messagesReplySchema } from '../contract/case-messages.ts';
import { caseViewSchema } from '../contract/case-state.ts';
import type { CaseState } from '../contract/case-state.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, doerOf, refused } from './case-asking.ts';
import { viewOf } from './case-view.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const lookRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/messages/look', summary: 'Read the messages of a case', ...decided('look'), request: { params: caseParamsSchema, ...jsonBody(messagesLookBodySchema) },
  responses: { 200: { description: 'Oldest first', content: jsonContent(messagesReplySchema) }, ...caseRefusals },
});
const writeRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/messages', summary: 'Write to the customer or to a partner through the case', ...decided('work-case'), request: { params: caseParamsSchema, ...jsonBody(messageBodySchema) },
  description: 'It stands on the page that their link opens. Nobody’s number goes along with it.',
  responses: { 200: { description: 'The case as it stands now', content: jsonContent(caseViewSchema) }, ...caseRefusals },
});

const allIds = ({ id, absorbed }: CaseState): string[] => [id, ...absorbed.map((one) => one.id)];

export const caseMessageRoutes = defineRoutes((ports) => {
  const { cases, records, messages } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(lookRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, state.status);
      const by = actBy(ports, context);
      const found = messages.all(allIds(state));
      // Each case keeps its own key; nothing is shown before each look is on record.
      for (const id of found.length === 0 ? [] : allIds(state)) {
        const looked = records.look(id, 'contact', doerOf(by, context.req.valid('json').why), by.atIso);
        if ('refusal' in looked && looked.refusal !== 'nothing-private' && looked.refusal !== 'case-erased') {
          const { reply, status } = refused({ refusal: looked.refusal, params: {}, at: null });
          return context.json(reply, status);
        }
      }
      return context.json({ messages: found }, 200);
    })
    .openapi(writeRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, state.status);
      if (!messages.canKeep(state.id)) {
        const { reply, status } = refused({ refusal: 'case-erased', params: {}, at: null });
        return context.json(reply, status);
      }
      const { id, to, transferId, words } = context.req.valid('json');
      const by = actBy(ports, context);
      if (to === 'partner' && !state.transfers.some((transfer) => transfer.id === transferId && transfer.to.kind === 'partner')) {
        const { reply, status } = refused({ refusal: 'no-such-transfer', params: {}, at: 'body.transferId' });
        return context.json(reply, status);
      }
      const acted = cases.act('note', state.id, { id, words: MESSAGE_NOTES_EN[`store-${to}`] }, by, ({ caseId }) => {
        messages.keep({ id, caseId, from: 'store', to, transferId, atIso: by.atIso, asksCall: false, words }, doerOf(by, 'message'));
      });
      if ('refusal' in acted) {
        const { reply, status } = refused(acted);
        return context.json(reply, status);
      }
      return context.json(viewOf(ports, context, acted.state, acted.head), 200);
    });
});
