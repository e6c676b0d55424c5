/** What a page keeps of a serial line: each line once, in order; paused it counts what waits, up to its bound, and what it let go is a hole. */
import { expect, test } from 'vitest';
import type { RawLine } from '../../firmware-bridge/contract/raw-lines.ts';
import { middleOf } from '../../web/reading/chart-window.ts';
import { EMPTY_TAIL, KEPT_MAX, fitting, goOn, grouped, hear } from '../../web/reading/serial-tail.ts';
import type { SerialTail } from '../../web/reading/serial-tail.ts';

const lines = (from: number, count: number, dir: RawLine['dir'] = 'in'): RawLine[] => Array.from({ length: count }, (_, index) => ({ atMs: from + index, dir, text: `Line ${from + index}`, stopId: null }));
const texts = (tail: SerialTail): string[] => tail.lines.map(({ text }) => text);
const hold = (tail: SerialTail, from: number, count: number, isPaused: boolean): SerialTail => hear(tail, { lines: lines(from, count), next: from + count, missed: 0 }, isPaused);

test('paused, the list stands still; going on shows all that waited, in order', () => {
  const shown = hold(EMPTY_TAIL, 0, 3, false);
  const paused = hold(hold(shown, 3, 2, true), 5, 1, true);
  expect([texts(paused), paused.waiting.length, paused.after]).toEqual([['Line 0', 'Line 1', 'Line 2'], 3, 6]);
  const on = goOn(paused);
  expect([texts(on), on.waiting]).toEqual([['Line 0', 'Line 1', 'Line 2', 'Line 3', 'Line 4', 'Line 5'], []]);
  expect(new Set(on.lines.map(({ number }) => number)).size).toBe(6);
});

test('beyond the bound the oldest that wait are let go, counted, and shown as a hole', () => {
  let tail = hold(EMPTY_TAIL, 0, 1, false);
  for (let at = 0; at < 5; at += 1) tail = hold(tail, 1 + at * 1_000, 1_000, true);
  expect([tail.waiting.length, tail.letGo]).toEqual([KEPT_MAX, 1_000]);
  const on = goOn({ ...tail, waiting: tail.waiting.slice(-3) });
  expect(on.lines).toMatchObject([{ text: 'Line 0' }, { dir: 'gap', text: '1000' }, { text: 'Line 4998' }, { text: 'Line 4999' }, { text: 'Line 5000' }]);
  expect(goOn(tail).lines).toHaveLength(KEPT_MAX + 1);
  expect(goOn(tail).lines[0], 'the hole itself is never let go').toMatchObject({ dir: 'gap', text: '1000' });
  expect(goOn(tail).letGo).toBe(0);
});

test('a hole stands where it was, with its size where anybody knows it, and no filter hides it', () => {
  const tail = hear(hold(EMPTY_TAIL, 0, 1, false), { lines: lines(9, 1, 'out'), next: 10, missed: 8 }, false);
  const unknown = hear(tail, { lines: [], next: 3, missed: null }, false);
  expect(unknown.lines).toMatchObject([{ text: 'Line 0' }, { dir: 'gap', text: '8' }, { text: 'Line 9' }, { dir: 'gap', text: '', atMs: 9 }]);
  expect(fitting(unknown.lines, { text: ' line 9', direction: 'all' }).map(({ dir }) => dir)).toEqual(['gap', 'out', 'gap']);
  expect(fitting(unknown.lines, { text: '', direction: 'in' }).map(({ dir }) => dir)).toEqual(['in', 'gap', 'gap']);
});

test('groups stay as they are once they are full', () => {
  const before = grouped(hold(EMPTY_TAIL, 0, 120, false).lines);
  const after = grouped(hold(hold(EMPTY_TAIL, 0, 120, false), 120, 5, false).lines);
  expect(before.map((group) => [group.key, group.lines.length])).toEqual([[0, 50], [1, 50], [2, 20]]);
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
});

test('of a long time the middle is read', () => {
  expect(middleOf({ fromMs: 0, toMs: 90_000 })).toEqual({ fromMs: 0, toMs: 90_000 });
  expect(middleOf({ fromMs: 0, toMs: 600_000 })).toEqual({ fromMs: 240_000, toMs: 360_000 });
});
