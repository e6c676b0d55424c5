/** All stops of all benches in a real browser: by day, the newest first, of one bench, further back, and from each to its moment with the stop marked. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { StoredStop } from '../../server/contract/live.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { unjudgedStop } from './made-stops.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

function stopAt(bench: string, stopId: string, atIso: string): StoredStop {
  const stop = unjudgedStop(bench);
  return { ...stop, stopId, trip: { ...stop.trip, id: stopId, atIso } };
}
const VIEWS = [viewOf(benches.ready(1)), viewOf(benches.running(2))];

async function open(stops: readonly StoredStop[]): Promise<Page> {
  server = await playServer({ views: VIEWS, stops: [...stops] });
  const page = await (await browser.context()).newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('link', { name: 'Stops', exact: true }).click();
  await page.getByRole('heading', { name: 'Stops', exact: true }).waitFor();
  return page;
}

test('a stop of last night is found from the menu: its day, bench, cause, how it ended, and its moment', async () => {
  const page = await open([stopAt('bench-2', 'AA01', '2026-11-22T03:07:54.000Z'), stopAt('bench-1', 'AA02', '2026-11-23T01:00:00.000Z')]);
  const lists = page.locator('hf-stops section');
  await lists.nth(1).waitFor();
  expect(await lists.locator('code').allInnerTexts()).toEqual(['AA02', 'AA01']);
  await expectSound(page, 'stops');
  await lists.nth(1).getByRole('link', { name: /^Show this moment: Bench 2/ }).click();
  await expect.poll(() => page.url()).toContain('/bench/bench-2?from=2026-11-22T03:06:54Z&to=2026-11-22T03:08:24Z');
  // Reading begins where the bench was stopped.
  await page.locator('hf-chart .read').filter({ hasText: 'stopped: ' }).waitFor();
});

test('of one bench alone by an address that can be passed on', async () => {
  const page = await open([stopAt('bench-2', 'AA01', '2026-11-22T03:07:54.000Z')]);
  const asked = page.waitForRequest((request) => request.url().includes('/api/benches/bench-1/stops'));
  await page.getByRole('group', { name: 'Stops of which bench' }).getByRole('button', { name: 'Bench 1' }).click();
  await expect.poll(() => page.url()).toContain('/stops?bench=bench-1');
  await asked;
  await page.reload();
  await page.getByRole('button', { name: 'Bench 1', pressed: true }).waitFor();
});

test('no stop anywhere is said, with what can be done', async () => {
  const page = await open([]);
  await page.getByText('No bench has stopped anything yet.').waitFor();
  await page.getByRole('link', { name: 'Test sound and stop' }).waitFor();
});
