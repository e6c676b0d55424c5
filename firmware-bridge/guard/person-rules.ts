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

const bothReadings = (state: BenchState, judge: (reading: Reading) => boolean): boolean =>
  state.watch.last.length === IN_A_ROW && state.watch.last.every(judge);

export const PERSON_RULES: readonly Rule[] = [
  {
    cause: 'device-hot', group: 'person', limits: ['deviceHotDc'],
    ask: (state) => {
      const { deviceHotDc } = state.setup.limits;
      if (!bothReadings(state, (reading) => reading.deviceDc >= deviceHotDc)) return undefined;
      return { deviceDc: state.watch.last.at(-1)?.deviceDc ?? 0, limitDc: deviceHotDc };
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
      if (!bothReadings(state, (reading) => reading.forceCn > forceMaxCn)) return undefined;
      return { forceCn: state.watch.last.at(-1)?.forceCn ?? 0, limitCn: forceMaxCn };
    },
  },
];

function isHeating({ watch, setup }: BenchState): boolean {
  return steadyDc(watch) >= setup.limits.deviceRiseFromDc && riseDc(watch) >= setup.limits.deviceRiseDc;
}

/** Two readings in a row, the newest of them fresh, that show the danger gone. */
const CALM: Readonly<Partial<Record<CauseCode, (state: BenchState) => boolean>>> = {
  'device-hot': (state) => bothReadings(state, (reading) => reading.deviceDc < state.setup.limits.deviceHotDc - COOLER_DC),
  'device-heating': (state) => !isHeating(state) && bothReadings(state, (reading) => reading.deviceDc < state.setup.limits.deviceHotDc - COOLER_DC),
  'probe-force': (state) => bothReadings(state, (reading) => reading.forceCn <= state.setup.limits.forceMaxCn),
};

/** Undefined for a cause that this file does not measure. */
export function isCalmAgain(code: CauseCode, state: BenchState, nowMs: number): boolean | undefined {
  const newest = state.watch.last.at(-1);
  const isFresh = newest !== undefined && nowMs - newest.atMs <= state.setup.limits.powerFreshMs;
  const calm = CALM[code];
  return calm === undefined ? undefined : isFresh && calm(state);
}
