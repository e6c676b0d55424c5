/** The arithmetic of a chassis, on shapes whose answer is known: slopes and tilts are no bend. */
import { expect, test } from 'vitest';
import { edgeDeviation, median } from '../../../firmware-bridge/guard/deviation.ts';
import { planeDeviationUm, twistUm } from '../../../firmware-bridge/guard/flatness.ts';
import { robustMedian } from '../../../firmware-bridge/guard/robust.ts';

test('a row has no deviation by its slope, and the peak to valley of its bend', () => {
  expect(edgeDeviation([5, 15, 25, 35])).toEqual({ peakToValleyUm: 0, residualsUm: [0, 0, 0, 0] });
  expect(edgeDeviation([0, 0, 300, 0, 0])).toEqual({ peakToValleyUm: 300, residualsUm: [-60, -60, 240, -60, -60] });
  expect(edgeDeviation([10, 40, 10, 60])).toEqual({ peakToValleyUm: 42, residualsUm: [-2, 16, -26, 12] });
  expect(edgeDeviation([1, 2])).toBeUndefined();
  expect(edgeDeviation([0, 90, 0])?.peakToValleyUm).toBe(90);
});

test('a plane has no deviation by any tilt; with a bump it has the bump less what the plane follows', () => {
  const tilted = [0, 1, 2].map((side) => [0, 1, 2, 3].map((place) => 100 + 30 * side - 20 * place));
  expect(planeDeviationUm(tilted)).toBe(0);
  expect(planeDeviationUm(tilted.map((row, side) => row.map((height, place) => height + (side === 1 && place === 1 ? 120 : 0))))).toBe(124);
  expect(planeDeviationUm([[0, 0, 0], [0, 0, 0], [0, 0, 90]])).toBe(75);
  expect(planeDeviationUm([[0, 0, 0], [0, 90, 0], [0, 0, 0]])).toBe(90);
  expect(planeDeviationUm([[0, 0, 0], [0, 0, 0]])).toBeUndefined();
  expect(planeDeviationUm([[0, 0], [0, 0], [0, 0]])).toBeUndefined();
  expect(planeDeviationUm([[0, 0, 0], [0, 0, 0], [0, 0, 0, 0]])).toBeUndefined();
  expect(planeDeviationUm([])).toBeUndefined();
});

test('a twist is one corner over the plane of the other three, with its sign; a tilt is none', () => {
  expect([twistUm([50, 9, 0], [0, 9, 0]), twistUm([0, 9, 50], [0, 9, 0]), twistUm([0, 9, 0], [50, 9, 0]), twistUm([0, 9, 0], [0, 9, 50])]).toEqual([50, -50, -50, 50]);
  expect(twistUm([10, 30], [40, 60])).toBe(0);
});

test('of two middle values the larger one is the median, and the list stays as it was', () => {
  const values = [9, 1, 10, 2];
  expect([median(values), median([3, 1, 2]), median([])]).toEqual([9, 2, undefined]);
  expect(values).toEqual([9, 1, 10, 2]);
});

test('what lies too far from the median by three of its own deviations, or of the noise where that is more, is left out', () => {
  expect([robustMedian([55, 95, 100, 110, 115], 0), robustMedian([56, 95, 100, 110, 115], 0)]).toEqual([110, 100]);
  expect([robustMedian([55, 99, 100, 110, 111], 15), robustMedian([54, 99, 100, 110, 111], 15)]).toEqual([100, 110]);
  expect(robustMedian([], 8)).toBeUndefined();
});
