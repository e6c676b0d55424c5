/**
 * The rule of the bent device frame: takes probe samples that no faulty sensor could have said, and judges edges, plane
 * and twist against their limits with the guard band. "Cannot measure" is never "fine".
 */
import type { Measurement, MetricReading } from '../contract/bench-status.ts';
import { METRICS, type Metric, type SensorFault, type Verdict } from '../contract/interlock.ts';
import type { Fixture, Middle, Probe } from '../wire/rig-message.ts';
import { edgeDeviation } from './deviation.ts';
import { planeDeviationUm, twistUm } from './flatness.ts';
import type { FrameState, Sample } from './frame-state.ts';
import type { Limits } from './limits.ts';
import { isWorse, limitsOf, sigmaOf, valueOf, verdictOf } from './metrics.ts';
import { robustMedian } from './robust.ts';
import { faultOf, isStuck, middleOf, readingsOf, repeatsOf } from './sensor-health.ts';

/** All that the time limit of a trip can hold at ten samples a second. */
const SAMPLES_KEPT = 9;
/** Samples whose median permits, or makes a measurement. */
export const SAMPLES_FOR_A_MEDIAN = 5;
const SAMPLES_JUDGED = 3;
const SAMPLES_OVER = 2;
const SIGMAS_FOR_ONE = 6;
/**
 * Two of three must stand clear of the noise together; without it a phone below the limit is stopped sooner or later. Never
 * more than the guard band: two samples above the limit itself stop, whatever noise a fixture declares.
 */
const SIGMAS_FOR_TWO = 2;

export const holdAtUm = (limits: Limits): number => limitsOf('edge', limits).holdAtUm;

/** Two periods and one heartbeat, at most the limit: one late line is no fault, two are (ms). */
export function freshMs(fixture: Fixture | null, limits: Limits): number {
  return fixture === null ? limits.probeFreshMs : Math.min(limits.probeFreshMs, 2 * fixture.periodMs + limits.heartbeatMs);
}

export function takeFixture(frame: FrameState, fixture: Fixture): FrameState {
  const changed = frame.fixture !== null && !isSameFixture(frame.fixture, fixture);
  return changed ? { ...frame, fixture, samples: [], fault: 'fixture-changed', repeats: [], belowHold: 0, middle: null, lastRaw: null } : { ...frame, fixture };
}

/** The same fixture in every respect: another zero or noise makes another measurement, also under the same name. Only its age grows. */
const isSameFixture = (a: Fixture, b: Fixture): boolean =>
  a.id === b.id && a.probes === b.probes && a.spanMm === b.spanMm && a.noiseUm === b.noiseUm && a.fullUm === b.fullUm && a.periodMs === b.periodMs
  && a.zeroDc === b.zeroDc && a.rows === b.rows && a.widthMm === b.widthMm && a.zeroUm === b.zeroUm;

/** Keeps the middle row until the PROBE of the same sample comes. */
export const takeMiddle = (frame: FrameState, middle: Middle): FrameState => ({ ...frame, middle });

/** Takes one PROBE line; a faulty sample is discarded and named. `atMs` is when it was measured, in our time. */
export function takeProbe(frame: FrameState, probe: Probe, atMs: number, limits: Limits): FrameState {
  const middle = middleOf(frame, probe);
  const raw = readingsOf(probe, middle).flat();
  const fault = faultOf(frame, probe, atMs, limits);
  const repeats = fault === null ? repeatsOf(frame, raw) : [];
  const lastRaw = raw.includes(null) ? null : { atMs, rawUm: raw as readonly number[] };
  const heard = { ...frame, repeats, lastRaw, middle: null };
  if (fault !== null || isStuck(frame.fixture, repeats)) return { ...heard, fault: fault ?? 'stuck' };
  const sample = sampleOf(probe, middle, atMs);
  if (sample === null) return { ...heard, fault: 'too-few-probes' };
  const isBelow = METRICS.every((metric) => (valueOf(metric, sample) ?? 0) < limitsOf(metric, limits).holdAtUm);
  return {
    ...heard, samples: [...frame.samples.slice(1 - SAMPLES_KEPT), sample], fault: null, linesLost: false,
    belowHold: isBelow ? frame.belowHold + 1 : 0,
  };
}

function sampleOf(probe: Probe, middle: Middle | null, atMs: number): Sample | null {
  const left = probe.leftUm as readonly number[];
  const right = probe.rightUm as readonly number[];
  const across = middle === null ? [] : middle.middleUm as readonly number[];
  const [leftLine, rightLine] = [edgeDeviation(left), edgeDeviation(right)];
  if (leftLine === undefined || rightLine === undefined) return null;
  const isLeft = leftLine.peakToValleyUm >= rightLine.peakToValleyUm;
  return {
    atMs,
    deviationUm: isLeft ? leftLine.peakToValleyUm : rightLine.peakToValleyUm,
    edge: isLeft ? 'left' : 'right',
    leftDeviationUm: leftLine.peakToValleyUm, rightDeviationUm: rightLine.peakToValleyUm,
    planeUm: middle === null ? null : planeDeviationUm([left, across, right]) ?? null,
    twistUm: twistUm(left, right),
    leftUm: leftLine.residualsUm, rightUm: rightLine.residualsUm,
    rawUm: [...left, ...right, ...across],
    turned: probe.turned,
  };
}

/** The metric that must stop a restore, or undefined: each is asked for itself. */
export function bentBy(frame: FrameState, nowMs: number, limits: Limits): Metric | undefined {
  const recent = freshSamples(frame, nowMs, limits);
  return METRICS.find((metric) => isOver(metric, recent, frame.fixture?.noiseUm ?? 0, limits));
}

export const isBent = (frame: FrameState, nowMs: number, limits: Limits): boolean => bentBy(frame, nowMs, limits) !== undefined;

/**
 * One sample far above the limit; two of the last three at or above the hold limit and together clear of the noise; or
 * more than half of all that the time limit holds, which stops a bend that stands just at the hold limit.
 */
function isOver(metric: Metric, recent: readonly Sample[], noiseUm: number, limits: Limits): boolean {
  const { holdAtUm: holdUm, limitUm } = limitsOf(metric, limits);
  const sigmaUm = sigmaOf(metric, noiseUm);
  const values = recent.map((sample) => valueOf(metric, sample)).filter((value) => value !== null);
  const newest = values.at(-1);
  if (newest === undefined) return false;
  if (newest > limitUm + SIGMAS_FOR_ONE * sigmaUm) return true;
  const over = values.filter((value) => value >= holdUm);
  if (over.length < SAMPLES_OVER) return false;
  if (2 * over.length > values.length) return true;
  const [most = 0, next = 0] = values.slice(-SAMPLES_JUDGED).toSorted((a, b) => b - a);
  return next >= holdUm && (most + next) / 2 >= Math.min(holdUm + SIGMAS_FOR_TWO * sigmaUm, limitUm);
}

/** Samples that may be judged together, oldest first, none older than the freshness limit times three; none if the newest is not fresh. */
export function freshSamples(frame: FrameState, nowMs: number, limits: Limits): readonly Sample[] {
  const newest = frame.samples.at(-1);
  if (newest === undefined || nowMs - newest.atMs > freshMs(frame.fixture, limits)) return [];
  return frame.samples.filter((sample) => nowMs - sample.atMs <= SAMPLES_JUDGED * freshMs(frame.fixture, limits));
}

/** The median of the newest samples, outliers left out; the largest of the last three where the metric has just stopped a restore. */
function readMetric(metric: Metric, recent: readonly Sample[], noiseUm: number, limits: Limits): MetricReading {
  const at = limitsOf(metric, limits);
  const sigmaUm = sigmaOf(metric, noiseUm);
  const values = recent.slice(-SAMPLES_FOR_A_MEDIAN).map((sample) => valueOf(metric, sample)).filter((value) => value !== null);
  const middle = robustMedian(values, sigmaUm);
  const bent = isOver(metric, recent, noiseUm, limits);
  const shown = middle === undefined ? null : bent ? Math.max(values.at(-1) ?? 0, middle, overOf(values, at.holdAtUm)) : middle;
  const verdict: Verdict | null = shown === null ? null : bent ? bentVerdict(middle ?? 0, at.noRestoreUm) : verdictOf(shown, at);
  return { metric, valueUm: shown, holdAtUm: at.holdAtUm, limitUm: at.limitUm, noRestoreAtUm: at.noRestoreUm, verdict };
}

/** The second largest of the last three, which is what two of three agree on. */
const overOf = (values: readonly number[], holdUm: number): number => {
  const next = values.slice(-SAMPLES_JUDGED).toSorted((a, b) => b - a)[1] ?? 0;
  return next >= holdUm ? next : 0;
};

/** A stop is a hold at least; recovery comes first only where the median says so too. */
const bentVerdict = (middleUm: number, noRestoreUm: number): Verdict => (middleUm >= noRestoreUm ? 'no-restore' : 'hold');

/** The metric that stands worst; of equals the one nearest to its hold limit. */
function worstOf(readings: readonly MetricReading[]): MetricReading | undefined {
  const share = (one: MetricReading): number => (one.valueUm ?? 0) / one.holdAtUm;
  return readings.filter((one) => one.verdict !== null).toSorted((a, b) => {
    const [left, right] = [a.verdict ?? 'pass', b.verdict ?? 'pass'];
    return left === right ? share(b) - share(a) : isWorse(left, right) ? -1 : 1;
  })[0];
}

/** The judgement now, with everything a screen needs to show each number beside its limit. */
export function judgeFrame(frame: FrameState, nowMs: number, limits: Limits): Measurement {
  const newest = frame.samples.at(-1);
  const recent = freshSamples(frame, nowMs, limits);
  const metrics = METRICS.map((metric) => readMetric(metric, recent, frame.fixture?.noiseUm ?? 0, limits));
  const worst = worstOf(metrics);
  const edge = limitsOf('edge', limits);
  return {
    verdict: worst?.verdict ?? 'cannot-measure',
    fault: recent.length > 0 ? null : missingFault(frame),
    deviationUm: metrics[0]?.valueUm ?? newest?.deviationUm ?? null,
    edge: newest?.edge ?? null,
    holdAtUm: edge.holdAtUm, limitUm: edge.limitUm, uncertaintyUm: limits.frameUncertaintyUm,
    leftUm: [...(newest?.leftUm ?? [])], rightUm: [...(newest?.rightUm ?? [])],
    spanMm: frame.fixture?.spanMm ?? 0,
    fixture: frame.fixture?.id ?? null,
    ageMs: newest === undefined ? null : Math.max(0, Math.round(nowMs - newest.atMs)),
    metrics, decidedBy: worst?.metric ?? null,
  };
}

/** Why there is no fresh sample: what was wrong with the last line, else that lines were lost, else that none came. */
function missingFault(frame: FrameState): SensorFault {
  return frame.fault ?? (frame.linesLost ? 'gap' : frame.samples.length > 0 ? 'stale' : 'no-sample');
}
