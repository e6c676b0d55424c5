/** One written form for a name or an address by which a machine is called; null for what is neither, and for loopback. */
import { isIP } from 'node:net';

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

export function plainName(text: string): string | null {
  const name = text.trim().toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (isIP(name) === 4) return name.startsWith('127.') || name === '0.0.0.0' ? null : name;
  if (isIP(name) === 6) {
    const short = new URL(`http://[${name}]`).hostname.slice(1, -1);
    return short === '::1' || short === '::' ? null : short;
  }
  const labels = name.split('.');
  const isName = name.length <= 253 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return isName && name !== 'localhost' ? name : null;
}
