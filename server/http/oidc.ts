/**
 * Sign-in by the identity provider of a chain. Both steps are posted by our own page, so the door checks where they come from
 * and the cookies stay strict: no address of ours acts because another site led somebody to it.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { backBodySchema, providerAddressSchema } from '../contract/people.ts';
import { JOURNEY_MS } from '../sign-in/by-provider.ts';
import { giveJourneyCookie, placeOf, takeJourneyCookie } from './asking.ts';
import { begunSession } from './begun-session.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { entranceOf } from './entrance.ts';
import { refuseInput } from './problem.ts';
import { jsonBody, jsonContent, signInAnswers as answers } from './session-answers.ts';
import { refuseAndNote } from './who-of.ts';

const beginRoute = createRoute({
  method: 'post', path: '/api/oidc/begin', summary: 'Begin a sign-in by the identity provider', ...decided('enter'),
  description: 'The answer says where to send the browser. The provider sends it back to the page /back of this store, within ten minutes.',
  responses: { ...answers, 200: { description: 'Where the provider asks who it is', content: jsonContent(providerAddressSchema) } },
});
const backRoute = createRoute({
  method: 'post', path: '/api/oidc/back', summary: 'Come back from the identity provider', ...decided('enter'), request: jsonBody(backBodySchema), responses: answers,
  description: 'With what the provider put behind the address of the page. Works once, in the browser that began. The name has to be the user name of a person of this store.',
});

/** The door has made sure that the host is one of our own names. */
const redirectUriOf = (context: Context): string => {
  const { origin, scheme } = entranceOf(context);
  return `${origin ?? `${scheme}://${(context.req.header('host') ?? '').toLowerCase()}`}/back`;
};

export const oidcRoutes = defineRoutes((ports) => {
  const { cookies, provider } = ports;
  return new OpenAPIHono({ defaultHook: refuseInput })
    .openapi(beginRoute, async (context) => {
      const begun = provider === null ? { refusal: 'provider-off' as const } : await provider.begin(redirectUriOf(context), placeOf(context));
      if ('refusal' in begun) return refuseAndNote(ports, context, begun, 'sign-in-refused', null);
      giveJourneyCookie(context, cookies, begun.token, JOURNEY_MS / 1000);
      return context.json({ url: begun.url }, 200);
    })
    .openapi(backRoute, async (context) => {
      const token = takeJourneyCookie(context, cookies);
      const answer = provider === null ? { refusal: 'provider-off' as const } : await provider.finish(token, context.req.valid('json').query, placeOf(context));
      return 'refusal' in answer ? refuseAndNote(ports, context, answer, 'sign-in-refused', null) : context.json(begunSession(ports, context, answer, 'signed-in-by-provider'), 200);
    });
});
