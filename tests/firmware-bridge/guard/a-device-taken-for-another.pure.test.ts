/** Two identities: the same device, perhaps the same, different, or not to be compared. What cannot be read is neither equal nor different. */
import { expect, test } from 'vitest';
import { isDifferentDevice, isSameDevice, mayBeSameDevice, mergeIdentity } from '../../../firmware-bridge/guard/device.ts';
import { tighten } from '../../../firmware-bridge/guard/irreplaceable.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { limitsOf } from '../../../firmware-bridge/guard/metrics.ts';
import { METRICS } from '../../../firmware-bridge/contract/interlock.ts';

const keys = (ecid: string | null, serial: string | null, imei: string | null = null) => ({ ecid, serial, imei });

test.each([
  ['all agree', keys('E', 'S', 'I'), keys('E', 'S', 'I'), true, true, false],
  ['one is not read of the first', keys(null, 'S'), keys('E', 'S'), true, true, false],
  ['one is not read of the second', keys('E', 'S'), keys(null, 'S'), true, true, false],
  ['one agrees and one differs', keys('E', 'S'), keys('E', 'T'), false, true, true],
  ['nothing agrees', keys('E', 'S'), keys('F', 'T'), false, false, true],
  ['only what neither shows is alike', keys(null, 'S'), keys(null, 'T'), false, false, true],
  ['nothing in common', keys('E', null), keys(null, 'S'), false, false, false],
  ['nothing read at all', keys(null, null), keys(null, null), false, false, false],
] as const)('%s', (_what, a, b, same, maybe, different) => {
  expect([isSameDevice(a, b), mayBeSameDevice(a, b), isDifferentDevice(a, b)]).toEqual([same, maybe, different]);
  expect([isSameDevice(b, a), mayBeSameDevice(b, a), isDifferentDevice(b, a)]).toEqual([same, maybe, different]);
});

test('what a newer report does not read stays as it was known, and what it reads is taken', () => {
  const known = { model: 'A', ...keys('E', 'S', 'I') };
  expect(mergeIdentity(known, { model: 'B', ...keys(null, null, null) })).toEqual({ ...known, model: 'B' });
  expect(mergeIdentity(known, { model: 'B', ...keys('F', 'T', 'J') })).toEqual({ model: 'B', ...keys('F', 'T', 'J') });
});

test.each(METRICS)('data that nobody can replace: the hold of %s begins at the review limit', (metric) => {
  expect(limitsOf(metric, tighten(DEFAULT_LIMITS)).holdAtUm).toBe(limitsOf(metric, DEFAULT_LIMITS).reviewUm);
});
