/** server/SECURITY.md: has every requirement of the standard once and no other, names only tests that are there, and counts right. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, read } from './sources.ts';

/** How many requirements each section has, and which of them are of level 3 alone: OWASP ASVS 5.0.0. */
const SECTIONS: readonly (readonly [section: string, count: number, levelThree: readonly number[]])[] = [
  ['V1.1', 2, []], ['V1.2', 10, [10]], ['V1.3', 12, [12]], ['V1.4', 3, []], ['V1.5', 3, [3]],
  ['V2.1', 3, []], ['V2.2', 3, []], ['V2.3', 5, [5]], ['V2.4', 2, [2]],
  ['V3.1', 1, [1]], ['V3.2', 3, [3]], ['V3.3', 5, [5]], ['V3.4', 8, [7, 8]], ['V3.5', 8, [6, 7, 8]], ['V3.6', 1, [1]], ['V3.7', 5, [3, 4, 5]],
  ['V4.1', 5, [4, 5]], ['V4.2', 5, [2, 3, 4, 5]], ['V4.3', 2, []], ['V4.4', 4, []],
  ['V5.1', 1, []], ['V5.2', 6, [4, 5, 6]], ['V5.3', 3, [3]], ['V5.4', 3, []],
  ['V6.1', 3, []], ['V6.2', 12, []], ['V6.3', 8, [5, 6, 7, 8]], ['V6.4', 6, [5, 6]], ['V6.5', 8, [6, 7, 8]], ['V6.6', 4, [4]], ['V6.7', 2, [1, 2]], ['V6.8', 4, []],
  ['V7.1', 3, []], ['V7.2', 4, []], ['V7.3', 2, []], ['V7.4', 5, []], ['V7.5', 3, [3]], ['V7.6', 2, []],
  ['V8.1', 4, [3, 4]], ['V8.2', 4, [4]], ['V8.3', 3, [2, 3]], ['V8.4', 2, [2]],
];
const WANTED = SECTIONS.flatMap(([section, count, levelThree]) => Array.from({ length: count }, (_, index) => index + 1).filter((number) => !levelThree.includes(number)).map((number) => `${section}.${number}`));
const OTHER_CHAPTERS = ['V9', 'V10', 'V11', 'V12', 'V13', 'V14', 'V15', 'V16', 'V17'];

const paper = read('server/SECURITY.md');
const rows = [...paper.matchAll(/^\| (V\d+\.\d+\.\d+) \| (.*?) \| (.*?) \| (.*) \|$/gm)].map(([, id = '', verdict = '', words = '', shown = '']) =>
  ({ id, verdict, words, tests: [...shown.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path) }));

test('every requirement of level 1 and 2 has one row, in its order, and there is no other row', () => {
  expect(rows.map(({ id }) => id)).toEqual(WANTED);
});

test('each is met, not applicable or open, with a sentence; what is met names a test that is there', () => {
  expect(rows.filter(({ verdict }) => !['met', 'n/a', 'open'].includes(verdict)).map(({ id }) => id)).toEqual([]);
  expect(rows.filter(({ words }) => words.length < 6 || !words.endsWith('.')).map(({ id }) => id)).toEqual([]);
  expect(rows.filter(({ verdict, tests }) => verdict === 'met' && tests.length === 0).map(({ id }) => id)).toEqual([]);
  const named = rows.flatMap(({ id, tests }) => tests.map((path) => ({ id, path })));
  expect(named.filter(({ path }) => !/^tests\/.+\.test\.ts$/.test(path) || !existsSync(join(ROOT, path)))).toEqual([]);
});

test('the counts at the top are those of the rows, and the chapters that nobody went through are said to be open', () => {
  const count = (wanted: string): number => rows.filter(({ verdict }) => verdict === wanted).length;
  const said = /<!-- counts -->\n([\s\S]*?)\n<!-- \/counts -->/.exec(paper)?.[1];
  expect(said).toBe(`${rows.length} requirements of the chapters V1 to V8: ${count('met')} met, ${count('n/a')} n/a, ${count('open')} open. The chapters V9 to V17 are open.`);
  expect(OTHER_CHAPTERS.filter((chapter) => !new RegExp(`^- ${chapter} [^:]+: open;`, 'm').test(paper))).toEqual([]);
});
