/** How old something is, and how that is said: from the server's age and the page's own elapsed time only. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageNow, freshnessOf, sayCountdown, sayDuration, sayEstimate, sayReceiptTime } from '../../web/reading/age.ts';

test('an age is the age then plus what went by here, and never shrinks', () => {
  expect(ageNow(200, 1000, 1500)).toBe(700);
  expect(ageNow(200, 1500, 1000)).toBe(200);
  expect(ageNow(null, 0, 9000)).toBeNull();
  fc.assert(fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (age, at, now, later) => {
    expect(ageNow(age, at, now + later)).toBeGreaterThanOrEqual(ageNow(age, at, now) ?? 0);
  }));
});

test.each([
  [0, true, 'fresh'], [2000, true, 'fresh'], [2001, true, 'late'], [5000, true, 'late'], [5001, true, 'stale'], [10, false, 'stale'], [null, true, 'unknown'],
] as const)('%s ms with the bridge connected %s is %s', (ageMs, isConnected, expected) => {
  expect(freshnessOf(ageMs, isConnected)).toBe(expected);
});

test.each([[0, '0.0 s'], [240, '0.2 s'], [9999, '9.9 s'], [14_200, '14 s'], [184_000, '3 min'], [7_500_000, '2 h 5 min'], [7_200_000, '2 h']])('%d ms is said as %s', (ms, said) => {
  expect(sayDuration(ms)).toBe(said);
});

test('an estimate is coarse, a receipt is fine, a countdown counts', () => {
  expect([sayEstimate(41_300), sayEstimate(184_000)]).toEqual(['41 s', '3 min']);
  expect([sayReceiptTime(0), sayReceiptTime(910), sayReceiptTime(512_345), sayReceiptTime(null)]).toEqual(['0.00 ms', '0.91 ms', '512 ms', null]);
  expect([sayCountdown(300_000), sayCountdown(59_100), sayCountdown(-5)]).toEqual(['5:00', '1:00', '0:00']);
});
