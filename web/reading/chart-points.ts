/**
 * The points of the charts: what the server rolled up, and live values after it by the same functions. Each interval is there
 * once, whatever is asked again after a gap; where nothing was measured the line is broken. Pure but for the list that it extends.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { RollupPoint } from '../../server/contract/live.ts';
import { mergePoints, pointOf } from '../../server/contract/rollup-point.ts';

/** A page that stays open all day keeps no more than a chart can show. */
export const POINTS_MAX = 7_200;
/** A hole of more than so many intervals is shown as one. */
const GAP_STEPS = 2.5;

export function addLive(points: RollupPoint[], status: BenchStatus, nowMs: number, stepMs: number): void {
  const sample = pointOf(status, Math.floor(nowMs / stepMs) * stepMs);
  const last = points.at(-1);
  if (last === undefined || sample.atMs > last.atMs) points.push(sample);
  else if (sample.atMs === last.atMs) points[points.length - 1] = mergePoints(last, sample);
  // A value of before: the server's clock was set back, and what came until then stays.
  points.splice(0, Math.max(0, points.length - POINTS_MAX));
}

/** The server's word counts up to its last point; what came live after it stays. No interval is there twice. */
export function fill(known: readonly RollupPoint[], told: readonly RollupPoint[], fromMs: number): RollupPoint[] {
  const upToMs = told.at(-1)?.atMs ?? fromMs - 1;
  return [...known.filter(({ atMs }) => atMs < fromMs), ...told, ...known.filter(({ atMs }) => atMs > upToMs && atMs >= fromMs)].slice(-POINTS_MAX);
}

/** True when so much time lies between the newest point and now that something was missed. */
export const hasHole = (points: readonly RollupPoint[], nowMs: number, stepMs: number): boolean => {
  const last = points.at(-1);
  return last !== undefined && nowMs - last.atMs > GAP_STEPS * stepMs + 1000;
};

export type Column = (number | null)[];

export interface Columns {
  /** Wall clock (s). */
  readonly seconds: number[];
  readonly deviation: readonly [smallest: Column, largest: Column, last: Column];
  readonly force: readonly [Column, Column, Column];
  readonly device: readonly [Column, Column, Column];
  readonly battery: readonly [Column, Column, Column];
  /** Largest height of each probe of the interval, so that no peak disappears. */
  readonly left: readonly Column[];
  readonly right: readonly Column[];
}

export function columnsOf(points: readonly RollupPoint[], stepMs: number): Columns {
  const rows = withGaps(points, stepMs);
  const column = (of: (point: RollupPoint) => number | null): Column => rows.map(({ point }) => (point === null ? null : of(point)));
  const scaled = (of: (point: RollupPoint) => number | null, by: number): Column => column((point) => { const value = of(point); return value === null ? null : value / by; });
  const edge = (side: 'left' | 'right'): Column[] => {
    const count = points.reduce((most, { probes }) => Math.max(most, probes?.[side].maxUm.length ?? 0), 0);
    return Array.from({ length: count }, (_, index) => column(({ probes }) => probes?.[side].maxUm[index] ?? null));
  };
  return {
    seconds: rows.map(({ atMs }) => atMs / 1000),
    deviation: [column((point) => point.deviationMinUm), column((point) => point.deviationMaxUm), column((point) => point.deviationLastUm)],
    force: [scaled((point) => point.forceMinCn, 100), scaled((point) => point.forceMaxCn, 100), scaled((point) => point.forceLastCn, 100)],
    device: [scaled((point) => point.deviceMinDc, 10), scaled((point) => point.deviceMaxDc, 10), scaled((point) => point.deviceLastDc, 10)],
    battery: [column((point) => point.batteryMinPct ?? point.batteryLastPct), column((point) => point.batteryMaxPct ?? point.batteryLastPct), column((point) => point.batteryLastPct)],
    left: edge('left'),
    right: edge('right'),
  };
}

function withGaps(points: readonly RollupPoint[], stepMs: number): { readonly atMs: number; readonly point: RollupPoint | null }[] {
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    const isHole = before !== undefined && point.atMs - before.atMs > GAP_STEPS * stepMs;
    return isHole ? [{ atMs: before.atMs + stepMs, point: null }, { atMs: point.atMs, point }] : [{ atMs: point.atMs, point }];
  });
}

/** The probe that is highest in this interval. */
export function highestProbe({ probes }: RollupPoint): { readonly edge: 'left' | 'right'; readonly number: number; readonly um: number } | null {
  if (probes === null) return null;
  const all = (['left', 'right'] as const).flatMap((edge) => probes[edge].maxUm.map((um, index) => ({ edge, number: index + 1, um })));
  return all.toSorted((a, b) => b.um - a.um)[0] ?? null;
}

/** The point whose interval holds a time; null in a hole. */
export const pointAt = (points: readonly RollupPoint[], atMs: number, stepMs: number): RollupPoint | null =>
  points.find((point) => atMs >= point.atMs && atMs < point.atMs + stepMs * GAP_STEPS) === undefined ? null : points.findLast((point) => point.atMs <= atMs) ?? null;
