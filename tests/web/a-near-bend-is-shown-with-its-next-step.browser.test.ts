/** The bench page of a phone near the hold limit: every metric beside its limit, how far the measuring is, and what to do next. */
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { english } from '../../firmware-bridge/contract/words.ts';
import { findChromium } from '../chromium.ts';
import { benches, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';

const PICTURES = join(import.meta.dirname, '../.output/measuring');
let browser: Browser;
let server: Awaited<ReturnType<typeof playServer>>;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch(await findChromium());
});
afterAll(() => browser.close());
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await server.close();
});

async function openBench(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-US', colorScheme, viewport: { width, height: 1000 } })).newPage();
  await page.goto(`${server.url}/bench/bench-1`);
  await page.getByRole('heading', { name: 'Bench 1' }).first().waitFor();
  return page;
}

test('one of three measurements: the count, the next step and each metric stand there', async () => {
  server = await playServer({ views: [viewOf(benches.measuredAgain(1))] });
  for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [390, 'light']] as const) {
    const page = await openBench(width, colorScheme);
    await page.getByText('Measured 1 of 3 times', { exact: true }).waitFor();
    await page.getByText('Turned by 180°: not yet').waitFor();
    await page.getByText(english.remeasuring.turn.whatToDo, { exact: true }).first().waitFor();
    expect(await page.locator('hf-metrics .value').allInnerTexts()).toEqual(['254 µm', '271 µm', '31 µm']);
    expect(await page.getByText('hold at 300, limit 400 ± 100').count()).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => one.id)).toEqual([]);
    await page.screenshot({ animations: 'disabled', path: join(PICTURES, `again-${String(width)}-${colorScheme}.png`), fullPage: true });
  }
});

test('a twist that stopped a restore is the big number, by name; a fixture with two rows says that flatness is not measured', async () => {
  server = await playServer({ views: [viewOf(benches.twisted(1))] });
  const page = await openBench(1440, 'light');
  await page.getByText('The chassis of the phone is twisted').waitFor();
  await page.getByText('not measured', { exact: true }).waitFor();
  await page.getByText('the fixture has no middle row', { exact: true }).waitFor();
  expect(await page.locator('hf-figure .number').innerText()).toBe('506');
  expect(await page.locator('hf-figure .limits').innerText()).toMatch(/^Twist/);
  await page.screenshot({ animations: 'disabled', path: join(PICTURES, 'twisted-1440-light.png'), fullPage: true });
});
