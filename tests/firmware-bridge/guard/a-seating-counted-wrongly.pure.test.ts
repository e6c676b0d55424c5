/** What a seating is, which of them count together, and how far two may differ: each at its edge. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { describeRemeasure, noteDeviceOut, noteMeasurement, remeasureOf } from '../../../firmware-bridge/guard/remeasure.ts';
import type { Remeasure, Sample, Seating } from '../../../firmware-bridge/guard/frame-state.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import { BARE_RESTORE, stateWith, turnOf } from './bare-state.ts';
import { PHONE } from './bench-script.ts';

const NOW = 100_000;
const OTHER = { model: 'Pixel', serial: '39281FDJH000AB', ecid: null, imei: null };
const KEPT_MS = DEFAULT_LIMITS.remeasureKeptMs;

const lain = (leftUm: number, more: Partial<Seating> = {}): Seating => ({ turned: false, leftUm, rightUm: 50, planeUm: null, twistUm: 0, ...more });
const turned = (leftUm: number, more: Partial<Seating> = {}): Seating => lain(leftUm, { turned: true, ...more });
const entry = (seatings: readonly Seating[], more: Partial<Remeasure> = {}): Remeasure => ({ device: PHONE, seatings, isMeasured: true, isDone: false, leftAtMs: null, ...more });
const seatedWith = (remeasures: readonly Remeasure[], more: Partial<BenchState> = {}): BenchState =>
  stateWith({ seated: true, device: { value: PHONE, agreed: 2 }, remeasures, ...more });
const progress = (...seatings: readonly Seating[]) => describeRemeasure(seatedWith([entry(seatings)]), NOW);

describe('together', () => {
  test('of several pairs the one that differs most is told, and only a turned one beside one as it lies is a pair', () => {
    expect(progress(lain(200), turned(210), lain(290))).toMatchObject({ differUm: 80 });
    expect(progress(turned(100), turned(290), lain(200))).toMatchObject({ differUm: 100 });
    expect(progress(lain(100), lain(290))).toMatchObject({ differUm: null, turned: false, next: 'turn' });
  });

  test.each<[string, Partial<Seating>, Partial<Seating>, number]>([
    ['the right edge', { rightUm: 50 }, { rightUm: 110 }, 60],
    ['twists to the same side', { twistUm: 150 }, { twistUm: 140 }, 10],
    ['twists to opposite sides', { twistUm: 150 }, { twistUm: -140 }, 290],
    ['planes', { planeUm: 120 }, { planeUm: 90 }, 30],
    ['a plane beside none', { planeUm: 120 }, { planeUm: null }, 0],
    ['no plane beside one', { planeUm: null }, { planeUm: 120 }, 0],
    ['no planes', { planeUm: null }, { planeUm: null }, 0],
  ])('%s differ by what lies between them', (_what, first, second, differUm) => {
    expect(progress(lain(200, first), turned(200, second))).toMatchObject({ differUm });
  });

  test('a difference of the uncertainty itself is of one mind, a micrometre more is not', () => {
    expect(progress(lain(150), turned(250), lain(150))).toMatchObject({ differUm: 100, next: 'done' });
    expect(progress(lain(150), turned(251), lain(150))).toMatchObject({ differUm: 101, next: 'clean' });
    expect(progress(lain(150), turned(250))).toMatchObject({ next: 'again' });
  });

  test.each<[string, Partial<Seating>]>([
    ['left edge', { leftUm: 300 }], ['right edge', { rightUm: 300 }], ['plane', { planeUm: 300 }], ['twist', { twistUm: 300 }], ['twist to the other side', { twistUm: -300 }],
  ])('a %s at the hold limit starts the count again', (_what, bent) => {
    expect(progress(lain(200), lain(200, bent), turned(200))).toMatchObject({ count: 1 });
    expect(progress(lain(200), turned(200), lain(200, bent))).toBeNull();
  });
});

describe('asked of', () => {
  test('a device that was never near the limit is free, one that was needs it until it is done, and without a device there is nothing to ask', () => {
    const three = entry([lain(270), turned(270), lain(270)]);
    expect(remeasureOf(seatedWith([]), NOW)).toBe('free');
    expect(remeasureOf(seatedWith([entry([lain(270)])]), NOW)).toBe('needed');
    expect(remeasureOf(seatedWith([three]), NOW)).toBe('done');
    expect(remeasureOf(seatedWith([three], { device: null }), NOW)).toBe('free');
    expect(remeasureOf(seatedWith([{ ...three, device: OTHER }]), NOW)).toBe('free');
  });

  test('past the gate and on a tripped bench nobody is told of it, though it stands', () => {
    const near = entry([lain(270)]);
    expect(describeRemeasure(seatedWith([near]), NOW)).toMatchObject({ count: 1, needed: 3, next: 'turn', forgottenInMs: null });
    for (const zone of ['critical', 'committed'] as const) expect(describeRemeasure(seatedWith([near], { zone, restore: BARE_RESTORE }), NOW)).toBeNull();
  });

  test('until two lines named the next device, the one that was taken out is shown; one never seen to leave is not', () => {
    const left = entry([lain(270)], { isMeasured: false, leftAtMs: NOW - 60_000 });
    const next = (agreed: number) => ({ device: { value: OTHER, agreed } });
    expect(describeRemeasure(seatedWith([left], next(1)), NOW)).toMatchObject({ count: 1, forgottenInMs: KEPT_MS - 60_000 });
    expect(describeRemeasure(seatedWith([left], next(2)), NOW)).toBeNull();
    expect(describeRemeasure(seatedWith([entry([lain(270)])], next(1)), NOW)).toBeNull();
    expect(describeRemeasure(seatedWith([left], { device: null, seated: false }), NOW)).toMatchObject({ next: 'seat' });
  });

  test('a device that comes back from the manager is waited for while it is measured, and shown to nobody before', () => {
    const bent = entry([lain(320)], { isMeasured: false, leftAtMs: NOW - 1000 });
    expect(describeRemeasure(seatedWith([bent]), NOW)).toMatchObject({ count: 0, next: 'wait' });
    expect(describeRemeasure(seatedWith([bent], { seated: false, device: null }), NOW)).toBeNull();
    expect(describeRemeasure(seatedWith([entry([lain(320)])]), NOW)).toBeNull();
  });
});

describe('taken', () => {
  const sample = (index: number, more: Partial<Sample> = {}): Sample => ({
    atMs: NOW - (4 - index) * 100, deviationUm: 270, edge: 'left', leftDeviationUm: 270, rightDeviationUm: 60, planeUm: null, twistUm: 40,
    leftUm: [], rightUm: [], rawUm: [], turned: false, ...more,
  });
  const five = (of: (index: number) => Partial<Sample> = () => ({})): readonly Sample[] => [0, 1, 2, 3, 4].map((index) => sample(index, of(index)));
  const fixture = (noiseUm: number) => ({
    verb: 'FIXTURE' as const, tMs: 0, id: 'F2', probes: 5, spanMm: 147, noiseUm, fullUm: 4000, periodMs: 100, zeroDc: 231, rows: 2, widthMm: 0, zeroUm: null, zeroH: null,
  });
  const measured = (samples: readonly Sample[], more: Partial<BenchState> = {}, noiseUm = 8) => {
    const bare = stateWith({ seated: true, device: { value: PHONE, agreed: 2 }, ...more });
    const turn = turnOf({ ...bare, frame: { ...bare.frame, samples, fixture: fixture(noiseUm) } }, NOW);
    noteMeasurement(turn);
    return turn;
  };
  const seatingsOf = (...args: Parameters<typeof measured>) => measured(...args).state.remeasures[0]?.seatings;

  test('a calm window of five near the limit is a measurement, recorded with what it was', () => {
    const turn = measured(five());
    expect(turn.state.remeasures).toEqual([{ device: PHONE, isMeasured: true, isDone: false, leftAtMs: null, seatings: [{ turned: false, leftUm: 270, rightUm: 60, planeUm: null, twistUm: 40 }] }]);
    expect(turn.effects[0]).toMatchObject({ do: 'keep-latch', kept: { remeasure: [PHONE] } });
    expect(turn.effects.slice(1)).toMatchObject([{ do: 'record', item: { kind: 'note', body: { code: 'chassis-measured', params: { measured: 1, turned: false, verdict: 'review', deviationUm: 270, twistUm: 40 } } } }]);
  });

  test.each<[string, Partial<BenchState>]>([
    ['a permit lives', { permit: { point: 'write', restore: '1', plan: '2' } }], ['the zone is critical', { zone: 'critical' }], ['no phone is seated', { seated: false }],
    ['nobody named the phone', { device: null }], ['one line named the phone', { device: { value: PHONE, agreed: 1 } }],
  ])('none is taken while %s', (_why, more) => {
    expect(measured(five(), more)).toMatchObject({ state: { remeasures: [] }, effects: [] });
  });

  test('four samples are none, nor are five that lie both ways', () => {
    expect(seatingsOf(five().slice(1))).toBeUndefined();
    expect(seatingsOf(five((index) => ({ turned: index === 2 })))).toBeUndefined();
  });

  test('five samples may differ by the uncertainty and no more, each metric for itself', () => {
    const spread = (um: number) => five((index) => ({ deviationUm: index === 1 ? 270 - um : 270 }));
    expect(seatingsOf(spread(100))).toHaveLength(1);
    expect(seatingsOf(spread(101))).toBeUndefined();
    expect(seatingsOf(five((index) => ({ twistUm: index === 1 ? 141 : 40 })))).toBeUndefined();
  });

  test('what the noise of the fixture explains is no outlier, and what it does not explain is one', () => {
    const values = [200, 290, 299, 300, 301];
    const quiet = five((index) => ({ leftDeviationUm: values[index] ?? 0, deviationUm: 290 }));
    expect(seatingsOf(quiet, {}, 40)?.[0]?.leftUm).toBe(299);
    expect(seatingsOf(quiet, {}, 0)?.[0]?.leftUm).toBe(300);
  });

  test('turned, the fixture\'s left is the device\'s right; a plane is kept where there is one', () => {
    expect(seatingsOf(five(() => ({ turned: true, planeUm: 255 })))).toEqual([{ turned: true, leftUm: 60, rightUm: 270, planeUm: 255, twistUm: 40 }]);
  });

  test('in one seating a worse look replaces the last one, a better or equal one changes and records nothing', () => {
    const earlier = [lain(270), turned(260)];
    const worse = measured(five(), { remeasures: [entry([...earlier, lain(100)])] });
    expect(worse.state.remeasures[0]?.seatings).toEqual([...earlier, expect.objectContaining({ leftUm: 270 })]);
    for (const last of [lain(280), lain(310)]) {
      const same = measured(five(), { remeasures: [entry([...earlier, last])] });
      expect(same.state.remeasures[0]?.seatings).toEqual([...earlier, last]);
      expect(same.effects).toEqual([]);
    }
  });

  test('a new seating is one more, and of more than three the oldest counts no longer', () => {
    const again = { isMeasured: false, leftAtMs: NOW - 5000 };
    const taken = measured(five(), { remeasures: [entry([turned(120), lain(265), turned(260)], again)] });
    expect(taken.state.remeasures).toMatchObject([{ isMeasured: true, leftAtMs: null, seatings: [{ leftUm: 265 }, { leftUm: 260 }, { leftUm: 270 }] }]);
    expect(remeasureOf(taken.state, NOW)).toBe('done');
  });

  test('each phone has its own count, and of more than eight the oldest is forgotten', () => {
    const others = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => entry([lain(270)], { device: { ...OTHER, serial: `S${String(n)}` } }));
    const { remeasures } = measured(five(), { remeasures: others }).state;
    expect(remeasures.map((one) => one.device.serial)).toEqual(['S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8', PHONE.serial]);
  });
});

test('the clock of a phone that is out goes on while others come and go', () => {
  const out = entry([lain(270)], { device: OTHER, isMeasured: false, leftAtMs: 40_000 });
  const turn = turnOf(seatedWith([out, entry([lain(270)])]), NOW);
  noteDeviceOut(turn);
  expect(turn.state.remeasures).toEqual([out, entry([lain(270)], { isMeasured: false, leftAtMs: NOW })]);
});
