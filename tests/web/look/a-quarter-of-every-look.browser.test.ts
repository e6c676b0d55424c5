/**
 * Every page in every width, a quarter of the matrix each day: by the rules and by axe. What a turn finds, `npm run look -- --turn N`
 * finds again. The rules themselves are tried on a page that breaks each of them.
 */
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../../chromium.ts';
import { placeOf } from '../../../web/reading/address.ts';
import { judgeAll } from './judge.ts';
import { SPOKEN, THEMES, WIDTHS, axeIn, languageIn, turnOf } from './matrix.ts';
import { PLACES } from './places.ts';
import { judgeForced } from './forced.ts';
import { motionsOn } from './motion.ts';
import { lostWhenEnlarged } from './narrow.ts';
import { offencesOn } from './rules.ts';

let browser: Browser;
beforeAll(async () => { browser = await chromium.launch(await findChromium()); });
afterAll(() => browser.close());

const turn = turnOf(Date.now());

test(`turn ${String(turn)}: every page, one language each, all widths`, async () => {
  expect(await judgeAll(browser, PLACES.map((place, index) => ({ place, language: languageIn(turn, index), axe: axeIn(turn, index) })))).toEqual([]);
}, 240_000);

test('few turns have seen every page in every language, and axe has seen every theme and width', () => {
  const seen = new Set(Array.from({ length: SPOKEN.length }, (_unused, one) => PLACES.map((place, index) => `${place.name}/${languageIn(one, index)}`)).flat());
  expect(seen.size).toBe(PLACES.length * SPOKEN.length);
  const looked = new Set(Array.from({ length: THEMES.length * WIDTHS.length }, (_unused, one) => { const { theme, width } = axeIn(one, 0); return `${theme}/${String(width)}`; }));
  expect(looked.size).toBe(THEMES.length * WIDTHS.length);
  expect(turnOf(0)).toBe(0);
  expect(turnOf(5 * 86_400_000 + 1)).toBe(5);
});

test('every page of the web is looked at', () => {
  const codes = { held: 'AAAA', expected: 'BBBB', walkIn: 'CCCC' };
  const looked = new Set(PLACES.map(({ path }) => placeOf(path(codes)).page));
  // Those that only take a secret out of the address look like half a link.
  const same = ['demo', 'wall', 'back'];
  const all = ['board', 'bench', 'false-stops', 'people', 'machines', 'audit', 'me', 'cases', 'case', 'queue', 'brief', 'briefs', 'partners', 'shift', 'levers', 'help', 'sign-in', 'link'];
  expect(all.filter((page) => !looked.has(page as never))).toEqual([]);
  expect(same.map((page) => placeOf(`/${page}`).page)).toEqual(same);
});

const BAD: readonly (readonly [rule: RegExp, body: string])[] = [
  [/^runs out of the page by/, '<div style="width:2000px;height:1px"></div>'],
  [/^small \(30 × 30\): button "a"/, '<button style="all:unset;width:30px;height:30px;display:block">a</button>'],
  [/^covers another: button "one" and button "two"/, '<button style="position:absolute;left:0;top:0;width:99px;height:99px">one</button><button style="position:absolute;left:50px;top:50px;width:99px;height:99px">two</button>'],
  [/^cut: p "much more/, '<p style="width:60px;overflow:hidden;white-space:nowrap">much more than sixty pixels</p>'],
  [/^runs out of its box: p "much more/, '<section style="width:60px"><p style="white-space:nowrap">much more than sixty pixels</p></section>'],
];

test.each(BAD)('the rule %s finds what breaks it, and nothing on a page that does not', async (rule, body) => {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.setContent(`<body style="margin:0">${body}`);
  const found = await offencesOn(page);
  await page.setContent('<body><section style="width:400px"><p>words</p><button style="width:99px;height:99px">go</button></section>');
  expect([found.filter((one) => rule.test(one)).length, await offencesOn(page)]).toEqual([1, []]);
  await page.close();
});

const SOUND = '<main><p>words <span>more of them</span></p><button aria-pressed="true" style="border:4px solid">go</button><button aria-pressed="false" style="border:1px solid">stay</button></main>';

const LESS: readonly (readonly [rule: RegExp, look: (page: Page) => Promise<readonly string[]>, body: string])[] = [
  [/^lost at 200 %: to read: more of them/, lostWhenEnlarged, `<style>@media (max-width: 700px) { span { display: none } }</style>${SOUND}`],
  [/^lost at 400 %: to press: stay/, lostWhenEnlarged, `<style>@media (max-width: 400px) { [aria-pressed=false] { visibility: hidden } }</style>${SOUND}`],
  [/^\d+ % of a low window lies/, lostWhenEnlarged, `<div style="position:fixed;inset:auto 0 0 0;height:160px"></div>${SOUND}`],
  [/^no edge: button "bare"/, judgeForced, `${SOUND}<button style="border:0">bare</button>`],
  [/^chosen, and not told from what is not: button "here"/, judgeForced, `<button aria-current="page" style="box-shadow:inset 0 0 0 4px red">here</button><button aria-current="false">there</button>`],
  [/^a mark that nobody sees/, judgeForced, `${SOUND}<svg width="20" height="20"><path d="M0 0h9v9z" fill="#fff"></path></svg>`],
  [/^moves when it changes: p/, motionsOn, `<style>p { transition: color 1s }</style>${SOUND}`],
  [/^moves: p blink/, motionsOn, `<style>@keyframes blink { to { opacity: 0 } } p { animation: blink 1s infinite }</style>${SOUND}`],
];

test.each(LESS)('the rule %s finds what breaks it, and nothing on a page that does not', async (rule, look, body) => {
  const page = await browser.newPage({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
  await page.setContent(`<body style="margin:0">${body}`);
  const found = await look(page);
  await page.setContent(`<body style="margin:0">${SOUND}`);
  expect([found.filter((one) => rule.test(one)).length, await look(page)]).toEqual([1, []]);
  await page.close();
});

test('what flashes four times a second is found, what does twice is not', async () => {
  const page = await browser.newPage({ reducedMotion: 'no-preference' });
  const flashing = (seconds: number): Promise<void> => page.setContent(`<style>@keyframes blink { to { opacity: 0 } } p { animation: blink ${String(seconds)}s infinite }</style><p>words</p>`);
  await flashing(0.25);
  const often = await motionsOn(page);
  await flashing(0.5);
  expect([often, await motionsOn(page)]).toEqual([['flashes: p'], []]);
  await page.close();
});
