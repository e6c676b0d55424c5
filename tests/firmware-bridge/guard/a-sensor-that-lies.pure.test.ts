/** Sensor faults on a whole bench: each is named, each means "cannot measure" and withholds, and one faulty sample ends no live permit. */
import { expect, test } from 'vitest';
import type { SensorFault } from '../../../firmware-bridge/contract/interlock.ts';
import { measureChassis } from '../../../firmware-bridge/guard/chassis.ts';
import type { BenchScript, Fields } from './bench-script.ts';
import { critical, permitted, restoring } from './places.ts';

const row = (...heights: readonly (number | string)[]): string => heights.join(',');

/** What a sensor does wrong in the sample with this number. */
type Lie = (sample: number) => Fields;

const LIES: Readonly<Record<string, readonly [SensorFault, Lie]>> = {
  'a probe that gives nothing': ['missing-probe', () => ({ l_um: row(0, 'x', 44, 29, 2) })],
  'a probe too few': ['missing-probe', () => ({ l_um: row(0, 31, 44, 29) })],
  'a converter at its end, 12 bits': ['rail-value', () => ({ l_um: row(0, 31, 4095, 29, 2) })],
  'a ranging chip that sees nothing': ['rail-value', () => ({ r_um: row(1, 28, 8190, 30, -1) })],
  'a converter at its end, 23 bits': ['rail-value', () => ({ r_um: row(1, 28, 8_388_607, 30, -1) })],
  'a probe at its stop': ['rail-value', () => ({ l_um: row(0, 31, -4000, 29, 2) })],
  'a row of zeros': ['rail-value', () => ({ l_um: row(0, 0, 0, 0, 0) })],
  'a probe that jumps about': ['impossible-rate', (sample) => ({ l_um: row(0, 31, sample % 2 === 0 ? 3500 : -3500, 29, 2) })],
  'a probe that does not move': ['stuck', (sample) => ({ l_um: row(sample % 3, 31, 44 + (sample % 2), 29 + (sample % 3), sample % 2) })],
  'another fixture': ['fixture-changed', () => ({ fixture: 'F3' })],
  'a fixture that warmed': ['fixture-moved-with-temperature', () => ({ temp_dc: '282' })],
};

const judged = (bench: BenchScript): unknown => {
  const { verdict, fault } = measureChassis(bench.state, bench.nowMs);
  return { verdict, fault };
};

/** Rounds with this sample instead of the bench's own. */
function lie(bench: BenchScript, lying: Lie, rounds: number): void {
  for (let sample = 0; sample < rounds; sample += 1) {
    bench.pass(100);
    bench.power();
    bench.sample(lying(sample));
    bench.beat();
  }
}

test.each(Object.entries(LIES))('%s is named, is no measurement and gets no permit', (_name, [fault, lying]) => {
  const bench = restoring();
  bench.phase('unpack');
  lie(bench, lying, 24);
  expect(judged(bench)).toEqual({ verdict: 'cannot-measure', fault });
  bench.say('PLAN', bench.plan ?? {});
  bench.say('PLAN', bench.plan ?? {});
  lie(bench, (sample) => lying(24 + sample), 4);
  expect(bench.state).toMatchObject({ permit: null, trip: null });
  expect(bench.state.permissives.filter((one) => !one.ok).map((one) => one.id)).toEqual(['frame-measured']);
  // A sensor that is well again is believed again.
  bench.run(500);
  expect(bench.state.permit).not.toBeNull();
});

test.each(Object.entries(LIES).filter(([, [fault]]) => fault !== 'stuck'))('one sample like that ends no live permit in critical, ten of them stop: %s', (_name, [fault, lying]) => {
  const bench = critical();
  lie(bench, lying, 1);
  bench.run(300);
  expect(bench.state.trip).toBeNull();
  expect(bench.state.permit).not.toBeNull();
  lie(bench, lying, 10);
  expect(bench.causes[0]).toBe('cannot-measure');
  expect(bench.state.trip?.trip.causes[0]?.params).toMatchObject({ verdict: 'cannot-measure', fault });
});

test('a probe that speaks in another unit says nothing: its line is void, and there is no measurement', () => {
  const bench = restoring();
  bench.run(100);
  for (let round = 0; round < 8; round += 1) {
    bench.pass(100);
    if (round % 4 === 0) bench.say('PROBE', { fixture: 'F2', l_mm: row(0, 31, 44, 29, 2), r_mm: row(1, 28, 39, 30, -1), temp_dc: '238' });
    bench.power();
    bench.beat();
  }
  expect(bench.state).toMatchObject({ permit: null, trip: null });
  expect(measureChassis(bench.state, bench.nowMs).verdict).toBe('cannot-measure');
});

test('a chassis that really snaps is believed at the second sample, and stopped', () => {
  const bench = permitted();
  bench.pass(100);
  bench.sample({ l_um: row(0, 31, 3544, 29, 2) });
  expect(bench.state.frame.fault).toBe('impossible-rate');
  expect(bench.state.trip).toBeNull();
  bench.pass(100);
  bench.sample({ l_um: row(1, 32, 3541, 30, 2) });
  expect(bench.causes[0]).toBe('device-frame-bent');
});

test('one reading that jumped and came back is left out, and nothing follows from it', () => {
  const bench = critical();
  lie(bench, () => ({ l_um: row(0, 31, 3544, 29, 2) }), 1);
  bench.run(1000);
  expect(bench.state.trip).toBeNull();
  expect(measureChassis(bench.state, bench.nowMs)).toMatchObject({ verdict: 'pass' });
});

test('lines that were lost are named as what they are: a gap, not an old reading', () => {
  const bench = restoring();
  bench.run(300);
  for (let round = 0; round < 6; round += 1) {
    bench.pass(100);
    bench.line('PROBE', { fixture: 'F2' });
    bench.beat();
  }
  expect(judged(bench)).toEqual({ verdict: 'cannot-measure', fault: 'gap' });
  const quiet = restoring();
  quiet.run(300);
  for (let round = 0; round < 6; round += 1) {
    quiet.pass(100);
    quiet.beat();
  }
  expect(judged(quiet)).toEqual({ verdict: 'cannot-measure', fault: 'stale' });
});

test('a middle row lost with a line is a gap; the next whole sample is taken', () => {
  const bench = restoring();
  bench.fixture({ rows: '3' });
  bench.middle = '3,35,49,33,4';
  bench.run(300);
  bench.middle = null;
  bench.line('MID', { fixture: 'F2', m_um: '3,35,49,33,4' });
  bench.sample();
  expect(bench.state.frame.fault).toBe('gap');
  bench.middle = '3,35,49,33,4';
  bench.nowMs += 100;
  bench.sample();
  expect(bench.state.frame).toMatchObject({ fault: null, linesLost: false });
});

test.each([
  ['a zero check out of its limits', { zero_um: '-51' }, 'zero-off'],
  ['a zero check of yesterday', { zero_um: '12', zero_h: '25' }, 'zero-old'],
] as const)('%s withholds a permit, and touches no restore that runs', (_name, told, fault) => {
  const bench = restoring();
  bench.fixture(told);
  bench.run(800);
  expect(judged(bench)).toEqual({ verdict: 'cannot-measure', fault });
  expect(bench.state).toMatchObject({ permit: null, trip: null });
  bench.fixture({ zero_um: '12', zero_h: '2' });
  bench.run(600);
  expect(bench.state.permit).not.toBeNull();

  const running = critical();
  running.fixture(told);
  running.run(1000);
  expect(running.state).toMatchObject({ trip: null, permit: { point: 'write' } });
});

test('a zero check at its limits is fine, and its age alone makes no other fixture', () => {
  const bench = restoring();
  bench.fixture({ zero_um: '50', zero_h: '24' });
  bench.run(600);
  expect(bench.state.permit).not.toBeNull();
  const samples = bench.state.frame.samples.length;
  bench.fixture({ zero_um: '50', zero_h: '24' });
  expect(bench.state.frame.samples).toHaveLength(samples);
  bench.fixture({ zero_um: '49', zero_h: '0' });
  expect(bench.state.frame).toMatchObject({ samples: [], fault: 'fixture-changed' });
});
