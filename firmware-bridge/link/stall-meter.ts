/** How late the guard's own ticks are. A stall as long as a heartbeat is reported; the worst one since start is kept. */
const TICK_MS = 20;
const REPORT_MS = 100;

export class StallMeter {
  #lastMs: number;
  worstMs = 0;

  constructor(nowMs: number) { this.#lastMs = nowMs; }

  /** Returns the stall when it is worth a report, else null. */
  tick(nowMs: number): number | null {
    const lateMs = Math.max(0, nowMs - this.#lastMs - TICK_MS);
    this.#lastMs = nowMs;
    this.worstMs = Math.max(this.worstMs, lateMs);
    return lateMs >= REPORT_MS ? lateMs : null;
  }
}

export const GUARD_TICK_MS = TICK_MS;
