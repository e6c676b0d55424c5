/**
 * How a status becomes a point of a chart, and how two points of one interval become one. Server and page roll up by the same
 * functions, so that what a page drew live is what the server tells later. Pure.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { EdgeExtremes, RollupPoint } from './live.ts';

/** One status as a point of its second. */
export function pointOf({ frame, power }: BenchStatus, atMs: number): RollupPoint {
  const { deviationUm } = frame;
  const [batteryPct, forceCn, deviceDc] = [power?.batteryPct ?? null, power?.forceCn ?? null, power?.deviceDc ?? null];
  return {
    atMs, deviationMinUm: deviationUm, deviationMaxUm: deviationUm, deviationLastUm: deviationUm,
    batteryMinPct: batteryPct, batteryMaxPct: batteryPct, batteryLastPct: batteryPct,
    forceMinCn: forceCn, forceMaxCn: forceCn, forceLastCn: forceCn, deviceMinDc: deviceDc, deviceMaxDc: deviceDc, deviceLastDc: deviceDc,
    probes: probesOf(frame), samples: 1,
  };
}

/** Heights above the lowest probe of an edge: the highest of them is the deviation that the limit is for. */
function probesOf({ leftUm, rightUm, deviationUm }: BenchStatus['frame']): RollupPoint['probes'] {
  // What a faulty sensor reads stands beside no limit.
  if (deviationUm === null || leftUm.length + rightUm.length === 0) return null;
  return { left: sample(leftUm), right: sample(rightUm) };
}

function sample(readUm: readonly number[]): EdgeExtremes {
  const lowestUm = Math.min(...readUm);
  const heights = readUm.map((um) => um - lowestUm);
  return { minUm: heights, maxUm: heights, lastUm: heights };
}

/** Two points of one interval, the later second. A value that is not known takes nothing away. */
export function mergePoints(first: RollupPoint, later: RollupPoint): RollupPoint {
  return {
    atMs: first.atMs,
    deviationMinUm: smaller(first.deviationMinUm, later.deviationMinUm),
    deviationMaxUm: larger(first.deviationMaxUm, later.deviationMaxUm),
    deviationLastUm: later.deviationLastUm ?? first.deviationLastUm,
    batteryMinPct: smaller(first.batteryMinPct, later.batteryMinPct),
    batteryMaxPct: larger(first.batteryMaxPct, later.batteryMaxPct),
    batteryLastPct: later.batteryLastPct ?? first.batteryLastPct,
    forceMinCn: smaller(first.forceMinCn, later.forceMinCn),
    forceMaxCn: larger(first.forceMaxCn, later.forceMaxCn),
    forceLastCn: later.forceLastCn ?? first.forceLastCn,
    deviceMinDc: smaller(first.deviceMinDc, later.deviceMinDc),
    deviceMaxDc: larger(first.deviceMaxDc, later.deviceMaxDc),
    deviceLastDc: later.deviceLastDc ?? first.deviceLastDc,
    probes: mergeProbes(first.probes, later.probes),
    samples: first.samples + later.samples,
  };
}

function mergeProbes(first: RollupPoint['probes'], later: RollupPoint['probes']): RollupPoint['probes'] {
  if (first === null || later === null) return later ?? first;
  return { left: mergeEdge(first.left, later.left), right: mergeEdge(first.right, later.right) };
}

/** Of another fixture, with other probes, only the later is told: they are not the same places. */
function mergeEdge(first: EdgeExtremes, later: EdgeExtremes): EdgeExtremes {
  if (first.lastUm.length !== later.lastUm.length) return later;
  const both = (pick: (a: number, b: number) => number, a: readonly number[], b: readonly number[]): number[] => a.map((um, index) => pick(um, b[index] ?? um));
  return { minUm: both(Math.min, first.minUm, later.minUm), maxUm: both(Math.max, first.maxUm, later.maxUm), lastUm: later.lastUm };
}

const smaller = (left: number | null, right: number | null): number | null => (left === null ? right : right === null ? left : Math.min(left, right));
const larger = (left: number | null, right: number | null): number | null => (left === null ? right : right === null ? left : Math.max(left, right));
