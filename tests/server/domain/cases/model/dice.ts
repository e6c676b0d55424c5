/** Draws that follow from one number, so that a sequence plays the same again. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  /** True once in so many. */
  one(of: number): boolean {
    return this.roll(of) === 0;
  }

  from<Item>(items: readonly Item[]): Item | undefined {
    return items[this.roll(Math.max(1, items.length))];
  }

  some<Item>(items: readonly Item[]): Item[] {
    const picked = items.filter(() => this.one(2));
    return picked.length > 0 ? picked : items.slice(0, 1);
  }
}
