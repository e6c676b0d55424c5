/** The first output in which then and now differ. Pure. */
import type { Output } from './feed.ts';
import { stopOf } from './compare-stops.ts';

export interface Found { readonly then: Output | undefined; readonly now: Output | undefined }

/** With other limits the numbers in the evidence differ anyway: then only what was done is compared, not its numbers. */
export function firstDifference(then: readonly Output[], now: readonly Output[], isPlain: boolean): Found | undefined {
  const count = Math.max(then.length, now.length);
  for (let index = 0; index < count; index += 1) {
    const found = { then: then[index], now: now[index] };
    if (!isSame(found, isPlain)) return found;
  }
  return undefined;
}

function isSame({ then, now }: Found, isPlain: boolean): boolean {
  if (then === undefined || now === undefined) return false;
  if (then.is === 'bytes' || now.is === 'bytes') return then.is === 'bytes' && now.is === 'bytes' && then.bytes === now.bytes;
  if (then.kind !== now.kind) return false;
  if (isPlain) return JSON.stringify(then.body) === JSON.stringify(now.body);
  return stopOf(then.kind, then.body, 0, 0)?.cause === stopOf(now.kind, now.body, 0, 0)?.cause;
}
