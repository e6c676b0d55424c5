/** A browser for one test file: contexts that are closed after each test, and every offence of a page against its own rules. */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from '../chromium.ts';

/** What the browser itself reports of answers that a test wants: a refusal, a feed that is cut, or a page that still asks while the test's own server closes. */
const WANTED = /WebSocket|Failed to load resource: (net::ERR_(FAILED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)|the server responded with a status of (400|401|403|404|409|429|503))/;

/** To be called once at the top of a test file. */
export function useBrowser() {
  let browser: Browser | null = null;
  let contexts: BrowserContext[] = [];
  let offences: string[] = [];
  beforeAll(async () => { browser = await chromium.launch(await findChromium()); });
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    const found = offences;
    offences = [];
    expect(found).toEqual([]);
  });
  return {
    async context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
      if (browser === null) throw new Error('the browser has not started');
      const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
      contexts.push(context);
      // Below the limit of a test, so that what was not seen is named.
      context.setDefaultTimeout(20_000);
      context.on('page', (page) => {
        page.on('pageerror', (error) => offences.push(error.message));
        page.on('console', (message) => { if (message.type() === 'error' && !WANTED.test(message.text())) offences.push(message.text()); });
      });
      return context;
    },
  };
}

/** No barrier that axe finds, and nothing runs out of the page, at a desk and on a phone, light and dark. */
export async function expectSound(page: Page, name: string): Promise<void> {
  const found: string[] = [];
  for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [390, 'dark'], [390, 'light']] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const place = `${name} ${String(width)} ${colorScheme}`;
    if (await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth') > 0) found.push(`${place}: runs out of the page`);
    const axe = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
    found.push(...violations.map(({ id, nodes }) => `${place}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(found).toEqual([]);
}
