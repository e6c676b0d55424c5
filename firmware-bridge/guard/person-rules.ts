/**
 * The rules that protect people: heat, a fast rise of it, the force of the press. They hold in every zone and also while
 * no restore is open, as long as a device lies in the fixture: a person comes before data and before the zone rules.
 */
import type { CauseCode } from '../contract/causes.ts';
import type { Rule } from './rules.ts';
import type { BenchState } from './state.ts';
import { riseDc, steadyDc, type Reading } from './watch.ts';

/** A device counts as cool again this far below its limit (tenths of °C): warm air over a probe is not the end of a danger. */
const COOLER_DC = 50;
const IN_A_ROW = 2;

/** The newest of two readings in a row that both say so: one alone may be wrong. */
const newestOfTwo = ({ watch: { last } }: BenchState, judge: (reading: Reading) => boolean): Reading | undefined =>
  (last.length === IN_A_ROW && last.every(judge) ? last.at(-1) : undefined);

export const PERSON_RULES: readonly Rule[] = [
  {
    cause: 'device-hot', group: 'person', limits: ['deviceHotDc'],
    ask: (state) => {
      const { deviceHotDc } = state.setup.limits;
      const hot = newestOfTwo(state, (reading) => reading.deviceDc >= deviceHotDc);
      return hot === undefined ? undefined : { deviceDc: hot.deviceDc, limitDc: deviceHotDc };
    },
  },
  {
    cause: 'device-heating', group: 'person', limits: ['deviceRiseDc', 'deviceRiseFromDc', 'deviceRiseMs'],
    ask: (state) => (isHeating(state) ? { riseDc: riseDc(state.watch), deviceDc: steadyDc(state.watch), withinMs: state.setup.limits.deviceRiseMs } : undefined),
  },
  {
    cause: 'probe-force', group: 'person', limits: ['forceMaxCn'],
    ask: (state) => {
      const { forceMaxCn } = state.setup.limits;
      const strong = newestOfTwo(state, (reading) => reading.forceCn > forceMaxCn);
      return strong === undefined ? undefined : { forceCn: strong.forceCn, limitCn: forceMaxCn };
    },
  },
];

function isHeating({ watch, setup }: BenchState): boolean {
  return steadyDc(watch) >= setup.limits.deviceRiseFromDc && riseDc(watch) >= setup.limits.deviceRiseDc;
}

const isCool = (state: BenchState): boolean => newestOfTwo(state, (reading) => reading.deviceDc < state.setup.limits.deviceHotDc - COOLER_DC) !== undefined;

/** Two readings in a row, the newest of them fresh, that show the danger gone. */
const CALM: Readonly<Partial<Record<CauseCode, (state: BenchState) => boolean>>> = {
  'device-hot': isCool,
  'device-heating': (state) => !isHeating(state) && isCool(state),
  'probe-force': (state) => newestOfTwo(state, (reading) => reading.forceCn <= state.setup.limits.forceMaxCn) !== undefined,
};

/** Undefined for a cause that this file does not measure. */
export function isCalmAgain(code: CauseCode, state: BenchState, nowMs: number): boolean | undefined {
  const newest = state.watch.last.at(-1);
  const isFresh = newest !== undefined && nowMs - newest.atMs <= state.setup.limits.powerFreshMs;
  const calm = CALM[code];
  return calm === undefined ? undefined : isFresh && calm(state);
}
