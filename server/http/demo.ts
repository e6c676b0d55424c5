/** POST /api/demo/enter: only in a virtual store. Lets a browser in as the demo technician, at a bench PC of its own. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { hashToken, newToken } from '../sign-in/secrets.ts';
import { FIRST_START } from '../sign-in/first-people.ts';
import { giveMachineCookie, giveSessionCookie } from './asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';

const route = createRoute({
  method: 'post', path: '/api/demo/enter', summary: 'Enter a virtual store', ...decided('enter'),
  description: 'With the link that the start prints. A real store has no such door.',
  request: { body: { required: true, content: { 'application/json': { schema: z.object({ token: z.string().min(20).max(100) }).strict() } } } },
  responses: {
    200: { description: 'Signed in as the demo technician', content: { 'application/json': { schema: z.object({ done: z.literal(true) }) } } },
    400: problemResponse('The input does not fit'), 401: problemResponse('The link is of an earlier start'), 404: problemResponse('This store is real'),
  },
});

export const demoRoutes = defineRoutes((ports) => new OpenAPIHono({ defaultHook: refuseInput }).openapi(route, (context) => {
  const { accounts, cookies, demo, edges, signIn } = ports;
  if (demo === null) return context.json(problemReply('no-such-route', { path: 'POST /api/demo/enter' }), 404);
  if (hashToken(context.req.valid('json').token) !== hashToken(demo.enterToken)) return context.json(problemReply('link-used', {}, 'body.token'), 401);
  const asker = context.get('asker');
  const token = newToken();
  const benchPc = asker.held?.kind === 'bench-pc' ? asker.held : accounts.machines.add(
    { id: edges.newUuid(), kind: 'bench-pc', name: 'Demo bench PC (virtual)', scopes: [], tokenHash: hashToken(token), createdBy: FIRST_START }, new Date(edges.epochMs()).toISOString(),
  );
  if (asker.held?.kind !== 'bench-pc') giveMachineCookie(context, cookies, token);
  const person = accounts.people.byUser(demo.users[0] ?? '');
  if (person === null) return context.json(problemReply('link-used', {}, 'body.token'), 401);
  if (asker.session !== null) accounts.sessions.end(asker.session.id, 'switched', edges.epochMs());
  const begun = signIn.begin(person, 'password', { address: context.get('address'), benchPc: benchPc.id, program: context.req.header('user-agent') ?? '' });
  giveSessionCookie(context, cookies, begun.token);
  context.set('asker', { ...asker, session: begun.session, held: benchPc.kind === 'bench-pc' ? { ...benchPc, scopes: [] } : null });
  note(ports, context, { what: 'demo-entered', subject: `person:${person.code}` });
  return context.json({ done: true as const }, 200);
}));
