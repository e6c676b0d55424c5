/**
 * How soon a process is started again: quickly after a good run, ever more slowly when it keeps dying, and never not at
 * all. Pure.
 */
import { backoffMs } from './backoff.ts';

const RESTART = { firstMs: 100, longestMs: 5_000 };
/** A run this long was a good one. */
const GOOD_RUN_MS = 10_000;

export class RestartPace {
  #attempt = 0;
  #startedAtMs = 0;

  started(nowMs: number): void {
    this.#startedAtMs = nowMs;
  }

  /** The process has ended; the answer is the delay before the next start. */
  endedMs(nowMs: number, chance: number): number {
    if (nowMs - this.#startedAtMs > GOOD_RUN_MS) this.#attempt = 0;
    const delayMs = backoffMs(RESTART, this.#attempt, chance);
    this.#attempt += 1;
    return delayMs;
  }
}
