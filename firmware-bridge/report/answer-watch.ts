/**
 * How long a recorder has been silent, and how long evidence has waited for it. Pure; a stall of the guard itself is
 * never blamed on the recorder, whose words are then still unread.
 */

/** The recorder says its health every 10 s; one that is silent for this long is replaced. */
const SILENCE_MS_MAX = 30_000;
/** Ticks come every 500 ms; one that comes this late is a stall. */
const TICK_LATE_MS = 2_000;

export class AnswerWatch {
  #heardAtMs: number;
  #tickedAtMs: number;
  #waitingSinceAtMs: number | null = null;

  constructor(nowMs: number) {
    this.#heardAtMs = nowMs;
    this.#tickedAtMs = nowMs;
  }

  started(nowMs: number): void {
    this.#heardAtMs = nowMs;
    this.#waitingSinceAtMs = null;
  }

  heard(nowMs: number): void {
    this.#heardAtMs = nowMs;
  }

  /** Evidence is on its way to the recorder. */
  sent(nowMs: number): void {
    this.#waitingSinceAtMs ??= nowMs;
  }

  /** Some evidence was recorded. */
  progressed(nowMs: number, isSomeLeft: boolean): void {
    this.#waitingSinceAtMs = isSomeLeft ? nowMs : null;
  }

  waitedMs(nowMs: number): number {
    return this.#waitingSinceAtMs === null ? 0 : nowMs - this.#waitingSinceAtMs;
  }

  /** True when the recorder has been silent for too long. */
  tick(nowMs: number): boolean {
    const isLate = nowMs - this.#tickedAtMs > TICK_LATE_MS;
    this.#tickedAtMs = nowMs;
    if (!isLate) return nowMs - this.#heardAtMs > SILENCE_MS_MAX;
    this.#heardAtMs = nowMs;
    if (this.#waitingSinceAtMs !== null) this.#waitingSinceAtMs = nowMs;
    return false;
  }
}
