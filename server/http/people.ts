/** The people of the store: list, add, change roles, let go, end sessions, and a one-time link for whoever lost the password. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { changePersonBodySchema, newPersonBodySchema, oneTimeLinkSchema, personSchema, reasonBodySchema, sessionSchema } from '../contract/people.ts';
import { personCode } from '../domain/person-code.ts';
import { actBy, doerOf } from './case-asking.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';
import { viewOf } from './who-of.ts';

const params = z.object({ id: z.uuid() });
const refusals = { 400: problemResponse('The input does not fit'), 401: problemResponse('Not signed in'), 403: problemResponse('The right is missing, or was not confirmed') };
const known = { ...refusals, 404: problemResponse('No such person') };

const listRoute = createRoute({
  method: 'get', path: '/api/people', summary: 'Everybody, also who has left', ...decided('see-people'),
  responses: { 200: { description: 'By name; who has left comes last', content: jsonContent(z.object({ people: z.array(personSchema) })) }, 401: refusals[401], 403: refusals[403] },
});
const addRoute = createRoute({
  method: 'post', path: '/api/people', summary: 'Add a person', ...decided('manage-people'), request: jsonBody(newPersonBodySchema),
  description: 'The answer holds a one-time link with which the person sets the password. Confirm `manage-people` on the user name first.',
  responses: { 200: { description: 'The person, and the link', content: jsonContent(z.object({ person: personSchema, link: oneTimeLinkSchema })) }, ...refusals, 409: problemResponse('The user name is taken') },
});
const changeRoute = createRoute({
  method: 'post', path: '/api/people/{id}', summary: 'Change name or roles, let a person go or come back', ...decided('manage-people'), request: { params, ...jsonBody(changePersonBodySchema) },
  description: 'Confirm `manage-people` on the id first. Every session of the person ends.',
  responses: { 200: { description: 'The person now', content: jsonContent(personSchema) }, ...known, 409: problemResponse('The last admin stays') },
});
const linkRoute = createRoute({
  method: 'post', path: '/api/people/{id}/link', summary: 'A one-time link for a new password', ...decided('manage-people'), request: { params, ...jsonBody(reasonBodySchema) },
  description: 'For a lost password, badge, passkey or authenticator app: using it takes all of them away and sets a new password.',
  responses: { 200: { description: 'Shown once', content: jsonContent(oneTimeLinkSchema) }, ...known },
});
const sessionsRoute = createRoute({
  method: 'get', path: '/api/people/{id}/sessions', summary: 'The sessions of one person', ...decided('manage-people'), request: { params },
  responses: { 200: { description: 'Those that live', content: jsonContent(z.object({ sessions: z.array(sessionSchema) })) }, ...refusals },
});
const endRoute = createRoute({
  method: 'post', path: '/api/people/{id}/end-sessions', summary: 'Sign a person out everywhere', ...decided('manage-people'), request: { params, ...jsonBody(reasonBodySchema) },
  responses: { 200: { description: 'Done', content: jsonContent(z.object({ done: z.literal(true) })) }, ...known },
});

export const peopleRoutes = defineRoutes((ports) => {
  const { accounts, edges, signIn } = ports;
  const nowIso = (): string => new Date(edges.epochMs()).toISOString();
  const newLink = (person: string) => {
    const { token, expiresAtMs } = signIn.newLink('new-password', person);
    return { link: `/link#${token}`, expiresAtIso: new Date(expiresAtMs).toISOString() };
  };
  const CLASH = { 'user-taken': 'body.user', 'last-admin': 'body.roles' } as const;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => context.json({ people: accounts.people.all() }, 200))
    .openapi(addRoute, (context) => {
      const { name, user, roles, confirmation } = context.req.valid('json');
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'manage-people', subject: user }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const id = edges.newUuid();
      const added = accounts.people.add({ id, code: personCode(id), name, user, roles }, nowIso());
      if ('refusal' in added) return context.json(problemReply(added.refusal, {}, CLASH[added.refusal]), 409);
      note(ports, context, { what: 'person-added', subject: `person:${added.code}`, detail: { roles: roles.join(' ') } });
      return context.json({ person: added, link: newLink(id) }, 200);
    })
    .openapi(changeRoute, (context) => {
      const { id } = context.req.valid('param');
      const { confirmation, reason, ...change } = context.req.valid('json');
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'manage-people', subject: id }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const changed = accounts.people.change(id, change, nowIso());
      if ('refusal' in changed) {
        return changed.refusal === 'last-admin' ? context.json(problemReply('last-admin', {}, CLASH['last-admin']), 409) : context.json(problemReply(changed.refusal, {}, 'path.id'), 404);
      }
      // A session never lives on with other rights than it began with.
      if (change.roles !== undefined || change.active === false) accounts.sessions.endAllOfPerson(id, change.active === false ? 'person-left' : 'roles-changed', edges.epochMs());
      if (change.active === false) ports.staffMail.set(id, null, doerOf(actBy(ports, context), 'the person left'), nowIso());
      if (change.active === false) accounts.links.withdraw('new-password', id, edges.epochMs());
      ports.rightsChanged();
      note(ports, context, {
        what: change.active === false ? 'person-left' : 'person-changed', subject: `person:${changed.code}`, why: reason,
        detail: { roles: change.roles?.join(' ') ?? null, active: change.active ?? null, renamed: change.name !== undefined },
      });
      return context.json(changed, 200);
    })
    .openapi(linkRoute, (context) => {
      const { id } = context.req.valid('param');
      const { confirmation, reason } = context.req.valid('json');
      const person = accounts.people.byId(id);
      if (person?.active !== true) return context.json(problemReply('no-such-person', {}, 'path.id'), 404);
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'manage-people', subject: id }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      note(ports, context, { what: 'link-made', subject: `person:${person.code}`, why: reason });
      return context.json(newLink(id), 200);
    })
    .openapi(sessionsRoute, (context) => {
      const { id } = context.req.valid('param');
      return context.json({ sessions: accounts.sessions.live(edges.epochMs(), id).map(viewOf) }, 200);
    })
    .openapi(endRoute, (context) => {
      const { id } = context.req.valid('param');
      const { confirmation, reason } = context.req.valid('json');
      const person = accounts.people.byId(id);
      if (person === null) return context.json(problemReply('no-such-person', {}, 'path.id'), 404);
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'manage-people', subject: id }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      accounts.sessions.endAllOfPerson(id, 'revoked', edges.epochMs());
      ports.rightsChanged();
      note(ports, context, { what: 'sessions-ended', subject: `person:${person.code}`, why: reason });
      return context.json({ done: true as const }, 200);
    });
});
