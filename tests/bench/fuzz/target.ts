/** What the fuzzer feeds: each target makes an input from a random source and checks it. An input is text, so it can be kept. */
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';

/** What was counted besides inputs, by name. */
export type Tally = Record<string, number>;

export interface Target {
  readonly name: string;
  /** How many of a hundred inputs it gets. */
  readonly share: number;
  readonly make: (random: Random) => string;
  /** Throws `Broken` when a promise is broken; anything else that is thrown is a fault too. */
  readonly check: (input: string, tally: Tally) => void;
}

/** A promise that the product broke on this input. */
export class Broken extends Error {}

export function promise(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

export const count = (tally: Tally, name: string, more = 1): void => { tally[name] = (tally[name] ?? 0) + more; };

export const whole = (random: Random, below: number): number => Math.floor(random() * below);

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[whole(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
