/** Which samples are judged together, when they stop, and what is shown of them: each at its edge, on samples made by hand. */
import { describe, expect, test } from 'vitest';
import type { Measurement } from '../../../firmware-bridge/contract/bench-status.ts';
import { bendParams, isMeasuredBelow, judgeChassis, measureChassis } from '../../../firmware-bridge/guard/chassis.ts';
import { bentBy, freshMs, freshSamples, holdAtUm, isBent, judgeFrame, takeFixture, takeMiddle, takeProbe } from '../../../firmware-bridge/guard/frame-rule.ts';
import { NO_FRAME, type FrameState, type Sample } from '../../../firmware-bridge/guard/frame-state.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { isWorse, verdictOf, limitsOf } from '../../../firmware-bridge/guard/metrics.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import type { Fixture, Probe } from '../../../firmware-bridge/wire/rig-message.ts';
import { NOW, restoreWith, stateWith } from './bare-state.ts';
import { PHONE } from './bench-script.ts';

const FIXTURE: Fixture = {
  verb: 'FIXTURE', tMs: 0, id: 'F2', probes: 5, spanMm: 147, noiseUm: 8, fullUm: 4000, periodMs: 100, zeroDc: 231, rows: 2, widthMm: 70, zeroUm: 5, zeroH: 3,
};
const FRESH_MS = 300;
const sample = (deviationUm: number, ageMs: number, more: Partial<Sample> = {}): Sample => ({
  atMs: NOW - ageMs, deviationUm, edge: 'left', leftDeviationUm: deviationUm, rightDeviationUm: 10, planeUm: null, twistUm: 0, leftUm: [1, 2], rightUm: [3, 4], rawUm: [], turned: false, ...more,
});
/** Ten a second, the newest now. */
const samplesOf = (values: readonly number[], more: (um: number) => Partial<Sample> = () => ({})): readonly Sample[] =>
  values.map((um, index) => sample(um, (values.length - 1 - index) * 100, more(um)));
const frameOf = (samples: readonly Sample[], more: Partial<FrameState> = {}): FrameState => ({ ...NO_FRAME, fixture: FIXTURE, samples, fault: null, ...more });
const frame = (...values: readonly number[]): FrameState => frameOf(samplesOf(values));
const CALM = [100, 100, 100, 100, 100, 100];
const stops = (...values: readonly number[]): boolean => isBent(frame(...values), NOW, DEFAULT_LIMITS);

describe('it stops', () => {
  test('at one sample above the limit and six sigmas, not at that itself', () => {
    expect([stops(...CALM, 448), stops(...CALM, 449), stops(449, ...CALM)]).toEqual([false, true, false]);
  });

  test('at two of the last three at the hold limit or above that stand two sigmas clear of it together', () => {
    expect([stops(...CALM, 332, 300), stops(...CALM, 331, 300), stops(...CALM, 300, 332), stops(...CALM, 400, 299)]).toEqual([true, false, true, false]);
    expect([stops(...CALM, 330, 100, 330), stops(...CALM, 330, 100, 100, 330), stops(300, ...CALM, 340, 299)]).toEqual([true, false, false]);
  });

  test('at two of the last three above the limit itself, whatever noise the fixture declares', () => {
    const noisy = (...values: readonly number[]): boolean => isBent(frameOf(samplesOf(values), { fixture: { ...FIXTURE, noiseUm: 500 } }), NOW, DEFAULT_LIMITS);
    expect([noisy(...CALM, 400, 400), noisy(...CALM, 401, 398)]).toEqual([true, false]);
  });

  test('at more than half of all that is fresh at the hold limit, and at least two', () => {
    expect([stops(300), stops(300, 300), stops(100, 300, 300), stops(100, 100, 300, 300), stops(100, 100, 300, 300, 300), stops(299, 299, 299)])
      .toEqual([false, true, true, false, true, false]);
  });

  test.each<[string, (um: number) => Partial<Sample>]>([
    ['plane', (um) => ({ deviationUm: 10, planeUm: um })], ['twist', (um) => ({ deviationUm: 10, twistUm: um })], ['twist', (um) => ({ deviationUm: 10, twistUm: -um })],
  ])('each metric for itself: %s', (metric, as) => {
    const by = (um: number): string | undefined => bentBy(frameOf(samplesOf([um, um, um], as)), NOW, DEFAULT_LIMITS);
    expect([by(299), by(300)]).toEqual([undefined, metric]);
  });

  test('a twist counts four probes: six of its own sigmas, twice those of a probe', () => {
    const by = (um: number): string | undefined => bentBy(frameOf(samplesOf([...CALM, um], (twist) => ({ deviationUm: 10, twistUm: twist }))), NOW, DEFAULT_LIMITS);
    expect([by(496), by(497)]).toEqual([undefined, 'twist']);
  });

  test('never on what is too old: two periods and a heartbeat for the newest, three times that for the rest', () => {
    expect(freshMs(FIXTURE, DEFAULT_LIMITS)).toBe(FRESH_MS);
    expect(freshMs({ ...FIXTURE, periodMs: 300 }, DEFAULT_LIMITS)).toBe(DEFAULT_LIMITS.probeFreshMs);
    expect(freshMs(null, DEFAULT_LIMITS)).toBe(DEFAULT_LIMITS.probeFreshMs);
    const kept = (...agesMs: readonly number[]): readonly number[] => freshSamples(frameOf(agesMs.map((ms) => sample(100, ms))), NOW, DEFAULT_LIMITS).map((one) => NOW - one.atMs);
    expect([kept(901, 900, 300), kept(400, 301), kept()]).toEqual([[900, 300], [], []]);
  });

  test('a fixture that was never described has no noise, and its samples are judged all the same', () => {
    expect(bentBy(frameOf(samplesOf([...CALM, 401]), { fixture: null }), NOW, DEFAULT_LIMITS)).toBe('edge');
  });
});

describe('it shows', () => {
  const judged = (...values: readonly number[]): Measurement => judgeFrame(frame(...values), NOW, DEFAULT_LIMITS);
  const shown = (...values: readonly number[]) => [judged(...values).verdict, judged(...values).deviationUm];

  test('the median of the five newest while nothing stops', () => {
    expect([shown(900, 100, 110, 120, 130, 140), shown(100, 100, 100, 100, 200, 200, 200, 200, 200)]).toEqual([['pass', 120], ['pass', 200]]);
    expect([shown(249), shown(250), shown(250, 250, 250, 250, 299)]).toEqual([['pass', 249], ['review', 250], ['review', 250]]);
  });

  test('what stopped it where it was stopped: the newest, the median, or what two of three agree on', () => {
    expect(shown(...CALM, 449)).toEqual(['hold', 449]);
    expect([shown(...CALM, 360, 350, 100), shown(...CALM, 350, 360, 100), shown(...CALM, 300, 332, 100)]).toEqual([['hold', 350], ['hold', 350], ['hold', 300]]);
    expect(shown(340, 330, 320, 310, 300)).toEqual(['hold', 320]);
    expect(shown(310, 310, 310, 100, 290)).toEqual(['hold', 310]);
  });

  test('recovery first only where the median says it too', () => {
    expect([shown(...CALM, 5000), shown(1000, 1000, 1000), shown(999, 999, 999)]).toEqual([['hold', 5000], ['no-restore', 1000], ['hold', 999]]);
  });

  test('the metric that stands worst; of equals the one nearest to its hold; none where none is measured', () => {
    const decided = (edge: number, more: Partial<Sample>) => {
      const { decidedBy, verdict } = judgeFrame(frameOf(samplesOf([edge, edge, edge], () => more)), NOW, DEFAULT_LIMITS);
      return [decidedBy, verdict];
    };
    expect(decided(260, { planeUm: 310, twistUm: 260 })).toEqual(['plane', 'hold']);
    expect(decided(320, { planeUm: 310, twistUm: 330 })).toEqual(['twist', 'hold']);
    expect(decided(320, { planeUm: 310, twistUm: 610 })).toEqual(['twist', 'no-restore']);
    expect(decided(320, { planeUm: null })).toEqual(['edge', 'hold']);
    expect(judgeFrame(frameOf([]), NOW, DEFAULT_LIMITS)).toMatchObject({ decidedBy: null, verdict: 'cannot-measure', deviationUm: null, edge: null, leftUm: [], rightUm: [], ageMs: null });
  });

  test('every metric beside its limits, the residuals, the fixture and the age', () => {
    expect(judgeFrame(frameOf([sample(270, 40.4, { edge: 'right', twistUm: -30 })]), NOW, DEFAULT_LIMITS)).toEqual({
      verdict: 'review', fault: null, deviationUm: 270, edge: 'right', holdAtUm: 300, limitUm: 400, uncertaintyUm: 100, leftUm: [1, 2], rightUm: [3, 4], spanMm: 147, fixture: 'F2',
      ageMs: 40, decidedBy: 'edge', metrics: [
        { metric: 'edge', valueUm: 270, holdAtUm: 300, limitUm: 400, noRestoreAtUm: 1000, verdict: 'review' },
        { metric: 'plane', valueUm: null, holdAtUm: 300, limitUm: 400, noRestoreAtUm: 1000, verdict: null },
        { metric: 'twist', valueUm: 30, holdAtUm: 300, limitUm: 400, noRestoreAtUm: 600, verdict: 'pass' },
      ],
    });
    expect(judgeFrame(frameOf([sample(270, -5)], { fixture: null }), NOW, DEFAULT_LIMITS)).toMatchObject({ ageMs: 0, spanMm: 0, fixture: null });
    expect(holdAtUm(DEFAULT_LIMITS)).toBe(300);
  });

  test('why there is nothing fresh: what was wrong with the last line, lost lines, an old sample, none at all', () => {
    const fault = (samples: readonly Sample[], more: Partial<FrameState>) => judgeFrame(frameOf(samples, more), NOW, DEFAULT_LIMITS);
    const old = [sample(270, 301)];
    expect(fault(old, { fault: 'stuck', linesLost: true }).fault).toBe('stuck');
    expect(fault(old, { linesLost: true }).fault).toBe('gap');
    expect(fault(old, {})).toMatchObject({ fault: 'stale', verdict: 'cannot-measure', deviationUm: 270, ageMs: 301 });
    expect(fault([], {}).fault).toBe('no-sample');
    expect(fault([sample(270, 300)], { fault: 'stuck' }).fault).toBeNull();
  });

  test('verdicts begin at their limits, and what cannot be measured is worse than anything', () => {
    const at = limitsOf('edge', DEFAULT_LIMITS);
    expect([249, 250, 299, 300, 999, 1000].map((um) => verdictOf(um, at))).toEqual(['pass', 'review', 'review', 'hold', 'hold', 'no-restore']);
    const order = ['pass', 'review', 'hold', 'no-restore', 'cannot-measure'] as const;
    for (const [index, verdict] of order.entries()) expect(order.filter((than) => isWorse(verdict, than))).toEqual(order.slice(0, index));
  });
});

describe('it takes', () => {
  const probe = (more: Partial<Probe> = {}): Probe =>
    ({ verb: 'PROBE', tMs: 0, fixture: 'F2', leftUm: [0, 31, 44, 29, 2], rightUm: [1, 28, 39, 30, -1], temperatureDc: 231, turned: false, ...more });
  const taken = (frameBefore: FrameState, more: Partial<Probe> = {}): FrameState => takeProbe(frameBefore, probe(more), NOW, DEFAULT_LIMITS);

  test.each<[string, Partial<Fixture>, boolean]>([
    ['another name', { id: 'F3' }, true], ['another number of probes', { probes: 6 }, true], ['another span', { spanMm: 148 }, true], ['another noise', { noiseUm: 9 }, true],
    ['another range', { fullUm: 5000 }, true], ['another period', { periodMs: 200 }, true], ['another temperature of its zero', { zeroDc: 232 }, true],
    ['another number of rows', { rows: 3 }, true], ['another width', { widthMm: 71 }, true], ['another zero', { zeroUm: 6 }, true],
    ['an older zero', { zeroH: 4 }, false], ['a later line', { tMs: 9 }, false],
  ])('%s of the fixture: what was measured before counts no longer is %s', (_what, more, changed) => {
    const before = frameOf([sample(100, 0)], { repeats: [1], belowHold: 4, lastRaw: { atMs: 0, rawUm: [] }, middle: { verb: 'MID', tMs: 0, fixture: 'F2', middleUm: [] } });
    const after = takeFixture(before, { ...FIXTURE, ...more });
    expect(after.fixture).toEqual({ ...FIXTURE, ...more });
    expect(after).toMatchObject(changed ? { samples: [], fault: 'fixture-changed', repeats: [], belowHold: 0, middle: null, lastRaw: null } : { fault: null, belowHold: 4, samples: [{}] });
  });

  test('the first fixture changes nothing', () => {
    expect(takeFixture(NO_FRAME, FIXTURE)).toEqual({ ...NO_FRAME, fixture: FIXTURE });
  });

  test('a valid sample: the worse edge, with its residuals, and lost lines are forgotten', () => {
    const after = taken(frameOf([], { linesLost: true }), { rightUm: [0, 0, 200, 0, 0], turned: true });
    expect(after).toMatchObject({ fault: null, linesLost: false, belowHold: 1, middle: null, lastRaw: { atMs: NOW } });
    expect(after.samples[0]).toMatchObject({ atMs: NOW, edge: 'right', deviationUm: 200, rightDeviationUm: 200, leftDeviationUm: 44, planeUm: null, turned: true });
    expect(after.samples[0]?.rawUm).toEqual([0, 31, 44, 29, 2, 0, 0, 200, 0, 0]);
    expect(taken(frameOf([]), { rightUm: [0, 31, 44, 29, 2] }).samples[0]?.edge).toBe('left');
  });

  test('nine samples at most, the oldest goes', () => {
    const full = frameOf(samplesOf([1, 2, 3, 4, 5, 6, 7, 8, 9], () => ({ rawUm: [0, 31, 44, 29, 2, 1, 28, 39, 30, -1] })));
    expect(taken(full).samples.map((one) => one.deviationUm)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 44]);
  });

  test('good samples in a row are those below every hold: edge, plane and twist', () => {
    const three = { ...FIXTURE, rows: 3 };
    const run = (more: Partial<Probe>, middleUm: readonly number[] = [0, 30, 40, 30, 0]): number =>
      taken(takeMiddle(frameOf([], { fixture: three, belowHold: 3 }), { verb: 'MID', tMs: 0, fixture: 'F2', middleUm }), more).belowHold;
    expect([run({}), run({ leftUm: [0, 0, 300, 0, 0] }), run({ rightUm: [0, 75, 150, 225, 305] }), run({}, [300, 330, 340, 330, 300])]).toEqual([4, 0, 0, 0]);
  });

  test('a faulty sample is named and leaves the samples as they were', () => {
    const before = frameOf([sample(100, 100)], { belowHold: 2, repeats: [5] });
    expect(taken(before, { fixture: 'F3' })).toMatchObject({ fault: 'fixture-changed', samples: before.samples, repeats: [], belowHold: 2 });
    expect(taken(before, { leftUm: [0, null, 44, 29, 2] })).toMatchObject({ fault: 'missing-probe', lastRaw: null });
  });
});

describe('the chassis of the bench', () => {
  const benchOf = (of: FrameState, more: Partial<BenchState> = {}): BenchState => stateWith({ frame: of, ...more });
  const PERMIT = { point: 'write', restore: '1', plan: '2' } as const;
  const good = frameOf(samplesOf([100, 100, 100]), { belowHold: 3 });
  const zeroed = (zeroUm: number | null, zeroH: number | null): FrameState => ({ ...good, fixture: { ...FIXTURE, zeroUm, zeroH } });

  test('the zero check is asked before a permit and never of a restore that runs', () => {
    const off = zeroed(51, 3);
    expect(measureChassis(benchOf(off), NOW)).toMatchObject({ verdict: 'cannot-measure', fault: 'zero-off', decidedBy: null });
    expect(measureChassis(benchOf(off, { permit: PERMIT }), NOW)).toMatchObject({ verdict: 'pass', fault: null });
    expect(measureChassis(benchOf(off, { zone: 'critical', restore: restoreWith({}) }), NOW)).toMatchObject({ verdict: 'pass', fault: null });
    expect(measureChassis(benchOf({ ...off, samples: [], fault: 'stuck' }), NOW).fault).toBe('stuck');
    const faults = [zeroed(50, 24), zeroed(-50, 24), zeroed(-51, 0), zeroed(0, 25), zeroed(null, null)].map((one) => measureChassis(benchOf(one), NOW).fault);
    expect(faults).toEqual([null, null, 'zero-off', 'zero-old', null]);
    expect(measureChassis(benchOf({ ...good, fixture: null }), NOW).fault).toBeNull();
  });

  test('a permit begins on two good samples that pass, and goes on until nothing is fresh or the rule stops', () => {
    const mayBegin = (of: FrameState): boolean => judgeChassis(benchOf(of), NOW)[0];
    const mayGoOn = (of: FrameState): boolean => judgeChassis(benchOf(of, { permit: PERMIT }), NOW)[0];
    expect([mayBegin(good), mayBegin({ ...good, belowHold: 2 }), mayBegin({ ...good, belowHold: 1 }), mayBegin(frameOf(samplesOf([260, 260]), { belowHold: 2 }))]).toEqual([true, true, false, false]);
    expect([mayGoOn({ ...good, belowHold: 0 }), mayGoOn(frame(290, 290)), mayGoOn(frame(300, 300)), mayGoOn({ ...good, samples: [] })]).toEqual([true, true, false, false]);
  });

  test('the condition tells the metric that decides with its value and hold, or the edges where none does', () => {
    expect(judgeChassis(benchOf(frameOf(samplesOf([100, 100], () => ({ twistUm: -290 })))), NOW)[1]).toEqual({ verdict: 'review', holdAtUm: 300, metric: 'twist', deviationUm: 290 });
    expect(judgeChassis(benchOf(frameOf([])), NOW)[1]).toEqual({ verdict: 'cannot-measure', holdAtUm: 300, metric: 'edge', fault: 'no-sample' });
    expect(judgeChassis(benchOf(frameOf([sample(120, 301)])), NOW)[1]).toEqual({ verdict: 'cannot-measure', holdAtUm: 300, metric: 'edge', deviationUm: 120, fault: 'stale' });
  });

  test('a phone that is measured again begins when it is done and reads below the hold limit, and how far it is stands in the texts', () => {
    const seating = (turned: boolean) => ({ turned, leftUm: 270, rightUm: 60, planeUm: null, twistUm: 0 });
    const again = (of: FrameState, ...ways: readonly boolean[]) => judgeChassis(benchOf({ ...of, belowHold: 2 }, {
      device: { value: PHONE, agreed: 2 }, seated: true, remeasures: [{ device: PHONE, seatings: ways.map(seating), isMeasured: true, isDone: false, leftAtMs: null }],
    }), NOW);
    const near = frame(260, 260);
    expect([again(good, false, true, false)[0], again(near, false, true, false)[0], again(frame(300, 300), false, true, false)[0], again(frameOf([]), false, true, false)[0]]).toEqual([true, true, false, false]);
    expect(again(near, false)).toMatchObject([false, { measured: 1, times: 3, turned: false, next: 'turn' }]);
    expect(again(near, false)[1]).not.toHaveProperty('differUm');
    expect(again(near, false, true)).toMatchObject([false, { measured: 2, turned: true, next: 'again', differUm: 0 }]);
  });

  test('a cause is cleared by fresh good samples without a fault on a fixture whose zero is right, and by nothing less', () => {
    const below = (of: FrameState, atMs = NOW): boolean => isMeasuredBelow(benchOf(of), atMs);
    expect([below(good), below({ ...good, belowHold: 2 }), below(good, NOW + FRESH_MS)]).toEqual([true, true, true]);
    expect([below({ ...good, belowHold: 1 }), below(good, NOW + FRESH_MS + 1), below({ ...good, fault: 'stuck' }), below(zeroed(51, 3))]).toEqual([false, false, false, false]);
  });

  test('a stop tells the metric that stopped with value, hold, limit and edge; a straight chassis tells nothing', () => {
    const twisted = frameOf(samplesOf([310, 310], () => ({ edge: 'right', twistUm: 350, planeUm: 20 })));
    expect(bendParams(benchOf(twisted), NOW)).toEqual({ metric: 'edge', deviationUm: 310, holdAtUm: 300, limitUm: 400, uncertaintyUm: 100, edge: 'right' });
    expect(bendParams(benchOf(frameOf(samplesOf([10, 10], () => ({ twistUm: 350 })))), NOW)).toMatchObject({ metric: 'twist', deviationUm: 350, edge: 'left' });
    expect(bendParams(benchOf(good), NOW)).toBeUndefined();
  });
});
