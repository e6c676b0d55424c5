/**
 * The three metrics of a chassis and their limits: the long edges, the plane, the twist. Each has its own hold and
 * no-restore limit; the hold begins at the limit minus the uncertainty of the measurement.
 */
import type { Metric, Verdict } from '../contract/interlock.ts';
import type { Sample } from './frame-state.ts';
import type { Limits } from './limits.ts';

export interface MetricLimits {
  readonly reviewUm: number;
  readonly holdAtUm: number;
  readonly limitUm: number;
  readonly noRestoreUm: number;
}

const edgeLimits = (limits: Limits): MetricLimits => ({
  reviewUm: limits.frameReviewUm, holdAtUm: limits.frameLimitUm - limits.frameUncertaintyUm, limitUm: limits.frameLimitUm, noRestoreUm: limits.frameNoRestoreUm,
});
const planeLimits = (limits: Limits): MetricLimits => ({
  reviewUm: limits.planeReviewUm, holdAtUm: limits.planeLimitUm - limits.frameUncertaintyUm, limitUm: limits.planeLimitUm, noRestoreUm: limits.planeNoRestoreUm,
});
const twistLimits = (limits: Limits): MetricLimits => ({
  reviewUm: limits.twistReviewUm, holdAtUm: limits.twistLimitUm - limits.frameUncertaintyUm, limitUm: limits.twistLimitUm, noRestoreUm: limits.twistNoRestoreUm,
});
const LIMITS_OF: Readonly<Record<Metric, (limits: Limits) => MetricLimits>> = { edge: edgeLimits, plane: planeLimits, twist: twistLimits };

export const limitsOf = (metric: Metric, limits: Limits): MetricLimits => LIMITS_OF[metric](limits);

/** The value that is judged; null where the metric is not measured. */
const VALUE_OF: Readonly<Record<Metric, (sample: Sample) => number | null>> = {
  edge: (sample) => sample.deviationUm, plane: (sample) => sample.planeUm, twist: (sample) => Math.abs(sample.twistUm),
};
export const valueOf = (metric: Metric, sample: Sample): number | null => VALUE_OF[metric](sample);

/**
 * Noise of one sample of a metric, in noises of one probe. A twist adds four probes, so twice. A peak-to-valley lies
 * between once and √2 times; the smaller one trips earlier.
 */
const SIGMAS: Readonly<Record<Metric, number>> = { edge: 1, plane: 1, twist: 2 };
export const sigmaOf = (metric: Metric, noiseUm: number): number => SIGMAS[metric] * noiseUm;

export function verdictOf(valueUm: number, at: MetricLimits): Verdict {
  if (valueUm >= at.noRestoreUm) return 'no-restore';
  if (valueUm >= at.holdAtUm) return 'hold';
  return valueUm >= at.reviewUm ? 'review' : 'pass';
}

const SEVERITY: Readonly<Record<Verdict, number>> = { pass: 0, review: 1, hold: 2, 'no-restore': 3, 'cannot-measure': 4 };
export const isWorse = (verdict: Verdict, than: Verdict): boolean => SEVERITY[verdict] > SEVERITY[than];
