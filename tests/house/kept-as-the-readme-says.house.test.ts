/** The README's table of what is kept for how long is the one that the daily run erases by. */
import { expect, test } from 'vitest';
import { finalAtIso, KEPT } from '../../server/domain/retention.ts';
import { read } from './sources.ts';

const readme = read('README.md');

test('every kind has one row with its days, and there is no other row', () => {
  const table = /<!-- kept -->\n([\s\S]*?)<!-- \/kept -->/.exec(readme)?.[1] ?? '';
  const rows = table.trim().split('\n').slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
  expect(rows).toEqual(Object.entries(KEPT).map(([what, { days, after, source }]) => [what, days === null ? '–' : String(days), after, source]));
});

test('the days until an erasure is final are those that the README states', () => {
  const days = /\*\*It is final (\d+) days later\*\*/.exec(readme)?.[1];
  expect(Date.parse(finalAtIso('2026-01-01T00:00:00.000Z')) - Date.parse('2026-01-01T00:00:00.000Z')).toBe(Number(days) * 86_400_000);
});
