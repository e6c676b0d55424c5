/**
 * The flag "nobody can replace this data": it only tightens. The hold begins at the review limit, no plan that erases is
 * allowed, and a reset needs two people. It is a fact of the server about a device; without the fact nothing changes here.
 */
import { mayBeSameDevice } from './device.ts';
import type { Limits } from './limits.ts';
import type { BenchState } from './state.ts';

export function isIrreplaceable(state: BenchState): boolean {
  const device = state.device?.value ?? state.restore?.device ?? null;
  return device !== null && state.facts?.irreplaceable.some((flagged) => mayBeSameDevice(flagged.device, device)) === true;
}

/** Every hold at its review limit. */
export function tighten(limits: Limits): Limits {
  const { frameUncertaintyUm } = limits;
  return {
    ...limits, frameLimitUm: limits.frameReviewUm + frameUncertaintyUm, planeLimitUm: limits.planeReviewUm + frameUncertaintyUm,
    twistLimitUm: limits.twistReviewUm + frameUncertaintyUm,
  };
}
