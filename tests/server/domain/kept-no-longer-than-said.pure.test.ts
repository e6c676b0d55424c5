/** How long what is kept, and when it goes: to the millisecond, and never because a clock jumped. */
import { describe, expect, test } from 'vitest';
import { PRIVATE_KINDS } from '../../../server/contract/private-data.ts';
import { finalAtIso, isKeyCopyOver, KEPT, retentionHorizonMs, settledBeforeIso } from '../../../server/domain/retention.ts';

const NOW_MS = Date.parse('2026-11-24T10:00:00.000Z');
const DAY_MS = 86_400_000;

test('the story goes first, then the contact, then the photos; each number has a source', () => {
  expect(PRIVATE_KINDS.map((kind) => [kind, KEPT[kind].days])).toEqual([['contact', 90], ['story', 30], ['photo', 365], ['consent', 2190]]);
  for (const { source } of Object.values(KEPT)) expect(source.length).toBeGreaterThan(10);
});

test('a case settled exactly so long ago is due, one millisecond later is not', () => {
  const limit = settledBeforeIso('story', NOW_MS);
  expect(limit).toBe('2026-10-25T10:00:00.000Z');
  expect('2026-10-25T10:00:00.000Z' <= String(limit)).toBe(true);
  expect('2026-10-25T10:00:00.001Z' <= String(limit)).toBe(false);
});

test('nothing is due at the first run, and then only what was due at the run before: a clock that jumps ahead erases nothing that day', () => {
  expect(settledBeforeIso('story', retentionHorizonMs(NOW_MS, null))).toBeNull();
  expect(retentionHorizonMs(NOW_MS + 9000 * DAY_MS, NOW_MS)).toBe(NOW_MS);
  expect(retentionHorizonMs(NOW_MS, NOW_MS + 9000 * DAY_MS)).toBe(NOW_MS);
});

test('an erasure is final thirty days later', () => {
  expect(finalAtIso('2026-11-24T10:00:00.000Z')).toBe('2026-12-24T10:00:00.000Z');
});

describe('a copy of the keys', () => {
  const atMs = (day: number, ms = 0): number => Date.parse('2026-11-24T00:00:00.000Z') + day * DAY_MS + ms;
  test('stays 29 days, so that none is older than 30 when the run of a day is late', () => {
    expect([atMs(0), atMs(1), atMs(29, -1), atMs(29)].map((nowMs) => isKeyCopyOver('2026-11-24', nowMs))).toEqual([false, false, false, true]);
    expect(atMs(29) + DAY_MS).toBeLessThanOrEqual(Date.parse(finalAtIso('2026-11-24T00:00:00.000Z')));
  });
  test('of tomorrow stays, of a later day goes: a wrong clock made it', () => {
    expect([atMs(-1), atMs(-1, -1)].map((nowMs) => isKeyCopyOver('2026-11-24', nowMs))).toEqual([false, true]);
  });
  test('of no day at all goes', () => {
    expect(isKeyCopyOver('2026-13-45', NOW_MS)).toBe(true);
  });
});
