/** How the keyboard goes through the queue. Pure. An item is known by what it is about, so that it stays chosen when others come and go. */
import type { QueueItem } from '../../server/contract/case-state.ts';

export const itemKey = ({ case: { id }, step: { step, deviceId, subject }, gap }: QueueItem): string => [id, step, deviceId ?? '', subject ?? '', gap?.gap ?? ''].join('/');

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  j: (at, last) => Math.min(last, at + 1), ArrowDown: (at, last) => Math.min(last, at + 1),
  k: (at) => Math.max(0, at - 1), ArrowUp: (at) => Math.max(0, at - 1), Home: () => 0, End: (_at, last) => last,
};

/** Where a key leads to; null: it is no key of the list, or there is nothing to go to. */
export function stepTo(keys: readonly string[], now: string | null, key: string): string | null {
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step === undefined || keys.length === 0) return null;
  const at = now === null ? -1 : keys.indexOf(now);
  return keys[step(at, keys.length - 1)] ?? null;
}
