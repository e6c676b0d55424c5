/**
 * The rule of the bent device frame: takes probe samples, throws out what a faulty sensor could have said, and judges
 * deviation against the limit with its guard band. "Cannot measure" is never "fine".
 */
import type { Measurement } from '../contract/bench-status.ts';
import type { SensorFault, Verdict } from '../contract/interlock.ts';
import type { Fixture, Probe } from '../wire/rig-message.ts';
import { edgeDeviation, median } from './deviation.ts';
import type { Limits } from './limits.ts';
import type { FrameState, Sample } from './state.ts';

const SAMPLES_KEPT = 5;
const SAMPLES_JUDGED = 3;
const SAMPLES_OVER = 2;
const SIGMAS_FOR_ONE = 6;
/** Raw values that mean a saturated converter or an out-of-range chip, whatever the probe. Source: vendors' drivers. */
const RAILS: ReadonlySet<number> = new Set([8190, 8191, 32767, 65535, 2097151, 4194303, 8388607]);
/** Identical raw readings in a row that make a probe stuck, where its declared noise would move it. */
const STUCK_SAMPLES = 20;

export const holdAtUm = (limits: Limits): number => limits.frameLimitUm - limits.frameUncertaintyUm;

/** Two periods and one heartbeat, at most the limit: one late line is no fault, two are (ms). */
export function freshMs(fixture: Fixture | null, limits: Limits): number {
  return fixture === null ? limits.probeFreshMs : Math.min(limits.probeFreshMs, 2 * fixture.periodMs + limits.heartbeatMs);
}

export function takeFixture(frame: FrameState, fixture: Fixture): FrameState {
  const changed = frame.fixture !== null && !isSameFixture(frame.fixture, fixture);
  return changed ? { fixture, samples: [], fault: 'fixture-changed', repeats: [], belowHold: 0 } : { ...frame, fixture };
}

/** The same fixture in every respect: another zero or noise makes another measurement, also under the same name. */
const isSameFixture = (a: Fixture, b: Fixture): boolean =>
  a.id === b.id && a.probes === b.probes && a.spanMm === b.spanMm && a.noiseUm === b.noiseUm && a.fullUm === b.fullUm && a.periodMs === b.periodMs
  && a.zeroDc === b.zeroDc;

/** Takes one PROBE line; a faulty sample is discarded and named. `atMs` is when it was measured, in our time. */
export function takeProbe(frame: FrameState, probe: Probe, atMs: number, limits: Limits): FrameState {
  const fault = faultOf(frame, probe, atMs, limits);
  const repeats = fault === null ? repeatsOf(frame, probe) : [];
  const stuck = frame.fixture !== null && frame.fixture.noiseUm > 1 && repeats.some((count) => count >= STUCK_SAMPLES);
  if (fault !== null || stuck) return { ...frame, repeats, fault: fault ?? 'stuck' };
  const left = probe.leftUm as readonly number[];
  const right = probe.rightUm as readonly number[];
  const leftLine = edgeDeviation(left);
  const rightLine = edgeDeviation(right);
  if (leftLine === undefined || rightLine === undefined) return { ...frame, fault: 'too-few-probes' };
  const isLeft = leftLine.peakToValleyUm >= rightLine.peakToValleyUm;
  const sample: Sample = {
    atMs,
    deviationUm: isLeft ? leftLine.peakToValleyUm : rightLine.peakToValleyUm,
    edge: isLeft ? 'left' : 'right',
    leftUm: leftLine.residualsUm,
    rightUm: rightLine.residualsUm,
    rawUm: [...left, ...right],
  };
  const below = sample.deviationUm < holdAtUm(limits);
  return {
    ...frame, repeats, samples: [...frame.samples.slice(1 - SAMPLES_KEPT), sample], fault: null,
    belowHold: below ? frame.belowHold + 1 : 0,
  };
}

function faultOf(frame: FrameState, probe: Probe, atMs: number, limits: Limits): SensorFault | null {
  const { fixture } = frame;
  if (fixture === null) return 'fixture-unknown';
  if (probe.fixture !== fixture.id) return 'fixture-changed';
  const raw = [...probe.leftUm, ...probe.rightUm];
  if (raw.includes(null)) return 'missing-probe';
  if (probe.leftUm.length < 3 || probe.rightUm.length < 3) return 'too-few-probes';
  if (probe.leftUm.length !== fixture.probes || probe.rightUm.length !== fixture.probes) return 'missing-probe';
  if (raw.some((value) => Math.abs(value ?? 0) >= fixture.fullUm || RAILS.has(Math.abs(value ?? 0)))) return 'rail-value';
  if (Math.abs(probe.temperatureDc - fixture.zeroDc) > limits.fixtureDriftDc) return 'fixture-moved-with-temperature';
  return dynamicFault(frame.samples.at(-1), raw as number[], atMs, fixture, limits);
}

/** Noise moves a healthy probe, so the same raw value of one probe over and over means that it is stuck. */
function repeatsOf(frame: FrameState, probe: Probe): readonly number[] {
  const last = frame.samples.at(-1)?.rawUm;
  return [...probe.leftUm, ...probe.rightUm].map((value, index) => (value === last?.[index] ? (frame.repeats[index] ?? 0) + 1 : 0));
}

function dynamicFault(last: Sample | undefined, raw: number[], atMs: number, fixture: Fixture, limits: Limits): SensorFault | null {
  if (last?.rawUm.length !== raw.length) return null;
  const seconds = Math.max(atMs - last.atMs, fixture.periodMs) / 1000;
  const jump = raw.some((value, index) => Math.abs(value - (last.rawUm[index] as number)) > limits.probeRateUmPerS * seconds);
  return jump ? 'impossible-rate' : null;
}

/** True when the deviation must stop a restore: one sample far above the limit, or two of three above the hold limit. */
export function isBent(frame: FrameState, nowMs: number, limits: Limits): boolean {
  const recent = freshSamples(frame, nowMs, limits).slice(-SAMPLES_JUDGED);
  const newest = recent.at(-1);
  if (newest === undefined) return false;
  const certain = limits.frameLimitUm + SIGMAS_FOR_ONE * (frame.fixture?.noiseUm ?? 0);
  if (newest.deviationUm > certain) return true;
  return recent.filter((sample) => sample.deviationUm >= holdAtUm(limits)).length >= SAMPLES_OVER;
}

/** Samples that may be judged together: the last few, none older than the freshness limit times their number. */
function freshSamples(frame: FrameState, nowMs: number, limits: Limits): readonly Sample[] {
  const newest = frame.samples.at(-1);
  if (newest === undefined || nowMs - newest.atMs > freshMs(frame.fixture, limits)) return [];
  return frame.samples.filter((sample) => nowMs - sample.atMs <= SAMPLES_JUDGED * freshMs(frame.fixture, limits));
}

/** The judgement now, with everything a screen needs to show the number beside its limit. */
export function judgeFrame(frame: FrameState, nowMs: number, limits: Limits): Measurement {
  const newest = frame.samples.at(-1);
  const recent = freshSamples(frame, nowMs, limits).slice(-SAMPLES_JUDGED);
  const middle = median(recent.map((sample) => sample.deviationUm));
  const bent = isBent(frame, nowMs, limits);
  const fault = recent.length > 0 ? null : frame.samples.length > 0 ? frame.fault ?? 'stale' : frame.fault ?? 'no-sample';
  return {
    verdict: middle === undefined ? 'cannot-measure' : bent ? bentVerdict(middle, limits) : verdictOf(middle, limits),
    fault,
    deviationUm: bent ? Math.max(newest?.deviationUm ?? 0, middle ?? 0) : middle ?? newest?.deviationUm ?? null,
    edge: newest?.edge ?? null,
    holdAtUm: holdAtUm(limits), limitUm: limits.frameLimitUm, uncertaintyUm: limits.frameUncertaintyUm,
    leftUm: [...(newest?.leftUm ?? [])], rightUm: [...(newest?.rightUm ?? [])],
    spanMm: frame.fixture?.spanMm ?? 0,
    fixture: frame.fixture?.id ?? null,
    ageMs: newest === undefined ? null : Math.max(0, Math.round(nowMs - newest.atMs)),
  };
}

function verdictOf(deviationUm: number, limits: Limits): Verdict {
  if (deviationUm >= limits.frameNoRestoreUm) return 'no-restore';
  if (deviationUm >= holdAtUm(limits)) return 'hold';
  return deviationUm >= limits.frameReviewUm ? 'review' : 'pass';
}

const bentVerdict = (deviationUm: number, limits: Limits): Verdict => (deviationUm >= limits.frameNoRestoreUm ? 'no-restore' : 'hold');
