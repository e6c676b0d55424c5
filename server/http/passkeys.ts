/** The own passkeys of a person, and the question that one of them answers to prove a single act. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { newPasskeyQuestionSchema, passkeyQuestionSchema, passkeySchema } from '../contract/passkeys.ts';
import { newPasskeyBodySchema, proofQuestionBodySchema, removePasskeyBodySchema } from '../contract/people.ts';
import type { KnownPasskey, KnownPerson } from '../domain/people-port.ts';
import { proofOf } from '../sign-in/passkeys.ts';
import { placeOf } from './asking.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { done, jsonBody, jsonContent, signInAnswers as answers } from './session-answers.ts';
import { siteOf } from './site.ts';

const refusals = { 401: answers[401], 403: answers[403] };
const listRoute = createRoute({
  method: 'get', path: '/api/passkeys', summary: 'Own passkeys', ...decided('own-session'),
  responses: { 200: { description: 'The newest first', content: jsonContent(z.object({ passkeys: z.array(passkeySchema) })) }, ...refusals },
});
const questionRoute = createRoute({
  method: 'post', path: '/api/passkeys/question', summary: 'What a key has to answer to make a passkey', ...decided('own-secrets'),
  responses: { 200: { description: 'Answered once, within five minutes', content: jsonContent(newPasskeyQuestionSchema) }, ...refusals, 409: problemResponse('Called by an address instead of a name') },
});
const addRoute = createRoute({
  method: 'post', path: '/api/passkeys', summary: 'Add a passkey', ...decided('own-secrets'), request: jsonBody(newPasskeyBodySchema),
  description: 'Confirm `own-secrets` on "*" first. The passkey works under the host name of this request, and under no other.',
  responses: { 200: { description: 'Kept', content: jsonContent(passkeySchema) }, 400: answers[400], ...refusals, 409: answers[409] },
});
const removeRoute = createRoute({
  method: 'post', path: '/api/passkeys/{id}/remove', summary: 'Remove an own passkey', ...decided('own-secrets'),
  request: { params: z.object({ id: z.uuid() }), ...jsonBody(removePasskeyBodySchema) },
  description: 'Confirm `own-secrets` on "*" first. Every other session of the person ends.',
  responses: { ...done, 400: answers[400], ...refusals, 404: problemResponse('No such passkey of yours') },
});
const proofRoute = createRoute({
  method: 'post', path: '/api/confirmations/question', summary: 'What a passkey has to answer to confirm one act', ...decided('own-session'), request: jsonBody(proofQuestionBodySchema),
  description: 'Any passkey may answer where somebody else is named, so that the question tells nothing about that person.',
  responses: { 200: { description: 'Answered once, within five minutes, in this session', content: jsonContent(passkeyQuestionSchema) }, 400: answers[400], ...refusals, 409: problemResponse('Called by an address instead of a name') },
});

const viewOf = ({ id, name, host, createdAtIso, lastUsedAtIso }: KnownPasskey) => ({ id, name, host, createdAtIso, lastUsedAtIso });
const notSignedIn = (action: string) => problemReply('not-signed-in', { action, holders: '' });
const nameNeeded = () => problemReply('passkey-name-needed', {}, 'header.host');

export const passkeyRoutes = defineRoutes((ports) => {
  const { accounts, edges, signIn } = ports;
  const self = (context: Context): KnownPerson | null => accounts.people.byId(context.get('asker').session?.personId ?? '');
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => context.json({ passkeys: accounts.passkeys.ofPerson(self(context)?.id ?? '').map(viewOf) }, 200))
    .openapi(questionRoute, (context) => {
      const person = self(context);
      if (person === null) return context.json(notSignedIn('own-secrets'), 401);
      const question = signIn.passkeys.askForNew(person, ports.about.storeName, placeOf(context));
      return question === null ? context.json(nameNeeded(), 409) : context.json(question, 200);
    })
    .openapi(addRoute, async (context) => {
      const { name, passkey, confirmation } = context.req.valid('json');
      const person = self(context);
      if (person === null) return context.json(notSignedIn('own-secrets'), 401);
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'own-secrets', subject: '*' }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const added = await signIn.passkeys.add(person, name, passkey, siteOf(context));
      if ('refusal' in added) return context.json(problemReply(added.refusal, {}, 'body.passkey'), 409);
      note(ports, context, { what: 'passkey-added', subject: `person:${person.code}`, detail: { host: added.host } });
      return context.json(viewOf(added), 200);
    })
    .openapi(removeRoute, (context) => {
      const { id } = context.req.valid('param');
      const { session } = context.get('asker');
      if (session === null) return context.json(notSignedIn('own-secrets'), 401);
      const confirmed = confirmedBy(ports, context, [{ id: context.req.valid('json').confirmation, act: 'own-secrets', subject: '*' }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      if (!accounts.passkeys.remove(id, session.personId)) return context.json(problemReply('no-such-passkey', {}, 'path.id'), 404);
      // Whoever held the key is signed out with it.
      accounts.sessions.endAllOfPerson(session.personId, 'passkey-removed', edges.epochMs(), session.id);
      ports.rightsChanged();
      note(ports, context, { what: 'passkey-removed', subject: `person:${session.person.code}` });
      return context.json({ done: true as const }, 200);
    })
    .openapi(proofRoute, (context) => {
      const asked = context.req.valid('json');
      const { session } = context.get('asker');
      if (session === null) return context.json(notSignedIn('own-session'), 401);
      const question = signIn.passkeys.ask(proofOf(session.id, asked), placeOf(context), asked.user === undefined ? accounts.passkeys.ofPerson(session.personId) : []);
      return question === null ? context.json(nameNeeded(), 409) : context.json(question, 200);
    });
});
