/**
 * Evidence that the recorder has not confirmed, in the guard's memory. The oldest is kept, because the first evidence
 * matters most; what does not fit is counted, never silently gone.
 */
import type { Evidence } from '../contract/evidence.ts';

/** Source: house.md, "at most 1,000 unacknowledged in the guard's memory". */
export const UNRECORDED_MAX = 1_000;

export class Unrecorded {
  readonly #max: number;
  #events: Evidence[] = [];
  #lost = 0;

  constructor(max: number = UNRECORDED_MAX) {
    this.#max = max;
  }

  get size(): number {
    return this.#events.length;
  }

  get isFull(): boolean {
    return this.#events.length >= this.#max;
  }

  get lost(): number {
    return this.#lost;
  }

  /** False when there was no room. */
  add(event: Evidence): boolean {
    if (this.isFull) {
      this.#lost += 1;
      return false;
    }
    this.#events.push(event);
    return true;
  }

  recorded(upToSeq: number): void {
    const first = this.#events.findIndex((event) => event.seq > upToSeq);
    this.#events = first === -1 ? [] : this.#events.slice(first);
  }

  all(): readonly Evidence[] {
    return this.#events;
  }
}
