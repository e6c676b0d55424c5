/** A time as it stands on the wall of the store becomes a moment of the world, also in the nights in which that clock jumps. */
import { expect, test } from 'vitest';
import { isoOfStoreTime, storeTimeOf } from '../../../server/domain/store-clock.ts';

const NORTH = 'Europe/Helsinki';

test.each([
  ['a winter afternoon', '2026-11-24T15:30', NORTH, '2026-11-24T13:30:00.000Z'],
  ['a summer afternoon', '2026-07-24T15:30', NORTH, '2026-07-24T12:30:00.000Z'],
  ['far in the west', '2026-11-24T15:30', 'America/Los_Angeles', '2026-11-24T23:30:00.000Z'],
  ['half an hour off', '2026-11-24T15:30', 'Australia/Adelaide', '2026-11-24T05:00:00.000Z'],
  ['just before the clock is put forward', '2026-03-29T02:59', NORTH, '2026-03-29T00:59:00.000Z'],
  ['a time that no clock shows', '2026-03-29T03:30', NORTH, '2026-03-29T01:30:00.000Z'],
  ['just after it was put forward', '2026-03-29T04:00', NORTH, '2026-03-29T01:00:00.000Z'],
  ['the first of two, as the clock is put back', '2026-10-25T03:30', NORTH, '2026-10-25T00:30:00.000Z'],
  ['after it was put back', '2026-10-25T04:00', NORTH, '2026-10-25T02:00:00.000Z'],
  ['the end of the year', '2026-12-31T23:59', NORTH, '2026-12-31T21:59:00.000Z'],
] as const)('%s', (_name, typed, zone, iso) => {
  expect(isoOfStoreTime(typed, zone)).toBe(iso);
});

test('every hour of a year comes back as it was typed, but for the one that no clock shows', () => {
  const lost: string[] = [];
  for (let atMs = Date.UTC(2026, 0, 1); atMs < Date.UTC(2027, 0, 1); atMs += 3_600_000) {
    const typed = new Date(atMs).toISOString().slice(0, 16);
    if (storeTimeOf(isoOfStoreTime(typed, NORTH) ?? '', NORTH) !== typed) lost.push(typed);
  }
  expect(lost).toEqual(['2026-03-29T03:00']);
});

test('what is no time is none', () => {
  for (const typed of ['', '2026-11-24', '2026-02-30T10:00', '2026-11-24T24:10', '2026-11-24T10:00:00', 'tomorrow']) expect(isoOfStoreTime(typed, NORTH)).toBeNull();
});
