/**
 * What a page costs before it is of use, as Chromium really loads it from the built room: bytes of script, and in total script, style
 * and type, each as gzip would send them (type is compressed already). Nothing moves while it loads, and all text is in the own type.
 */
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageLanguage } from '../../web/words/language.ts';
import { findChromium } from '../chromium.ts';
import { openPlace } from './look/judge.ts';
import { PLACES } from './look/places.ts';
import type { Place } from './look/places.ts';

/** KiB, from the plan of the dashboard. */
const BOARD_SCRIPT_MAX = 90;
const PAGE_MAX = 180;
const SHIFT_MAX = 0.05;

let browser: Browser;
beforeAll(async () => { browser = await chromium.launch(await findChromium()); });
afterAll(() => browser.close());

const placeNamed = (name: string): Place => {
  const found = PLACES.find((place) => place.name === name);
  if (found === undefined) throw new Error(`no place is called ${name}`);
  return found;
};

/** Runs in the page from its first moment: when the first tile stood there, and what moved without being asked to. */
const WATCH = `(() => {
  const seen = { tileAtMs: null, shift: 0, moved: [] };
  Object.assign(window, { seen });
  const below = (element, name) => element?.shadowRoot?.querySelector(name);
  const look = () => {
    if (below(below(below(document.querySelector('hf-app'), 'hf-board'), 'hf-tile'), 'article')) seen.tileAtMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const name = (node) => node === null ? '?' : (node.getRootNode().host?.localName ?? '') + ' ' + (node.localName ?? node.textContent) + '.' + (node.className ?? '');
  const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  const way = ({ node, previousRect, currentRect }) => name(node) + ' ' + place(previousRect) + ' > ' + place(currentRect);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      if (one.hadRecentInput) continue;
      seen.shift += one.value;
      seen.moved.push(one.value.toFixed(3) + ' at ' + one.startTime.toFixed(0) + ' ms: ' + one.sources.map(way).join(' | '));
    }
  }).observe({ type: 'layout-shift', buffered: true });
})()`;

interface Sized {
  readonly path: string;
  readonly kib: number;
  /** Asked for before the first tile stood there. */
  readonly isBeforeTile: boolean;
}
const sum = (files: readonly Sized[]): number => files.reduce((total, { kib }) => total + kib, 0);
const listed = (files: readonly Sized[]): string => files.map(({ path, kib }) => `${path} ${kib.toFixed(1)}`).join('\n');

interface Loaded {
  readonly files: readonly Sized[];
  readonly shift: number;
  readonly moved: readonly string[];
}

/** One page, opened until it stood there and asked for nothing more. */
async function load(place: Place, language: PageLanguage = 'en', options: BrowserContextOptions = {}): Promise<Loaded> {
  const bodies = new Map<string, Promise<Buffer>>();
  let isCounted = false;
  const { page, close } = await openPlace(browser, place, language, options, async (fresh) => {
    await fresh.addInitScript(WATCH);
    fresh.on('response', (response) => { if (!isCounted && /\.(js|css|woff2)$/.test(new URL(response.url()).pathname)) bodies.set(new URL(response.url()).pathname, response.body()); });
  });
  await page.waitForLoadState('networkidle');
  const { tileAtMs, shift, moved } = await page.evaluate<{ tileAtMs: number | null; shift: number; moved: string[] }>('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(seen))))');
  const asked = await page.evaluate<[string, number][]>('performance.getEntriesByType("resource").map(({ name, startTime }) => [new URL(name).pathname, startTime])');
  isCounted = true;
  const files = await Promise.all([...bodies].map(async ([path, body]) => ({
    path, kib: (path.endsWith('.woff2') ? (await body).length : gzipSync(await body).length) / 1024,
    isBeforeTile: (asked.find(([one]) => one === path)?.[1] ?? 0) <= (tileAtMs ?? Infinity),
  })));
  await close();
  return { files, shift, moved };
}

test.each(['en', 'es', 'fi'] as const)('the board keeps its budget of script before its first tile (%s)', async (language) => {
  const scripts = (await load(placeNamed('board'), language)).files.filter(({ path, isBeforeTile }) => path.endsWith('.js') && isBeforeTile);
  expect(sum(scripts), listed(scripts)).toBeGreaterThan(40);
  expect(sum(scripts), listed(scripts)).toBeLessThanOrEqual(BOARD_SCRIPT_MAX);
});

/** Every page of its own code, once. */
const PAGES = ['board', 'bench stopped', 'bench running', 'queue', 'cases', 'case held', 'brief', 'briefs', 'partners', 'people', 'machines', 'audit', 'me', 'false stops', 'sign-in'];

test.each(PAGES)('%s keeps its budget in all, and nothing on it moves while it loads', async (name) => {
  for (const width of [1440, 390]) {
    const { files, shift, moved } = await load(placeNamed(name), 'en', { viewport: { width, height: 900 } });
    expect.soft(sum(files), listed(files)).toBeLessThanOrEqual(PAGE_MAX);
    expect.soft(shift, [`${name} at ${String(width)}`, ...moved].join('\n')).toBeLessThanOrEqual(SHIFT_MAX);
  }
});

/** All that is drawn in another type than the page brings. */
async function foreignOn(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  await client.send('DOM.enable');
  await client.send('CSS.enable');
  const { nodes } = await client.send('DOM.getFlattenedDocument', { depth: -1, pierce: true });
  const foreign = new Set<string>();
  for (const { nodeId, nodeType, nodeName, parentId } of nodes) {
    if (nodeType !== 1 || /^(script|style|head|meta|link|title|svg|path)$/i.test(nodeName)) continue;
    const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
    const text = nodes.filter((node) => node.parentId === nodeId && node.nodeType === 3).map(({ nodeValue }) => nodeValue.trim()).join(' ');
    for (const font of fonts) if (!font.isCustomFont) foreign.add(`${nodes.find((node) => node.nodeId === parentId)?.nodeName ?? ''} ${nodeName}: ${font.familyName}: ${text.slice(0, 80)}`);
  }
  return [...foreign];
}

test.each(['en', 'es', 'fi'] as const)('every letter on the board, a bench and the queue is drawn in the type that comes with the page (%s)', async (language) => {
  for (const name of ['board', 'bench stopped', 'bench running', 'queue']) {
    const { page, close } = await openPlace(browser, placeNamed(name), language);
    // What is still to come takes the place of what is looked at.
    await page.waitForLoadState('networkidle');
    const foreign = await foreignOn(page);
    await close();
    expect.soft([name, ...foreign]).toEqual([name]);
  }
});

test('the type comes before the first words: no alphabet that the page does not use is fetched', async () => {
  const { files } = await load(placeNamed('board'));
  expect(files.filter(({ path }) => path.endsWith('.woff2')).length).toBeGreaterThan(0);
  expect(files.filter(({ path }) => path.includes('latin-ext'))).toEqual([]);
});
