/** Some seeds in every test run: those that found a fault before, and a few new ones. `npm run sim` runs as many as you like. */
import { expect, test } from 'vitest';
import { KEPT_SEEDS } from './kept-seeds.ts';
import { runSeed } from './run-seed.ts';

const FIRST = 1000;
const EACH = 4;
const GROUPS = 5;

test.each(KEPT_SEEDS)('seed $seed holds: $found', ({ seed }) => {
  expect(runSeed(seed).violations).toEqual([]);
});

test.each(Array.from({ length: GROUPS }, (_unused, group) => FIRST + group * EACH))('no invariant breaks in the seeds from %i on', (from) => {
  for (let seed = from; seed < from + EACH; seed += 1) expect({ seed, violations: runSeed(seed).violations }).toEqual({ seed, violations: [] });
});

test('a seed gives the same run again', () => {
  const [once, again] = [runSeed(7, true), runSeed(7, true)];
  expect(once.trace.length).toBeGreaterThan(20);
  expect(again).toEqual(once);
});
