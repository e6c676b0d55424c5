/**
 * How the keyboard goes through the queue. Pure. A case is one row, known by its id; what waits in it is known by what it is about,
 * so that both stay chosen when others come and go.
 */
import type { QueueItem, Waiting } from '../../server/contract/case-state.ts';

export const itemKey = ({ case: { id } }: QueueItem): string => id;
export const waitingKey = ({ step: { step, deviceId, subject }, gap }: Waiting): string => [step, deviceId ?? '', subject ?? '', gap?.gap ?? '', gap?.deviceId ?? ''].join('/');

/** Everything that waits in a case, the most pressing first. */
export const waitingIn = ({ step, gap, call, more }: QueueItem): readonly Waiting[] => [{ step, gap, call }, ...more];

export interface Chosen {
  readonly item: QueueItem;
  readonly key: string;
  readonly waiting: Waiting;
  readonly step: string;
}

/** What is chosen now: where it is gone, the first of its case, and where that is gone, the first of all. */
export function chosenOf(items: readonly QueueItem[], key: string | null, step: string | null): Chosen | null {
  const item = items.find((one) => itemKey(one) === key) ?? items[0];
  if (item === undefined) return null;
  const waiting = (itemKey(item) === key ? waitingIn(item).find((one) => waitingKey(one) === step) : undefined) ?? { step: item.step, gap: item.gap, call: item.call };
  return { item, key: itemKey(item), waiting, step: waitingKey(waiting) };
}

type Move = (at: number, last: number) => number;
const down: Move = (at, last) => Math.min(last, at + 1);
const up: Move = (at) => Math.max(0, at - 1);
const BETWEEN_CASES: Readonly<Record<string, Move>> = { j: down, ArrowDown: down, k: up, ArrowUp: up, Home: () => 0, End: (_at, last) => last };
const WITHIN_CASE: Readonly<Record<string, Move>> = { l: down, ArrowRight: down, h: up, ArrowLeft: up };

function moved(moves: Readonly<Record<string, Move>>, keys: readonly string[], now: string | null, key: string): string | null {
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (move === undefined || keys.length === 0) return null;
  const at = now === null ? -1 : keys.indexOf(now);
  return keys[move(at, keys.length - 1)] ?? null;
}

/** Where a key leads to in the list; null: it is no key of the list, or there is nothing to go to. */
export const stepTo = (keys: readonly string[], now: string | null, key: string): string | null => moved(BETWEEN_CASES, keys, now, key);
/** The same among what waits in one case. */
export const stepWithin = (keys: readonly string[], now: string | null, key: string): string | null => moved(WITHIN_CASE, keys, now, key);
