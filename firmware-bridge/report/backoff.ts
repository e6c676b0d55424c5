/**
 * How long to wait before the next try. Pure; it never gives up and never waits longer than its longest delay.
 */

export interface BackoffLimits {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** `attempt` counts failures in a row from 0; `chance` lies in [0, 1) and spreads those who failed together. */
export function backoffMs(limits: BackoffLimits, attempt: number, chance: number): number {
  const whole = Math.min(limits.longestMs, limits.firstMs * 2 ** Math.min(attempt, 30));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
