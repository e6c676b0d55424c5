/** Signs, boundaries and ties of the measurement: where a rule that is nearly right would decide otherwise. */
import { expect, test } from 'vitest';
import type { RemeasureProgress, Measurement } from '../../../firmware-bridge/contract/bench-status.ts';
import { measureChassis } from '../../../firmware-bridge/guard/chassis.ts';
import { judgeFrame, takeFixture, takeProbe } from '../../../firmware-bridge/guard/frame-rule.ts';
import { NO_FRAME, type FrameState } from '../../../firmware-bridge/guard/frame-state.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { robustMedian } from '../../../firmware-bridge/guard/robust.ts';
import type { Fixture, Probe } from '../../../firmware-bridge/wire/rig-message.ts';
import type { BenchScript, Fields } from './bench-script.ts';
import { handshaken, permitted } from './places.ts';

const FIXTURE: Fixture = {
  verb: 'FIXTURE', tMs: 0, id: 'F2', probes: 5, spanMm: 147, noiseUm: 8, fullUm: 9999, periodMs: 100, zeroDc: 231, rows: 2, widthMm: null, zeroUm: null, zeroH: null,
};
const RIGHT = [1, 28, 39, 30, -1];
const probe = (leftUm: readonly number[], more: Partial<Probe> = {}): Probe =>
  ({ verb: 'PROBE', tMs: 0, fixture: 'F2', leftUm, rightUm: RIGHT, temperatureDc: 231, turned: false, ...more });
const take = (frame: FrameState, atMs: number, left: readonly number[], more: Partial<Probe> = {}): FrameState => takeProbe(frame, probe(left, more), atMs, DEFAULT_LIMITS);
const first = (left: readonly number[], more: Partial<Probe> = {}, fixture: Partial<Fixture> = {}): FrameState =>
  take(takeFixture(NO_FRAME, { ...FIXTURE, ...fixture }), 0, left, more);
const GOOD = [0, 31, 44, 29, 2];

test('rails count with either sign, from 12 bits on, and no other number near them does', () => {
  for (const um of [4095, -4095, 8190, 8191, -8191]) expect(first([0, 31, um, 29, 2]).fault, String(um)).toBe('rail-value');
  for (const um of [2047, 4094, 4096, 8189, 8192]) expect(first([0, 31, um, 29, 2]).fault, String(um)).toBeNull();
  expect(first([0, 31, 2 ** 31 - 1, 29, 2], {}, { fullUm: 100_000 }).fault).toBe('rail-value');
});

test('the fixture may be as much colder as warmer', () => {
  const told = [281, 282, 181, 180].map((temperatureDc) => first(GOOD, { temperatureDc }).fault);
  expect(told).toEqual([null, 'fixture-moved-with-temperature', null, 'fixture-moved-with-temperature']);
});

test('a probe is stuck at its twentieth repetition, where the fixture declares more than one step of noise', () => {
  const after = (samples: number, noiseUm: number): FrameState['fault'] => {
    let frame = takeFixture(NO_FRAME, { ...FIXTURE, noiseUm });
    for (let sample = 0; sample < samples; sample += 1) frame = take(frame, sample * 100, GOOD);
    return frame.fault;
  };
  expect([after(20, 8), after(21, 8), after(21, 2), after(40, 1), after(40, 0)]).toEqual([null, 'stuck', 'stuck', null, null]);
});

test('what may change in half a second is more than what may change in a period', () => {
  const bent = [0, 31, 3544, 29, 2];
  expect(take(first(GOOD), 100, bent).fault).toBe('impossible-rate');
  expect(take(first(GOOD), 500, bent).fault).toBeNull();
  expect(take(first(GOOD), 100, [0, 31, 2044, 29, 2]).fault).toBeNull();
  expect(take(first(GOOD), 100, [0, 31, 2045, 29, 2]).fault).toBe('impossible-rate');
});

test('an outlier below is left out like one above', () => {
  expect(robustMedian([10, 99, 100, 101, 102], 8)).toBe(101);
  expect(robustMedian([76, 100, 100, 101, 124], 8)).toBe(100);
});

const peak = (um: number): number[] => [0, 1, um, 1, 0];
const judged = (peaks: readonly number[], rights: readonly number[] = RIGHT): Measurement => {
  const frame = peaks.reduce((state, um, index) => take(state, index * 100, peak(um), { rightUm: rights }), takeFixture(NO_FRAME, FIXTURE));
  return judgeFrame(frame, (peaks.length - 1) * 100, DEFAULT_LIMITS);
};

test('one sample beyond the no-restore limit stops as a hold; recovery comes first when the median says so', () => {
  expect(judged([100, 100, 100, 100, 1200])).toMatchObject({ verdict: 'hold', deviationUm: 1200 });
  expect(judged([1200, 1200, 1200, 1200, 1200]).verdict).toBe('no-restore');
});

test('of two metrics with the same verdict the one nearer to its limit decides; a worse verdict before either', () => {
  const twisted = (um: number): number[] => [0, um / 4, um / 2, (3 * um) / 4, um];
  expect(judged([260, 260, 260], twisted(290))).toMatchObject({ verdict: 'review', decidedBy: 'twist' });
  expect(judged([290, 290, 290], twisted(260))).toMatchObject({ verdict: 'review', decidedBy: 'edge' });
  expect(judged([240, 240, 240], twisted(-260))).toMatchObject({ verdict: 'review', decidedBy: 'twist' });
});

test('a twist the other way round stops too', () => {
  const bench = permitted();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '0,-60,-120,-200,-340' };
  bench.run(400);
  expect(bench.state.trip?.trip.causes[0]?.params).toMatchObject({ metric: 'twist' });
  expect(bench.state.trip?.trip.causes[0]?.params['deviationUm']).toBeGreaterThanOrEqual(330);
});

const progress = (bench: BenchScript): RemeasureProgress | null => measureChassis(bench.state, bench.nowMs).remeasure ?? null;

/** Lies there for so many samples. */
function lie(bench: BenchScript, rows: Fields, samples = 8, more: Fields = {}): void {
  bench.probe = rows;
  bench.hb = { ...bench.hb, seat: '1' };
  for (let sample = 0; sample < samples; sample += 1) {
    bench.pass(100);
    bench.say('DEVICE', bench.device);
    bench.sample(more);
    bench.beat();
  }
}
function takeOut(bench: BenchScript, ms = 300): void {
  bench.hb = { ...bench.hb, seat: '0' };
  bench.run(ms);
}
const rows = (left: number, right: number, corner = 0): Fields =>
  ({ l_um: `0,1,${left},1,0`, r_um: `0,${Math.round(corner / 4)},${right + Math.round(corner / 2)},${Math.round((3 * corner) / 4)},${corner}` });

test.each([
  ['the left edge less when turned', rows(270, 60), rows(60, 150)], ['the left edge more when turned', rows(150, 270), rows(270, 270)],
  ['the right edge', rows(270, 60), rows(180, 270)], ['the twist', rows(270, 60), rows(60, 270, 130)], ['the twist the other way', rows(270, 60), rows(60, 270, -130)],
])('the two ways do not agree: %s', (_name, plain, turned) => {
  const bench = handshaken();
  lie(bench, plain);
  takeOut(bench);
  lie(bench, turned, 8, { turned: '1' });
  expect(progress(bench)).toMatchObject({ next: 'clean', turned: true });
});

test('the two ways agree within the uncertainty, and the plane must agree too', () => {
  const bench = handshaken();
  lie(bench, rows(270, 60));
  takeOut(bench);
  lie(bench, rows(60, 180), 8, { turned: '1' });
  expect(progress(bench)).toMatchObject({ next: 'again' });
  expect(progress(bench)?.differUm).toBeGreaterThan(85);
  const flat = handshaken();
  flat.fixture({ rows: '3' });
  flat.middle = '0,1,270,1,0';
  lie(flat, rows(60, 60));
  expect(progress(flat)).toMatchObject({ count: 1 });
  takeOut(flat);
  flat.middle = '0,1,100,1,0';
  lie(flat, rows(60, 60), 8, { turned: '1' });
  expect(progress(flat)).toMatchObject({ next: 'clean' });
});

test('five samples of which some lie turned are no measurement', () => {
  const bench = handshaken();
  lie(bench, rows(270, 60), 4);
  lie(bench, rows(270, 60), 4, { turned: '1' });
  expect(progress(bench)).toBeNull();
  lie(bench, rows(270, 60), 1, { turned: '1' });
  expect(progress(bench)).toMatchObject({ count: 1 });
});

test('a phone that two lines have not named is not measured, and one that gets worse in its seating is what it got', () => {
  const bench = handshaken();
  bench.hb = { ...bench.hb, seat: '1' };
  bench.probe = rows(270, 60);
  bench.say('DEVICE', bench.device);
  for (let sample = 0; sample < 8; sample += 1) {
    bench.pass(100);
    bench.sample();
    bench.beat();
  }
  expect(progress(bench)).toBeNull();
  lie(bench, rows(270, 60), 2);
  expect(progress(bench)?.count).toBe(1);
  lie(bench, rows(330, 60), 12);
  expect(progress(bench)).toBeNull();
  takeOut(bench);
  lie(bench, rows(270, 60));
  expect(progress(bench)?.count).toBe(1);
});

test('how long the count is kept is told, and goes down', () => {
  const bench = handshaken();
  lie(bench, rows(270, 60));
  takeOut(bench, 300);
  const left = progress(bench)?.forgottenInMs ?? 0;
  expect(left).toBeLessThanOrEqual(15 * 60_000);
  expect(left).toBeGreaterThan(15 * 60_000 - 400);
  bench.run(60_000);
  expect(left - (progress(bench)?.forgottenInMs ?? 0)).toBe(60_000);
});
