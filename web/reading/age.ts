/**
 * How old something is and how that is said. Ages come from the server and grow by the page's own elapsed time; the
 * clock of this computer's wall is never asked.
 */
import { sayNumber } from '../words/numbers.ts';

/** Above this a reading is said in amber. Source: what operators expect of a live board. */
export const AMBER_AFTER_MS = 2_000;
/** Above this nothing shown may look live. */
export const STALE_AFTER_MS = 5_000;

export type Freshness = 'fresh' | 'late' | 'stale' | 'unknown';

/** Age now: the age when the message was sent plus what went by here since it came. */
export const ageNow = (ageMsThen: number | null, receivedAtMs: number, nowAtMs: number): number | null =>
  ageMsThen === null ? null : ageMsThen + Math.max(0, nowAtMs - receivedAtMs);

export function freshnessOf(ageMs: number | null, bridgeConnected: boolean): Freshness {
  if (ageMs === null) return 'unknown';
  if (!bridgeConnected || ageMs > STALE_AFTER_MS) return 'stale';
  return ageMs > AMBER_AFTER_MS ? 'late' : 'fresh';
}

const plural = (count: number, unit: string): string => `${count} ${unit}`;

/** A duration in the two coarsest words that help: 0.2 s, 14 s, 3 min, 2 h 5 min. */
export function sayDuration(durationMs: number): string {
  const seconds = Math.max(0, durationMs) / 1000;
  if (seconds < 10) return `${sayNumber(Math.floor(seconds * 10) / 10, 1)} s`;
  if (seconds < 100) return plural(Math.floor(seconds), 's');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return plural(minutes, 'min');
  const rest = minutes % 60;
  const hours = plural(Math.floor(minutes / 60), 'h');
  return rest === 0 ? hours : `${hours} ${plural(rest, 'min')}`;
}

/** An estimate is said coarsely: nobody can rely on its tenths. */
export function sayEstimate(durationMs: number): string {
  const seconds = Math.round(Math.max(0, durationMs) / 1000);
  if (seconds < 100) return plural(seconds, 's');
  return plural(Math.round(seconds / 60), 'min');
}

/** Microseconds of a receipt in milliseconds, two decimals, or null for a time that never came. */
export const sayReceiptTime = (afterUs: number | null): string | null =>
  afterUs === null ? null : `${sayNumber(afterUs / 1000, afterUs < 100_000 ? 2 : 0)} ms`;

/** A countdown as minutes and seconds: 4:59. */
export function sayCountdown(leftMs: number): string {
  const seconds = Math.ceil(Math.max(0, leftMs) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
