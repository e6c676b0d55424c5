/** A screen on a wall: what its address asks, who is shown in which turn, and that what calls for a person comes first and stays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kioskOf, shiftOf, turnOf } from '../../web/reading/kiosk.ts';

test('only kiosk=1 is one; a turn is 5 s to 10 min, anything else turns nothing', () => {
  expect([kioskOf(''), kioskOf('?kiosk=0'), kioskOf('?kiosk')]).toEqual([null, null, null]);
  expect(['', '&rotate=', '&rotate=x', '&rotate=4', '&rotate=601', '&rotate=-5', '&rotate=1e9'].map((more) => kioskOf(`?kiosk=1${more}`)?.rotateMs)).toEqual([null, null, null, null, null, null, null]);
  expect(kioskOf('?rotate=20&kiosk=1')).toEqual({ rotateMs: 20_000 });
});

test('in one round each is shown once, and never more than fit', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 }), (count, fits) => {
    const all = Array.from({ length: count }, (_, index) => index);
    const turns = Array.from({ length: Math.max(1, Math.ceil(count / fits)) }, (_, turn) => turnOf(all, fits, { rotateMs: 20_000 }, false, turn * 20_000 + 5));
    expect(turns.flat()).toEqual(all);
    expect(turns.every(({ length }) => length <= fits)).toBe(true);
  }));
});

test('while something calls, the first of all stay; without turns all are shown', () => {
  const all = [1, 2, 3, 4, 5];
  expect([0, 20_000, 47_000].map((nowMs) => turnOf(all, 2, { rotateMs: 20_000 }, true, nowMs))).toEqual([[1, 2], [1, 2], [1, 2]]);
  expect(turnOf(all, 2, { rotateMs: null }, false, 20_000)).toEqual(all);
});

test('a page goes a few pixels from its place, another way each minute', () => {
  const way = Array.from({ length: 9 }, (_, minute) => shiftOf(minute * 60_000).join(' '));
  expect(new Set(way).size).toBe(8);
  expect(way[8]).toBe(way[0]);
});
