/** Machines that show a token: enrol this bench PC, make a wall board's link or the token of a program, revoke any of them. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { machineSchema, madeMachineSchema, newMachineBodySchema, reasonBodySchema } from '../contract/people.ts';
import { whyNot } from '../contract/rights.ts';
import { hashToken, newToken } from '../sign-in/secrets.ts';
import { giveMachineCookie } from './asking.ts';
import { confirmedBy } from './confirmed.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const refusals = { 400: problemResponse('The input does not fit'), 401: problemResponse('Not signed in'), 403: problemResponse('The right is missing, or was not confirmed') };

const listRoute = createRoute({
  method: 'get', path: '/api/machines', summary: 'Every machine with a token', ...decided('see-people'),
  responses: { 200: { description: 'Revoked ones come last', content: jsonContent(z.object({ machines: z.array(machineSchema) })) }, 401: refusals[401], 403: refusals[403] },
});
const addRoute = createRoute({
  method: 'post', path: '/api/machines', summary: 'Enrol this bench PC, or make a token', ...decided('enrol-bench-pc'), request: jsonBody(newMachineBodySchema),
  description: 'A bench PC is the browser that asks: it keeps its token as a cookie. For the others the token is in the answer, and shown once. Confirm `manage-machines` on the name first.',
  responses: { 200: { description: 'The machine', content: jsonContent(madeMachineSchema) }, ...refusals },
});
const revokeRoute = createRoute({
  method: 'post', path: '/api/machines/{id}/revoke', summary: 'Revoke a machine for ever', ...decided('manage-machines'),
  request: { params: z.object({ id: z.uuid() }), ...jsonBody(reasonBodySchema) }, description: 'Its token and every session bound to it end at once. Confirm `manage-machines` on the id first.',
  responses: { 200: { description: 'The machine now', content: jsonContent(machineSchema) }, ...refusals, 404: problemResponse('No such machine') },
});
const wallRoute = createRoute({
  method: 'post', path: '/api/wall', summary: 'Open the link of a wall board', ...decided('enter'), request: jsonBody(z.object({ token: z.string().min(20).max(100) }).strict()),
  description: 'This browser may see the benches from now on, and nothing else.',
  responses: { 200: { description: 'Done', content: jsonContent(z.object({ done: z.literal(true) })) }, 400: refusals[400], 401: problemResponse('The link is not known, or was revoked') },
});

export const machineRoutes = defineRoutes((ports) => {
  const { accounts, cookies, edges } = ports;
  const nowIso = (): string => new Date(edges.epochMs()).toISOString();
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => context.json({ machines: accounts.machines.list() }, 200))
    .openapi(addRoute, (context) => {
      const { kind, name, scopes, confirmation } = context.req.valid('json');
      const asker = context.get('asker');
      // A manager may enrol a bench; tokens for programs and walls are the admin's.
      const why = kind === 'bench-pc' ? null : whyNot('manage-machines', asker);
      if (why !== null) return context.json(problemReply(why, { action: 'manage-machines', holders: 'admin' }, 'body.kind'), 403);
      const act = kind === 'bench-pc' ? 'enrol-bench-pc' : 'manage-machines';
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act, subject: name }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const token = newToken();
      const machine = accounts.machines.add(
        { id: edges.newUuid(), kind, name, scopes: kind === 'integration' ? scopes : [], tokenHash: hashToken(token), createdBy: asker.session?.person.code ?? '' }, nowIso(),
      );
      note(ports, context, { what: 'machine-added', subject: `machine:${machine.id}`, detail: { kind, scopes: machine.scopes.join(' ') } });
      if (kind === 'bench-pc') giveMachineCookie(context, cookies, token);
      return context.json({ machine, token: kind === 'bench-pc' ? null : token }, 200);
    })
    .openapi(revokeRoute, (context) => {
      const { id } = context.req.valid('param');
      const { confirmation, reason } = context.req.valid('json');
      const confirmed = confirmedBy(ports, context, [{ id: confirmation, act: 'manage-machines', subject: id }]);
      if ('reply' in confirmed) return context.json(confirmed.reply, 403);
      const machine = accounts.machines.revoke(id, nowIso());
      if (machine === null) return context.json(problemReply('no-such-machine', {}, 'path.id'), 404);
      accounts.sessions.endAllOfMachine(id, 'machine-revoked', edges.epochMs());
      ports.rightsChanged();
      note(ports, context, { what: 'machine-revoked', subject: `machine:${id}`, why: reason });
      return context.json(machine, 200);
    })
    .openapi(wallRoute, (context) => {
      const { token } = context.req.valid('json');
      const machine = accounts.machines.byToken(hashToken(token));
      if (machine?.kind !== 'wall-board') return context.json(problemReply('token-unknown', {}, 'body.token'), 401);
      giveMachineCookie(context, cookies, token);
      return context.json({ done: true as const }, 200);
    });
});
