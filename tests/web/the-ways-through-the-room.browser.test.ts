/** The navigation: at a desk in one row of the head, on a phone at the foot of the window, and it never covers what somebody has to press. */
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

async function open(path: string, width: number) {
  const server = await playServer(madeStory().play);
  onTestFinished(() => server.close());
  const page = await (await browser.context({ viewport: { width, height: 740 } })).newPage();
  await page.goto(server.url + path);
  const nav = page.getByRole('navigation', { name: 'Pages' });
  await nav.waitFor();
  return { page, nav };
}

test.each([1440, 1920])('at %i everything of the head stands in one row, and the queue says how much waits', async (width) => {
  const { page, nav } = await open('/', width);
  await nav.getByRole('link', { name: /^Queue \d+$/ }).waitFor();
  expect((await page.locator('hf-header').boundingBox())?.height).toBeLessThanOrEqual(68);
  await nav.getByRole('link', { name: /^Queue/ }).click();
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  expect(await nav.locator('[aria-current="page"]').innerText()).toContain('Queue');
});

test('a page below another marks the way it belongs to', async () => {
  const { nav } = await open('/bench/bench-1', 1440);
  expect((await nav.locator('[aria-current="page"]').allInnerTexts()).map((text) => text.trim())).toEqual(['Benches']);
});

test.each(['/', '/bench/bench-1', '/queue'])('on a phone of 360 px it stands at the foot of %s under whatever else stays there', async (path) => {
  const { page, nav } = await open(path, 360);
  await page.getByRole('heading').first().waitFor();
  const ways = await nav.locator('.ways > *').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom, width, height }) => ({ top, bottom, width, height })));
  expect(ways).toHaveLength(4);
  for (const { bottom, width, height } of ways) expect([bottom, width >= 80, height >= 48]).toEqual([740, true, true]);
  const foot = Math.min(...ways.map(({ top }) => top));
  const stop = await page.getByRole('button', { name: /Bench 1/ }).last().boundingBox().catch(() => null);
  if (path === '/bench/bench-1') expect((stop?.y ?? 0) + (stop?.height ?? Infinity)).toBeLessThanOrEqual(foot);
  // The tiles come a moment after the head: what is last is last only then.
  await expect.poll(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    return page.locator('main').evaluate((main) => main.getBoundingClientRect().bottom - parseFloat(getComputedStyle(main).paddingBottom));
  }).toBeLessThanOrEqual(foot + 1);
});

test('more opens with the keyboard, closes with escape and gives the focus back', async () => {
  const { page, nav } = await open('/', 1440);
  await nav.getByRole('button', { name: 'More' }).press('Enter');
  await nav.getByRole('link', { name: 'Partners' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect.poll(() => nav.getByRole('link', { name: 'Partners' }).count()).toBe(0);
  expect(await nav.getByRole('button', { name: 'More' }).evaluate((button) => button.matches(':focus'))).toBe(true);
});
