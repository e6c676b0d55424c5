/** The board on a wall in a real browser: no head to press, big enough, in turn when there are many; and a page of another version loads itself or says so. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

async function open(path: string, views = [viewOf(benches.ready(1)), viewOf(benches.running(2))]): Promise<Page> {
  server = await playServer({ views });
  const page = await (await browser.context({ viewport: { width: 1920, height: 1080 } })).newPage();
  await page.goto(server.url + path);
  await page.locator('hf-tile article').first().waitFor();
  return page;
}
/** Between two pages nothing can be asked. */
const isNew = (page: Page) => expect.poll(() => page.evaluate('window.isBefore === undefined').catch(() => false), { timeout: 15_000 }).toBe(true);
const updated = async (page: Page): Promise<void> => {
  await page.evaluate('window.isBefore = true');
  server.play.version = '0.2.0';
  server.breakFeed();
};

test('no head and no ways, store and time and counts, the stop is there, and nothing runs out', async () => {
  const page = await open('/?kiosk=1');
  await page.locator('hf-kiosk time').waitFor();
  await page.locator('hf-header').waitFor({ state: 'hidden' });
  await page.locator('hf-tile').getByRole('button', { name: /Stop/ }).first().waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  await expectSound(page, 'a wall');
});

test('more than fit are shown in turn, and an alarm is always among them', async () => {
  const many = Array.from({ length: 9 }, (_, index) => viewOf(benches.ready(index + 1)));
  const page = await open('/?kiosk=1&rotate=600', many);
  await expect.poll(() => page.locator('hf-tile').count()).toBeLessThan(9);
  server.show(viewOf(benches.stopped(9)));
  await page.locator('hf-tile').getByText('Stopped: device frame bent').waitFor();
});

test('under a hand the tiles of a turn stay, even when something calls; with the hand away what calls is there', async () => {
  const many = Array.from({ length: 9 }, (_, index) => viewOf(benches.ready(index + 1)));
  const page = await open('/?kiosk=1&rotate=600', many);
  const shown = (): Promise<readonly string[]> => page.locator('hf-tile article').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
  await expect.poll(async () => (await shown()).length).toBeLessThan(9);
  const before = await shown();
  await page.locator('hf-tile article').first().hover();
  await page.mouse.down();
  server.show(viewOf(benches.stopped(9)));
  await expect.poll(() => page.title()).toContain('1');
  expect(await shown()).toEqual(before);
  await page.mouse.up();
  await page.mouse.move(2, 2);
  await page.locator('hf-tile').getByText('Stopped: device frame bent').waitFor();
});

test('a wall loads the new version by itself; elsewhere a person is told and does', async () => {
  const wall = await open('/?kiosk=1');
  await wall.locator('hf-kiosk time').waitFor();
  await updated(wall);
  await isNew(wall);
  await wall.locator('hf-tile article').first().waitFor();
  await server.close();
  const page = await open('/');
  await page.locator('hf-kiosk').waitFor({ state: 'attached' });
  await updated(page);
  await page.getByRole('button', { name: 'Load the new one' }).click();
  await isNew(page);
  await page.locator('hf-tile article').first().waitFor();
});
