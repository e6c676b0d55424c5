/**
 * One metric as a bar: where its value, its hold limit and its guard band lie on a scale that ends one and a half times
 * above the limit. It never draws a value that was not measured, and says when one is longer than the bar.
 */
import type { Measurement, MetricReading } from '../../firmware-bridge/contract/bench-status.ts';

export const BAR_WIDTH = 400;
const SCALE = 1.5;

export interface MetricBar {
  /** Null where nothing was measured. */
  readonly valueX: number | null;
  readonly holdX: number;
  readonly limitX: number;
  readonly bandEndX: number;
  readonly isCut: boolean;
}

export function metricBar({ valueUm, holdAtUm, limitUm }: MetricReading): MetricBar {
  const endUm = Math.max(1, limitUm * SCALE);
  const at = (um: number): number => Math.round((BAR_WIDTH * Math.min(Math.max(um, 0), endUm)) / endUm);
  const guardUm = limitUm - holdAtUm;
  return {
    valueX: valueUm === null ? null : at(valueUm), holdX: at(holdAtUm), limitX: at(limitUm), bandEndX: at(limitUm + guardUm),
    isCut: valueUm !== null && valueUm > endUm,
  };
}

/** What the one big number shows: the metric that decided, else the edges. A value that is old now keeps its place. */
export function shownMetric({ metrics, decidedBy, deviationUm, holdAtUm, limitUm }: Measurement): Pick<MetricReading, 'metric' | 'valueUm' | 'holdAtUm' | 'limitUm'> {
  const decided = metrics?.find((one) => one.metric === (decidedBy ?? 'edge'));
  if (decided !== undefined && decided.metric !== 'edge') return decided;
  return { metric: 'edge', valueUm: decided?.valueUm ?? deviationUm, holdAtUm, limitUm };
}
