/** The stop key in a real browser: on every page, from within a field and over a dialog, with the feed down, and it says which bench it means. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

const STOP_KEY = 'Control+Shift+KeyE';
const oneRuns = () => [viewOf(benches.ready(1)), viewOf(benches.running(2)), viewOf(benches.committed(3))];
const twoRun = () => [viewOf(benches.running(1)), viewOf(benches.running(2)), viewOf(benches.ready(3))];
const rows = (page: Page) => page.locator('hf-stop-key li');
const stops = () => server.posted.map(({ path }) => path).filter((path) => path.endsWith('/stop'));

async function open(path: string, play: Partial<Play>): Promise<Page> {
  server = await playServer(play);
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  await page.locator('hf-header').waitFor();
  await expect.poll(() => server.pages()).toBe(1);
  await page.waitForFunction("document.querySelector('hf-app').shadowRoot.querySelector('hf-stop-key')?.readings.length > 0");
  return page;
}

test.each(['/', '/queue', '/cases', '/people', '/audit', '/me', '/help', '/false-stops', '/shift', '/no-such-page'])('on %s one press stops the bench that runs, and names it', async (path) => {
  const page = await open(path, { views: oneRuns(), who: madeWho(['technician', 'manager', 'admin']) });
  await page.keyboard.press(STOP_KEY);
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
  await page.getByRole('dialog', { name: 'Stop: Bench 2' }).waitFor();
});

test('several run: one more key chooses, and each row says what became of it', async () => {
  const page = await open('/', { views: twoRun() });
  await page.keyboard.press(STOP_KEY);
  const dialog = page.getByRole('dialog', { name: 'Stop which bench?' });
  await dialog.waitFor();
  expect(await rows(page).count()).toBe(2);
  expect(stops()).toEqual([]);
  await expectSound(page, 'stop key');
  await page.keyboard.press('2');
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
  server.show(viewOf(benches.stopped(2)));
  await page.locator('hf-stop-key').getByText('Stopped: device frame bent').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('1');
  await page.getByRole('region', { name: 'State of Bench 1' }).waitFor();
  expect(stops()).toHaveLength(1);
});

test('from within a field, and over an open dialog, also on the page of a bench', async () => {
  const page = await open('/queue', { views: oneRuns() });
  await page.keyboard.press('/');
  await page.getByLabel('Cases, benches, pages, help').fill('bench');
  await page.keyboard.press(STOP_KEY);
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
  await page.goto(`${server.url}/bench/bench-3`);
  await page.getByRole('button', { name: 'Stop is off on Bench 3: why?' }).click();
  await page.getByRole('dialog', { name: 'Why the stop is off on Bench 3' }).waitFor();
  await page.keyboard.press(STOP_KEY);
  await expect.poll(stops).toHaveLength(2);
  await page.getByRole('dialog', { name: 'Stop: Bench 2' }).waitFor();
});

test('on the page of a bench that bench is stopped there, whatever else runs', async () => {
  const page = await open('/bench/bench-1', { views: twoRun() });
  await page.getByRole('region', { name: 'State of Bench 1' }).waitFor();
  await page.locator('hf-chart').first().scrollIntoViewIfNeeded();
  await page.locator('hf-chart canvas').first().waitFor();
  await page.keyboard.press(STOP_KEY);
  await expect.poll(stops).toEqual(['/api/benches/bench-1/stop']);
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('with the feed down it still stops, offers the others, and a stop that could not be sent says what to do by hand', async () => {
  const page = await open('/', { views: oneRuns() });
  server.cutFeed();
  await page.getByText('No live view.').waitFor();
  await page.keyboard.press(STOP_KEY);
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
  await page.getByRole('dialog', { name: 'Stop: Bench 2' }).waitFor();
  await page.locator('hf-stop-key').getByText('Others may run too').waitFor();
  expect(await rows(page).count()).toBe(3);
  await page.route('**/stop', (route) => route.abort());
  await page.keyboard.press('2');
  await page.locator('hf-stop-key').getByRole('alert').filter({ hasText: 'Not stopped from here' }).waitFor();
  await page.locator('hf-stop-key').getByText('holdfast stop bench-1').waitFor();
  expect(stops()).toHaveLength(1);
});

test('a key that is held down is one press, and the sheet of keys tells it', async () => {
  const page = await open('/', { views: oneRuns() });
  await page.keyboard.down('Control');
  await page.keyboard.down('Shift');
  for (let at = 0; at < 5; at += 1) await page.keyboard.down('KeyE');
  await page.keyboard.up('KeyE');
  await page.keyboard.up('Shift');
  await page.keyboard.up('Control');
  await expect.poll(stops).toEqual(['/api/benches/bench-2/stop']);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.locator('hf-keys-sheet').getByText('Stop now: the bench of this page, or the one that runs').waitFor();
});
