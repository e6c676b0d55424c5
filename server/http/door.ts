/**
 * The door, as far as it is needed without sign-in: only names of this machine, only the own origin for anything that
 * acts or stays connected, only JSON of limited length. A program without an Origin header (curl) may act.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { entranceOf } from './entrance.ts';
import { problemReply } from './problem.ts';

export const BODY_BYTES_MAX = 64 * 1024;
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
const HOST = /^(\[[0-9a-f:]+\]|[^:[\]]+)(?::\d{1,5})?$/;

const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
].join('; ');

const isOwnName = (host: string, names: ReadonlySet<string>): boolean => names.has(HOST.exec(host.toLowerCase())?.[1] ?? '');

/** Headers of every answer; a route that set its own policy keeps it. */
export const securityHeaders: MiddlewareHandler = createMiddleware(async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', CSP);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
});

export const door: MiddlewareHandler = createMiddleware(async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!isOwnName(host, entranceOf(context).names)) return context.json(problemReply('host-refused', { host: host || '(none)' }, 'header.host'), 403);
  const acts = !SAFE_METHODS.has(context.req.method);
  if (acts || context.req.header('upgrade') !== undefined) {
    const stranger = strangerOf(context, host);
    if (stranger !== null) return context.json(problemReply('origin-refused', { origin: stranger.value }, stranger.at), 403);
  }
  const type = context.req.header('content-type');
  if (acts && hasBody(context) && type?.split(';')[0]?.trim().toLowerCase() !== 'application/json') {
    return context.json(problemReply('body-not-json', { type: type ?? 'a body without a type' }, 'header.content-type'), 415);
  }
  return next();
});

/** Counts the real bytes, also of a body that does not announce its length. */
export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: (context) => context.json(problemReply('body-too-large', { limitBytes: BODY_BYTES_MAX }, 'body'), 413),
});

function strangerOf(context: Context, host: string): { value: string; at: string } | null {
  const origin = context.req.header('origin');
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return { value: origin, at: 'header.origin' };
  const site = context.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return { value: site, at: 'header.sec-fetch-site' };
  return null;
}

const hasBody = (context: Context): boolean =>
  context.req.header('transfer-encoding') !== undefined || Number(context.req.header('content-length') ?? '0') > 0;
