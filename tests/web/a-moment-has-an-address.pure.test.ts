/** The span of time that the charts show: moved, zoomed, and written into an address that gives the same moment again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LIVE, momentAround, pan, readSearch, searchOf, select, spanOf, stepOf, zoom } from '../../web/reading/chart-window.ts';
import type { ChartWindow } from '../../web/reading/chart-window.ts';

const NOW = Date.parse('2026-11-23T14:32:08Z');
const HOUR = 3_600_000;

test('an address gives back the moment that was written into it', () => {
  const spans = fc.tuple(fc.integer({ min: 0, max: 4_000_000_000 }), fc.integer({ min: 20, max: 119 * 3600 }));
  fc.assert(fc.property(spans, ([from, length]) => {
    const window: ChartWindow = { kind: 'fixed', fromMs: from * 1000, toMs: (from + length) * 1000 };
    expect(readSearch(searchOf(window))).toEqual(window);
  }));
  expect(searchOf(LIVE)).toBe('');
  expect(momentAround(NOW)).toBe('?from=2026-11-23T14:31:08Z&to=2026-11-23T14:32:38Z');
});

test('an address that names no span shows the bench live', () => {
  for (const search of ['', '?from=now', '?from=2026-11-23T14:00:00Z', '?from=2026-11-23T14:00:00Z&to=2026-11-23T13:00:00Z', '?from=1970-01-01T00:00:00Z&to=2026-11-23T13:00:00Z', '?from=<script>&to=1']) expect(readSearch(search)).toBeNull();
});

test('no move leads into the future, below twenty seconds or above what the server gives', () => {
  const move = fc.oneof(fc.double({ min: -3, max: 3, noNaN: true }).map((part) => (window: ChartWindow) => pan(window, NOW, part)), fc.double({ min: 0.01, max: 100, noNaN: true }).map((factor) => (window: ChartWindow) => zoom(window, NOW, factor)),
    fc.tuple(fc.integer({ min: 0, max: NOW + 10 * HOUR }), fc.integer({ min: 0, max: NOW })).map(([a, b]) => () => select(a, b, NOW)));
  fc.assert(fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
    const { fromMs, toMs } = spanOf(moves.reduce<ChartWindow>((window, one) => one(window), LIVE), NOW);
    expect(toMs).toBeLessThanOrEqual(NOW);
    expect(toMs - fromMs).toBeGreaterThanOrEqual(19_999);
    expect(toMs - fromMs).toBeLessThanOrEqual(119 * HOUR + 1);
  }));
});

test('who moves on to now is live again; seconds where they are few and still kept, else minutes', () => {
  expect(pan(select(NOW - 2 * HOUR, NOW - HOUR, NOW), NOW, 1.5)).toEqual({ kind: 'live', spanMs: HOUR });
  expect(stepOf(LIVE, NOW)).toBe('1s');
  expect(stepOf({ kind: 'live', spanMs: 12 * HOUR }, NOW)).toBe('1m');
  expect(stepOf(select(NOW - 2 * HOUR, NOW - 1.5 * HOUR, NOW), NOW)).toBe('1s');
  expect(stepOf(select(NOW - 60 * HOUR, NOW - 59.5 * HOUR, NOW), NOW)).toBe('1m');
});
