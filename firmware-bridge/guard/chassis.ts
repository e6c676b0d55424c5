/**
 * What the guard says of the chassis of the seated device: the measurement with everything that set-up asks besides (zero
 * check, measuring again), and the condition of a permit that comes from it.
 */
import type { Measurement, MetricReading } from '../contract/bench-status.ts';
import type { Params } from '../contract/trip.ts';
import { limitsInForce } from './device-limits.ts';
import { bentBy, freshSamples, judgeFrame } from './frame-rule.ts';
import { describeRemeasure, remeasureOf } from './remeasure.ts';
import { zeroFault } from './sensor-health.ts';
import type { BenchState } from './state.ts';

/** Samples in a row below every hold limit that loosen anything. */
const GOOD_SAMPLES = 2;

/** The measurement now. Zero check and measuring again are asked only before a permit: never of a restore that runs. */
export function measureChassis(state: BenchState, nowMs: number): Measurement {
  const limits = limitsInForce(state);
  const measured = judgeFrame(state.frame, nowMs, limits);
  const fault = state.permit === null && state.zone === 'safe' ? zeroFault(state.frame.fixture, limits) : null;
  const judged: Measurement = fault === null || measured.fault !== null ? measured : { ...measured, verdict: 'cannot-measure', fault, decidedBy: null };
  return { ...judged, remeasure: describeRemeasure(state, nowMs) };
}

/** The metric that the verdict comes from, beside its limits; the edges where none does. */
const decisive = ({ metrics, decidedBy }: Measurement): MetricReading | undefined =>
  metrics?.find((one) => one.metric === (decidedBy ?? 'edge'));

/** The condition `frame-measured` of a permit, and what its texts use. */
export function judgeChassis(state: BenchState, nowMs: number): readonly [boolean, Params] {
  const measured = measureChassis(state, nowMs);
  const one = decisive(measured);
  const params: Params = { verdict: measured.verdict, holdAtUm: one?.holdAtUm ?? measured.holdAtUm, metric: one?.metric ?? 'edge' };
  const valueUm = one?.valueUm ?? measured.deviationUm;
  if (valueUm !== null) params['deviationUm'] = valueUm;
  if (measured.fault !== null) params['fault'] = measured.fault;
  const { remeasure } = measured;
  if (remeasure !== null && remeasure !== undefined) {
    Object.assign(params, { measured: remeasure.count, times: remeasure.needed, turned: remeasure.turned, next: remeasure.next });
    if (remeasure.differUm !== null) params['differUm'] = remeasure.differUm;
  }
  return [state.permit === null ? mayBegin(state, measured, nowMs) : mayGoOn(state, measured, nowMs), params];
}

/** A new permit: two good samples, and either well below every limit or measured as often as the review band asks. */
function mayBegin(state: BenchState, { verdict }: Measurement, nowMs: number): boolean {
  if (state.frame.belowHold < GOOD_SAMPLES) return false;
  const again = remeasureOf(state, nowMs);
  return again === 'free' ? verdict === 'pass' : again === 'done' && (verdict === 'pass' || verdict === 'review');
}

/** A live permit ends only when there is nothing fresh, or when the rule that stops says so. */
function mayGoOn(state: BenchState, { verdict }: Measurement, nowMs: number): boolean {
  return verdict !== 'cannot-measure' && bentBy(state.frame, nowMs, limitsInForce(state)) === undefined;
}

/** Clears a measured cause: two good samples in a row, the newest fresh, and a fixture whose zero is right. What was measured long ago clears nothing. */
export function isMeasuredBelow(state: BenchState, nowMs: number): boolean {
  const { frame } = state;
  const limits = limitsInForce(state);
  return freshSamples(frame, nowMs, limits).length > 0 && frame.fault === null && frame.belowHold >= GOOD_SAMPLES && zeroFault(frame.fixture, limits) === null;
}

/** What a stop for a bent chassis says: the metric that decided, its value and its limits; undefined if it is not bent. */
export function bendParams(state: BenchState, nowMs: number): Params | undefined {
  const limits = limitsInForce(state);
  const metric = bentBy(state.frame, nowMs, limits);
  if (metric === undefined) return undefined;
  const measured = judgeFrame(state.frame, nowMs, limits);
  const one = decisive({ ...measured, decidedBy: metric });
  return {
    metric, deviationUm: one?.valueUm ?? 0, holdAtUm: one?.holdAtUm ?? measured.holdAtUm, limitUm: one?.limitUm ?? measured.limitUm,
    uncertaintyUm: measured.uncertaintyUm, edge: measured.edge ?? 'left',
  };
}
