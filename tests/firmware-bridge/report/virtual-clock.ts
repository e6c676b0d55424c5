/** A clock that stands still until told: timers run in order of time when `advance` passes them. */
import type { Clock } from '../../../firmware-bridge/report/clock.ts';

export function createVirtualClock(): Clock & { readonly advance: (ms: number) => void; readonly waiting: () => number } {
  let nowMs = 0;
  let timers: { atMs: number; run: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    setTimer: (delayMs, run) => {
      const timer = { atMs: nowMs + delayMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    waiting: () => timers.length,
    advance: (ms) => {
      const untilMs = nowMs + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        nowMs = next.atMs;
        next.run();
      }
      nowMs = untilMs;
    },
  };
}
