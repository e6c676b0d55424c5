/** A roll-up loses no peak, whatever the order of the seconds that are merged, and unknown is never zero. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RollupPoint } from '../../../server/contract/live.ts';
import { mergePoints } from '../../../server/contract/rollup-point.ts';
import { createRollUp } from '../../../server/domain/roll-up.ts';
import { madeStatus } from '../made-evidence.ts';

const statusAt = (deviationUm: number | null, batteryPct: number | null = 50) => {
  const status = madeStatus('bench-1');
  return { ...status, frame: { ...status.frame, deviationUm }, power: batteryPct === null ? null : { batteryPct, supplyMv: 5000, deviceDc: 250, forceCn: 0 } };
};

test('the extremes, the last value and the number of samples survive', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 4000 })), { minLength: 1, maxLength: 60 }), (values) => {
    const rollUp = createRollUp();
    values.forEach((value, index) => rollUp.add(statusAt(value), index * 100));
    const [first, ...rest] = rollUp.take(0, true);
    if (first === undefined) throw new Error('nothing was rolled up');
    const merged = rest.reduce<RollupPoint>((left, right) => mergePoints(left, right), first);
    const known = values.filter((value) => value !== null);
    expect(merged.samples).toBe(values.length);
    expect(merged.deviationMaxUm).toBe(known.length === 0 ? null : Math.max(...known));
    expect(merged.deviationMinUm).toBe(known.length === 0 ? null : Math.min(...known));
    expect(merged.deviationLastUm).toBe(known.at(-1) ?? null);
  }));
});

test('the running second is kept back until it is over', () => {
  const rollUp = createRollUp();
  rollUp.add(statusAt(100), 1000);
  rollUp.add(statusAt(300, null), 1900);
  expect(rollUp.take(1950)).toEqual([]);
  expect(rollUp.take(2000)).toMatchObject([{ bench: 'bench-1', atMs: 1000, deviationMinUm: 100, deviationMaxUm: 300, deviationLastUm: 300, batteryMinPct: 50, batteryLastPct: 50, forceLastCn: 0, deviceMaxDc: 250, samples: 2 }]);
  expect(rollUp.take(9000, true)).toEqual([]);
});

test('a database that does not answer cannot fill the memory', () => {
  const rollUp = createRollUp();
  for (let second = 0; second < 10_000; second += 1) rollUp.add(statusAt(second), second * 1000);
  expect(rollUp.take(0, true).length).toBeLessThanOrEqual(64 * 60);
});

const probed = (leftUm: number[], deviationUm: number | null = 100) => {
  const status = madeStatus('bench-1');
  return { ...status, frame: { ...status.frame, deviationUm, leftUm, rightUm: [5, 0] } };
};

test('each probe keeps its own extremes, as its height above the lowest of its edge in the same sample', () => {
  const rollUp = createRollUp();
  rollUp.add(probed([-40, 60, 10]), 1000);
  rollUp.add(probed([-10, 390, 20]), 1100);
  rollUp.add(probed([-50, 60, 0]), 1200);
  expect(rollUp.take(0, true)[0]?.probes).toEqual({
    left: { minUm: [0, 100, 30], maxUm: [0, 400, 50], lastUm: [0, 110, 50] }, right: { minUm: [5, 0], maxUm: [5, 0], lastUm: [5, 0] },
  });
});

test('probes of a faulty sensor take nothing away, and another number of probes is another fixture', () => {
  const rollUp = createRollUp();
  rollUp.add(probed([0, 70]), 1000);
  rollUp.add(probed([9999, 1], null), 1100);
  expect(rollUp.take(0, true)[0]?.probes?.left).toEqual({ minUm: [0, 70], maxUm: [0, 70], lastUm: [0, 70] });
  rollUp.add(probed([0, 70]), 2000);
  rollUp.add(probed([0, 70, 20]), 2100);
  expect(rollUp.take(0, true)[0]?.probes?.left.maxUm).toEqual([0, 70, 20]);
});
