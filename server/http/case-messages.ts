/**
 * /api/cases/{case}/messages: what customer and partner wrote through their links, and the answer of the store. Reading is a
 * look at personal data with its reason; an answer appears on the page of whom it is for, and nowhere else.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { markBodySchema, messageBodySchema, messagesLookBodySchema, messagesReplySchema, passOnBodySchema } from '../contract/case-messages.ts';
import type { CaseState } from '../contract/case-state.ts';
import { caseViewSchema } from '../contract/case-state.ts';
import type { StoredMessage } from '../domain/cases/messages-port.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, doerOf, everyIdOf, refused } from './case-asking.ts';
import type { RefusedReply } from './case-asking.ts';
import { viewOf } from './case-view.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { createMessageLooks } from './message-looks.ts';
import type { Ports } from './ports.ts';
import { refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const messageParamsSchema = caseParamsSchema.extend({ message: z.uuid().meta({ description: 'id of the message' }) });
const after = { 200: { description: 'The case as it stands now', content: jsonContent(caseViewSchema) }, ...caseRefusals };
const lookRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/messages/look', summary: 'Read the messages of a case', ...decided('look'), request: { params: caseParamsSchema, ...jsonBody(messagesLookBodySchema) },
  description: 'On record before it is shown; for a quarter of an hour the same person reads the same again without another entry. Whoever reads is named beside each message as a reader.',
  responses: { 200: { description: 'Oldest first', content: jsonContent(messagesReplySchema) }, ...caseRefusals },
});
const writeRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/messages', summary: 'Write to the customer or to a partner through the case', ...decided('work-case'), request: { params: caseParamsSchema, ...jsonBody(messageBodySchema) },
  description: 'It stands on the page that their link opens. Nobody’s number goes along with it. What they wrote before counts as answered.', responses: after,
});
const passRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/messages/{message}/pass-on', summary: 'Pass a message of the customer on to a partner', ...decided('work-case'), request: { params: messageParamsSchema, ...jsonBody(passOnBodySchema) },
  description: 'Until a person does this no partner sees what a customer writes: a number or an address may stand in it.', responses: after,
});
const markRoute = createRoute({
  method: 'post', path: '/api/cases/{case}/messages/{message}/mark', summary: 'Say that a message needs no answer, or make it unread again', ...decided('work-case'), request: { params: messageParamsSchema, ...jsonBody(markBodySchema) },
  description: 'As `unread` it waits in the queue again, as if nobody had read it.', responses: after,
});

/** What the store itself wrote is no news to it. */
const seenOf = (stored: readonly StoredMessage[]): string | null => (stored.length === 0 ? null : stored.filter(({ from }) => from !== 'store').map(({ id }) => id).join(' '));

const isFromOutside = ({ from, to }: StoredMessage): boolean => to === 'store' || (from === 'customer' && to === 'partner');

export const caseMessageRoutes = defineRoutes((ports) => {
  const { cases, messages } = ports;
  const looks = createMessageLooks(ports);
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(lookRoute, (context) => {
      const state = caseFor(ports, context, context.req.valid('param').case);
      if ('reply' in state) return context.json(state.reply, state.status);
      const { session } = context.get('asker');
      const by = actBy(ports, context);
      const stored = messages.stored(everyIdOf(state));
      const why = session === null ? 'look-person-needed' : looks.whyNot(everyIdOf(state), seenOf(stored), session.personId, doerOf(by, context.req.valid('json').why), by.atIso);
      if (why !== null) {
        const { reply, status } = refused({ refusal: why, params: {}, at: null });
        return context.json(reply, status);
      }
      messages.read(stored.filter(({ from }) => from !== 'store').map(({ id }) => id), by.actor.name, by.atIso);
      return context.json({ messages: messages.all(everyIdOf(state)), atIso: by.atIso }, 200);
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
      const acted = cases.act('note-message', state.id, { id, from: 'store', to, transferId, asksCall: false }, by, ({ caseId }) => {
        messages.keep({ id, caseId, from: 'store', to, transferId, atIso: by.atIso, asksCall: false, words, by: by.actor.name }, doerOf(by, 'message'));
      });
      return answered(ports, context, acted);
    })
    .openapi(passRoute, (context) => {
      const asked = messageOf(ports, context, ({ from, passed }) => from === 'customer' && passed === null);
      if ('reply' in asked) return context.json(asked.reply, asked.status);
      const { id, transferId } = context.req.valid('json');
      const by = actBy(ports, context);
      const messageId = asked.message.id;
      return answered(ports, context, cases.act('pass-message-on', asked.state.id, { id, messageId, transferId }, by, () => messages.pass(messageId, { transferId, by: by.actor.name, atIso: by.atIso })));
    })
    .openapi(markRoute, (context) => {
      const asked = messageOf(ports, context, isFromOutside);
      if ('reply' in asked) return context.json(asked.reply, asked.status);
      const { id, as } = context.req.valid('json');
      const { id: messageId, from, to, transferId, asksCall, atIso } = asked.message;
      const acted = cases.act('mark-message', asked.state.id, { id, messageId, as, message: { from, to, transferId, asksCall, atIso } }, actBy(ports, context), () => {
        if (as === 'unread') messages.unread(messageId);
      });
      return answered(ports, context, acted);
    });
});

/** A message of this very case that may be meant; passed on twice it is passed on once. */
function messageOf(ports: Ports, context: Context, fits: (message: StoredMessage) => boolean): { readonly state: CaseState; readonly message: StoredMessage } | RefusedReply {
  const state = caseFor(ports, context, context.req.param('case') ?? '');
  if ('reply' in state) return state;
  const message = ports.messages.one(context.req.param('message') ?? '');
  const isThere = message !== null && everyIdOf(state).includes(message.caseId) && fits(message);
  return isThere ? { state, message } : refused({ refusal: 'no-such-message', params: {}, at: 'path.message' });
}

function answered(ports: Ports, context: Context, acted: ReturnType<Ports['cases']['act']>) {
  if ('refusal' in acted) {
    const { reply, status } = refused(acted);
    return context.json(reply, status);
  }
  return context.json(viewOf(ports, context, acted.state, acted.head), 200);
}
