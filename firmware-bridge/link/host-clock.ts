/** The bridge's clocks: monotonic time, wall time, and how long the machine slept (boot time running ahead of monotonic). */
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** In whole microseconds, so that a record of it is exact. */
export const monotonicMs = (): number => Math.round(performance.now() * 1000) / 1000;
export const wallMs = (): number => Date.now();

/** Milliseconds since boot including sleep; 10 ms steps where the kernel tells, else whole seconds. */
function bootMs(): number {
  try {
    return Number.parseFloat(readFileSync('/proc/uptime', 'latin1')) * 1000;
  } catch {
    return Math.floor(uptime()) * 1000;
  }
}

/** Returns a function that says how long the machine has slept since the last call (ms); small differences are zero. */
export function sleepMeter(): () => number {
  const TOLERANCE_MS = 500;
  let ahead = bootMs() - monotonicMs();
  return () => {
    const now = bootMs() - monotonicMs();
    const sleptMs = now - ahead;
    if (sleptMs < TOLERANCE_MS) {
      if (sleptMs < 0) ahead = now;
      return 0;
    }
    ahead = now;
    return sleptMs;
  };
}
