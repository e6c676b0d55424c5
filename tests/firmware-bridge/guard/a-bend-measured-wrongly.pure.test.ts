/** Metrology: deviation against numbers worked out by hand, what a faulty sensor may say, when a sample stops, what may be claimed. */
import { expect, test } from 'vitest';
import { PHASES } from '../../../firmware-bridge/contract/interlock.ts';
import { edgeDeviation, median } from '../../../firmware-bridge/guard/deviation.ts';
import { freshMs, isBent, judgeFrame, takeFixture, takeProbe } from '../../../firmware-bridge/guard/frame-rule.ts';
import { DEFAULT_LIMITS, brokenRelation, stopAnswerMsAt, type Limits } from '../../../firmware-bridge/guard/limits.ts';
import { outcomeOf, type Proven } from '../../../firmware-bridge/guard/outcome.ts';
import { NO_FRAME, type FrameState } from '../../../firmware-bridge/guard/frame-state.ts';
import type { Fixture, Probe } from '../../../firmware-bridge/wire/rig-message.ts';

const FIXTURE: Fixture = {
  verb: 'FIXTURE', tMs: 0, id: 'F2', probes: 5, spanMm: 147, noiseUm: 8, fullUm: 4000, periodMs: 100, zeroDc: 231, rows: 2, widthMm: null, zeroUm: null, zeroH: null,
};
const EMPTY = takeFixture(NO_FRAME, FIXTURE);
const probe = (left: readonly (number | null)[], more: Partial<Probe> = {}): Probe =>
  ({ verb: 'PROBE', tMs: 0, fixture: 'F2', leftUm: left, rightUm: [1, 28, 39, 30, -1], temperatureDc: 238, turned: false, ...more });
/** Samples 100 ms apart from 0 on. */
const fed = (...lefts: readonly (readonly (number | null)[])[]): FrameState =>
  lefts.reduce((frame, left, index) => takeProbe(frame, probe(left), index * 100, DEFAULT_LIMITS), EMPTY);
const peak = (um: number): number[] => [0, 0, um, 0, 0];

/** A fixed sequence of uniform numbers, and from it nearly normal ones. */
function noise(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Array.from({ length: 12 }, uniform).reduce((sum, value) => sum + value, -6);
}

test('deviation is peak to valley from the least-squares line', () => {
  // A straight, tilted edge has none.
  expect(edgeDeviation([0, 10, 20, 30, 40])).toEqual({ peakToValleyUm: 0, residualsUm: [0, 0, 0, 0, 0] });
  // Three probes: mean 100, slope 0, residuals -100, 200, -100.
  expect(edgeDeviation([0, 300, 0])).toEqual({ peakToValleyUm: 300, residualsUm: [-100, 200, -100] });
  // Five probes: mean 20, slope (−2·0 −1·0 +0·0 +1·0 +2·100)/10 = 20, line −20, 0, 20, 40, 60.
  expect(edgeDeviation([0, 0, 0, 0, 100])).toEqual({ peakToValleyUm: 80, residualsUm: [20, 0, -20, -40, 40] });
  // Four probes: mean 25, slope (−1.5·0 −0.5·100 +0.5·0 +1.5·0)/5 = −10, line 40, 30, 20, 10.
  expect(edgeDeviation([0, 100, 0, 0])).toEqual({ peakToValleyUm: 110, residualsUm: [-40, 70, -20, -10] });
  expect(edgeDeviation([1, 2])).toBeUndefined();
});

test('the middle of an even count errs towards a stop', () => {
  expect([median([]), median([5]), median([1, 9]), median([9, 1, 5])]).toEqual([undefined, 5, 9, 5]);
});

test('two of three above the hold limit stop, one does not, one far above the limit does', () => {
  expect(isBent(fed(peak(300)), 0, DEFAULT_LIMITS)).toBe(false);
  expect(isBent(fed(peak(300), peak(0), peak(0)), 200, DEFAULT_LIMITS)).toBe(false);
  expect(isBent(fed(peak(300), peak(0), peak(300)), 200, DEFAULT_LIMITS)).toBe(true);
  expect(isBent(fed(peak(299), peak(299), peak(299)), 200, DEFAULT_LIMITS)).toBe(false);
  expect(isBent(fed(peak(448)), 0, DEFAULT_LIMITS)).toBe(false);
  expect(isBent(fed(peak(449)), 0, DEFAULT_LIMITS)).toBe(true);
});

test('two of three must stand clear of the noise on average; what does not is stopped by most of the last 0.9 s', () => {
  const straight = Array.from({ length: 9 }, () => peak(100));
  const after = (...peaks: readonly number[]): boolean => isBent(fed(...straight, ...peaks.map(peak)), (8 + peaks.length) * 100, DEFAULT_LIMITS);
  // The mean of the two must reach 300 + 2 × 8.
  expect([after(316, 316), after(315, 316), after(332, 300), after(331, 300), after(400, 299)]).toEqual([true, false, true, false, false]);
  expect([after(332, 100, 332), after(332, 100, 100, 332)]).toEqual([true, false]);
  // Near the limit: five of nine.
  expect([after(305, 305, 305, 305), after(305, 305, 305, 305, 305)]).toEqual([false, true]);
  expect([after(305, 100, 305, 100, 305, 100, 305, 100), after(305, 100, 305, 100, 305, 100, 305, 100, 305)]).toEqual([false, true]);
});

test('a phone at 270 µm with 10 µm of noise is stopped in no run of 30 s, where single samples would stop it in each', () => {
  const gauss = noise(7);
  let singles = 0;
  for (let run = 0; run < 10; run += 1) {
    let frame = takeFixture(NO_FRAME, { ...FIXTURE, noiseUm: 10 });
    let single = false;
    for (let index = 0; index < 300; index += 1) {
      const wobble = Math.round(gauss() * 10);
      const still = (place: number): number => (index + place) % 2;
      const left = [still(0), still(1), 270 + wobble, still(2), still(3)];
      frame = takeProbe(frame, probe(left, { rightUm: [0, 1, 2, 3, 4].map(still) }), index * 100, DEFAULT_LIMITS);
      expect(frame.fault).toBeNull();
      single ||= (frame.samples.at(-1)?.deviationUm ?? 0) >= 300;
      expect(isBent(frame, index * 100, DEFAULT_LIMITS)).toBe(false);
    }
    singles += single ? 1 : 0;
  }
  expect(singles).toBeGreaterThan(0);
});

const FAULTS: Readonly<Record<string, readonly [FrameState, string]>> = {
  'rail value': [fed([0, 31, 4000, 29, 2]), 'rail-value'],
  'converter at its end': [takeProbe(takeFixture(NO_FRAME, { ...FIXTURE, fullUm: 9999 }), probe([0, 31, 8191, 29, 2]), 0, DEFAULT_LIMITS), 'rail-value'],
  'missing probe': [fed([0, null, 44, 29, 2]), 'missing-probe'],
  'too few probes': [fed([0, 31]), 'too-few-probes'],
  'fewer than the fixture has': [fed([0, 31, 44]), 'missing-probe'],
  'other fixture': [takeProbe(EMPTY, probe([0, 31, 44, 29, 2], { fixture: 'F3' }), 0, DEFAULT_LIMITS), 'fixture-changed'],
  'no fixture': [takeProbe(NO_FRAME, probe([0, 31, 44, 29, 2]), 0, DEFAULT_LIMITS), 'fixture-unknown'],
  'fixture warmed': [takeProbe(EMPTY, probe([0, 31, 44, 29, 2], { temperatureDc: 282 }), 0, DEFAULT_LIMITS), 'fixture-moved-with-temperature'],
  'zero moved': [takeFixture(fed([0, 31, 44, 29, 2]), { ...FIXTURE, zeroDc: 240 }), 'fixture-changed'],
  'stuck': [fed(...Array.from({ length: 22 }, () => [0, 31, 44, 29, 2])), 'stuck'],
};

test.each(Object.entries(FAULTS))('a faulty sensor is never fine: %s', (_name, [frame, fault]) => {
  expect(frame.fault).toBe(fault);
  const later = judgeFrame(frame, 5000, DEFAULT_LIMITS);
  expect(later.verdict).toBe('cannot-measure');
});

test('a fixture without noise may repeat itself', () => {
  let frame = takeFixture(NO_FRAME, { ...FIXTURE, noiseUm: 1 });
  for (let index = 0; index < 40; index += 1) frame = takeProbe(frame, probe([0, 31, 44, 29, 2]), index * 100, DEFAULT_LIMITS);
  expect(frame.fault).toBeNull();
});

test('a sample is fresh for two periods and a heartbeat, at most half a second', () => {
  expect(freshMs(FIXTURE, DEFAULT_LIMITS)).toBe(300);
  expect(freshMs({ ...FIXTURE, periodMs: 400 }, DEFAULT_LIMITS)).toBe(500);
  const frame = fed(peak(10), peak(12), peak(11));
  expect(judgeFrame(frame, 500, DEFAULT_LIMITS).verdict).toBe('pass');
  expect(judgeFrame(frame, 501, DEFAULT_LIMITS)).toMatchObject({ verdict: 'cannot-measure', fault: 'stale' });
  expect(isBent(fed(peak(900), peak(900)), 401, DEFAULT_LIMITS)).toBe(false);
});

test('verdicts at their limits', () => {
  const verdict = (um: number): string => judgeFrame(fed(peak(um), peak(um), peak(um)), 200, DEFAULT_LIMITS).verdict;
  expect([249, 250, 299, 300, 400, 999, 1000].map(verdict)).toEqual(['pass', 'review', 'review', 'hold', 'hold', 'hold', 'no-restore']);
});

test('the outcome claims no more than was proved, for every phase', () => {
  const proven = (more: Partial<Proven>): Proven => ({ phase: 'unpack', answered: true, written: false, eraseSeen: false, erasing: false, result: null, ...more });
  const safe = new Set(['idle', 'prepare', 'unpack', 'verify', 'recovery']);
  for (const phase of PHASES) {
    expect(outcomeOf(proven({ phase })), phase).toBe(safe.has(phase) ? 'intact' : phase === 'erase' ? 'destroying' : 'unknown');
    expect(outcomeOf(proven({ phase, answered: false })), phase).not.toBe('intact');
    expect(outcomeOf(proven({ phase, written: true })), phase).not.toBe('intact');
    expect(outcomeOf(proven({ phase, erasing: true })), phase).toMatch(/^destroy/);
    expect(outcomeOf(proven({ phase, erasing: true, result: 'kept' })), phase).not.toBe('kept');
  }
  expect(outcomeOf(proven({ result: 'kept' }))).toBe('kept');
  expect(outcomeOf(proven({ result: 'erased' }))).toBe('destroyed');
  expect(outcomeOf(proven({ phase: 'write', erasing: true }))).toBe('destroyed');
  expect(outcomeOf(proven({ eraseSeen: true }))).toBe('unknown');
});

test('limits that would break the interlock are refused by name', () => {
  expect(brokenRelation(DEFAULT_LIMITS)).toBeUndefined();
  const wrong: readonly Partial<Limits>[] = [
    { permitTtlMs: 299 }, { permitTtlMs: 600 }, { silenceSafeMs: 400 }, { frameUncertaintyUm: 0 }, { frameUncertaintyUm: 400 }, { frameReviewUm: 301 },
    { frameNoRestoreUm: 400 }, { probeFreshMs: 501 }, { corruptInRow: 1 }, { corruptOf50: 2 },
    { permitTtlMs: Number.NaN }, { frameLimitUm: Number.NaN }, { probeFreshMs: Number.NaN },
  ];
  for (const change of wrong) expect(brokenRelation({ ...DEFAULT_LIMITS, ...change }), JSON.stringify(change)).toBeTypeOf('string');
  expect(stopAnswerMsAt(115_200)).toBe(62);
});
