/** The points of the charts: peaks stay, each interval is there once whatever is asked again, holes are shown as holes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RollupPoint } from '../../server/contract/live.ts';
import { POINTS_MAX, addLive, columnsOf, fill, hasHole, highestProbe, pointAt } from '../../web/reading/chart-points.ts';
import { madePoint } from '../server/made-evidence.ts';
import { made, measured } from './made-benches.ts';

const statusWith = (leftUm: number[]) => made(1, { frame: measured(leftUm), power: { batteryPct: 71, supplyMv: 5060, deviceDc: 287, forceCn: 110 } });
const at = (...seconds: number[]): RollupPoint[] => seconds.map((second) => madePoint('bench-1', second * 1000));

test('a peak within a second stays on the chart, of the edge and of each probe, and the chart stays short', () => {
  const points: RollupPoint[] = [];
  for (const um of [80, 412, 90]) addLive(points, statusWith([0, um, 10]), 100_400, 1000);
  const columns = columnsOf(points, 1000);
  expect(columns.seconds).toEqual([100]);
  expect(columns.deviation).toEqual([[80], [412], [90]]);
  expect(columns.left.map(([height]) => height)).toEqual([0, 412, 10]);
  expect([columns.force[2], columns.device[2], columns.battery[2]]).toEqual([[1.1], [28.7], [71]]);
  for (let second = 101; second < 101 + 2 * POINTS_MAX; second += 1) addLive(points, statusWith([0, 80]), second * 1000, 1000);
  expect(points).toHaveLength(POINTS_MAX);
});

test('whatever is asked again and overlaps as it may, every interval is there once and in order, and the server counts', () => {
  const seconds = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }).map((some) => some.toSorted((a, b) => a - b));
  fc.assert(fc.property(seconds, seconds, fc.integer({ min: 0, max: 60 }), (known, all, from) => {
    const told = all.filter((second) => second >= from);
    const filled = fill(at(...known), told.map((second) => madePoint('bench-1', second * 1000, { samples: 9 })), from * 1000);
    const times = filled.map(({ atMs }) => atMs);
    expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    for (const second of told) expect(filled.find(({ atMs }) => atMs === second * 1000)?.samples).toBe(9);
    for (const second of known) if (second < from || second > (told.at(-1) ?? from - 1)) expect(times).toContain(second * 1000);
  }));
});

test('where nothing was recorded the line is broken, and a value that is late by a moment breaks nothing', () => {
  expect(columnsOf(at(1, 2, 3, 9, 10), 1000).seconds).toEqual([1, 2, 3, 4, 9, 10]);
  expect(columnsOf(at(1, 2, 3, 9, 10), 1000).battery[2]).toEqual([50, 50, 50, null, 50, 50]);
  expect(columnsOf(at(1, 3, 5), 1000).seconds).toEqual([1, 3, 5]);
  expect([hasHole(at(1), 3_000, 1000), hasHole(at(1), 9_000, 1000), hasHole([], 9_000, 1000)]).toEqual([false, true, false]);
  expect(pointAt(at(1, 2, 9), 2_400, 1000)?.atMs).toBe(2000);
  expect(pointAt(at(1, 2, 9), 6_000, 1000)).toBeNull();
});

test('the highest probe is named by its edge and its place', () => {
  const edge = (...maxUm: number[]) => ({ minUm: maxUm, maxUm, lastUm: maxUm });
  expect(highestProbe(madePoint('bench-1', 0, { probes: { left: edge(0, 80, 3), right: edge(0, 5, 91) } }))).toEqual({ edge: 'right', number: 3, um: 91 });
  expect(highestProbe(madePoint('bench-1', 0))).toBeNull();
});
