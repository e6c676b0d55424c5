/** Whoever changes a page of the help in English must change it in each other language: every page is there, of the same shape, with the same links, code and commands. */
import { expect, test } from 'vitest';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import { blocksOf } from '../../web/reading/markdown.ts';
import type { Block, Span } from '../../web/reading/markdown.ts';
import { helpFile } from './help-files.ts';
import { filesBelow, read } from './sources.ts';

const NAMES = filesBelow('web/help').flatMap((path) => /^web\/help\/([\w-]+\.md)$/.exec(path)?.[1] ?? []).toSorted();
const LISTED = /^export const HELP_PAGES = \[(.+)\] as const;$/m.exec(read('web/reading/help-pages.ts'))?.[1]?.match(/[\w-]+/g) ?? [];
const TRANSLATED = LANGUAGES.filter((language) => language !== 'en');

/** What stays as it is in every language: where a link leads, what is typed. Words may stand in another order. */
const kept = (spans: readonly Span[]): readonly string[] => spans.flatMap((span) => (span.is === 'link' ? `to ${span.href}` : span.is === 'code' ? span.text : [])).toSorted();
const strong = (spans: readonly Span[]): number => spans.filter(({ is }) => is === 'strong').length;

function shapeOf(block: Block): unknown {
  switch (block.is) {
    case 'heading': return [`heading ${String(block.level)}`, kept(block.spans)];
    case 'paragraph': return ['paragraph', strong(block.spans), kept(block.spans)];
    case 'list': return [block.isOrdered ? 'numbers' : 'points', block.items.map((item) => [strong(item), kept(item)])];
    case 'code': return ['code', block.text];
    case 'table': return ['table', block.head.length, block.rows.map((row) => row.map((cell) => [strong(cell), cell.some(({ text }) => text.trim() !== ''), kept(cell)]))];
  }
}

const spansOf = (block: Block): readonly Span[] => (block.is === 'paragraph' || block.is === 'heading' ? block.spans : block.is === 'list' ? block.items.flat() : []);
/** Three words and more that are no command. */
const sentences = (text: string): readonly string[] => blocksOf(text).flatMap(spansOf).map((span) => span.text.trim()).filter((said) => /\w \w+ \w/.test(said) && !said.includes('--'));

/** A drawing carries the names of its states; what leads where is the same. */
const arrowsOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.includes('-->'));

test('there are pages, and each that the page lists is among them', () => {
  expect(NAMES.length).toBeGreaterThan(6);
  expect(LISTED.length).toBeGreaterThan(5);
  expect(LISTED.filter((page) => !NAMES.includes(`${page}.md`))).toEqual([]);
});

test.each(TRANSLATED.map((language) => ({ name: LANGUAGE_NAMES[language], language })))('each page is there, and no other: $name', ({ language }) => {
  const there = filesBelow(`web/help/${language}`).map((path) => path.split('/').at(-1) ?? path).toSorted();
  expect(there).toEqual(NAMES);
});

test.each(TRANSLATED.flatMap((language) => NAMES.map((page) => ({ name: LANGUAGE_NAMES[language], language, page }))))('$page has the shape of the English one: $name', ({ language, page }) => {
  const [english, other] = [read(helpFile(page, 'en')), read(helpFile(page, language))];
  expect(blocksOf(other).map(shapeOf)).toEqual(blocksOf(english).map(shapeOf));
  expect(arrowsOf(other)).toEqual(arrowsOf(english));
});

test.each(TRANSLATED.flatMap((language) => NAMES.map((page) => ({ name: LANGUAGE_NAMES[language], language, page }))))('$page is written in its language, not left in English: $name', ({ language, page }) => {
  const english = new Set(sentences(read(helpFile(page, 'en'))));
  expect(sentences(read(helpFile(page, language))).filter((said) => english.has(said))).toEqual([]);
});
