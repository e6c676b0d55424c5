/** Somebody comes back to the page, with time handed in: what happened is told once, with its moments, under no hand and over no stop; nothing is said of nothing. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { madeEvent, madeTrip, stored } from '../server/made-evidence.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { NOTHING, playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

const asked: string[] = [];
const STOPPED: Play['away'] = (after, bench) => {
  asked.push(`${String(after)} ${bench ?? 'all'}`);
  return bench === 'bench-1' ? NOTHING : {
    ...NOTHING, fromIso: '2026-11-23T10:00:00.000Z', counts: { ...NOTHING.counts, stops: 1, drills: 2, silences: 1 },
    events: [stored(madeEvent(2, 'tripped', { rig: 'VIRTUAL-2', device: null, trip: madeTrip('AB12') }, { bench: 'bench-2' }), 2), stored(madeEvent(3, 'problem-raised', { code: 'rig-silent', params: {} }), 3)],
  };
};
const note = (page: Page) => page.getByRole('region', { name: 'While you were away' });
const stop = (page: Page) => page.getByRole('button', { name: 'Stop now: Bench 2' });

async function open(play: Partial<Play> = {}, path = '/'): Promise<Page> {
  asked.length = 0;
  server = await playServer({ views: [viewOf(benches.ready(1)), viewOf(benches.running(2))], away: STOPPED, ...play });
  const page = await (await browser.context()).newPage();
  await page.clock.install();
  await page.goto(server.url + path);
  await page.getByRole('button', { name: 'Stop now: Bench 2' }).first().waitFor();
  // The first visit is none to come back from: it is written down when somebody was last here.
  await expect.poll(() => page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('holdfast-last-here'))")).toBe(true);
  return page;
}
const pass = async (page: Page, minutes: number): Promise<void> => { await page.clock.fastForward(minutes * 60_000); };
/** Goes elsewhere for so long and comes back. */
async function visitAfter(page: Page, minutes: number): Promise<void> {
  await page.goto('about:blank');
  await pass(page, minutes);
  await page.goto(server.url);
  await page.locator('hf-tile article').first().waitFor();
  await rest(page);
}
const rest = (page: Page) => page.clock.runFor(5_000);

test('a new visit after a while is told what happened, with a link to the moment, until it is closed', async () => {
  const page = await open();
  expect(await note(page).count()).toBe(0);
  await visitAfter(page, 6);
  await note(page).getByText('1 stop, 1 time a rig was not heard, 2 passed drills').waitFor();
  expect(asked).toEqual(['1 all']);
  const moments = await note(page).getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(moments).toEqual([expect.stringMatching(/^\/bench\/bench-2\?from=2026-11-23T09:59:00Z&to=/), expect.stringMatching(/^\/bench\/bench-1\?from=/)]);
  await expectSound(page, 'while nobody was here');
  await page.reload();
  await stop(page).waitFor();
  await rest(page);
  await note(page).waitFor();
  await note(page).getByRole('button', { name: 'Close' }).click();
  await note(page).waitFor({ state: 'detached' });
  await page.reload();
  await stop(page).waitFor();
  await rest(page);
  expect(await note(page).count()).toBe(0);
});

test('a link of it opens the bench at that moment, where only its own news stand', async () => {
  const page = await open();
  await visitAfter(page, 6);
  await note(page).getByRole('link', { name: /Bench 1/ }).click();
  await page.waitForURL(/bench-1\?from=/);
  await page.locator('hf-timeline .fixed').waitFor();
  await expect.poll(() => asked.at(-1)).toBe('1 bench-1');
  expect(await note(page).count()).toBe(0);
  await page.locator('a.back').click();
  await note(page).waitFor();
});

test('after dimming the touch that wakes the page tells, and it appears under no hand that moves', async () => {
  const page = await open();
  await page.mouse.move(300, 300);
  await page.clock.runFor(10 * 60_000);
  await page.getByText('Dimmed, because nobody was here.').waitFor();
  await page.mouse.move(310, 300);
  await expect.poll(() => asked).toEqual(['1 all']);
  for (let step = 0; step < 4; step += 1) {
    await page.clock.runFor(2_000);
    await page.mouse.move(320 + step, 300);
  }
  expect(await note(page).count()).toBe(0);
  await rest(page);
  await note(page).waitFor();
});

test('a computer that slept tells by itself; a glance at another window, and a board that was only looked at, do not', async () => {
  const page = await open();
  const turn = (state: string) => page.evaluate(`Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' }); document.dispatchEvent(new Event('visibilitychange'));`);
  // Looked at for long, and away for a moment.
  await page.clock.runFor(9 * 60_000);
  await turn('hidden');
  await pass(page, 1);
  await turn('visible');
  await rest(page);
  expect(asked).toEqual([]);
  await turn('hidden');
  await pass(page, 6);
  await turn('visible');
  await expect.poll(() => asked.length).toBe(1);
});

test('while an alarm rings the list stays behind its line; on a phone too, and the stop is never below it', async () => {
  const page = await open({ views: [viewOf(benches.running(2)), viewOf(benches.stopped(3))] });
  await visitAfter(page, 6);
  await note(page).getByRole('button', { name: 'Show' }).waitFor();
  expect(await note(page).getByRole('link').count()).toBe(0);
  await stop(page).click();
  await expect.poll(() => server.posted.map(({ path }) => path)).toEqual(['/api/benches/bench-2/stop']);
});

test('of a time in which nothing happened nothing is said, and a wall board asks nothing', async () => {
  const page = await open({ away: () => { asked.push('nothing'); return NOTHING; } });
  await visitAfter(page, 60);
  await expect.poll(() => asked).toEqual(['nothing']);
  await rest(page);
  expect(await note(page).count()).toBe(0);
  server.play.who = { ...madeWho([]), session: null, machine: { id: '0190a7c0-0000-7000-8000-00000000b002', kind: 'wall-board', name: 'Wall' } };
  await visitAfter(page, 60);
  expect(asked).toEqual(['nothing']);
});
