/**
 * Signing in and out, quick switch at an enrolled bench PC, one-time links, proofs of single acts, own sessions and own
 * secrets. The answers to a wrong name and a wrong password are the same, also in time.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import {
  confirmationBodySchema, confirmationSchema, ownSecretsBodySchema, sessionSchema, signInBodySchema, switchBodySchema, takeLinkBodySchema, whoSchema,
} from '../contract/people.ts';
import type { Who } from '../contract/people.ts';
import type { HeldSession } from '../domain/people-port.ts';
import type { Begun, Refused } from '../sign-in/sign-in.ts';
import { giveSessionCookie, placeOf, takeSessionCookie } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import type { Ports } from './ports.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { confirmedBy } from './confirmed.ts';
import { stepOfCode, newAuthenticatorSecret, authenticatorUri } from '../sign-in/authenticator.ts';
import { hashToken } from '../sign-in/secrets.ts';
import { thingOf } from './thing.ts';

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, content: json(schema) } });

const answers = {
  200: { description: 'Who asks from now on', content: json(whoSchema) },
  400: problemResponse('The input does not fit'),
  401: problemResponse('Not known'),
  403: problemResponse('Not possible here'),
  409: problemResponse('The state does not allow it'),
  429: problemResponse('Too many tries'),
  503: problemResponse('Too busy'),
};
const doneSchema = z.object({ done: z.literal(true) });
const done = { 200: { description: 'Done', content: json(doneSchema) } };

const whoRoute = createRoute({ method: 'get', path: '/api/session', summary: 'Who is asking', ...decided('enter'), responses: { 200: answers[200] } });
const signInRoute = createRoute({
  method: 'post', path: '/api/session', summary: 'Sign in', ...decided('enter'), request: body(signInBodySchema), responses: answers,
  description: 'User name and password; with an authenticator app also its code. The answer sets the cookie of the session.',
});
const switchRoute = createRoute({
  method: 'post', path: '/api/session/switch', summary: 'Switch quickly at an enrolled bench PC', ...decided('switch'), request: body(switchBodySchema), responses: answers,
  description: 'By badge, or by person and PIN. Whoever was signed in there is signed out.',
});
const linkRoute = createRoute({
  method: 'post', path: '/api/links/take', summary: 'Use a one-time link', ...decided('enter'), request: body(takeLinkBodySchema), responses: answers,
  description: 'Of the first start, or for a new password. Works once.',
});
const activeRoute = createRoute({ method: 'post', path: '/api/session/active', summary: 'Somebody is still there', ...decided('own-session'), responses: { ...done, 401: answers[401], 403: answers[403] } });
const endRoute = createRoute({ method: 'post', path: '/api/session/end', summary: 'Sign out', ...decided('enter'), responses: done });
const listRoute = createRoute({
  method: 'get', path: '/api/sessions', summary: 'Own sessions', ...decided('own-session'),
  responses: { 200: { description: 'Those that live; the newest first', content: json(z.object({ sessions: z.array(sessionSchema) })) }, 401: answers[401], 403: answers[403] },
});
const endOneRoute = createRoute({
  method: 'post', path: '/api/sessions/{id}/end', summary: 'End one of the own sessions', ...decided('own-session'), request: { params: z.object({ id: z.uuid() }) },
  responses: { ...done, 400: answers[400], 401: answers[401], 403: answers[403], 404: problemResponse('No such session of yours') },
});
const confirmRoute = createRoute({
  method: 'post', path: '/api/confirmations', summary: 'Confirm one act, freshly', ...decided('own-session'), request: body(confirmationBodySchema),
  description: 'With what only that person knows or has. The second person of an act confirms here too, by name. The answer holds for five minutes and works once.',
  responses: { ...answers, 200: { description: 'To be sent with the act', content: json(confirmationSchema) } },
});
const appRoute = createRoute({
  method: 'post', path: '/api/session/authenticator', summary: 'A new secret for an authenticator app', ...decided('own-session'),
  responses: { 200: { description: 'Not in force until it is set with a code', content: json(z.object({ secret: z.string(), uri: z.string() })) }, 401: answers[401], 403: answers[403] },
});
const secretsRoute = createRoute({
  method: 'post', path: '/api/session/secrets', summary: 'Change own password, PIN, badge or authenticator app', ...decided('own-secrets'), request: body(ownSecretsBodySchema),
  responses: { ...done, 400: answers[400], 401: answers[401], 403: answers[403], 409: answers[409], 503: answers[503] },
});

type AnswerStatus = 401 | 403 | 409 | 429 | 503;
const STATUS: Readonly<Record<Refused['refusal'], AnswerStatus>> = {
  'sign-in-failed': 401, 'code-needed': 401, 'too-many-tries': 429, busy: 503, 'bench-pc-needed': 403, 'link-used': 401, 'first-admin-named': 409,
  'name-and-user-needed': 409, 'user-taken': 409, 'not-signed-in': 401, 'right-missing': 403, 'manager-needed': 403, 'sign-in-too-weak': 403,
};

export function refuseSignIn(context: Context, { refusal, waitMs = 0 }: Refused) {
  const waitS = Math.ceil(waitMs / 1000);
  if (refusal === 'too-many-tries') context.header('retry-after', String(waitS));
  return context.json(problemReply(refusal, { minutes: Math.ceil(waitS / 60) }), STATUS[refusal]);
}

export const sessionRoutes = defineRoutes((ports) => {
  const { accounts, cookies, edges, signIn } = ports;
  /** The old session ends, whoever it was; the cookie is a new one. */
  const begun = (context: Context, { token, session }: Begun, how: string): Who => {
    const before = context.get('asker').session;
    if (before !== null) accounts.sessions.end(before.id, 'switched', edges.epochMs());
    ports.rightsChanged();
    const asker = { ...context.get('asker'), session, roles: session.person.roles, strength: session.strength };
    context.set('asker', asker);
    giveSessionCookie(context, cookies, token);
    note(ports, context, { what: how, subject: `person:${session.person.code}`, detail: { strength: session.strength, before: before?.person.code ?? null } });
    return whoOf(ports, context);
  };
  const refused = (context: Context, why: Refused, what: string, user: string | null) => {
    // What was typed as a name may be a password: only a known one is written down.
    const person = user === null ? null : accounts.people.byUser(user);
    note(ports, context, { what, subject: person === null ? null : `person:${person.code}`, detail: { refusal: why.refusal } });
    return refuseSignIn(context, why);
  };
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(whoRoute, (context) => context.json(whoOf(ports, context), 200))
    .openapi(signInRoute, async (context) => {
      const asked = context.req.valid('json');
      const answer = await signIn.byPassword(asked, placeOf(context));
      return 'refusal' in answer ? refused(context, answer, 'sign-in-refused', asked.user) : context.json(begun(context, answer, 'signed-in'), 200);
    })
    .openapi(switchRoute, async (context) => {
      const asked = context.req.valid('json');
      const before = context.get('asker').session;
      const answer = await signIn.quickly(asked, placeOf(context));
      if ('refusal' in answer) return refused(context, answer, 'switch-refused', null);
      const pc = answer.session.machineId;
      const words = asked.handover === undefined || asked.handover === '' ? null : asked.handover;
      if (pc !== null && before !== null && before.personId !== answer.session.personId) {
        accounts.handovers.add(pc, { gone: before.personId, come: answer.session.personId, words, atIso: new Date(edges.epochMs()).toISOString() });
      }
      return context.json(begun(context, answer, 'switched'), 200);
    })
    .openapi(linkRoute, async (context) => {
      const answer = await signIn.byLink(context.req.valid('json'), placeOf(context));
      return 'refusal' in answer ? refused(context, answer, 'link-refused', null) : context.json(begun(context, answer, 'link-used'), 200);
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
    })
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
      if (session === null) return refuseSignIn(context, { refusal: 'not-signed-in' });
      const answer = await signIn.confirm(asked, session, placeOf(context), thingOf(ports, asked));
      if ('refusal' in answer) return refused(context, answer, 'confirmation-refused', asked.user ?? null);
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
      const confirmed = confirmedBy(ports, context, [{ id: asked.confirmation, act: 'own-secrets', subject: '*' }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const { totp, password, pin, badge } = asked;
      const step = totp === undefined || totp === null ? null : await stepOfCode(totp.secret, totp.code, edges.epochMs());
      if (totp !== undefined && totp !== null && step === null) return context.json(problemReply('code-wrong', {}, 'body.totp.code'), 409);
      const passwordHash = password === undefined ? undefined : await ports.hasher.hash(password);
      const pinHash = pin === undefined || pin === null ? pin : await ports.hasher.hash(pin);
      if (passwordHash === null || (pinHash === null && pin !== null)) return context.json(problemReply('busy', { minutes: 1 }), 503);
      const clash = accounts.people.setSecrets(session.personId, {
        ...(passwordHash === undefined ? {} : { passwordHash }),
        ...(pinHash === undefined ? {} : { pinHash }),
        ...(badge === undefined ? {} : { badgeHash: badge === null ? null : hashToken(badge) }),
        ...(totp === undefined ? {} : { totpSecret: totp === null ? null : totp.secret }),
      });
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

const ownSessions = ({ accounts, edges }: Ports, context: Context): HeldSession[] =>
  accounts.sessions.live(edges.epochMs()).filter(({ personId }) => personId === context.get('asker').session?.personId);

/** Only what the contract names goes out. */
export const viewOf = ({ personId: _person, machineId: _machine, ...view }: HeldSession) => view;

function whoOf({ accounts, about, edges, totpFor }: Ports, context: Context): Who {
  const { session, held } = context.get('asker');
  const isBenchPc = held?.kind === 'bench-pc';
  const person = session === null ? null : accounts.people.byId(session.personId);
  const handover = isBenchPc && session !== null ? accounts.handovers.last(held.id) : null;
  const isForThem = handover !== null && handover.come === session?.personId && edges.epochMs() - Date.parse(handover.atIso) < SHIFT_MS;
  const nameOf = (id: string): string => accounts.people.byId(id)?.name ?? id;
  return {
    session: session === null ? null : viewOf(session),
    machine: held === null ? null : { id: held.id, kind: held.kind, name: held.name },
    quick: isBenchPc ? accounts.people.all().filter((one) => one.active && (one.hasPin || one.hasBadge)).map(({ id, name, hasPin }) => ({ id, name, hasPin })) : [],
    handover: isForThem && handover.words !== null ? { from: nameOf(handover.gone), words: handover.words, atIso: handover.atIso } : null,
    needsFirstAdmin: !accounts.people.hasAdmin(),
    totpWanted: person !== null && !person.hasTotp && person.roles.some((role) => totpFor.includes(role)),
    virtual: about.virtual,
  };
}

const SHIFT_MS = 12 * 3_600_000;
