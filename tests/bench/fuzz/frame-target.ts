/**
 * The rule of the bent device frame with any numbers: no sample that a faulty sensor could have made counts, no deviation
 * is told smaller than it is, and "pass" is said only of fresh samples. The deviation is computed again in whole numbers.
 */
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { freshMs, holdAtUm, isBent, judgeFrame, takeFixture, takeMiddle, takeProbe } from '../../../firmware-bridge/guard/frame-rule.ts';
import { NO_FRAME } from '../../../firmware-bridge/guard/frame-state.ts';
import type { FrameState, Sample } from '../../../firmware-bridge/guard/frame-state.ts';
import type { Fixture, Middle, Probe } from '../../../firmware-bridge/wire/rig-message.ts';
import { count, pick, promise, whole } from './target.ts';
import type { Tally, Target } from './target.ts';
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';

type Heights = readonly (number | null)[];
type Said = readonly ['F', ...Parameters<typeof fixtureOf>] | readonly ['P', id: string, left: Heights, right: Heights, temperatureDc: number, afterMs: number, middle: Heights | null];

const LATE_MS = 10_000;
const SAMPLES_MAX = 32;
const LARGE = [-9_999_999_999, 9_999_999_999, 8190, 8191, -8191, 32_767, 65_535, 8_388_607, 4000, 3999, -4000, 1e6, 0, -1, 1, 300, 399, 400, 401, 1000];

const fixtureOf = (id: string, probes: number, noiseUm: number, fullUm: number, periodMs: number, zeroDc: number, rows: number): Fixture =>
  ({ verb: 'FIXTURE', tMs: 0, id, probes, spanMm: 147, noiseUm, fullUm, periodMs, zeroDc, rows, widthMm: null, zeroUm: null, zeroH: null });

/** Largest minus smallest distance from the least-squares line, by whole numbers up to the last division. */
export function peakToValley(heights: readonly number[]): number {
  const count = heights.length;
  // Places doubled, so that they are whole: −(n−1), −(n−3) … n−1.
  const places = heights.map((_height, index) => 2 * index - (count - 1));
  const spread = places.reduce((sum, place) => sum + place * place, 0);
  const total = heights.reduce((sum, height) => sum + height, 0);
  const moment = heights.reduce((sum, height, index) => sum + (places[index] ?? 0) * height, 0);
  const scaled = heights.map((height, index) => count * spread * height - spread * total - count * moment * (places[index] ?? 0));
  return (Math.max(...scaled) - Math.min(...scaled)) / (count * spread);
}

/** The same from the least-squares plane of three rows; places across are −1, 0 and 1, and the two slopes do not meet. */
export function peakToValleyOfPlane(rows: readonly [readonly number[], readonly number[], readonly number[]]): number {
  const along = rows[0].length;
  const places = rows[0].map((_height, index) => 2 * index - (along - 1));
  const points = rows.flatMap((row, across) => row.map((height, index) => [height, across - 1, places[index] ?? 0] as const));
  const sum = (value: (point: (typeof points)[number]) => number): number => points.reduce((total, point) => total + value(point), 0);
  const [count, bySide, byLength] = [points.length, sum(([, side]) => side * side), sum(([, , place]) => place * place)];
  const [total, sideMoment, lengthMoment] = [sum(([height]) => height), sum(([height, side]) => height * side), sum(([height, , place]) => height * place)];
  const scaled = points.map(([height, side, place]) =>
    height * count * bySide * byLength - total * bySide * byLength - sideMoment * side * count * byLength - lengthMoment * place * count * bySide);
  return (Math.max(...scaled) - Math.min(...scaled)) / (count * bySide * byLength);
}

function isUsable(fixture: Fixture | null, said: Extract<Said, readonly ['P', ...unknown[]]>): boolean {
  const [, id, left, right, temperatureDc, , middle] = said;
  if (fixture === null || id !== fixture.id || left.length !== fixture.probes || right.length !== fixture.probes || fixture.probes < 3) return false;
  if (Math.abs(temperatureDc - fixture.zeroDc) > DEFAULT_LIMITS.fixtureDriftDc) return false;
  if (fixture.rows === 3 && middle?.length !== fixture.probes) return false;
  return [...left, ...right, ...(fixture.rows === 3 ? middle ?? [] : [])].every((height) => height !== null && Math.abs(height) < fixture.fullUm);
}

function checkJudgement(frame: FrameState, nowMs: number, tally: Tally): void {
  const judged = judgeFrame(frame, nowMs, DEFAULT_LIMITS);
  const newest = frame.samples.at(-1);
  const isFresh = newest !== undefined && nowMs - newest.atMs <= freshMs(frame.fixture, DEFAULT_LIMITS);
  const bent = isBent(frame, nowMs, DEFAULT_LIMITS);
  count(tally, judged.verdict);
  promise(isFresh || judged.verdict === 'cannot-measure', 'without a fresh sample nothing is judged');
  promise(!bent || judged.verdict === 'hold' || judged.verdict === 'no-restore', 'what is bent is held');
  promise(judged.deviationUm === null || Number.isFinite(judged.deviationUm), 'the deviation is a number');
  const recent = isFresh ? frame.samples.filter((sample) => nowMs - sample.atMs <= 3 * freshMs(frame.fixture, DEFAULT_LIMITS)) : [];
  const isOver = (sample: Sample): boolean => sample.deviationUm >= holdAtUm(DEFAULT_LIMITS);
  const over = recent.filter(isOver).length;
  promise(bent || over < 2 || 2 * over <= recent.length, 'two and more than half above the hold limit are bent');
  const clearUm = 12 * (frame.fixture?.noiseUm ?? 0);
  promise(bent || !isFresh || newest.deviationUm <= DEFAULT_LIMITS.frameLimitUm + clearUm, 'one far above the limit is bent');
  const pair = recent.slice(-2);
  promise(bent || pair.length < 2 || pair.some((sample) => sample.deviationUm < holdAtUm(DEFAULT_LIMITS) + clearUm), 'two clear above the hold limit are bent');
  promise(judgeFrame(frame, nowMs + LATE_MS, DEFAULT_LIMITS).verdict === 'cannot-measure', 'what was measured long ago judges nothing');
}

function takeOne(frame: FrameState, said: Extract<Said, readonly ['P', ...unknown[]]>, atMs: number, tally: Tally): FrameState {
  const [, fixture, leftUm, rightUm, temperatureDc, , middleUm] = said;
  const middle: Middle | null = middleUm === null ? null : { verb: 'MID', tMs: atMs, fixture, middleUm };
  const probe: Probe = { verb: 'PROBE', tMs: atMs, fixture, leftUm, rightUm, temperatureDc, turned: false };
  const after = takeProbe(middle === null ? frame : takeMiddle(frame, middle), probe, atMs, DEFAULT_LIMITS);
  const newest = after.samples.at(-1);
  const isTaken = newest !== undefined && newest !== frame.samples.at(-1);
  promise(after.samples.length <= SAMPLES_MAX, 'the samples kept are few');
  promise(isTaken === (after.fault === null), 'a sample is taken or its fault is named');
  if (!isTaken) {
    promise(after.belowHold <= frame.belowHold, 'a faulty sample is no good one');
    return after;
  }
  count(tally, 'samples taken');
  promise(isUsable(frame.fixture, said), 'no sample of a faulty sensor is taken');
  const deviationUm = Math.max(peakToValley(leftUm as readonly number[]), peakToValley(rightUm as readonly number[]));
  promise(newest.deviationUm >= deviationUm - 1 && Number.isFinite(newest.deviationUm), 'no deviation is told smaller than it is');
  if (frame.fixture?.rows === 3) {
    count(tally, 'planes');
    const planeUm = peakToValleyOfPlane([leftUm, middleUm, rightUm] as [number[], number[], number[]]);
    promise(Math.abs((newest.planeUm ?? 0) - planeUm) <= 1, 'the plane is that of the three rows');
  }
  promise(newest.deviationUm < holdAtUm(DEFAULT_LIMITS) || after.belowHold === 0, 'a sample above the hold limit begins the count anew');
  return after;
}

export function checkFrame(input: string, tally: Tally): void {
  let frame: FrameState = NO_FRAME;
  let nowMs = 1000;
  for (const said of JSON.parse(input) as Said[]) {
    if (said[0] === 'F') {
      const [, ...parts] = said;
      frame = takeFixture(frame, fixtureOf(...parts));
    } else {
      nowMs += said[5];
      frame = takeOne(frame, said, nowMs, tally);
    }
    checkJudgement(frame, nowMs, tally);
  }
}

const fixture = (random: Random): Said => (random() < 0.7 ? ['F', 'F2', 5, 8, 4000, 100, 231, pick(random, [2, 2, 3])]
  : ['F', pick(random, ['F2', 'F3']), pick(random, [1, 2, 3, 4, 5, 6]), pick(random, [0, 1, 8, 1000]), pick(random, [1, 4000, 100_000]), pick(random, [1, 100, 10_000]), pick(random, [-500, 231, 1500]), pick(random, [2, 3])]);

function probe(random: Random): Said {
  const bend = pick(random, [0, 0, 50, 200, 290, 310, 380, 420, 600, 1500]);
  const height = (index: number, size: number): number | null => {
    if (random() < 0.02) return pick(random, [null, ...LARGE]);
    return Math.round(bend * (1 - ((2 * index) / Math.max(1, size - 1) - 1) ** 2)) + whole(random, 20);
  };
  const edge = (): Heights => { const size = random() < 0.93 ? 5 : 1 + whole(random, 6); return Array.from({ length: size }, (_unused, index) => height(index, size)); };
  return ['P', random() < 0.95 ? 'F2' : 'F3', edge(), edge(), random() < 0.95 ? 238 : pick(random, [-500, 181, 281, 282, 1500]), random() < 0.9 ? 100 : pick(random, [0, 1, -50, 249, 300, 301, 500, 5000]), random() < 0.7 ? edge() : null];
}

export const FRAME_RULE: Target = {
  name: 'probe samples', share: 4,
  make: (random) => JSON.stringify(Array.from({ length: 1 + whole(random, 12) }, (_unused, index) => (index === 0 || random() < 0.05 ? fixture(random) : probe(random)))),
  check: checkFrame,
};
