/**
 * A general limit on requests by address. It is generous: it ends loops and floods, no person meets it. A stop and the line
 * of a bridge are never counted and never refused for it.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { networkOf } from '../domain/network-of.ts';
import { createBuckets } from '../domain/token-bucket.ts';
import type { BucketRule } from '../domain/token-bucket.ts';
import { isStopRequest } from './door.ts';
import { problemReply } from './problem.ts';

const isExempt = (context: Context): boolean => isStopRequest(context) || context.req.path === '/api/bridge';

/** For a listener without stops and bridges. */
export function limitEveryRequest(rule: BucketRule, nowMs: () => number): MiddlewareHandler {
  const buckets = createBuckets(rule);
  return createMiddleware(async (context, next) => {
    const waitMs = buckets.take(networkOf(context.get('address')), nowMs());
    if (waitMs === 0) return next();
    const seconds = Math.ceil(waitMs / 1000);
    context.header('retry-after', String(seconds));
    return context.json(problemReply('too-many-requests', { seconds }), 429);
  });
}

export function limitRequests(rule: BucketRule, nowMs: () => number): MiddlewareHandler {
  const limit = limitEveryRequest(rule, nowMs);
  return createMiddleware((context, next) => (isExempt(context) ? next() : limit(context, next)));
}
