/**
 * Which span of time the charts show: the last minutes, which move on, or a moment that stands. How it is chosen, moved and
 * written into an address. Pure; times are the server's wall clock (ms).
 */
export type ChartWindow =
  | { readonly kind: 'live'; readonly spanMs: number }
  | { readonly kind: 'fixed'; readonly fromMs: number; readonly toMs: number };

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** What can be chosen by one press. */
export const SPANS_MS = [10 * MINUTE_MS, HOUR_MS, 12 * HOUR_MS, 48 * HOUR_MS] as const;
export const LIVE: ChartWindow = { kind: 'live', spanMs: SPANS_MS[0] };
/** Nothing is measured more finely than in seconds; the server gives five days of minutes at once. */
const LEAST_MS = 20 * SECOND_MS;
const MOST_MS = 119 * HOUR_MS;
/** More seconds than a screen has pixels help nobody. */
const BY_SECOND_MS_MAX = HOUR_MS;
/** The server keeps seconds so long, with a margin for its pruning. */
const SECONDS_KEPT_MS = 47 * HOUR_MS;

export type Step = '1s' | '1m';
export const STEP_MS: Readonly<Record<Step, number>> = { '1s': SECOND_MS, '1m': MINUTE_MS };

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export const spanOf = (window: ChartWindow, nowMs: number): Span =>
  (window.kind === 'live' ? { fromMs: nowMs - window.spanMs, toMs: nowMs } : { fromMs: window.fromMs, toMs: window.toMs });

/** Seconds where they are few enough and still kept, else minutes. */
export function stepOf(window: ChartWindow, nowMs: number): Step {
  const { fromMs, toMs } = spanOf(window, nowMs);
  return toMs - fromMs <= BY_SECOND_MS_MAX && fromMs > nowMs - SECONDS_KEPT_MS ? '1s' : '1m';
}

/** A span of sound length that does not lie in the future. */
function fixed(fromMs: number, toMs: number, nowMs: number): ChartWindow {
  const length = Math.min(MOST_MS, Math.max(LEAST_MS, toMs - fromMs));
  const middle = (fromMs + toMs) / 2;
  const to = Math.min(Math.round(middle + length / 2), nowMs);
  return { kind: 'fixed', fromMs: Math.round(to - length), toMs: to };
}

export const select = (fromMs: number, toMs: number, nowMs: number): ChartWindow => fixed(Math.min(fromMs, toMs), Math.max(fromMs, toMs), nowMs);

/** Half as long, or twice; live stays live. */
export function zoom(window: ChartWindow, nowMs: number, factor: number): ChartWindow {
  if (window.kind === 'live') return { kind: 'live', spanMs: Math.min(MOST_MS, Math.max(LEAST_MS, window.spanMs * factor)) };
  const [middle, half] = [(window.fromMs + window.toMs) / 2, ((window.toMs - window.fromMs) / 2) * factor];
  return fixed(middle - half, middle + half, nowMs);
}

/** By a part of its own length; whoever moves on to now is live again. */
export function pan(window: ChartWindow, nowMs: number, part: number): ChartWindow {
  const { fromMs, toMs } = spanOf(window, nowMs);
  const by = (toMs - fromMs) * part;
  if (toMs + by >= nowMs) return { kind: 'live', spanMs: toMs - fromMs };
  return fixed(fromMs + by, toMs + by, nowMs);
}

const write = (ms: number): string => new Date(Math.round(ms / SECOND_MS) * SECOND_MS).toISOString().replace('.000Z', 'Z');

/** `?from=…&to=…`, readable and the same everywhere in the world; nothing for what moves on. */
export const searchOf = (window: ChartWindow): string => (window.kind === 'live' ? '' : `?from=${write(window.fromMs)}&to=${write(window.toMs)}`);

/** A minute before and half a minute after. */
export const momentAround = (atMs: number): string => searchOf({ kind: 'fixed', fromMs: atMs - MINUTE_MS, toMs: atMs + MINUTE_MS / 2 });

/** Of a serial line no more is read at once: a page can keep as much. */
const WIRE_MS_MAX = 2 * MINUTE_MS;

export function middleOf({ fromMs, toMs }: Span): Span {
  if (toMs - fromMs <= WIRE_MS_MAX) return { fromMs, toMs };
  const middle = Math.round((fromMs + toMs) / 2);
  return { fromMs: middle - WIRE_MS_MAX / 2, toMs: middle + WIRE_MS_MAX / 2 };
}

/** What an address means; null where it names no span that can be. */
export function readSearch(search: string): ChartWindow | null {
  const asked = new URLSearchParams(search);
  const [fromMs, toMs] = [Date.parse(asked.get('from') ?? ''), Date.parse(asked.get('to') ?? '')];
  return Number.isNaN(fromMs) || Number.isNaN(toMs) || fromMs < 0 || toMs - fromMs < SECOND_MS || toMs - fromMs > MOST_MS ? null : { kind: 'fixed', fromMs, toMs };
}
