/**
 * Signing in and out, quick switch at an enrolled bench PC, one-time links. The answers to a wrong name and a wrong
 * password are the same, also in time.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { passkeyQuestionSchema, shownPasskeySchema } from '../contract/passkeys.ts';
import { signInBodySchema, switchBodySchema, takeLinkBodySchema } from '../contract/people.ts';
import type { Who } from '../contract/people.ts';
import type { Begun } from '../sign-in/sign-in.ts';
import { placeOf, takeSessionCookie } from './asking.ts';
import { begunSession } from './begun-session.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { done, jsonBody, jsonContent, signInAnswers as answers } from './session-answers.ts';
import { refuseAndNote, whoOf } from './who-of.ts';

const whoRoute = createRoute({ method: 'get', path: '/api/session', summary: 'Who is asking', ...decided('enter'), responses: { 200: answers[200] } });
const signInRoute = createRoute({
  method: 'post', path: '/api/session', summary: 'Sign in', ...decided('enter'), request: jsonBody(signInBodySchema), responses: answers,
  description: 'User name and password; with an authenticator app also its code. The answer sets the cookie of the session.',
});
const passkeyQuestionRoute = createRoute({
  method: 'post', path: '/api/session/passkey/question', summary: 'What a passkey has to answer to sign in', ...decided('enter'),
  responses: { 200: { description: 'Answered once, within five minutes', content: jsonContent(passkeyQuestionSchema) }, 409: problemResponse('Called by an address instead of a name') },
});
const passkeyRoute = createRoute({
  method: 'post', path: '/api/session/passkey', summary: 'Sign in by passkey', ...decided('enter'), request: jsonBody(shownPasskeySchema), responses: answers,
  description: 'With what the key answered. The key itself asked for finger, face or PIN, so it counts as two factors.',
});
const switchRoute = createRoute({
  method: 'post', path: '/api/session/switch', summary: 'Switch quickly at an enrolled bench PC', ...decided('switch'), request: jsonBody(switchBodySchema), responses: answers,
  description: 'By badge, or by person and PIN. Whoever was signed in there is signed out.',
});
const linkRoute = createRoute({
  method: 'post', path: '/api/links/take', summary: 'Use a one-time link', ...decided('enter'), request: jsonBody(takeLinkBodySchema), responses: answers,
  description: 'Of the first start, or for a new password. Works once.',
});
const activeRoute = createRoute({ method: 'post', path: '/api/session/active', summary: 'Somebody is still there', ...decided('own-session'), responses: { ...done, 401: answers[401], 403: answers[403] } });
const endRoute = createRoute({ method: 'post', path: '/api/session/end', summary: 'Sign out', ...decided('enter'), responses: done });
export const sessionRoutes = defineRoutes((ports) => {
  const { accounts, cookies, edges, signIn } = ports;
  const begun = (context: Context, answer: Begun, how: string): Who => begunSession(ports, context, answer, how);
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(whoRoute, (context) => context.json(whoOf(ports, context), 200))
    .openapi(signInRoute, async (context) => {
      const asked = context.req.valid('json');
      const answer = await signIn.byPassword(asked, placeOf(context));
      return 'refusal' in answer ? refuseAndNote(ports, context, answer, 'sign-in-refused', asked.user) : context.json(begun(context, answer, 'signed-in'), 200);
    })
    .openapi(passkeyQuestionRoute, (context) => {
      const question = signIn.passkeys.ask('sign-in', placeOf(context), []);
      return question === null ? context.json(problemReply('passkey-name-needed', {}, 'header.host'), 409) : context.json(question, 200);
    })
    .openapi(passkeyRoute, async (context) => {
      const answer = await signIn.byPasskey(context.req.valid('json'), placeOf(context));
      return 'refusal' in answer ? refuseAndNote(ports, context, answer, 'sign-in-refused', null) : context.json(begun(context, answer, 'signed-in-by-passkey'), 200);
    })
    .openapi(switchRoute, async (context) => {
      const asked = context.req.valid('json');
      const before = context.get('asker').session;
      const answer = await signIn.quickly(asked, placeOf(context));
      if ('refusal' in answer) return refuseAndNote(ports, context, answer, 'switch-refused', null);
      const pc = answer.session.machineId;
      const words = asked.handover === undefined || asked.handover === '' ? null : asked.handover;
      if (pc !== null && before !== null && before.personId !== answer.session.personId) {
        accounts.handovers.add(pc, { gone: before.personId, come: answer.session.personId, words, atIso: new Date(edges.epochMs()).toISOString() });
      }
      return context.json(begun(context, answer, 'switched'), 200);
    })
    .openapi(linkRoute, async (context) => {
      const answer = await signIn.byLink(context.req.valid('json'), placeOf(context));
      return 'refusal' in answer ? refuseAndNote(ports, context, answer, 'link-refused', null) : context.json(begun(context, answer, 'link-used'), 200);
    })
    .openapi(activeRoute, (context) => {
      const { session } = context.get('asker');
      if (session !== null) accounts.sessions.touch(session.id, edges.epochMs());
      return context.json({ done: true as const }, 200);
    })
    .openapi(endRoute, (context) => {
      const { session } = context.get('asker');
      if (session !== null) {
        accounts.sessions.end(session.id, 'signed-out', edges.epochMs());
        ports.rightsChanged();
        note(ports, context, { what: 'signed-out', subject: `person:${session.person.code}` });
      }
      takeSessionCookie(context, cookies);
      return context.json({ done: true as const }, 200);
    });
});
