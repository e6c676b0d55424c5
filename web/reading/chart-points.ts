/**
 * The points of the chart: roll-ups of the server first, live values after, at most one a second and never more than
 * the span that is shown. Extremes within a second are kept. Pure but for the columns that it is given to extend.
 */
import type { RollupPoint } from '../../server/contract/live.ts';

export const CHART_SPAN_S = 600;

/** Wall clock (s), smallest, largest and last deviation of that second (µm). */
export type Columns = [number[], (number | null)[], (number | null)[], (number | null)[]];

export const columnsFrom = (points: readonly RollupPoint[]): Columns => [
  points.map((point) => point.atMs / 1000),
  points.map((point) => point.deviationMinUm),
  points.map((point) => point.deviationMaxUm),
  points.map((point) => point.deviationLastUm),
];

const least = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b));
const most = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

export function addLive([seconds, smallest, largest, last]: Columns, atS: number, deviationUm: number | null): void {
  const second = Math.floor(atS);
  const end = seconds.length - 1;
  if ((seconds[end] ?? -1) >= second) {
    smallest[end] = least(smallest[end] ?? null, deviationUm);
    largest[end] = most(largest[end] ?? null, deviationUm);
    last[end] = deviationUm;
    return;
  }
  seconds.push(second);
  smallest.push(deviationUm);
  largest.push(deviationUm);
  last.push(deviationUm);
  const old = seconds.findIndex((at) => at >= second - CHART_SPAN_S);
  for (const column of [seconds, smallest, largest, last]) column.splice(0, Math.max(0, old));
}
