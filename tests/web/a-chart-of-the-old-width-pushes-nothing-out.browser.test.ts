/** A canvas knows a new width only some frames later: until then it is cut, and the page does not run out sideways. */
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

test.each(['/queue', '/bench/bench-2'])('on %s, with a browser that tells no new width at all', async (path) => {
  const server = await playServer(madeStory().play);
  onTestFinished(() => server.close());
  const context = await browser.context();
  await context.addInitScript(() => { globalThis.ResizeObserver = class { observe(): void {} unobserve(): void {} disconnect(): void {} }; });
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.locator('hf-chart').first().scrollIntoViewIfNeeded();
  await page.locator('hf-chart canvas').first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(widths[0]).toBe(widths[1]);
});
