/** /api/partners: the directory of partners. Business contact only; nobody is deleted, for transfers of years ago name them. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { partnerBodySchema, partnerSchema } from '../contract/partners.ts';
import { linesSchema } from '../contract/typed-text.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { note } from './note.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const params = z.object({ id: z.uuid() });
const refusals = { 400: problemResponse('The input does not fit'), 401: problemResponse('Not signed in'), 403: problemResponse('The right is missing') };
const one = { 200: { description: 'The partner now', content: jsonContent(partnerSchema) }, ...refusals, 404: problemResponse('No such partner') };
const activeBodySchema = z.object({ active: z.boolean(), why: linesSchema(3, 500) }).strict();

const listRoute = createRoute({
  method: 'get', path: '/api/partners', summary: 'The directory of partners', ...decided('see-partners'),
  responses: { 200: { description: 'Active ones first, by name', content: jsonContent(z.object({ partners: z.array(partnerSchema) })) }, 401: refusals[401], 403: refusals[403] },
});
const addRoute = createRoute({
  method: 'post', path: '/api/partners', summary: 'Add a partner', ...decided('manage-partners'), request: jsonBody(partnerBodySchema),
  responses: { 200: one[200], ...refusals },
});
const changeRoute = createRoute({
  method: 'post', path: '/api/partners/{id}', summary: 'Change what is known of a partner', ...decided('manage-partners'), request: { params, ...jsonBody(partnerBodySchema) }, responses: one,
});
const activeRoute = createRoute({
  method: 'post', path: '/api/partners/{id}/active', summary: 'Take a partner out of the directory, or back into it', ...decided('manage-partners'), request: { params, ...jsonBody(activeBodySchema) },
  description: 'Nothing new goes to a partner who is out; what is under way there goes on.', responses: one,
});

export const partnerRoutes = defineRoutes((ports) => {
  const { partners, edges } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(listRoute, (context) => context.json({ partners: partners.list() }, 200))
    .openapi(addRoute, (context) => {
      const partner = partners.add(edges.newUuid(), context.req.valid('json'), new Date(edges.epochMs()).toISOString());
      note(ports, context, { what: 'partner-added', subject: `partner:${partner.id}` });
      return context.json(partner, 200);
    })
    .openapi(changeRoute, (context) => {
      const { id } = context.req.valid('param');
      const partner = partners.change(id, context.req.valid('json'));
      if (partner === null) return context.json(problemReply('no-such-partner', {}, 'path.id'), 404);
      note(ports, context, { what: 'partner-changed', subject: `partner:${id}` });
      return context.json(partner, 200);
    })
    .openapi(activeRoute, (context) => {
      const { id } = context.req.valid('param');
      const { active, why } = context.req.valid('json');
      const partner = partners.setActive(id, active);
      if (partner === null) return context.json(problemReply('no-such-partner', {}, 'path.id'), 404);
      note(ports, context, { what: active ? 'partner-taken-back' : 'partner-taken-out', subject: `partner:${id}`, why });
      return context.json(partner, 200);
    });
});
