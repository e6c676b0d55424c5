/** What the measured stops come to: percentiles by nearest rank, and the table a person reads. Pure. */
import type { Measured } from './stop-clock.ts';

export const MODES = ['bare', 'idle', 'loaded'] as const;
/** Only asked for by `--disturbed`. */
export const DISTURBED_MODES = ['idle', 'server-stopped', 'database-locked'] as const;
export type Mode = (typeof MODES)[number] | (typeof DISTURBED_MODES)[number];

export interface Figures {
  readonly n: number;
  readonly lost: number;
  readonly p50_us: number;
  readonly p99_us: number;
  readonly p999_us: number;
  readonly max_us: number;
}

/** A stop that did not come in time counts as this long, so that losing one never looks fast (µs). */
const LOST_US = 500_000;

const rank = (sorted: readonly number[], share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** `n` is every deciding frame that was written, answered or not. */
export function figuresOf(parts: readonly Measured[]): Figures {
  const lost = parts.reduce((sum, part) => sum + part.lost, 0);
  const sorted = [...parts.flatMap((part) => part.stopsUs), ...Array.from({ length: lost }, () => LOST_US)].sort((a, b) => a - b);
  return { n: sorted.length, lost, p50_us: rank(sorted, 0.5), p99_us: rank(sorted, 0.99), p999_us: rank(sorted, 0.999), max_us: sorted.at(-1) ?? 0 };
}

const COLUMNS = ['n', 'lost', 'p50 µs', 'p99 µs', 'p99.9 µs', 'max µs'];
const cell = (text: string, width: number): string => text.padStart(width);

export const tableHead = (): string => `${'round'.padEnd(8)}${'mode'.padEnd(16)}${COLUMNS.map((name) => cell(name, 10)).join('')}`;

export function tableRow(round: string, mode: Mode, { n, lost, p50_us, p99_us, p999_us, max_us }: Figures): string {
  const times = [p50_us, p99_us, p999_us, max_us].map((value) => cell(value.toFixed(0), 10)).join('');
  return `${round.padEnd(8)}${mode.padEnd(16)}${cell(String(n), 10)}${cell(String(lost), 10)}${times}`;
}

/** The least and the greatest value over the rounds, for one figure. */
export function spreadOf(rounds: readonly Figures[], figure: 'p50_us' | 'p99_us' | 'max_us'): string {
  const values = rounds.map((one) => one[figure]);
  return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
}

export const ratio = (a: number, b: number): string => (b === 0 ? 'unknown' : (a / b).toFixed(2));
