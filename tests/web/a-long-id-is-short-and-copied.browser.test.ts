/** What only machines read stands on a page by its first signs; one press copies all of it, and where a browser forbids that it is shown in full. */
import { expect, onTestFinished, test } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { openPlace } from './look/judge.ts';
import { PLACES } from './look/places.ts';

const ID = '0190a7c0-0000-7000-8000-00000000c0de';

async function audit(options: BrowserContextOptions, before?: (page: Page) => Promise<void>): Promise<Page> {
  const place = PLACES.find(({ name }) => name === 'audit');
  if (place === undefined) throw new Error('there is no audit to look at');
  const browser = await chromium.launch(await findChromium());
  onTestFinished(() => browser.close());
  const opened = await openPlace(browser, place, 'en', options, before);
  onTestFinished(() => opened.close());
  return opened.page;
}

test('an id nobody knows by a name is short, and one press copies all of it', async () => {
  const page = await audit({ permissions: ['clipboard-read', 'clipboard-write'] });
  const button = page.getByRole('button', { name: `Copy ${ID}` });
  await button.waitFor();
  expect(await button.innerText()).toBe('0190a7c0…');
  await button.click();
  await page.getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(ID);
});

test('where the browser forbids copying, the whole of it is there to be selected', async () => {
  const page = await audit({}, async (one) => { await one.addInitScript('navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden"))'); });
  await page.getByRole('button', { name: `Copy ${ID}` }).click();
  await page.locator('hf-long-id output', { hasText: ID }).waitFor();
});

test('a machine whose name is known stands there by its name', async () => {
  const page = await audit({});
  await page.locator('hf-audit .lines li', { hasText: 'Signed in' }).getByText('Bench PC 1').first().waitFor();
});
