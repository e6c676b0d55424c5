/** GET /api/levers and POST /api/benches/{bench}/lever: only where the rigs are virtual. A real store answers as to any address that is none. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { leverBodySchema, leveredBenchesSchema, leverReplySchema } from '../contract/levers.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { benchParamsSchema } from './query.ts';
import { jsonContent } from './session-answers.ts';

const listRoute = createRoute({
  method: 'get', path: '/api/levers', summary: 'Benches whose virtual rig has levers', ...decided('pull-lever'), description: 'Only in a virtual store.',
  responses: { 200: { description: 'Their ids', content: jsonContent(leveredBenchesSchema) }, 404: problemResponse('No such address in a real store') },
});
const pullRoute = createRoute({
  method: 'post', path: '/api/benches/{bench}/lever', summary: 'Pull a lever of a virtual rig', ...decided('pull-lever'), description: 'Only in a virtual store: it plays what must never happen to a phone.',
  request: { params: benchParamsSchema, body: { required: true, content: jsonContent(leverBodySchema) } },
  responses: {
    200: { description: 'What the virtual rig answered', content: jsonContent(leverReplySchema) },
    400: problemResponse('The input does not fit'), 404: problemResponse('No virtual rig there, or no such address in a real store'),
  },
});

export const leverRoutes = defineRoutes((ports) => new OpenAPIHono({ defaultHook: refuseInput })
  .openapi(listRoute, (context) => (ports.levers === null
    ? context.json(problemReply('no-such-route', { path: 'GET /api/levers' }), 404)
    : context.json({ benches: [...ports.levers.benches] }, 200)))
  .openapi(pullRoute, async (context) => {
    const { bench } = context.req.valid('param');
    const pulled = context.req.valid('json');
    if (ports.levers === null) return context.json(problemReply('no-such-route', { path: `POST ${context.req.path}` }), 404);
    const reply = await ports.levers.pull(bench, pulled);
    if (reply === null) return context.json(problemReply('unknown-bench', { bench }, 'path.bench'), 404);
    note(ports, context, { what: 'lever-pulled', subject: `bench:${bench}`, detail: { lever: pulled.lever, value: pulled.value, done: reply.ok } });
    return context.json(reply, 200);
  }));
