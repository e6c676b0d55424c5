/**
 * Which limits are in force: those of the rig, or of the model of the seated device where the configuration has some. Two
 * agreeing lines make a model, because the limits of a tablet are wider than those of a phone. Data that nobody can replace tightens either.
 */
import type { FrameState } from './frame-state.ts';
import { isIrreplaceable, tighten } from './irreplaceable.ts';
import type { Limits } from './limits.ts';
import type { BenchSetup, BenchState, ModelLimits } from './state.ts';

const entryOf = (models: readonly ModelLimits[] | undefined, model: string | null): ModelLimits | undefined =>
  (model === null ? undefined : models?.find((entry) => model.toLowerCase().includes(entry.match.toLowerCase())));

export function limitsInForce(state: BenchState): Limits {
  const own = entryOf(state.setup.models, state.frame.model)?.limits ?? state.setup.limits;
  return isIrreplaceable(state) ? tighten(own) : own;
}

/** A model with limits of its own stays until its device is out: in some of their modes devices show another name. */
export function noteModel(frame: FrameState, model: string, setup: BenchSetup): FrameState {
  if (frame.modelSaid !== model) return { ...frame, modelSaid: model };
  return entryOf(setup.models, frame.model) === undefined ? { ...frame, model } : frame;
}
