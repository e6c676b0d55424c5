/** Simulated with seeds: noise on every probe stops no phone that is below the hold limit, and hides none that is above it. */
import { expect, test } from 'vitest';
import { edgeDeviation } from '../../../firmware-bridge/guard/deviation.ts';
import { isBent, judgeFrame, takeFixture, takeMiddle, takeProbe } from '../../../firmware-bridge/guard/frame-rule.ts';
import { NO_FRAME } from '../../../firmware-bridge/guard/frame-state.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { gaussian, makeRandom } from '../../../firmware-bridge/virtual-rig/random.ts';
import type { Fixture } from '../../../firmware-bridge/wire/rig-message.ts';

const NOISE_UM = 10;
const FIXTURE: Fixture = {
  verb: 'FIXTURE', tMs: 0, id: 'F2', probes: 5, spanMm: 147, noiseUm: NOISE_UM, fullUm: 4000, periodMs: 100, zeroDc: 231, rows: 2, widthMm: null, zeroUm: null, zeroH: null,
};
/** The ways a phone bends: evenly, near the volume keys, with one kink in the middle. */
const SHAPES = { bow: [0, 0.75, 1, 0.75, 0], 'volume keys': [0, 0.8, 1, 0.4, 0], kink: [0, 0.5, 1, 0.5, 0] } as const;
const HERTZ = 10;
const RUNS = 60;

/** Heights of an edge whose deviation is this, without noise. */
function edgeOf(shape: readonly number[], deviationUm: number): readonly number[] {
  const of = edgeDeviation(shape.map((share) => share * 10_000))?.peakToValleyUm ?? 1;
  return shape.map((share) => (share * 10_000 * deviationUm) / of);
}

interface Counted { readonly ours: number; readonly twoOfThree: number; readonly singles: number; readonly permitsInFive: number; readonly latestSample: number }

/** So many runs of so many seconds; how many of them each way of judging would have stopped. */
function count(edge: readonly number[], seconds: number, before: readonly number[] | null = null): Counted {
  const counted = { ours: 0, twoOfThree: 0, singles: 0, permitsInFive: 0, latestSample: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const random = makeRandom(1000 + run);
    const noisy = (heights: readonly number[]): number[] => heights.map((height) => Math.round(height + gaussian(random, NOISE_UM)));
    let frame = takeFixture(NO_FRAME, FIXTURE);
    let last: readonly number[] = [];
    const seen = { ours: false, twoOfThree: false, single: false };
    const warmUp = before === null ? 0 : HERTZ;
    for (let index = 0; index < seconds * HERTZ + warmUp; index += 1) {
      const heights = index < warmUp && before !== null ? before : edge;
      const probe = { verb: 'PROBE', tMs: 0, fixture: 'F2', leftUm: noisy(heights), rightUm: noisy([0, 20, 30, 20, 0]), temperatureDc: 235, turned: false } as const;
      frame = takeProbe(frame, probe, index * 100, DEFAULT_LIMITS);
      if (index < warmUp) continue;
      last = [...last.slice(-2), frame.samples.at(-1)?.deviationUm ?? 0];
      seen.single ||= (last.at(-1) ?? 0) >= 300;
      seen.twoOfThree ||= last.filter((um) => um >= 300).length >= 2;
      if (!seen.ours && isBent(frame, index * 100, DEFAULT_LIMITS)) {
        seen.ours = true;
        counted.latestSample = Math.max(counted.latestSample, index - warmUp + 1);
      }
      if (index === 4 && judgeFrame(frame, index * 100, DEFAULT_LIMITS).verdict !== 'hold') counted.permitsInFive += 1;
    }
    counted.ours += seen.ours ? 1 : 0;
    counted.twoOfThree += seen.twoOfThree ? 1 : 0;
    counted.singles += seen.single ? 1 : 0;
  }
  return counted;
}

test.each(Object.entries(SHAPES))('a phone at 270 µm with 10 µm of noise on each probe, 30 s: stopped in no run (%s)', (_name, shape) => {
  const counted = count(edgeOf(shape, 270), 30);
  expect(counted.ours, JSON.stringify(counted)).toBe(0);
  expect(counted.permitsInFive, JSON.stringify(counted)).toBe(RUNS);
  // What the rule is for: single samples stop nearly every run, and a plain two of three some.
  expect(counted.singles, JSON.stringify(counted)).toBeGreaterThan(0.9 * RUNS);
  expect(counted.twoOfThree, JSON.stringify(counted)).toBeGreaterThan(0);
});

test.each(Object.entries(SHAPES))('a phone that bends from 100 µm is stopped in every run: at 340 µm within 0.4 s, at 310 µm within 2 s (%s)', (_name, shape) => {
  const before = edgeOf(shape, 100);
  const clear = count(edgeOf(shape, 340), 2, before);
  expect(clear.ours, JSON.stringify(clear)).toBe(RUNS);
  expect(clear.latestSample, JSON.stringify(clear)).toBeLessThanOrEqual(4);
  const near = count(edgeOf(shape, 310), 2, before);
  expect(near.ours, JSON.stringify(near)).toBe(RUNS);
});

test('plane and twist at 270 µm with the same noise are stopped in no run of 30 s either', () => {
  let stops = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const random = makeRandom(5000 + run);
    const noisy = (heights: readonly number[]): number[] => heights.map((height) => Math.round(height + gaussian(random, NOISE_UM)));
    let frame = takeFixture(NO_FRAME, { ...FIXTURE, rows: 3 });
    const twist = run % 2 === 0 ? 250 : 0;
    const crown = run % 2 === 0 ? 0 : 250;
    for (let index = 0; index < 300; index += 1) {
      const atMs = index * 100;
      frame = takeMiddle(frame, { verb: 'MID', tMs: atMs, fixture: 'F2', middleUm: noisy([crown, crown + 5, crown + 10, crown + 5, crown]) });
      const rightUm = noisy([0, twist / 4, twist / 2, (3 * twist) / 4, twist]);
      frame = takeProbe(frame, { verb: 'PROBE', tMs: atMs, fixture: 'F2', leftUm: noisy([0, 5, 10, 5, 0]), rightUm, temperatureDc: 235, turned: false }, atMs, DEFAULT_LIMITS);
      if (isBent(frame, atMs, DEFAULT_LIMITS)) stops += 1;
    }
  }
  expect(stops).toBe(0);
});
