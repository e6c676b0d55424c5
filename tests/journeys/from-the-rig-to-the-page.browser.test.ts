/**
 * The whole way in a real browser: rig → bridge → server → page and back. It also makes the pictures of README and
 * look, in tests/.output.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchBox } from '../bench-in-a-box.ts';
import { findChromium } from '../chromium.ts';
import { enterByLink } from '../web/signed-in-page.ts';

const PICTURES = resolve(import.meta.dirname, '../.output');
const DIST = resolve(import.meta.dirname, '../../web/dist');

let box: BenchBox;
let browser: Browser;
let context: BrowserContext;
const offences: string[] = [];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  box = await BenchBox.start({ rigs: 2, speed: 2, web: DIST });
  browser = await chromium.launch(await findChromium());
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'data:' && host !== new URL(box.url).host) offences.push(request.url());
  });
  context.on('weberror', (error) => offences.push(error.error().message));
  await (await enterByLink(context, box.demo.link)).close();
});
afterAll(async () => {
  await browser.close();
  await box.end();
});

async function open(path = '/'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(box.url + path);
  await page.getByRole('heading', { name: 'Bench 1' }).first().waitFor();
  return page;
}

test('a bend at the rig is on the board with its receipt, and a press of stop at the other bench is answered by its rig', async () => {
  const page = await open();
  await box.permitted('bench-1');
  await box.permitted('bench-2');
  await page.getByText('Running under permit').nth(1).waitFor();
  await box.lever('bend', { um: 600 }, 'bench-1');
  await page.getByText('Stopped: device frame bent').first().waitFor();
  await page.getByText('Data is intact.').first().waitFor();
  expect(await page.title()).toMatch(/Bench 1/);
  await page.screenshot({ animations: 'disabled', path: join(PICTURES, 'board.png') });

  await page.getByRole('button', { name: 'Stop now: Bench 2' }).click();
  const status = await box.seen('the rig of bench 2 answered', (one) => one.trip?.receipt.answer === 'stopped', 10_000, 'bench-2');
  expect(status.trip?.causes[0]?.code).toBe('operator-stop');
  await page.getByText('Stopped').nth(1).waitFor();
  await page.close();
});

test('the pages fit a desk and a phone, light and dark', async () => {
  const page = await open();
  for (const [name, path] of [['board', '/'], ['bench', '/bench/bench-1']] as const) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(box.url + path);
    await page.getByText('Stopped').first().waitFor();
    for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [390, 'dark'], [390, 'light']] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ animations: 'disabled', path: join(PICTURES, `${name}-${String(width)}-${colorScheme}.png`), fullPage: true });
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(overflow, `${name} at ${String(width)}`).toBeLessThanOrEqual(0);
    }
  }
  await page.close();
});

test('with ten tabs open in one browser, stop still answers', async () => {
  const trip = (await box.status('bench-1')).trip;
  await box.lever('unseat', {}, 'bench-1');
  await box.seen('a reset possible', (status) => status.reset.possible);
  await box.reset(trip?.id, 'device taken out');
  await box.permitted('bench-1');
  const tabs = await Promise.all(Array.from({ length: 10 }, () => open()));
  const last = tabs[9];
  await last?.getByRole('button', { name: 'Stop now: Bench 1' }).click();
  const status = await box.seen('the stop confirmed', (one) => one.trip?.receipt.state === 'confirmed');
  expect(status.trip?.causes[0]?.code).toBe('operator-stop');
  await Promise.all(tabs.map((tab) => tab.getByText('Stopped').first().waitFor()));
  expect(offences).toEqual([]);
});
