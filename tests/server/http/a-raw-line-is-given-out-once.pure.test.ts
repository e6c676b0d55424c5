/** The tail of a serial line as the server keeps it: each line once, holes told, nothing kept that nobody looks at, identifiers only for those who may. */
import { expect, test } from 'vitest';
import type { RawOriginal } from '../../../firmware-bridge/contract/raw-lines.ts';
import { createRawBook } from '../../../server/http/raw-book.ts';

const line = (text: string, veiled: string | null = null): RawOriginal => ({ atMs: 1, dir: 'in', text, veiled, stopId: null });
const texts = (lines: readonly { readonly text: string }[] | undefined): string[] => (lines ?? []).map(({ text }) => text);
function open() {
  const watched: string[] = [];
  const book = createRawBook((bench) => watched.push(bench));
  return { watched, book, say: (from: number, count: number, missed = 0) => book.take({ bench: 'bench-1', missed, lines: Array.from({ length: count }, (_, index) => line(`line ${from + index}`)) }) };
}

test('whoever asks again gets what came since, each once; the bridge is asked again in time', () => {
  const { watched, book, say } = open();
  const first = book.follow('bench-1', 0, false, 5_000);
  expect([first?.lines, watched]).toEqual([[], ['bench-1']]);
  say(0, 2);
  const second = book.follow('bench-1', first?.next ?? 0, false, 6_000);
  expect([texts(second?.lines), second?.missed, watched.length]).toEqual([['line 0', 'line 1'], 0, 1]);
  expect(book.follow('bench-1', second?.next ?? 0, false, 9_100)?.lines).toEqual([]);
  expect(watched).toHaveLength(2);
});

test('what was lost on the way, and what a page came too late for, is a hole of known size', () => {
  const { book, say } = open();
  const { next = 0 } = book.follow('bench-1', 0, false, 5_000) ?? {};
  say(0, 1, 40);
  expect(book.follow('bench-1', next, false, 5_100)?.lines).toMatchObject([{ dir: 'gap', text: '40' }, { text: 'line 0' }]);
  say(1, 900);
  const late = book.follow('bench-1', next, false, 5_200);
  expect([late?.lines.length, late?.missed]).toEqual([800, 102]);
});

test('after the tail was forgotten, or the server began anew, a page is told that some are missing', () => {
  const { book, say } = open();
  const { next: asked = 0 } = book.follow('bench-1', 0, false, 5_000) ?? {};
  say(0, 100);
  const { next = 0 } = book.follow('bench-1', asked, false, 5_100) ?? {};
  book.tidy(35_200);
  book.take({ bench: 'bench-1', missed: 0, lines: [line('heard by nobody')] });
  const again = book.follow('bench-1', next, false, 36_000);
  expect([again?.lines, again?.missed]).toEqual([[], null]);
  say(200, 1);
  expect(book.follow('bench-1', again?.next ?? 0, false, 36_100)).toMatchObject({ lines: [{ text: 'line 200' }], missed: 0 });
  expect(createRawBook(() => undefined).follow('bench-1', 1e9, false, 10)?.missed, 'a number of before a restart').toBeNull();
});

test('who may not see cases reads the veiled text; nobody gets both', () => {
  const { book } = open();
  book.follow('bench-1', 0, true, 5_000);
  book.take({ bench: 'bench-1', missed: 0, lines: [line('serial=F17', 'serial=---'), line('POWER')] });
  expect(texts(book.follow('bench-1', 0, true, 5_100)?.lines)).toEqual(['serial=---', 'POWER']);
  expect(book.follow('bench-1', 0, false, 5_100)?.lines).toEqual([{ atMs: 1, dir: 'in', text: 'serial=F17', stopId: null }, { atMs: 1, dir: 'in', text: 'POWER', stopId: null }]);
});

test('a ninth bench has to wait until one is not looked at any more', () => {
  const { book } = open();
  for (let bench = 1; bench <= 8; bench += 1) expect(book.follow(`bench-${bench}`, 0, false, 5_000)).not.toBeNull();
  expect(book.follow('bench-9', 0, false, 5_000)).toBeNull();
  book.tidy(36_000);
  expect(book.follow('bench-9', 0, false, 36_000)).not.toBeNull();
});
