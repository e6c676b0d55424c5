/** The mail address at which a person is called when a step stays undone: set and taken away by that person alone, shown to nobody. */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { ownMailBodySchema, ownMailSchema } from '../contract/people.ts';
import { isMailAddress } from '../contract/mail.ts';
import { actBy, doerOf } from './case-asking.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonBody, jsonContent } from './session-answers.ts';

const answers = { 401: problemResponse('Not signed in'), 403: problemResponse('The right is missing') };
const getRoute = createRoute({
  method: 'get', path: '/api/session/mail', summary: 'Whether the own address for calls is set', ...decided('own-session'),
  responses: { 200: { description: 'Set or not; the address itself is shown to nobody', content: jsonContent(ownMailSchema) }, ...answers },
});
const setRoute = createRoute({
  method: 'post', path: '/api/session/mail', summary: 'Set the own address for calls, or take it away', ...decided('own-session'), request: jsonBody(ownMailBodySchema),
  description: 'Sealed under a key of its own. Taken away it is unreadable at once, also in backups; so too when the person leaves.',
  responses: { 200: { description: 'As it is now', content: jsonContent(ownMailSchema) }, 400: problemResponse('The input does not fit'), ...answers, 409: problemResponse('It cannot be kept') },
});

export const ownMailRoutes = defineRoutes((ports) => new OpenAPIHono({ defaultHook: refuseInput })
  .openapi(getRoute, (context) => context.json({ isSet: ports.staffMail.isSet(context.get('asker').session?.personId ?? '') }, 200))
  .openapi(setRoute, (context) => {
    const { mail } = context.req.valid('json');
    const personId = context.get('asker').session?.personId ?? '';
    if (mail !== null && !isMailAddress(mail)) return context.json(problemReply('input-wrong', { detail: 'it is no mail address' }, 'body.mail'), 400);
    const by = actBy(ports, context);
    const refusal = ports.staffMail.set(personId, mail, doerOf(by, mail === null ? 'takes the own address away' : 'sets the own address'), by.atIso);
    return refusal === null ? context.json({ isSet: ports.staffMail.isSet(personId) }, 200) : context.json(problemReply(refusal.refusal, {}, 'body.mail'), 409);
  }));
