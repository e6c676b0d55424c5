/** Each rule asked for itself: exactly at its limit, about a bench that knows nothing, and with what it says of the danger it saw. */
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../../firmware-bridge/contract/bench-status.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { isCalmAgain } from '../../../firmware-bridge/guard/person-rules.ts';
import { BARE_RESTORE, stateWith } from './bare-state.ts';
import { RULES } from '../../../firmware-bridge/guard/rules.ts';
import { RULE_TABLE } from '../../../firmware-bridge/guard/rule-table.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import { NO_WATCH, type Reading, type WatchState } from '../../../firmware-bridge/guard/watch.ts';
import { HASH, PHONE, facts } from './bench-script.ts';
import { handshaken, permitted } from './places.ts';

const NOW = 100_000;
const ask = (cause: string, state: BenchState) => RULES.find((rule) => rule.cause === cause)?.ask(state, NOW, 0);
const reading = (deviceDc: number, forceCn = 100, ageMs = 0): Reading => ({ atMs: NOW - ageMs, deviceDc, forceCn });
const watching = (watch: Partial<WatchState>): BenchState => stateWith({ watch: { ...NO_WATCH, ...watch } });
const warming = (...deviceDc: readonly number[]): Partial<WatchState> => ({ warmth: deviceDc.map((dc) => reading(dc)) });

test.each(RULES.map((rule) => [rule.cause] as const))('%s is not said of a bench that knows nothing, with a restore or without', (cause) => {
  expect(ask(cause, stateWith({}))).toBeUndefined();
  expect(ask(cause, stateWith({ restore: BARE_RESTORE }))).toBeUndefined();
});

describe('people', () => {
  test('hot: two readings in a row at the limit or above, and the newest is told', () => {
    const hot = (...last: readonly Reading[]) => ask('device-hot', watching({ last }));
    expect(hot(reading(500), reading(513))).toEqual({ deviceDc: 513, limitDc: 500 });
    for (const last of [[reading(499), reading(600)], [reading(600), reading(499)], [reading(600)]]) expect(hot(...last)).toBeUndefined();
  });

  test('force: two readings in a row above the limit, and the newest is told', () => {
    const pressed = (...cn: readonly number[]) => ask('probe-force', watching({ last: cn.map((forceCn) => reading(250, forceCn)) }));
    expect(pressed(1001, 1207)).toEqual({ forceCn: 1207, limitCn: 1000 });
    for (const cn of [[1000, 1300], [1300, 1000], [1300]]) expect(pressed(...cn)).toBeUndefined();
  });

  test('heating: a rise of five degrees to 38 °C is one, a tenth less of either is none', () => {
    const heating = (...dc: readonly number[]) => ask('device-heating', watching(warming(...dc)));
    expect(heating(330, 330, 330, 380, 380, 380)).toEqual({ riseDc: 50, deviceDc: 380, withinMs: DEFAULT_LIMITS.deviceRiseMs });
    expect(heating(331, 331, 331, 380, 380, 380)).toBeUndefined();
    expect(heating(329, 329, 329, 379, 379, 379)).toBeUndefined();
  });

  test.each(['device-hot', 'device-heating'] as const)('%s is over when two fresh readings are more than five degrees below the limit', (code) => {
    const calm = (...last: readonly Reading[]) => isCalmAgain(code, watching({ last }), NOW);
    expect(calm(reading(449), reading(449))).toBe(true);
    for (const last of [[reading(450), reading(449)], [reading(449), reading(450)], [reading(449)], []]) expect(calm(...last)).toBe(false);
    expect(calm(reading(449, 0, 3500), reading(449, 0, 2500))).toBe(true);
    expect(calm(reading(449, 0, 2400), reading(449, 0, 2501))).toBe(false);
  });

  test('heating is not over while it goes on, however cool it is still', () => {
    expect(isCalmAgain('device-heating', watching({ last: [reading(440), reading(440)], ...warming(330, 330, 330, 440, 440, 440) }), NOW)).toBe(false);
  });

  test('force is over at the limit itself; what is not measured here is neither over nor not', () => {
    const calm = (...cn: readonly number[]) => isCalmAgain('probe-force', watching({ last: cn.map((forceCn) => reading(250, forceCn)) }), NOW);
    expect([calm(1000, 1000), calm(1001, 1000), calm(1000, 1001)]).toEqual([true, false, false]);
    expect(isCalmAgain('device-swelling', watching({ last: [reading(250), reading(250)] }), NOW)).toBeUndefined();
  });

  test('an empty bench adds no heat of the air to a stop that stands', () => {
    const bench = handshaken();
    bench.stop();
    for (let count = 0; count < 3; count += 1) bench.power({ device_dc: '900', force_cn: '5000' });
    bench.beat();
    expect(bench.causes).toEqual(['operator-stop']);
  });
});

describe('data', () => {
  const plan = (kind: Plan['kind']): Plan => ({ kind, from: '26.2', to: '26.1', hash: HASH });
  const planned = (kind: Plan['kind'], more: Partial<BenchState['restore'] & object> = {}): Partial<BenchState> =>
    ({ restore: { ...BARE_RESTORE, plan: { value: plan(kind), agreed: 2 }, ...more } });
  const seated = (agreed: number): Partial<BenchState> => ({ device: { value: PHONE, agreed } });

  test('a downgrade says from what to what, and only an update can be one', () => {
    expect(ask('downgrade', stateWith(planned('update')))).toEqual({ from: '26.2', to: '26.1' });
    expect(ask('downgrade', stateWith(planned('erase')))).toBeUndefined();
  });

  test('an erasing plan without consent says to what, as soon as two lines named the device, and not past the point', () => {
    expect(ask('erase-without-consent', stateWith({ ...planned('erase'), ...seated(2) }))).toEqual({ to: '26.1' });
    expect(ask('erase-without-consent', stateWith({ ...planned('erase'), ...seated(1) }))).toBeUndefined();
    expect(ask('erase-without-consent', stateWith({ ...planned('erase', { established: true }), ...seated(2) }))).toBeUndefined();
  });

  test('an erase that nobody planned is one without a permit, unless it was permitted', () => {
    expect(ask('erase-without-permit', stateWith({ restore: { ...BARE_RESTORE, eraseSeen: true, permitted: 'write' } }))).toEqual({});
    expect(ask('erase-without-permit', stateWith({ restore: { ...BARE_RESTORE, eraseSeen: true, permitted: 'erase' } }))).toBeUndefined();
  });

  test('data that nobody can replace meets no erasing plan and no unknown one', () => {
    const flagged = facts({ irreplaceable: [{ device: PHONE }] });
    for (const kind of ['erase', 'unknown'] as const) expect(ask('irreplaceable-erase', stateWith({ ...planned(kind), ...seated(2), facts: flagged }))).toEqual({ kind });
    expect(ask('irreplaceable-erase', stateWith({ ...planned('update'), ...seated(2), facts: flagged }))).toBeUndefined();
  });

  test('a lock needs a device to be one, and somebody who asked for the unlock', () => {
    const asked = facts({ unlocksAsked: [{ device: PHONE }] });
    const locked = { watch: { ...NO_WATCH, locked: true } };
    expect(ask('activation-lock', stateWith({ ...locked, ...seated(1), facts: asked }))).toEqual({});
    expect(ask('activation-lock', stateWith({ ...locked, facts: asked }))).toBeUndefined();
    expect(ask('activation-lock', stateWith({ ...locked, ...seated(1) }))).toBeUndefined();
  });
});

test('what protects people holds without a restore, everything else only within one', () => {
  const asked = (state: BenchState): readonly string[] => RULES.filter((rule) => rule.group === 'person').flatMap((rule) => (rule.ask(state, NOW, 0) === undefined ? [] : [rule.cause]));
  expect(asked(watching({ last: [reading(600, 2000), reading(600, 2000)] }))).toEqual(['device-hot', 'probe-force']);
  expect(new Set(RULES.map((rule) => rule.group))).toEqual(new Set(['person', 'frame', 'data']));
  expect(permitted().state.trip).toBeNull();
});

test('every number that judges a phone, a rig or a person is named by a rule, and a rule names only numbers that there are', () => {
  const named = new Set<string>(RULE_TABLE.flatMap((row) => row.limits));
  /** How fast the guard itself talks, repeats and drills: no rule decides by these. */
  const pace = [
    'heartbeatMs', 'stopAnswerMs', 'stopRepeats', 'helloMs', 'resetAnswerMs', 'powerFreshMs',
    'drillEveryH', 'drillGraceH', 'drillQuietMs', 'drillSettleMs', 'drillArmMs', 'drillLateMs', 'drillRetryMs',
  ];
  expect([...named, ...pace].toSorted()).toEqual(Object.keys(DEFAULT_LIMITS).toSorted());
});
