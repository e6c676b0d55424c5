/** A dimmed page in a real browser, with time handed in: the first touch or key wakes and presses nothing, the stop key stops, an alarm wakes. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

const stops = () => server.posted.map(({ path }) => path).filter((path) => path.endsWith('/stop'));
const veil = (page: Page) => page.getByText('Dimmed, because nobody was here.');
const stop = (page: Page) => page.getByRole('button', { name: 'Stop now: Bench 2' });

async function open(play: Partial<Play> = {}, options = {}): Promise<Page> {
  server = await playServer({ views: [viewOf(benches.ready(1)), viewOf(benches.running(2))], ...play });
  const page = await (await browser.context(options)).newPage();
  await page.clock.install();
  await page.goto(server.url);
  await stop(page).waitFor();
  return page;
}
/** The server goes on speaking: only the hands are away. */
async function pass(page: Page, minutes: number): Promise<void> {
  await page.clock.fastForward(minutes * 60_000);
  for (const view of server.play.views) server.show(view);
  // Old values look otherwise and move what lies below them.
  await expect.poll(() => page.locator('.age.fresh').count()).toBe(server.play.views.length);
}
async function dimmed(page: Page): Promise<void> {
  await pass(page, 10);
  await veil(page).waitFor();
}
/** Where the stop lies, whatever lies over it. */
async function placeOfStop(page: Page): Promise<{ x: number; y: number }> {
  const box = await stop(page).boundingBox();
  if (box === null) throw new Error('there is no stop');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('it dims after ten minutes without a touch, not before, and each touch begins anew', async () => {
  const page = await open();
  await pass(page, 9);
  expect(await veil(page).isVisible()).toBe(false);
  await page.keyboard.press('Shift');
  await pass(page, 9);
  expect(await veil(page).isVisible()).toBe(false);
  await pass(page, 1);
  await veil(page).waitFor();
});

test('the first press of a mouse presses nothing below it; the second does', async () => {
  const page = await open();
  await dimmed(page);
  await page.mouse.move(5, 5);
  await veil(page).waitFor({ state: 'hidden' });
  const { x, y } = await placeOfStop(page);
  await page.mouse.move(x, y);
  await dimmed(page);
  await expect.poll(() => placeOfStop(page)).toEqual({ x, y });
  await page.evaluate("addEventListener('click', () => { document.documentElement.dataset.clicks = '1'; })");
  await page.mouse.down();
  await page.mouse.up();
  await veil(page).waitFor({ state: 'hidden' });
  expect([stops(), await page.evaluate('document.documentElement.dataset.clicks ?? null')]).toEqual([[], null]);
  await page.mouse.down();
  await page.mouse.up();
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
});

test('the first touch of a finger presses nothing; a quick second one does', async () => {
  const page = await open({}, { hasTouch: true });
  await dimmed(page);
  const { x, y } = await placeOfStop(page);
  await page.touchscreen.tap(x, y);
  await veil(page).waitFor({ state: 'hidden' });
  expect(stops()).toEqual([]);
  await page.touchscreen.tap(x, y);
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
});

test('the first key presses nothing, neither going down nor coming up; a dialog stays as it is', async () => {
  const page = await open();
  for (const key of ['Enter', 'Space']) {
    await stop(page).focus();
    await dimmed(page);
    await page.keyboard.press(key);
    await veil(page).waitFor({ state: 'hidden' });
    expect(stops()).toEqual([]);
  }
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await dimmed(page);
  await page.keyboard.press('Escape');
  await veil(page).waitFor({ state: 'hidden' });
  expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
  await dimmed(page);
  const close = await page.locator('hf-keys-sheet').getByRole('button', { name: 'Close' }).boundingBox();
  await page.mouse.move((close?.x ?? 0) + 10, (close?.y ?? 0) + 10);
  await dimmed(page);
  await page.mouse.down();
  await page.mouse.up();
  await veil(page).waitFor({ state: 'hidden' });
  expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
  await page.mouse.down();
  await page.mouse.up();
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
});

test('the stop key stops at once, through the veil', async () => {
  const page = await open();
  await dimmed(page);
  await page.keyboard.press('Control+Shift+KeyE');
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
  await veil(page).waitFor({ state: 'hidden' });
});

test('an alarm wakes the page, and it stays bright until somebody has seen it', async () => {
  const page = await open();
  await dimmed(page);
  server.show(viewOf(benches.stopped(2)));
  await veil(page).waitFor({ state: 'hidden' });
  await pass(page, 40);
  expect(await veil(page).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 2' }).click();
  await page.getByRole('button', { name: 'Reset Bench 2' }).waitFor();
  await dimmed(page);
});

test('minutes can be chosen, or never; a wall board never dims', async () => {
  const page = await open();
  await page.locator('hf-settings-chip button').first().click();
  await page.getByRole('button', { name: '5 min', exact: true }).click();
  await pass(page, 5);
  await veil(page).waitFor();
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: 'Never' }).click();
  await pass(page, 240);
  expect(await veil(page).isVisible()).toBe(false);
  await page.getByRole('button', { name: '5 min', exact: true }).click();
  const who = madeWho(null);
  server.play.who = { ...who, machine: who.machine === null ? null : { ...who.machine, kind: 'wall-board' } };
  await page.reload();
  await page.getByText('Bench 2').first().waitFor();
  await pass(page, 240);
  expect(await veil(page).isVisible()).toBe(false);
});
