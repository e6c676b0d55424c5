/**
 * A table of words that only English has leaves a page half in English. So every table of the page, and every table of a
 * contract that the page says, is learned in one of the two packs of each other language.
 */
import { expect, test } from 'vitest';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import { filesBelow, read } from './sources.ts';

const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');

const inThePage = filesBelow('web/words').filter((path) => /^web\/words\/[\w-]+\.ts$/.test(path) && !/\/(language|pseudo)\.ts$/.test(path));
const matches = (path: string, pattern: RegExp): readonly string[] => [...read(path).matchAll(pattern)].map(([, name = '']) => name);
const tables = [...new Set(inThePage.flatMap((path) => [...matches(path, /^export const (\w+English)\b/gm), ...matches(path, /\bspoken\((\w+)\)/g)]))].toSorted();

test('there are tables to look for', () => {
  expect(tables.length).toBeGreaterThan(35);
  expect(tables).toContain('english');
});

test.each(TRANSLATED.map((language) => ({ name: LANGUAGE_NAMES[language], packs: [`web/words/${language}/pack.ts`, `web/words/${language}/pages-pack.ts`] })))('every table of the page is learned: $name', ({ packs }) => {
  const learned = packs.flatMap((pack) => matches(pack, /^learn\((\w+), \w+\);$/gm));
  expect(tables.filter((table) => !learned.includes(table)).map((table) => `${packs.join(' or ')}: learn ${table}`)).toEqual([]);
  expect(learned.filter((table) => !tables.includes(table)).map((table) => `${packs.join(' or ')}: no page says ${table}`)).toEqual([]);
  expect(new Set(learned).size).toBe(learned.length);
});
