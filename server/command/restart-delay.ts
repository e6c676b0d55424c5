/** How long to wait before a child that ended is started again. Pure. */

const FIRST_MS = 200;
const LAST_MS = 5_000;
/** A child that lived this long had started well: its next end is a new matter. */
const LIVED_WELL_MS = 30_000;

/** `former` is the last delay, 0 before the first end. */
export function restartDelayMs(former: number, livedMs: number): number {
  if (former === 0 || livedMs >= LIVED_WELL_MS) return FIRST_MS;
  return Math.min(former * 2, LAST_MS);
}
