/** Freshness in a real browser: a computer's clock that jumps, a page that was hidden for minutes, a feed that was cut. Nothing old looks new, nothing is missing, nothing is there twice. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { madeEvent, stored } from '../server/made-evidence.ts';
import { useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

const HOUR_MS = 3_600_000;
const DAY_S = 86_400;
/** Of a time of day as the head shows it. */
const secondsOf = (text: string): number => {
  const atMs = Date.parse(`2026-01-01 ${text} UTC`);
  if (Number.isNaN(atMs)) throw new Error(`the head shows no time: ${text}`);
  return (atMs / 1000) % DAY_S;
};
const line = (id: number) => stored(madeEvent(id, 'device-left', {}, { bench: 'bench-2' }), id);
const age = (page: Page) => page.locator('hf-bench .age').innerText();

async function open(play: Partial<Play> = {}): Promise<Page> {
  server = await playServer({ views: [viewOf(benches.running(2))], ...play });
  const page = await (await browser.context({ viewport: { width: 1920, height: 1000 } })).newPage();
  await page.clock.install();
  await page.goto(`${server.url}/bench/bench-2`);
  await page.locator('hf-chart').first().scrollIntoViewIfNeeded();
  await page.locator('hf-chart canvas').first().waitFor();
  return page;
}
const show = () => server.show(viewOf(benches.running(2)));
const settled = async (page: Page): Promise<void> => {
  await page.getByText('No live view.').waitFor({ state: 'hidden' });
  await expect.poll(() => server.pages()).toBe(1);
  await page.waitForLoadState('networkidle');
};
const see = (page: Page, state: 'hidden' | 'visible') => page.evaluate(`(() => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
  document.dispatchEvent(new Event('visibilitychange'));
})()`);

test.each([['forward', 7 * HOUR_MS], ['back', -7 * HOUR_MS]])('a clock of this computer that jumps %s by hours makes nothing older, newer or live', async (_way, jumpMs) => {
  const page = await open();
  const clock = page.locator('hf-header time').first();
  const told = secondsOf(await clock.innerText());
  show();
  await page.clock.setSystemTime(Date.now() + jumpMs);
  await page.clock.runFor(1_000);
  await settled(page);
  show();
  await expect.poll(() => age(page)).toMatch(/^[01]\.\d s ago$/);
  // Of a day that may have turned in between.
  expect((secondsOf(await clock.innerText()) - told + DAY_S) % DAY_S).toBeLessThan(120);
  await page.clock.runFor(8_000);
  await expect.poll(() => age(page)).toMatch(/^silent for \d+(\.\d)? s$/);
  show();
  await expect.poll(() => age(page)).toMatch(/^[01]\.\d s ago$/);
});

test('after a computer has slept the feed is opened anew at once: a connection that looks whole may be dead', async () => {
  const page = await open();
  // Long before a silent connection is given up.
  const asked = page.waitForEvent('websocket', { timeout: 5_000 });
  await page.clock.setSystemTime(Date.now() + 2 * HOUR_MS);
  await page.clock.runFor(400);
  expect((await asked).url()).toContain('/api/live?after=1');
  await settled(page);
});

test('a page that was hidden for minutes dials at once when it is seen, and asks for the minutes that it missed', async () => {
  const page = await open();
  const asked: URL[] = [];
  page.on('request', (request) => { if (request.url().includes('/telemetry')) asked.push(new URL(request.url())); });
  const cutAtMs = await page.evaluate<number>('Date.now()');
  await see(page, 'hidden');
  server.cutFeed();
  await page.getByText('No live view.').waitFor();
  await page.clock.fastForward(5 * 60_000);
  await page.getByText(/silent for 5 min/).waitFor();
  server.play.hasFeed = true;
  const dialled = page.waitForEvent('websocket');
  await see(page, 'visible');
  await dialled;
  await page.getByText('No live view.').waitFor({ state: 'hidden' });
  show();
  await expect.poll(() => age(page)).toMatch(/^[01]\.\d s ago$/);
  await page.clock.runFor(6_000);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect(Math.min(...asked.map(({ searchParams }) => Number(searchParams.get('fromMs'))))).toBeLessThanOrEqual(cutAtMs);
});

test('what came while the feed was cut is there after it, each line once and in order', async () => {
  const page = await open({ evidence: [line(1), line(2)] });
  const lines = page.getByRole('region', { name: 'Evidence', exact: true }).locator('.lines code');
  await expect.poll(() => lines.allInnerTexts()).toEqual(['2', '1']);
  server.cutFeed();
  await page.getByText('No live view.').waitFor();
  server.play.evidence = [line(1), line(2), line(3), line(4)];
  server.play.hasFeed = true;
  await page.clock.runFor(10_000);
  await page.getByText('No live view.').waitFor({ state: 'hidden' });
  await expect.poll(() => lines.allInnerTexts()).toEqual(['4', '3', '2', '1']);
  server.sendText(JSON.stringify({ type: 'evidence', item: line(4) }));
  server.sendText(JSON.stringify({ type: 'evidence', item: line(5) }));
  await expect.poll(() => lines.allInnerTexts()).toEqual(['5', '4', '3', '2', '1']);
});
