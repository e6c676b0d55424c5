/** The short form of `npm run fuzz`, and every input that ever broke something. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readArguments, WrongArgument } from './arguments.ts';
import { peakToValley, peakToValleyOfPlane } from './frame-target.ts';
import { mergesOf, runInputs, TARGETS, tryInput } from './run.ts';
import { checkOf, readSecond, seal } from './second-grammar.ts';
import { LINES } from './wire-targets.ts';

const INPUTS = 60_000;
const found = z.array(z.object({ target: z.string(), input: z.string(), why: z.string() })).parse(JSON.parse(readFileSync(resolve(import.meta.dirname, 'found.json'), 'utf8')));

test('a short run breaks nothing, and every target did its work', () => {
  const counted = runInputs(1, INPUTS);
  expect(counted.found).toEqual([]);
  expect(counted.inputs).toBeGreaterThanOrEqual(INPUTS);
  for (const { name } of TARGETS) expect(counted.tally[name]?.['inputs'], name).toBeGreaterThan(0);
  const lines = counted.tally[LINES.name] ?? {};
  for (const what of ['accepted', 'typed', 'compared']) expect(lines[what], what).toBeGreaterThan(1000);
  for (const verdict of ['pass', 'review', 'hold', 'no-restore', 'cannot-measure']) expect(counted.tally['probe samples']?.[verdict], verdict).toBeGreaterThan(50);
  expect(mergesOf(counted).merges).toBeGreaterThan(10_000);
  expect(mergesOf(counted).passed).toBeLessThanOrEqual(3);
});

test.each(found)('stays mended: $why', ({ target, input }) => {
  const named = TARGETS.find((one) => one.name === target);
  if (named === undefined) throw new Error(`no target is called ${target}`);
  expect(tryInput(named, input, {})).toBeNull();
});

test('a promise that is broken is told', () => {
  expect(tryInput(LINES, seal(' A1B20007 00001 HB t_ms=1'), {})).toBeNull();
  expect(tryInput({ ...LINES, check: () => { throw new TypeError('no'); } }, '', {})).toBe('TypeError: no');
});

test('the second grammar knows its own: the check value, a whole line, and what is none', () => {
  expect(checkOf('123456789', 9)).toBe('29B1');
  expect(readSecond('038 A1B20007 00012 HB re=12 re_ms=6410*4A17')).toEqual({ session: 'A1B20007', n: 12, verb: 'HB', fields: [['re', '12'], ['re_ms', '6410']] });
  for (const body of [' A1B20007 00012 HB re=12 re=13', ' A1B20007 65536 HB re=1', ' A1B20007 00012 H re=1', ' A1B20007 00012 HB re=', ' A1B20007 00012 HB re=1 ', ' a1b20007 00012 HB']) {
    expect(readSecond(seal(body)), body).toBeUndefined();
  }
});

test('the deviation by whole numbers is that of a drawing', () => {
  expect(peakToValley([0, 0, 0])).toBe(0);
  expect(peakToValley([0, 100, 200])).toBe(0);
  expect(peakToValley([0, 300, 0])).toBe(300);
  expect(peakToValleyOfPlane([[0, 10, 20], [100, 110, 120], [200, 210, 220]])).toBe(0);
  expect(peakToValleyOfPlane([[0, 0, 0], [0, 90, 0], [0, 0, 0]])).toBe(90);
});

test('a wrong argument is refused with what would be right', () => {
  expect(readArguments(['--runs', '1000', '--seconds', '5', '--json'])).toEqual({ runs: 1000, seconds: 5, seed: 1, workers: 2, json: true });
  expect(readArguments(['-h'])).toBe('help');
  for (const wrong of [['--runs', '0'], ['--runs', 'many'], ['--seconds', '0'], ['--workers', '65'], ['--nonsense']]) expect(() => readArguments(wrong)).toThrow(WrongArgument);
});
