/**
 * The decision of each route: which action it is, so that the one table of rights says who may. A route without a decision
 * cannot start: the server refuses to come up with one.
 */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { ACTIONS, RIGHTS, whyNot } from '../contract/rights.ts';
import type { Action } from '../contract/rights.ts';
import { problemReply } from './problem.ts';

export const mayDo = (action: Action): MiddlewareHandler => createMiddleware(async (context, next) => {
  const why = whyNot(action, context.get('asker'));
  if (why === null) return next();
  const holders = RIGHTS[action].who.join(', ');
  return context.json(problemReply(why, { action, holders }), why === 'not-signed-in' ? 401 : 403);
});

interface Decided {
  readonly 'x-action': Action;
  readonly middleware: MiddlewareHandler[];
}

/** To be spread into the description of a route; further middleware runs after the decision. */
export const decided = (action: Action, ...further: MiddlewareHandler[]): Decided => ({ 'x-action': action, middleware: [mayDo(action), ...further] });

/** For routes that are described by hand, because they speak WebSocket or serve a page. */
export const decision = (action: Action): Pick<Decided, 'x-action'> => ({ 'x-action': action });

export interface DecidedRoute {
  readonly method: string;
  readonly path: string;
  readonly action: Action;
}

/** Every described route with its action; throws at one without. */
export function decisionsOf(api: OpenAPIHono): DecidedRoute[] {
  return api.openAPIRegistry.definitions.flatMap((definition) => {
    if (definition.type !== 'route') return [];
    const { method, path } = definition.route;
    const named: unknown = Object.entries(definition.route).find(([key]) => key === 'x-action')?.[1];
    const action = ACTIONS.find((known) => known === named);
    if (action === undefined) throw new Error(`nobody decided who may ${method.toUpperCase()} ${path}`);
    return [{ method: method.toUpperCase(), path, action }];
  });
}
