/** What a person does with the own account: sessions, proofs of single acts, password, PIN, badge and authenticator app. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { confirmationBodySchema, confirmationSchema, ownSecretsBodySchema, sessionSchema } from '../contract/people.ts';
import type { ProblemReply } from '../contract/api.ts';
import type { OwnSecretsBody } from '../contract/people.ts';
import type { HeldSession, SecretChange } from '../domain/people-port.ts';
import { authenticatorUri, newAuthenticatorSecret, stepOfCode } from '../sign-in/authenticator.ts';
import { isEasyPin, isGuessable } from '../sign-in/guessable.ts';
import { hashToken } from '../sign-in/secrets.ts';
import { placeOf } from './asking.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import type { Ports } from './ports.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { done, jsonBody, jsonContent, signInAnswers as answers } from './session-answers.ts';
import { thingOf } from './thing.ts';
import { refuseAndNote, viewOf } from './who-of.ts';

const listRoute = createRoute({
  method: 'get', path: '/api/sessions', summary: 'Own sessions', ...decided('own-session'),
  responses: { 200: { description: 'Those that live; the newest first', content: jsonContent(z.object({ sessions: z.array(sessionSchema) })) }, 401: answers[401], 403: answers[403] },
});
const endOneRoute = createRoute({
  method: 'post', path: '/api/sessions/{id}/end', summary: 'End one of the own sessions', ...decided('own-session'), request: { params: z.object({ id: z.uuid() }) },
  responses: { ...done, 400: answers[400], 401: answers[401], 403: answers[403], 404: problemResponse('No such session of yours') },
});
const confirmRoute = createRoute({
  method: 'post', path: '/api/confirmations', summary: 'Confirm one act, freshly', ...decided('own-session'), request: jsonBody(confirmationBodySchema),
  description: 'With what only that person knows or has. The second person of an act confirms here too, by name. The answer holds for five minutes and works once.',
  responses: { ...answers, 200: { description: 'To be sent with the act', content: jsonContent(confirmationSchema) } },
});
const appRoute = createRoute({
  method: 'post', path: '/api/session/authenticator', summary: 'A new secret for an authenticator app', ...decided('own-session'),
  responses: { 200: { description: 'Not in force until it is set with a code', content: jsonContent(z.object({ secret: z.string(), uri: z.string() })) }, 401: answers[401], 403: answers[403] },
});
const secretsRoute = createRoute({
  method: 'post', path: '/api/session/secrets', summary: 'Change own password, PIN, badge or authenticator app', ...decided('own-secrets'), request: jsonBody(ownSecretsBodySchema),
  responses: { ...done, 400: answers[400], 401: answers[401], 403: answers[403], 409: answers[409], 503: answers[503] },
});


/** The hashes of what is set anew; null when too many wait for theirs. */
async function hashed({ hasher }: Ports, { password, pin, badge, totp }: OwnSecretsBody): Promise<SecretChange | null> {
  const passwordHash = password === undefined ? undefined : await hasher.hash(password);
  const pinHash = pin === undefined || pin === null ? pin : await hasher.hash(pin);
  if (passwordHash === null || (pinHash === null && pin !== null)) return null;
  return {
    ...(passwordHash === undefined ? {} : { passwordHash }),
    ...(pinHash === undefined ? {} : { pinHash }),
    ...(badge === undefined ? {} : { badgeHash: badge === null ? null : hashToken(badge) }),
    ...(totp === undefined ? {} : { totpSecret: totp === null ? null : totp.secret }),
  };
}

/** Before the proof is used up: whoever is refused tries again with another one. */
function weaknessOf({ accounts, about }: Ports, { password, pin }: OwnSecretsBody, { personId, person }: HeldSession): ProblemReply | null {
  if (typeof pin === 'string' && isEasyPin(pin)) return problemReply('pin-easy', {}, 'body.pin');
  if (password === undefined) return null;
  const known = [person.name, accounts.people.byId(personId)?.user ?? '', about.storeName];
  return isGuessable(password, known) ? problemReply('password-guessable', {}, 'body.password') : null;
}

const ownSessions = ({ accounts, edges }: Ports, context: Context): HeldSession[] =>
  accounts.sessions.live(edges.epochMs(), context.get('asker').session?.personId ?? '');

export const ownAccountRoutes = defineRoutes((ports) => {
  const { accounts, edges, signIn } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => context.json({ sessions: ownSessions(ports, context).map(viewOf) }, 200))
    .openapi(endOneRoute, (context) => {
      const { id } = context.req.valid('param');
      const own = ownSessions(ports, context).find((session) => session.id === id);
      if (own === undefined) return context.json(problemReply('no-such-session', {}, 'path.id'), 404);
      accounts.sessions.end(id, 'revoked', edges.epochMs());
      ports.rightsChanged();
      note(ports, context, { what: 'session-ended', subject: `person:${own.person.code}` });
      return context.json({ done: true as const }, 200);
    })
    .openapi(confirmRoute, async (context) => {
      const asked = context.req.valid('json');
      const { session } = context.get('asker');
      if (session === null) return refuseAndNote(ports, context, { refusal: 'not-signed-in' }, 'confirmation-refused', null);
      const answer = await signIn.confirm(asked, session, placeOf(context), thingOf(ports, asked));
      if ('refusal' in answer) return refuseAndNote(ports, context, answer, 'confirmation-refused', asked.user ?? null);
      const { person, token, expiresAtMs } = answer;
      accounts.sessions.touch(session.id, edges.epochMs());
      note(ports, context, { what: 'confirmed', subject: `${asked.act}:${asked.subject}`, who: { kind: 'person', name: person.code, id: person.id } });
      return context.json({ id: token, person: { id: person.id, code: person.code, name: person.name }, act: asked.act, subject: asked.subject, expiresAtIso: new Date(expiresAtMs).toISOString() }, 200);
    })
    .openapi(appRoute, (context) => {
      const secret = newAuthenticatorSecret();
      const user = accounts.people.byId(context.get('asker').session?.personId ?? '')?.user ?? '';
      return context.json({ secret, uri: authenticatorUri(secret, user, ports.about.storeName) }, 200);
    })
    .openapi(secretsRoute, async (context) => {
      const asked = context.req.valid('json');
      const { session } = context.get('asker');
      if (session === null) return context.json(problemReply('not-signed-in', { action: 'own-secrets', holders: '' }), 401);
      const weak = weaknessOf(ports, asked, session);
      if (weak !== null) return context.json(weak, 409);
      const confirmed = confirmedBy(ports, context, [{ id: asked.confirmation, act: 'own-secrets', subject: '*' }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const { totp, password, pin, badge } = asked;
      const step = totp === undefined || totp === null ? null : await stepOfCode(totp.secret, totp.code, edges.epochMs());
      if (totp !== undefined && totp !== null && step === null) return context.json(problemReply('code-wrong', {}, 'body.totp.code'), 409);
      const change = await hashed(ports, asked);
      if (change === null) return context.json(problemReply('busy', { minutes: 1 }), 503);
      // Hashing takes a while: who was let go meanwhile gets no secret back.
      if (accounts.people.byId(session.personId)?.active !== true) return context.json(problemReply('person-left'), 403);
      const clash = accounts.people.setSecrets(session.personId, change);
      if (clash !== null) return context.json(problemReply(clash.refusal, {}, 'body.badge'), 409);
      if (step !== null) accounts.people.takeTotpStep(session.personId, step);
      // Whoever knew the old password is signed out everywhere else.
      if (password !== undefined || totp !== undefined) accounts.sessions.endAllOfPerson(session.personId, 'password-changed', edges.epochMs(), session.id);
      ports.rightsChanged();
      note(ports, context, {
        what: 'own-secrets-changed', subject: `person:${session.person.code}`,
        detail: { password: password !== undefined, pin: pin !== undefined, badge: badge !== undefined, app: totp !== undefined },
      });
      return context.json({ done: true as const }, 200);
    });
});

