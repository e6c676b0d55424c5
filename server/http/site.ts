/** The name under which a browser reached the server, as passkeys are bound to it. The door has judged the Host header before. */
import type { Context } from 'hono';
import type { Site } from '../sign-in/prove.ts';
import { entranceOf } from './entrance.ts';

/** Null where the server was called by an address: no browser makes a passkey for numbers. */
export function siteOf(context: Context): Site | null {
  const { scheme, origin } = entranceOf(context);
  const own = origin ?? `${scheme}://${context.req.header('host') ?? ''}`;
  if (!URL.canParse(own)) return null;
  const { hostname, origin: asBrowsersSay } = new URL(own);
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname) ? null : { host: hostname, origin: asBrowsersSay };
}
