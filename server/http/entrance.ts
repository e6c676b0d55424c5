/**
 * One way into the server: by which names it is called there, and whose word about the address of a client is believed.
 * The listener puts it into the environment of each request; without one a request counts as one from this machine.
 */
import type { Context } from 'hono';

export interface Entrance {
  readonly scheme: 'http' | 'https';
  /** What may stand in the Host header: lower case, without the port, addresses of IPv6 in brackets. */
  readonly names: ReadonlySet<string>;
  /** The only origin of its pages where it is known beforehand; null: scheme and Host header, which is also right behind a tunnel. */
  readonly origin: string | null;
  /** Only these addresses may tell who the client is; a listener of the store believes nobody. */
  readonly proxies: ReadonlySet<string>;
}

/** Names that no other machine can have; a rebound name of another site is not among them. */
export const LOOPBACK: Entrance = { scheme: 'http', names: new Set(['127.0.0.1', 'localhost', '[::1]']), origin: null, proxies: new Set() };

const entrances = new WeakMap<object, Entrance>();

/** Called by the listener, with the object that the adapter hands on: the WebSocket needs it unchanged. */
export function cameBy(environment: object, entrance: Entrance): void {
  entrances.set(environment, entrance);
}

export function entranceOf(context: Context): Entrance {
  const environment: unknown = context.env;
  return (typeof environment === 'object' && environment !== null ? entrances.get(environment) : undefined) ?? LOOPBACK;
}
