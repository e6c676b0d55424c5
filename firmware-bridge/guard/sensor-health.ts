/**
 * What a faulty sensor could have said: each PROBE line with its middle row is believed only if nothing here names a
 * fault. A fault discards one sample; that none is left makes "cannot measure", which is never "fine".
 */
import type { SensorFault } from '../contract/interlock.ts';
import type { Fixture, Middle, Probe } from '../wire/rig-message.ts';
import type { FrameState } from './frame-state.ts';
import type { Limits } from './limits.ts';

const PROBES_MIN = 3;
/** Converters give 2ⁿ − 1 when they are saturated, ranging chips 8190 or 8191 when nothing is there. Source: vendors' drivers. */
const RAIL_BITS_MIN = 12;
const RAIL_BITS_MAX = 31;
const RAILS: ReadonlySet<number> = new Set([
  8190, ...Array.from({ length: RAIL_BITS_MAX - RAIL_BITS_MIN + 1 }, (_unused, index) => 2 ** (RAIL_BITS_MIN + index) - 1),
]);
/** Identical raw readings in a row that make a probe stuck, where its declared noise would move it. */
const STUCK_SAMPLES = 20;
/** One step of a reading (µm): noise below it may repeat itself. */
const STEP_UM = 1;

export const rowsOf = (fixture: Fixture | null): number => fixture?.rows ?? 2;

/** All readings of one sample, row by row: left, right, and the middle where there is one. */
export const readingsOf = (probe: Probe, middle: Middle | null): readonly (readonly (number | null)[])[] =>
  (middle === null ? [probe.leftUm, probe.rightUm] : [probe.leftUm, probe.rightUm, middle.middleUm]);

/** The middle row of this sample; null where the fixture has none or it is missing. */
export function middleOf(frame: FrameState, probe: Probe): Middle | null {
  const { middle, fixture } = frame;
  if (rowsOf(fixture) < PROBES_MIN || middle === null) return null;
  return middle.tMs === probe.tMs && middle.fixture === probe.fixture ? middle : null;
}

/** What is wrong with this sample by itself, and against the ones before it; null for nothing. */
export function faultOf(frame: FrameState, probe: Probe, atMs: number, limits: Limits): SensorFault | null {
  const { fixture } = frame;
  if (fixture === null) return 'fixture-unknown';
  if (probe.fixture !== fixture.id) return 'fixture-changed';
  const middle = middleOf(frame, probe);
  if (rowsOf(fixture) >= PROBES_MIN && middle === null) return frame.linesLost ? 'gap' : 'missing-row';
  const rows = readingsOf(probe, middle);
  if (rows.some((row) => row.includes(null))) return 'missing-probe';
  if (rows.some((row) => row.length < PROBES_MIN)) return 'too-few-probes';
  if (rows.some((row) => row.length !== fixture.probes)) return 'missing-probe';
  if (rows.some((row) => isAtRail(row as readonly number[], fixture))) return 'rail-value';
  if (Math.abs(probe.temperatureDc - fixture.zeroDc) > limits.fixtureDriftDc) return 'fixture-moved-with-temperature';
  return isImpossible(frame, rows.flat() as number[], atMs, fixture, limits) ? 'impossible-rate' : null;
}

/** A row of nothing but zeros is a row that is not read: no chassis is that flat, and it would pass for a straight one. */
const isAtRail = (row: readonly number[], fixture: Fixture): boolean =>
  row.every((value) => value === 0) || row.some((value) => Math.abs(value) >= fixture.fullUm || RAILS.has(Math.abs(value)));

/**
 * A step that no chassis makes within one period. A real one (a chassis that snaps) stays where it went, so it is
 * believed as soon as the next reading agrees with it; a probe that jumps about agrees with nothing.
 */
function isImpossible(frame: FrameState, raw: readonly number[], atMs: number, fixture: Fixture, limits: Limits): boolean {
  const valid = frame.samples.at(-1);
  if (valid === undefined || valid.rawUm.length !== raw.length) return false;
  const reach = (sinceMs: number): number => limits.probeRateUmPerS * Math.max(sinceMs, fixture.periodMs) / 1000;
  const isFar = (from: readonly number[], reachUm: number): boolean => raw.some((value, index) => Math.abs(value - (from[index] ?? value)) > reachUm);
  const agrees = frame.lastRaw !== null && frame.lastRaw.rawUm.length === raw.length && !isFar(frame.lastRaw.rawUm, reach(atMs - frame.lastRaw.atMs));
  return !agrees && isFar(valid.rawUm, reach(fixture.periodMs));
}

/** Noise moves a healthy probe, so the same raw value of one probe over and over means that it is stuck. */
export function repeatsOf(frame: FrameState, raw: readonly (number | null)[]): readonly number[] {
  const last = frame.samples.at(-1)?.rawUm;
  return raw.map((value, index) => (value === last?.[index] ? (frame.repeats[index] ?? 0) + 1 : 0));
}

export const isStuck = (fixture: Fixture | null, repeats: readonly number[]): boolean =>
  fixture !== null && fixture.noiseUm > STEP_UM && repeats.some((count) => count >= STUCK_SAMPLES);

/** What the last zero check says against a new measurement. A rig that tells nothing of it is taken at its uncertainty. */
export function zeroFault(fixture: Fixture | null, limits: Limits): SensorFault | null {
  if (fixture === null) return null;
  if (fixture.zeroUm !== null && Math.abs(fixture.zeroUm) > limits.zeroOffUm) return 'zero-off';
  return fixture.zeroH !== null && fixture.zeroH > limits.zeroAgeH ? 'zero-old' : null;
}
