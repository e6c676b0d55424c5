/**
 * The door in front of every listener: only its own names, only its own pages for anything that acts or stays connected,
 * only JSON of limited length and depth. A program without an Origin header (curl) may act, without a cookie.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { PHOTO_BYTES_MAX } from '../domain/cases/photo-kind.ts';
import { isWithinShape } from '../domain/json-shape.ts';
import { entranceOf, LOOPBACK } from './entrance.ts';
import { problemReply } from './problem.ts';
import { actsBy, METHODS, strangerIn } from './where-from.ts';
import type { Asked } from './where-from.ts';

export const BODY_BYTES_MAX = 64 * 1024;
/** The deepest body of the interface has four levels, the longest some forty fields. */
const SHAPE = { depthMax: 12, partsMax: 1000 } as const;
const HSTS = 'max-age=31536000';

const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
  "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
].join('; ');

/** Nothing here needs a device of the visitor; what is not named, such as sound and a screen that stays on, is the page's own. */
const PERMISSIONS = [
  'accelerometer', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media', 'geolocation', 'gyroscope', 'hid',
  'local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture', 'serial', 'storage-access', 'usb', 'xr-spatial-tracking',
].map((name) => `${name}=()`).join(', ');

/** Headers of every answer; a route that set its own policy keeps it. */
export const securityHeaders: MiddlewareHandler = createMiddleware(async (context, next) => {
  await next();
  const { headers } = context.res;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', CSP);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('referrer-policy', 'no-referrer');
  headers.set('permissions-policy', PERMISSIONS);
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('origin-agent-cluster', '?1');
  if (keepsToTls(context)) headers.set('strict-transport-security', HSTS);
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
});

/** A browser would keep this for every port of a name; on the bench PC itself that would shut the listener without TLS. */
const keepsToTls = (context: Context): boolean =>
  entranceOf(context).scheme === 'https' && !LOOPBACK.names.has((context.req.header('host') ?? '').toLowerCase().replace(/:\d+$/, ''));

export const isStopRequest = (context: Context): boolean => context.req.method === 'POST' && /^\/api\/benches\/[^/]+\/stop$/.test(context.req.path);

/** The one request that carries a file. The photo itself may be so large; JSON there stays as small as everywhere. */
const isPhotoRequest = (context: Context): boolean =>
  context.req.method === 'PUT' && /^\/api\/cases\/[^/]+\/photos\/[^/]+$/.test(context.req.path) && typeOf(context)?.startsWith('image/') === true;
const typeOf = (context: Context): string | undefined => context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();

/** The answer to a request that may not come in, whatever it carries; null when it may. */
export function refuseStranger(context: Context): Response | null {
  const stranger = strangerIn(askedOf(context), entranceOf(context));
  if (stranger === null) return null;
  const { code, value, at } = stranger;
  if (code !== 'method-refused') return context.json(problemReply(code, { host: value, origin: value }, at), 403);
  context.header('allow', METHODS.join(', '));
  return context.json(problemReply(code, { method: value }), 405);
}

export const door: MiddlewareHandler = createMiddleware(async (context, next) => {
  const refused = refuseStranger(context);
  if (refused !== null) return refused;
  const type = context.req.header('content-type');
  // What a stop holds is not looked at, so it may be anything.
  if (actsBy(context.req.method) && hasBody(context) && !isStopRequest(context) && !isPhotoRequest(context) && typeOf(context) !== 'application/json') {
    return context.json(problemReply('body-not-json', { type: type ?? 'a body without a type' }, 'header.content-type'), 415);
  }
  return next();
});

const limitJson = bodyLimit({
  maxSize: BODY_BYTES_MAX,
  onError: (context) => context.json(problemReply('body-too-large', { limitBytes: BODY_BYTES_MAX }, 'body'), 413),
});
const limitPhoto = bodyLimit({
  maxSize: PHOTO_BYTES_MAX,
  onError: (context) => context.json(problemReply('photo-wrong', { detail: `it has more than ${String(PHOTO_BYTES_MAX / 1_000_000)} MB` }, 'body'), 413),
});

/** Counts the real bytes, also of a body that does not announce its length. */
export const limitBody: MiddlewareHandler = createMiddleware((context, next) => (isPhotoRequest(context) ? limitPhoto(context, next) : limitJson(context, next)));

/** Before anything reads it as JSON. A stop is not looked at: whatever it holds, it counts. */
export const limitShape: MiddlewareHandler = createMiddleware(async (context, next) => {
  if (actsBy(context.req.method) && hasBody(context) && !isStopRequest(context) && !isPhotoRequest(context) && !isWithinShape(await context.req.text(), SHAPE)) {
    return context.json(problemReply('body-too-complex', { depthMax: SHAPE.depthMax, partsMax: SHAPE.partsMax }, 'body'), 400);
  }
  return next();
});

function askedOf(context: Context): Asked {
  const { req } = context;
  const { incoming } = (context.env ?? {}) as { readonly incoming?: { readonly rawHeaders?: readonly string[]; readonly url?: string } };
  // The adapter joins headers of one name, or keeps one of them; only the raw ones tell how many came.
  const all = (name: string): string[] => (incoming?.rawHeaders ?? []).filter((_, index, raw) => index % 2 === 1 && raw[index - 1]?.toLowerCase() === name);
  const every = (name: string): string[] => {
    const joined = req.header(name);
    const raw = all(name);
    return raw.length > 0 || joined === undefined ? raw : [joined];
  };
  return {
    method: req.method, target: incoming?.url ?? null, hosts: every('host'), origins: every('origin'),
    site: req.header('sec-fetch-site'), mode: req.header('sec-fetch-mode'), destination: req.header('sec-fetch-dest'),
    hasCookie: req.header('cookie') !== undefined, isUpgrade: req.header('upgrade') !== undefined, isStop: isStopRequest(context),
  };
}

export const hasBody = (context: Context): boolean =>
  context.req.header('transfer-encoding') !== undefined || Number(context.req.header('content-length') ?? '0') > 0;
