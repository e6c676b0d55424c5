/**
 * Judges where a request comes from, from what its headers say: the name it calls, and the site of the page that sent it.
 * Pure. A browser writes these headers itself and no page can change them; a program without them may act, but not with
 * a cookie, for cookies belong to browsers.
 */
import type { Entrance } from './entrance.ts';

export interface Asked {
  readonly method: string;
  /** As on the wire; null when the adapter does not tell. */
  readonly target: string | null;
  /** Every header of this name. */
  readonly hosts: readonly string[];
  readonly origins: readonly string[];
  readonly site: string | undefined;
  readonly mode: string | undefined;
  readonly destination: string | undefined;
  readonly hasCookie: boolean;
  readonly isUpgrade: boolean;
  readonly isStop: boolean;
}

export interface Stranger {
  readonly code: 'method-refused' | 'host-refused' | 'origin-refused' | 'origin-missing';
  /** The value that was refused. */
  readonly value: string;
  readonly at: string | null;
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);
export const METHODS: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const OWN_SITES: ReadonlySet<string> = new Set(['same-origin', 'none']);
/** A page of ours is never shown inside another one. */
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed', 'fencedframe']);
const HOST = /^(\[[0-9a-f:.]+\]|[^:[\]]+)(?::[1-9]\d{0,4})?$/;

export const actsBy = (method: string): boolean => !READING.has(method);

/** Why this request may not come in, or null. */
export function strangerIn(asked: Asked, entrance: Entrance): Stranger | null {
  if (!METHODS.includes(asked.method)) return { code: 'method-refused', value: asked.method, at: null };
  const host = hostOf(asked, entrance);
  if (typeof host !== 'string') return host;
  return actsBy(asked.method) || asked.isUpgrade ? strangerWhoActs(asked, entrance.origin ?? `${entrance.scheme}://${host}`) : strangerWhoReads(asked);
}

function hostOf({ target, hosts }: Asked, { names }: Entrance): string | Stranger {
  const [host = '', second] = hosts;
  const refused: Stranger = { code: 'host-refused', value: second === undefined ? host || '(none)' : hosts.join(', '), at: 'header.host' };
  if (second !== undefined) return refused;
  // A request line with a whole address would name another host than the header.
  if (target !== null && !target.startsWith('/')) return { ...refused, value: target.slice(0, 200) };
  const name = HOST.exec(host.toLowerCase())?.[1];
  return name !== undefined && names.has(name) ? host.toLowerCase() : refused;
}

function strangerWhoActs({ origins, site, hasCookie, isStop }: Asked, ownOrigin: string): Stranger | null {
  const foreign = origins.find((origin) => origin !== ownOrigin);
  if (foreign !== undefined || origins.length > 1) return { code: 'origin-refused', value: foreign ?? origins.join(', '), at: 'header.origin' };
  if (site !== undefined && !OWN_SITES.has(site)) return { code: 'origin-refused', value: site, at: 'header.sec-fetch-site' };
  // A stop is let in all the same: what strips headers on the way must not take the stop with it.
  if (origins.length === 0 && site === undefined && hasCookie && !isStop) return { code: 'origin-missing', value: '', at: 'header.origin' };
  return null;
}

/** Another site may lead a person here by a link; its pages may load nothing from here, neither to read nor to burden. */
function strangerWhoReads({ site, mode, destination = '' }: Asked): Stranger | null {
  if (site === undefined || OWN_SITES.has(site)) return null;
  return mode === 'navigate' && !FRAMES.has(destination) ? null : { code: 'origin-refused', value: site, at: 'header.sec-fetch-site' };
}
