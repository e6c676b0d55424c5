/**
 * Rolls telemetry up into seconds: the extremes are kept, so that no peak disappears. What it holds is not evidence and
 * may be lost in a crash; its memory is limited.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { RollupPoint } from '../contract/live.ts';
import { mergePoints, pointOf } from '../contract/rollup-point.ts';

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
      const sample = { bench: status.bench, ...pointOf(status, atMs) };
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
