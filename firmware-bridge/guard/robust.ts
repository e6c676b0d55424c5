/**
 * One value out of a few samples that may hold an outlier: median, with what lies too far from it (by the median of the
 * absolute deviations) left out. Of two middle values the larger one counts, which errs towards a stop.
 */
import { median } from './deviation.ts';

/** Makes the median absolute deviation of normal noise its standard deviation. */
const MAD_TO_SIGMA = 1.4826;
const SIGMAS_TO_REJECT = 3;

/** `sigmaUm` is the least noise that must be expected: without it two equal samples would throw out every other one. */
export function robustMedian(values: readonly number[], sigmaUm: number): number | undefined {
  const middle = median(values);
  if (middle === undefined) return undefined;
  const mad = median(values.map((value) => Math.abs(value - middle))) ?? 0;
  const reach = SIGMAS_TO_REJECT * Math.max(MAD_TO_SIGMA * mad, sigmaUm);
  return median(values.filter((value) => Math.abs(value - middle) <= reach));
}
