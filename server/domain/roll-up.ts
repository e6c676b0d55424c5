/**
 * Rolls telemetry up into seconds: the extremes are kept, so that no peak disappears. What it holds is not evidence and
 * may be lost in a crash; its memory is limited.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { EdgeExtremes, RollupPoint } from '../contract/live.ts';

export interface BenchPoint extends RollupPoint {
  readonly bench: string;
}

/** Points that wait to be written: 64 benches for a minute of a database that does not answer. */
const WAITING_MAX = 64 * 60;
const STEP_MS = 1000;

export interface RollUp {
  add(status: BenchStatus, epochMs: number): void;
  /** Takes the seconds that are over; `all` takes the current ones too. */
  take(epochMs: number, all?: boolean): BenchPoint[];
}

export function createRollUp(): RollUp {
  const current = new Map<string, BenchPoint>();
  let waiting: BenchPoint[] = [];
  const finish = (point: BenchPoint): void => {
    if (waiting.length < WAITING_MAX) waiting.push(point);
  };
  return {
    add(status, epochMs) {
      const atMs = Math.floor(epochMs / STEP_MS) * STEP_MS;
      const known = current.get(status.bench);
      if (known !== undefined && known.atMs !== atMs) finish(known);
      const sample = pointOf(status, atMs);
      current.set(status.bench, known === undefined || known.atMs !== atMs ? sample : { ...mergePoints(known, sample), bench: status.bench });
    },
    take(epochMs, all = false) {
      const limit = Math.floor(epochMs / STEP_MS) * STEP_MS;
      for (const [bench, point] of current) {
        if (!all && point.atMs === limit) continue;
        finish(point);
        current.delete(bench);
      }
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

function pointOf({ bench, frame, power }: BenchStatus, atMs: number): BenchPoint {
  const { deviationUm } = frame;
  const [batteryPct, forceCn, deviceDc] = [power?.batteryPct ?? null, power?.forceCn ?? null, power?.deviceDc ?? null];
  return {
    bench, atMs, deviationMinUm: deviationUm, deviationMaxUm: deviationUm, deviationLastUm: deviationUm,
    batteryMinPct: batteryPct, batteryMaxPct: batteryPct, batteryLastPct: batteryPct,
    forceMinCn: forceCn, forceMaxCn: forceCn, forceLastCn: forceCn, deviceMinDc: deviceDc, deviceMaxDc: deviceDc, deviceLastDc: deviceDc,
    probes: probesOf(frame), samples: 1,
  };
}

/** Heights above the lowest probe of an edge: the highest of them is the deviation that the limit is for. */
export function probesOf({ leftUm, rightUm, deviationUm }: BenchStatus['frame']): RollupPoint['probes'] {
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
