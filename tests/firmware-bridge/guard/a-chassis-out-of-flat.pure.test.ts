/** Plane and twist: numbers worked out by hand, limits of their own, and what a stop for them says. */
import { expect, test } from 'vitest';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { planeDeviationUm, twistUm } from '../../../firmware-bridge/guard/flatness.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { measureChassis } from '../../../firmware-bridge/guard/chassis.ts';
import { robustMedian } from '../../../firmware-bridge/guard/robust.ts';
import type { BenchScript } from './bench-script.ts';
import { permitted, restoring } from './places.ts';

const FLAT = [0, 0, 0];

test('the plane is the least-squares one: tilts cost nothing, a dent and a crown do', () => {
  expect(planeDeviationUm([[0, 10, 20], [5, 15, 25], [10, 20, 30]])).toBe(0);
  // One middle point 90 high: mean 10, no slope; residuals 80 and -10.
  expect(planeDeviationUm([FLAT, [0, 90, 0], FLAT])).toBe(90);
  // One corner 90 high: mean 10, slopes 15 each way; the corner stands 50 above, the middles of its two sides 25 below.
  expect(planeDeviationUm([[90, 0, 0], FLAT, FLAT])).toBe(75);
  // A middle row 60 above both edges: mean 20, so 40 above and 20 below.
  expect(planeDeviationUm([FLAT, [60, 60, 60], FLAT])).toBe(60);
});

test('fewer than 3 × 3 points, or rows that do not match, have no plane', () => {
  expect(planeDeviationUm([FLAT, FLAT])).toBeUndefined();
  expect(planeDeviationUm([[0, 0], [0, 0], [0, 0]])).toBeUndefined();
  expect(planeDeviationUm([FLAT, [0, 0, 0, 0], FLAT])).toBeUndefined();
});

test('twist is the fourth corner over the other three, whatever the tilt and the bow', () => {
  expect(twistUm([0, 500, 0], [0, 500, 0])).toBe(0);
  expect(twistUm([0, 10, 20], [100, 110, 120])).toBe(0);
  expect(twistUm([0, 0, 0], [0, 0, 350])).toBe(350);
  expect(twistUm([0, 0, 350], [0, 0, 0])).toBe(-350);
});

test('a median leaves outliers out, and of two middles takes the larger', () => {
  expect(robustMedian([], 8)).toBeUndefined();
  expect(robustMedian([100, 101, 99, 100, 900], 8)).toBe(100);
  expect(robustMedian([100, 350], 8)).toBe(350);
  expect(robustMedian([100, 100, 350, 350], 8)).toBe(350);
  // 130 is out of reach of 100 ± 3 × 8, so the middle is that of 98, 99, 100 and not of all five.
  expect(robustMedian([98, 99, 100, 130, 140], 8)).toBe(99);
  // Where the noise is larger, nothing is an outlier.
  expect(robustMedian([98, 99, 100, 130, 140], 20)).toBe(100);
});

const twisted = (um: number): BenchScript['probe'] => ({ l_um: '0,31,44,29,2', r_um: `1,${28 + um / 4},${39 + um / 2},${30 + (3 * um) / 4},${um}` });

test('a twisted chassis is stopped at its own limit, and the words say twist', () => {
  const bench = permitted();
  bench.probe = twisted(280);
  bench.run(1500);
  expect(bench.state.trip).toBeNull();
  bench.probe = twisted(340);
  bench.run(500);
  const cause = bench.state.trip?.trip.causes[0];
  expect(cause).toMatchObject({ code: 'device-frame-bent', params: { metric: 'twist', holdAtUm: 300, limitUm: 400, uncertaintyUm: 100 } });
  expect(cause?.params['deviationUm']).toBeGreaterThanOrEqual(300);
  expect(english.causes['device-frame-bent'].what(cause?.params ?? {})).toMatch(/^The chassis of the phone is twisted: one corner stands 3\d\d/);
});

test('one sample trips a twist only above the limit by six times its own noise, which is twice that of a probe', () => {
  for (const [um, trips] of [[490, false], [508, true]] as const) {
    const bench = permitted();
    bench.probe = twisted(um);
    bench.sample();
    expect(bench.state.trip !== null, String(um)).toBe(trips);
  }
});

test('from 600 µm of twist on, recovery comes first, though the edges are straight', () => {
  const bench = restoring();
  bench.hb = { ...bench.hb, restore: 'none', phase: 'idle' };
  bench.plan = null;
  bench.probe = twisted(620);
  bench.run(600);
  const measured = measureChassis(bench.state, bench.nowMs);
  expect(measured).toMatchObject({ verdict: 'no-restore', decidedBy: 'twist' });
  expect(measured.deviationUm).toBeLessThan(120);
  expect(bench.state.trip).toBeNull();
});

/** A fixture with a middle row. */
function threeRows(middle: string | null): BenchScript {
  const bench = restoring();
  bench.fixture({ rows: '3', width_mm: '71' });
  bench.middle = middle;
  return bench;
}

test('a middle row that stands out of the plane withholds, and stops a restore that runs', () => {
  const bench = threeRows('3,35,49,33,4');
  bench.run(700);
  expect(bench.state.permit).not.toBeNull();
  bench.middle = '3,35,549,33,4';
  bench.run(300);
  const cause = bench.state.trip?.trip.causes[0];
  expect(cause?.params).toMatchObject({ metric: 'plane', holdAtUm: 300, limitUm: 400 });
  expect(english.causes['device-frame-bent'].what(cause?.params ?? {})).toMatch(/µm off a flat plane/);
});

test('where the fixture has three rows, a sample without its middle row is no measurement', () => {
  const bench = threeRows(null);
  bench.run(700);
  expect(bench.state).toMatchObject({ permit: null, trip: null });
  expect(measureChassis(bench.state, bench.nowMs)).toMatchObject({ verdict: 'cannot-measure', fault: 'missing-row' });
  bench.middle = '3,35,49,33,4';
  bench.run(400);
  expect(bench.state.permit).not.toBeNull();
});

test('a middle row of another instant or fixture belongs to no sample', () => {
  const bench = threeRows(null);
  for (const wrong of [{ t_ms: String(bench.rigMs - 100) }, { fixture: 'F3' }]) {
    bench.say('MID', { fixture: 'F2', m_um: '3,35,49,33,4', ...('fixture' in wrong ? wrong : {}) });
    if ('t_ms' in wrong) bench.nowMs += 100;
    bench.sample();
    expect(bench.state.frame).toMatchObject({ fault: 'missing-row', samples: [] });
    bench.nowMs += 100;
  }
});

test('a fixture with two rows is judged by edges and twist, and says that the plane is not measured', () => {
  const bench = restoring();
  bench.run(300);
  expect(bench.state.permit).not.toBeNull();
  const plane = measureChassis(bench.state, bench.nowMs).metrics?.find((one) => one.metric === 'plane');
  expect(plane).toEqual({ metric: 'plane', valueUm: null, holdAtUm: 300, limitUm: 400, noRestoreAtUm: DEFAULT_LIMITS.planeNoRestoreUm, verdict: null });
});

test('the limits of a tablet need two lines that name it, and stay while it is seated', () => {
  const wide = { ...DEFAULT_LIMITS, frameLimitUm: 500, frameReviewUm: 350 };
  const bench = restoring();
  bench.state = { ...bench.state, setup: { ...bench.state.setup, models: [{ match: 'ipad', limits: wide }] } };
  const hold = (): number => measureChassis(bench.state, bench.nowMs).holdAtUm;
  bench.say('DEVICE', { ...bench.device, model: 'iPad%20Air' });
  expect(hold()).toBe(300);
  bench.say('DEVICE', { ...bench.device, model: 'iPad%20Air' });
  expect(hold()).toBe(400);
  bench.run(500);
  expect(hold()).toBe(400);
  bench.hb.seat = '0';
  bench.run(300);
  expect(hold()).toBe(300);
});
