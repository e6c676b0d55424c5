/** What counts as having been away, and what of that time is worth a line. */
import { expect, test } from 'vitest';
import { isNews, newsOf } from '../../web/reading/away-news.ts';
import { AWAY_MS, comeBack, readHere, writeHere } from '../../web/reading/here.ts';
import type { Here } from '../../web/reading/here.ts';
import { madeEvent, stored } from '../server/made-evidence.ts';
import { NOTHING } from './played-server.ts';

const here = (id: number, atMs: number, since: Here['since'] = null): Here => ({ last: { id, atMs }, since });

test('five minutes are an absence, less is a glance, and the first visit is none', () => {
  expect(comeBack(null, { id: 7, atMs: 0 })).toEqual(here(7, 0));
  expect(comeBack(here(7, 0), { id: 9, atMs: AWAY_MS - 1 })).toEqual(here(9, AWAY_MS - 1));
  expect(comeBack(here(7, 0), { id: 9, atMs: AWAY_MS })).toEqual(here(9, AWAY_MS, { id: 7, atMs: 0 }));
});

test('what nobody has closed is kept from its beginning; another database and a clock set back begin anew', () => {
  const since = { id: 7, atMs: 0 };
  expect(comeBack(here(9, AWAY_MS, since), { id: 12, atMs: 9 * AWAY_MS })).toEqual(here(12, 9 * AWAY_MS, since));
  expect(comeBack(here(900, 0, since), { id: 12, atMs: 9 * AWAY_MS })).toEqual(here(12, 9 * AWAY_MS));
  expect(comeBack(here(7, 9 * AWAY_MS), { id: 9, atMs: 0 }).since).toBeNull();
});

test('what is kept is read back, and anything else is as if nobody had been here', () => {
  for (const one of [here(7, 0), here(9, 1_700_000_000_000, { id: 7, atMs: 3 })]) expect(readHere(writeHere(one))).toEqual(one);
  for (const odd of [null, '', '7', '7 x', '1 2 3', '1 2 3 4 5', '{"last":1}', 'NaN NaN']) expect(readHere(odd)).toBeNull();
});

test('a drill that passed is no news; a stop stands before a reset, however old', () => {
  expect([isNews(NOTHING), isNews({ ...NOTHING, counts: { ...NOTHING.counts, drills: 3 } }), isNews({ ...NOTHING, counts: { ...NOTHING.counts, drills: 3, resets: 1 } })]).toEqual([false, false, true]);
  const kinds = ['tripped', 'reset-done', 'drill-done', 'problem-raised', 'tripped', 'drill-done'] as const;
  const events = kinds.map((kind, index) => stored(madeEvent(index + 1, kind, { passed: index === 2 }), index + 1));
  expect(newsOf({ ...NOTHING, events }).map(({ id }) => id)).toEqual([5, 1, 4, 6, 2]);
});
