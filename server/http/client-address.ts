/**
 * The address of the client, for limits and for the record. It is that of the socket; what a header says of it counts only
 * when it comes from the configured proxy of the public listener, for anybody can write a header.
 */
import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { entranceOf } from './entrance.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Who asks: an address of IPv4 or IPv6 in its one written form, or `unknown`. */
    address: string;
  }
}

export const UNKNOWN_ADDRESS = 'unknown';

/** One form for one address: no zone, no brackets, IPv4 also where it came as `::ffff:1.2.3.4`; null when it is none. */
export function plainAddress(text: string): string | null {
  const bare = text.trim().replace(/%.*$/, '').toLowerCase();
  if (isIP(bare) === 4) return bare;
  if (isIP(bare) !== 6) return null;
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(short);
  if (mapped === null) return short;
  const [high, low] = [Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Read from the right: the last entry was written by our own proxy, everything before it may be made up. */
export function addressBehind(socketAddress: string | undefined, forwardedFor: string | undefined, proxies: ReadonlySet<string>): string {
  const nearest = plainAddress(socketAddress ?? '');
  if (nearest === null) return UNKNOWN_ADDRESS;
  if (!proxies.has(nearest)) return nearest;
  for (const entry of (forwardedFor ?? '').split(',').reverse()) {
    const address = plainAddress(entry);
    // What the proxy could not name is not skipped: the entry before it came from outside.
    if (address === null) return nearest;
    if (!proxies.has(address)) return address;
  }
  return nearest;
}

export const clientAddress: MiddlewareHandler = createMiddleware(async (context, next) => {
  context.set('address', addressBehind(socketAddressOf(context), context.req.header('x-forwarded-for'), entranceOf(context).proxies));
  await next();
});

/** The adapter of Node puts the message beside each request; another adapter leaves it out. */
function socketAddressOf(context: Context): string | undefined {
  const environment = context.env as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } } | undefined;
  return environment?.incoming?.socket?.remoteAddress;
}
