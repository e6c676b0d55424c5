/**
 * Opens places of the made store and judges them: in every theme and width by the rules, and by axe. It says what it found in
 * words; it keeps nothing and changes nothing.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PageLanguage } from '../../../web/words/language.ts';
import { ANSWERS } from '../made-answers.ts';
import { madeStory } from '../made-story.ts';
import { playServer } from '../played-server.ts';
import { THEMES, WIDTHS } from './matrix.ts';
import type { Theme } from './matrix.ts';
import { store } from './places.ts';
import type { Place } from './places.ts';
import { judgeForced } from './forced.ts';
import { motionsOn } from './motion.ts';
import { lostWhenEnlarged } from './narrow.ts';
import { offencesOn } from './rules.ts';

/** What the browser itself says of answers and feeds that a place does without, and of sound before the first touch. */
const WANTED = /WebSocket|AudioContext was not allowed to start|Failed to load resource: the server responded with a status of (401|403|404)/;
const HEIGHT = 900;

export interface Opened {
  readonly page: Page;
  /** Errors, warnings and requests to elsewhere, as they come. */
  readonly offences: string[];
  close(): Promise<void>;
}

export async function openPlace(browser: Browser, place: Place, language: PageLanguage, options: BrowserContextOptions = {}, before?: (page: Page) => Promise<void>): Promise<Opened> {
  const story = madeStory();
  const server = await playServer({ ...story.play, ...store(), ...place.differs });
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: HEIGHT }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(20_000);
  const offences: string[] = [];
  await context.addInitScript(`try { localStorage.setItem('holdfast-language', '${language}'); } catch { /* a document without storage */ }`);
  await context.route((url) => Object.hasOwn(ANSWERS, url.pathname), async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    return route.fulfill({ json: ANSWERS[new URL(route.request().url()).pathname] });
  });
  context.on('page', (page) => {
    page.on('pageerror', (error) => offences.push(`error: ${error.message}`));
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !WANTED.test(message.text())) offences.push(`console: ${message.text()}`); });
    page.on('request', (request) => { if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) offences.push(`asks elsewhere: ${request.url()}`); });
  });
  const page = await context.newPage();
  await before?.(page);
  await page.goto(server.url + place.path(story.codes));
  await page.locator(place.ready).first().waitFor();
  await page.evaluate('document.fonts.ready');
  return { page, offences, close: async () => { await context.close(); await server.close(); } };
}

/** The high contrast is looked at in light at odd places of the list of widths, in the dark at even ones. */
export async function showIn(page: Page, theme: Theme, width: number): Promise<void> {
  const isDark = theme === 'dark' || (theme === 'contrast' && WIDTHS.findIndex((one) => one === width) % 2 === 0);
  await page.setViewportSize({ width, height: HEIGHT });
  await page.evaluate(`(() => { const { dataset } = document.documentElement;
    dataset.theme = '${isDark ? 'dark' : 'light'}'; if (${String(theme === 'contrast')}) dataset.contrast = 'more'; else delete dataset.contrast;
    return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))); })()`);
}

async function axeOn(page: Page, rules: readonly string[] | null, exempt: readonly string[] = []): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === null ? axe.disableRules([...exempt]) : axe.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`);
}

export interface Cell {
  readonly place: Place;
  readonly language: PageLanguage;
  /** `all` looks in each theme; else in the one that is named. */
  readonly axe: 'all' | { readonly theme: Theme; readonly width: number };
}

/** As many at a time as a small machine has cores. */
const AT_A_TIME = 2;

/** In the order of the cells, whichever was done first. */
export async function judgeAll(browser: Browser, cells: readonly Cell[], tell: (finding: string) => void = () => undefined): Promise<readonly string[]> {
  const found = cells.map((): readonly string[] => []);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next; at < cells.length; at = next) {
      next += 1;
      const cell = cells[at];
      if (cell === undefined) return;
      found[at] = await judge(browser, cell).catch((error: unknown) => [`${cell.place.name}, ${cell.language}: could not be looked at: ${String(error).split('\n').slice(0, 4).join(' ')}`]);
      found[at]?.forEach(tell);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return found.flat();
}

async function judge(browser: Browser, { place, language, axe }: Cell): Promise<readonly string[]> {
  const opened = await openPlace(browser, place, language);
  const found: string[] = [];
  try {
    const note = (where: string, offences: readonly string[]): void => { found.push(...offences.map((one) => `${place.name}, ${language}, ${where}: ${one}`)); };
    for (const theme of THEMES) {
      // No size depends on a colour: a quarter looks at every width in one theme.
      for (const width of axe === 'all' || theme === axe.theme ? WIDTHS : []) {
        await showIn(opened.page, theme, width);
        note(`${theme} ${String(width)}`, await offencesOn(opened.page));
      }
      if (axe !== 'all' && axe.theme !== theme) continue;
      await showIn(opened.page, theme, axe === 'all' ? 1440 : axe.width);
      note(theme, await axeOn(opened.page, axe === 'all' && theme !== 'light' ? ['color-contrast'] : null, place.exempt));
    }
    note('enlarged', await lostWhenEnlarged(opened.page));
    await showIn(opened.page, 'light', 1440);
    note('forced colours', await judgeForced(opened.page));
    note('less motion', await motionsOn(opened.page));
    await opened.page.emulateMedia({ reducedMotion: 'no-preference' });
    note('motion', await motionsOn(opened.page));
    note('', opened.offences);
  } finally {
    await opened.close();
  }
  return [...new Set(found)];
}
