/**
 * A state of a record as the guard of today has it: what it knows beside it is as at its start, and limits that are asked
 * with take the place of the recorded ones, also in those of single models. What is no state gives undefined.
 */
import { factsSchema } from '../contract/uplink.ts';
import { DEFAULT_LIMITS, type Limits } from '../guard/limits.ts';
import { initialState, type BenchSetup, type BenchState } from '../guard/state.ts';

type Known = Readonly<Record<string, unknown>>;
const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null && !Array.isArray(value);

const limitsOf = (kept: unknown, asked: Partial<Limits>): Known => ({ ...DEFAULT_LIMITS, ...(isKnown(kept) ? kept : {}), ...asked });

function setupOf(kept: Known, asked: Partial<Limits>): BenchSetup {
  const models = Array.isArray(kept['models']) ? kept['models'].filter(isKnown).map((model) => ({ ...model, limits: limitsOf(model['limits'], asked) })) : [];
  return { ...kept, limits: limitsOf(kept['limits'], asked), models } as unknown as BenchSetup;
}

export function readState(kept: unknown, asked: Partial<Limits>): BenchState | undefined {
  if (!isKnown(kept) || !isKnown(kept['setup']) || !isKnown(kept['link']) || !isKnown(kept['frame']) || typeof kept['mode'] !== 'string') return undefined;
  const setup = setupOf(kept['setup'], asked);
  const start = initialState(setup, null);
  const facts = factsSchema.safeParse(kept['facts']).data ?? null;
  return { ...start, ...kept, facts, setup, link: { ...start.link, ...kept['link'] }, frame: { ...start.frame, ...kept['frame'] } };
}
