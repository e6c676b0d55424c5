/**
 * The door of the public listener: the same judgement of name and origin as inside, and bodies that a form of ours sends. What
 * is JSON may come in as well, for nothing here takes it: it meets a page that is not there.
 */
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { hasBody, limitShape, refuseStranger } from '../door.ts';
import { problemReply } from '../problem.ts';
import { actsBy } from '../where-from.ts';

const FORM = 'application/x-www-form-urlencoded';
const FIELDS_MAX = 60;
const typeOf = (type: string | undefined): string | undefined => type?.split(';')[0]?.trim().toLowerCase();

export const publicDoor: MiddlewareHandler = createMiddleware(async (context, next) => {
  const refused = refuseStranger(context);
  if (refused !== null) return refused;
  const type = context.req.header('content-type');
  const isKnown = [FORM, 'application/json'].includes(typeOf(type) ?? '');
  return actsBy(context.req.method) && hasBody(context) && !isKnown ? context.json(problemReply('body-not-json', { type: type ?? 'a body without a type' }, 'header.content-type'), 415) : next();
});

/** A form is flat; only how many fields it has can be too much. */
export const limitFormOrJson: MiddlewareHandler = createMiddleware(async (context, next) => {
  if (typeOf(context.req.header('content-type')) !== FORM) return limitShape(context, next);
  if (actsBy(context.req.method) && hasBody(context) && (await context.req.text()).split('&').length > FIELDS_MAX) {
    return context.json(problemReply('body-too-complex', { depthMax: 1, partsMax: FIELDS_MAX }, 'body'), 400);
  }
  return next();
});
