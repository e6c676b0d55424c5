/**
 * Reads a certificate and its key and judges them before anything is served with them: there, readable, fitting together,
 * in force, kept from others. Every fault is refused by name. It makes and changes nothing.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { plainName } from './plain-name.ts';
import { detailOf, StartRefusal } from '../start-refusal.ts';

export interface ReadCertificate {
  readonly cert: string;
  readonly key: string;
  /** As they stand in a Host header: lower case, addresses of IPv6 in brackets. */
  readonly names: readonly string[];
  readonly endsAtMs: number;
}

const FILE_BYTES_MAX = 256 * 1024;
const READABLE_BY_ALL = 0o004;

export function readCertificate(files: { readonly cert: string; readonly key: string }, moreNames: readonly string[], nowMs: number): ReadCertificate {
  const [cert, key] = [readText(files.cert), readText(files.key)];
  const first = parse(files.cert, () => new X509Certificate(cert));
  const own = parse(files.key, () => createPrivateKey(key));
  if (!first.checkPrivateKey(own)) throw new StartRefusal('tls-key-other', { cert: files.cert, key: files.key });
  if ((statSync(files.key).mode & READABLE_BY_ALL) !== 0) throw new StartRefusal('tls-key-open', { key: files.key });
  const endsAtMs = first.validToDate.getTime();
  if (endsAtMs <= nowMs) throw new StartRefusal('tls-ended', { cert: files.cert, end: dayOf(endsAtMs) });
  if (first.validFromDate.getTime() > nowMs) throw new StartRefusal('tls-not-begun', { cert: files.cert, begin: dayOf(first.validFromDate.getTime()), now: dayOf(nowMs) });
  const names = [...new Set([...namesIn(first), ...moreNames.flatMap((name) => plainName(name) ?? [])])];
  if (names.length === 0) throw new StartRefusal('tls-nameless', { cert: files.cert });
  return { cert, key, names: names.map((name) => (isIP(name) === 6 ? `[${name}]` : name)), endsAtMs };
}

/** A name with a star fits many and says none: such names are written into the configuration. */
export const namesIn = ({ subjectAltName = '' }: X509Certificate): string[] =>
  [...subjectAltName.matchAll(/(?:DNS|IP Address):([^,\s"]+)/g)].flatMap(([, name = '']) => plainName(name) ?? []);

export const dayOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

function readText(file: string): string {
  try {
    if (statSync(file).size > FILE_BYTES_MAX) throw new Error('it is larger than 256 KB');
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefusal('tls-unreadable', { file, detail: detailOf(error) }, error);
  }
}

function parse<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw new StartRefusal('tls-wrong', { file, detail: detailOf(error) }, error);
  }
}
