/** The nuisance budget counts honestly: a rate says what it is a rate of, and a small count never looks certain. */
import { expect, test } from 'vitest';
import { nuisanceEnglish } from '../../../server/contract/words-of-nuisance.ts';
import { nuisanceReportSchema } from '../../../server/contract/judgement.ts';
import { falseAllowed, NUISANCE_POLICY, nuisanceReport, nuisanceWindow, tallyOf, wilson } from '../../../server/domain/nuisance.ts';
import type { StopCount } from '../../../server/domain/nuisance.ts';

const NOW_MS = Date.parse('2026-11-23T12:00:00.000Z');
const WINDOW = nuisanceWindow(30, NOW_MS);
const stops = (count: number, verdict: StopCount['verdict'], code: StopCount['code'] = 'device-frame-bent', bench = 'bench-1'): StopCount => ({ code, bench, verdict, count });
const report = (counts: readonly StopCount[], restores = 0) => nuisanceReport(WINDOW, { virtual: true, restores, counts });

test('without any stop there is no rate, no row and nothing to judge', () => {
  const empty = report([]);
  expect(empty).toMatchObject({ rules: { stops: 0, true: 0, false: 0, unclear: 0, notJudged: 0, falseRate: null }, rows: [], notJudged: 0, waiting: [] });
  expect(nuisanceReportSchema.parse(empty)).toEqual(empty);
  expect(nuisanceEnglish.summary(empty)).toBe('False stops, last 30 days: no stop by a rule');
});

test('with nothing judged the rate is not known, and never zero', () => {
  const { rules, notJudged, waiting } = report([stops(3, null), stops(1, null, 'rig-silent', 'bench-2')]);
  expect(rules).toMatchObject({ stops: 4, notJudged: 4, falseRate: null });
  expect([notJudged, waiting]).toEqual([4, [{ bench: 'bench-1', notJudged: 3 }, { bench: 'bench-2', notJudged: 1 }]]);
  expect(nuisanceEnglish.summary(report([stops(4, null)]))).toBe('False stops, last 30 days: not known, none of 4 stops by rules judged right or false');
  expect(nuisanceEnglish.rate(tallyOf([stops(4, null)]))).toBe('not known');
});

test('not sure and not judged stay out of the rate and are not forgotten', () => {
  const tally = tallyOf([stops(29, 'true'), stops(2, 'false'), stops(5, 'unclear'), stops(7, null)]);
  expect(tally).toMatchObject({ stops: 43, true: 29, false: 2, unclear: 5, notJudged: 7 });
  expect(tally.falseRate?.of).toBe(31);
  expect(tally.falseRate?.share).toBeCloseTo(2 / 31, 12);
  expect(nuisanceEnglish.rate(tally)).toBe('2 of 31: 6.5 % (1.8 % to 21 %)');
});

test('the interval is that of Wilson: known values, and it never shrinks to nothing', () => {
  // Newcombe 1998, table I, Wilson without correction: 81/263, 15/148, 0/20, 1/29.
  for (const [hits, of, low, high] of [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]] as const) {
    const found = wilson(hits, of);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  }
  expect(wilson(0, 3).high).toBeGreaterThan(0.5);
  expect(wilson(3, 3)).toMatchObject({ high: 1 });
  expect(wilson(3, 3).low).toBeLessThan(0.5);
});

test('a budget grows with the restores, one false stop is always allowed, and one more is over', () => {
  expect([0, 99, 100, 199, 200, 1000].map(falseAllowed)).toEqual([1, 1, 1, 1, 2, 10]);
  expect(NUISANCE_POLICY).toEqual({ falsePer100Restores: 1, falseAlwaysAllowed: 1 });
  const isOver = (wrong: number, restores: number) => report([stops(wrong, 'false')], restores).rows[0]?.budget;
  expect(isOver(1, 0)).toEqual({ falseAllowed: 1, isOver: false });
  expect(isOver(2, 199)).toEqual({ falseAllowed: 1, isOver: true });
  expect(isOver(2, 200)).toEqual({ falseAllowed: 2, isOver: false });
  expect(report([stops(9, 'true'), stops(9, 'unclear'), stops(9, null)]).rows[0]?.budget?.isOver).toBe(false);
});

test('a stop that a person asked for has no budget and dilutes no rate, but waits for a judgement like any other', () => {
  const counts = [stops(40, 'false', 'operator-stop'), stops(2, 'false', 'stop-button'), stops(1, null, 'estop'), stops(1, 'false', 'rig-silent')];
  const { rules, rows, notJudged } = report(counts);
  expect(rules).toMatchObject({ stops: 1, false: 1, falseRate: { share: 1, of: 1 } });
  expect(rows.map(({ code, by, budget }) => [code, by, budget?.isOver ?? null])).toEqual([
    ['operator-stop', 'person', null], ['stop-button', 'person', null], ['rig-silent', 'rule', false], ['estop', 'person', null],
  ]);
  expect(notJudged).toBe(1);
});

test('one row per cause over all benches; what is over its budget stands first', () => {
  const { rows } = report([
    stops(1, 'true', 'rig-silent'), stops(5, 'true', 'battery-low'), stops(1, 'false', 'battery-low'), stops(2, 'false', 'cannot-measure'), stops(1, 'false', 'cannot-measure', 'bench-2'),
    stops(2, 'true', 'rig-silent', 'bench-2'),
  ]);
  expect(rows.map(({ code, stops: all, false: wrong, budget }) => [code, all, wrong, budget?.isOver])).toEqual([
    ['cannot-measure', 3, 3, true], ['battery-low', 6, 1, false], ['rig-silent', 3, 0, false],
  ]);
  expect(nuisanceEnglish.overBudget(1)).toBe('1 rule is over budget');
});

test('the time reaches back whole days from now', () => {
  expect(WINDOW).toEqual({ days: 30, fromIso: '2026-10-24T12:00:00.000Z', toIso: '2026-11-23T12:00:00.000Z' });
  expect(nuisanceWindow(1, NOW_MS).fromIso).toBe('2026-11-22T12:00:00.000Z');
});
