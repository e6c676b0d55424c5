/**
 * Measuring again: a device that was once measured near or above the hold limit gets no new permit before three seatings,
 * one of them turned by 180°, are all below it and agree. It belongs to set-up and never touches a live permit. A restart
 * keeps that they are asked, not how many there are: nobody saw whether the device stayed in its seating.
 */
import type { DeviceIdentity, RemeasureProgress } from '../contract/bench-status.ts';
import { METRICS, type Verdict } from '../contract/interlock.ts';
import { isSameDevice } from './device.ts';
import { limitsInForce } from './device-limits.ts';
import { SAMPLES_FOR_A_MEDIAN, freshSamples } from './frame-rule.ts';
import type { FrameState, Remeasure, Sample, Seating } from './frame-state.ts';
import type { Limits } from './limits.ts';
import { isWorse, limitsOf, sigmaOf, valueOf, verdictOf } from './metrics.ts';
import { robustMedian } from './robust.ts';
import type { BenchState } from './state.ts';
import { keepLatch, put, record, rigActor, type Turn } from './turn.ts';

const DEVICES_KEPT = 8;
const AGREED = 2;

const isForgotten = ({ leftAtMs }: Remeasure, nowMs: number, limits: Limits): boolean =>
  leftAtMs !== null && nowMs - leftAtMs > limits.remeasureKeptMs;

/** By the limits of now: they may have been tightened since it was measured. */
function judge({ leftUm, rightUm, planeUm, twistUm }: Seating, limits: Limits): Verdict {
  const verdicts = [
    verdictOf(Math.max(leftUm, rightUm), limitsOf('edge', limits)), verdictOf(Math.abs(twistUm), limitsOf('twist', limits)), verdictOf(planeUm ?? 0, limitsOf('plane', limits)),
  ];
  return verdicts.reduce((worst, one) => (isWorse(one, worst) ? one : worst));
}

/** Measurements in a row below every hold limit: one at or above it starts the count again. */
function runOf(seatings: readonly Seating[], limits: Limits): readonly Seating[] {
  return seatings.slice(seatings.findLastIndex((one) => isWorse(judge(one, limits), 'review')) + 1);
}

/** The largest difference between a measurement as it lies and one turned; null before both are there. */
function differUm(run: readonly Seating[]): number | null {
  const pairs = run.filter((one) => one.turned).flatMap((turned) => run.filter((one) => !one.turned).map((other) => [turned, other] as const));
  if (pairs.length === 0) return null;
  return Math.max(...pairs.map(([a, b]) => Math.max(
    Math.abs(a.leftUm - b.leftUm), Math.abs(a.rightUm - b.rightUm), Math.abs(a.twistUm - b.twistUm),
    a.planeUm === null || b.planeUm === null ? 0 : Math.abs(a.planeUm - b.planeUm),
  )));
}

function isDone({ seatings }: Pick<Remeasure, 'seatings'>, limits: Limits): boolean {
  const run = runOf(seatings, limits);
  const differ = differUm(run);
  return run.length >= limits.remeasureTimes && differ !== null && differ <= limits.frameUncertaintyUm;
}

/** What is asked of the seated device; undefined if one measurement is enough. */
function entryOf(state: BenchState, nowMs: number): Remeasure | undefined {
  const { device, setup } = state;
  if (device === null) return undefined;
  return state.remeasures.find((entry) => isSameDevice(entry.device, device.value) && !isForgotten(entry, nowMs, setup.limits));
}

/** `needed`: no permit yet. `done`: measured as often as it takes. `free`: never asked for. */
export function remeasureOf(state: BenchState, nowMs: number): 'free' | 'needed' | 'done' {
  const entry = entryOf(state, nowMs);
  return entry === undefined ? 'free' : isDone(entry, limitsInForce(state)) ? 'done' : 'needed';
}

/** After each sample: a calm window of five is the measurement of this seating. */
export function noteMeasurement(turn: Turn): void {
  const { device, frame, permit, seated, zone } = turn.state;
  if (permit !== null || zone !== 'safe' || !seated || device === null || device.agreed < AGREED) return;
  const limits = limitsInForce(turn.state);
  const seating = measureOf(frame, turn.nowMs, limits);
  if (seating === null) return;
  const known = entryOf(turn.state, turn.nowMs);
  const measured = withSeating(known, seating, device.value, limits);
  if (measured === undefined || measured === known) return;
  const next = { ...measured, isDone: isDone(measured, limits) };
  const others = turn.state.remeasures.filter((entry) => !isSameDevice(entry.device, device.value));
  put(turn, { remeasures: [...others, next].slice(-DEVICES_KEPT) });
  if (next.isDone !== known?.isDone) keepLatch(turn);
  const { turned, twistUm } = seating;
  const deviationUm = Math.max(seating.leftUm, seating.rightUm);
  const params = { measured: runOf(next.seatings, limits).length, turned, verdict: judge(seating, limits), twistUm, deviationUm };
  record(turn, { kind: 'note', body: { code: 'chassis-measured', params } }, rigActor(turn.state));
}

function withSeating(known: Remeasure | undefined, seating: Seating, device: DeviceIdentity, limits: Limits): Remeasure | undefined {
  if (known === undefined) return judge(seating, limits) === 'pass' ? undefined : { device, seatings: [seating], isMeasured: true, isDone: false, leftAtMs: null };
  const last = known.seatings.at(-1);
  if (!known.isMeasured) return { ...known, seatings: [...known.seatings, seating].slice(-limits.remeasureTimes), isMeasured: true, leftAtMs: null };
  // What turns out worse within one seating replaces it: a second look may not be better than the first.
  if (last === undefined || !isWorse(judge(seating, limits), judge(last, limits))) return known;
  return { ...known, seatings: [...known.seatings.slice(0, -1), seating] };
}

/** The median of the five newest samples, if they lie the same way and do not differ by more than the uncertainty. */
function measureOf(frame: FrameState, nowMs: number, limits: Limits): Seating | null {
  const five = freshSamples(frame, nowMs, limits).slice(-SAMPLES_FOR_A_MEDIAN);
  const [oldest] = five;
  if (oldest === undefined || five.length < SAMPLES_FOR_A_MEDIAN || five.some((sample) => sample.turned !== oldest.turned)) return null;
  const series = METRICS.map((metric) => five.map((sample) => valueOf(metric, sample) ?? 0));
  if (series.some((values) => Math.max(...values) - Math.min(...values) > limits.frameUncertaintyUm)) return null;
  const noiseUm = frame.fixture?.noiseUm ?? 0;
  const middle = (of: (sample: Sample) => number, metric: 'edge' | 'plane' | 'twist'): number => robustMedian(five.map(of), sigmaOf(metric, noiseUm)) ?? 0;
  const [first, second] = [middle((sample) => sample.leftDeviationUm, 'edge'), middle((sample) => sample.rightDeviationUm, 'edge')];
  const planeUm = oldest.planeUm === null ? null : middle((sample) => sample.planeUm ?? 0, 'plane');
  const twist = middle((sample) => sample.twistUm, 'twist');
  // A device that lies turned shows its right edge on the fixture's left: what is compared are the device's own edges.
  const [leftUm, rightUm] = oldest.turned ? [second, first] : [first, second];
  return { turned: oldest.turned, leftUm, rightUm, planeUm, twistUm: twist };
}

/** The device is seen to be out: whatever comes next is another seating. */
export function noteDeviceOut(turn: Turn): void {
  put(turn, { remeasures: turn.state.remeasures.map((entry) => (entry.leftAtMs === null ? { ...entry, isMeasured: false, leftAtMs: turn.nowMs } : entry)) });
}

/**
 * How far it is, for people; null if one measurement is enough. It tells people to take the phone out, so it is silent
 * outside `safe`, on a tripped bench, and where the last measurement is a matter for the manager.
 */
export function describeRemeasure(state: BenchState, nowMs: number): RemeasureProgress | null {
  if (state.zone !== 'safe' || state.trip !== null) return null;
  const limits = limitsInForce(state);
  const isKnown = state.device !== null && state.device.agreed >= AGREED;
  const entry = isKnown ? entryOf(state, nowMs) : state.remeasures.findLast((one) => one.leftAtMs !== null && !isForgotten(one, nowMs, limits));
  if (entry === undefined) return null;
  const run = runOf(entry.seatings, limits);
  if (run.length === 0 && (entry.isMeasured || !state.seated)) return null;
  const differ = differUm(run);
  return {
    count: Math.min(run.length, limits.remeasureTimes), needed: limits.remeasureTimes, turned: differ !== null, differUm: differ,
    next: nextOf(entry, state.seated, limits),
    forgottenInMs: entry.leftAtMs === null ? null : Math.max(0, Math.round(limits.remeasureKeptMs - (nowMs - entry.leftAtMs))),
  };
}

function nextOf(entry: Remeasure, seated: boolean, limits: Limits): RemeasureProgress['next'] {
  const run = runOf(entry.seatings, limits);
  const differ = differUm(run);
  if (isDone(entry, limits)) return 'done';
  if (!entry.isMeasured) return seated ? 'wait' : 'seat';
  if (differ === null) return 'turn';
  return differ > limits.frameUncertaintyUm ? 'clean' : 'again';
}
