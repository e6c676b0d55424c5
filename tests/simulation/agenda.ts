/**
 * Virtual time: what is to happen and when. Things due at the same moment happen in the order in which they were put
 * down, so that a run depends on its seed alone. It knows no clock of the machine.
 */

interface Entry { readonly atMs: number; readonly order: number; readonly run: () => void }

const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

export class Agenda {
  nowMs = 0;
  /** How many things have happened. */
  steps = 0;
  readonly #heap: Entry[] = [];
  #order = 0;

  after(ms: number, run: () => void): void {
    const entry = { atMs: this.nowMs + Math.max(0, ms), order: this.#order, run };
    this.#order += 1;
    let at = this.#heap.length;
    this.#heap.push(entry);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      this.#heap[at] = parent;
      at = above;
    }
    this.#heap[at] = entry;
  }

  /** Runs `run` now and then, each time after the time that `nextMs` gives, until it answers false. */
  every(nextMs: () => number, run: () => boolean): void {
    this.after(nextMs(), () => { if (run()) this.every(nextMs, run); });
  }

  /** Lets time pass until `endMs`, or until `done` says so after some step. */
  runUntil(endMs: number, done: () => boolean = () => false): void {
    for (let next = this.#heap[0]; next !== undefined && next.atMs <= endMs; next = this.#heap[0]) {
      this.#removeFirst();
      this.nowMs = Math.max(this.nowMs, next.atMs);
      this.steps += 1;
      next.run();
      if (done()) return;
    }
    this.nowMs = Math.max(this.nowMs, endMs);
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [this.#heap[child], this.#heap[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) child += 1;
      const least = this.#heap[child] as Entry;
      if (!isBefore(least, last)) break;
      this.#heap[at] = least;
      at = child;
    }
    this.#heap[at] = last;
  }
}
