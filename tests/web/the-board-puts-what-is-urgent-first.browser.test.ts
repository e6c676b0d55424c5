/** The board as people use it: what is urgent comes first but never under a finger, the counts are the filters, and what is at stake is on the tile. */
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();

async function open(path: string, start: Partial<Play>) {
  const server = await playServer(start);
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  await page.locator('hf-counts').getByRole('list').waitFor();
  return { server, page };
}

const namesOf = (page: Page) => page.locator('hf-tile h1').allInnerTexts();
const count = (page: Page, name: string) => page.locator('hf-counts').getByRole('link', { name });
const sixViews = () => [viewOf(benches.running(1)), viewOf(benches.stopped(2)), viewOf(benches.waiting(3)), viewOf(benches.committed(4)), viewOf(benches.ready(5)), viewOf(benches.unplugged(6))];

test('a bench that stops goes to the front, but not while a pointer is on its way, and takes the keyboard with it', async () => {
  const { server, page } = await open('/', { views: [viewOf(benches.running(1)), viewOf(benches.running(2))] });
  const stop = page.getByRole('button', { name: 'Stop now: Bench 2' });
  await page.getByRole('button', { name: 'Stop now: Bench 1' }).hover();
  await page.mouse.down();
  server.show(viewOf(benches.stoppedByHand(2)));
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 2' }).waitFor();
  expect(await namesOf(page)).toEqual(['Bench 1', 'Bench 2']);
  await page.mouse.move(2, 400);
  await page.mouse.up();
  await page.getByRole('link', { name: 'Bench 1', exact: true }).focus();
  await expect.poll(() => namesOf(page), { timeout: 8_000 }).toEqual(['Bench 2', 'Bench 1']);
  const focused = await page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent;
  });
  expect(focused).toBe('Bench 1');
  expect(await stop.count()).toBe(0);
});

test('the counts are the filters: one press shows only these, the address keeps it, back goes back, and an empty filter shows the way', async () => {
  const { server, page } = await open('/', { views: sixViews() });
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 2' }).click();
  await count(page, '1 waiting').click();
  await page.getByText('1 of 6 benches').waitFor();
  expect([await namesOf(page), new URL(page.url()).search]).toEqual([['Bench 3'], '?state=waiting']);
  await count(page, '1 running').click();
  await expect.poll(() => namesOf(page)).toEqual(['Bench 3', 'Bench 1']);
  await page.goBack();
  await expect.poll(() => namesOf(page)).toEqual(['Bench 3']);
  server.show(viewOf(benches.running(3)));
  await page.getByRole('heading', { name: 'No bench fits this filter now' }).waitFor();
  await page.locator('hf-board').getByRole('link', { name: 'Show all 6 benches' }).first().click();
  await expect.poll(() => namesOf(page)).toHaveLength(6);
  expect(new URL(page.url()).search).toBe('');
});

test('a link to one bench hides no stop that nobody has seen, and benches are chosen by name', async () => {
  const { server, page } = await open('/?bench=bench-5', { views: sixViews() });
  await page.getByText('Shown all the same, because nobody has seen the alarm: Bench 2.').waitFor();
  expect(await namesOf(page)).toEqual(['Bench 2', 'Bench 5']);
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 2' }).click();
  await expect.poll(() => namesOf(page)).toEqual(['Bench 5']);
  await page.getByRole('button', { name: 'Choose benches…' }).click();
  await page.getByRole('checkbox', { name: 'Bench 1' }).check();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => namesOf(page)).toEqual(['Bench 1', 'Bench 5']);
  expect(new URL(page.url()).search).toBe('?bench=bench-1,bench-5');
  server.show(viewOf(benches.stopped(3)));
  await expect.poll(() => namesOf(page), { timeout: 8_000 }).toEqual(['Bench 3', 'Bench 1', 'Bench 5']);
  await expectSound(page, 'a filtered board');
});

test('from the page of a bench a count leads to the board with these', async () => {
  const { page } = await open('/bench/bench-5', { views: sixViews() });
  await count(page, '1 unprotected').click();
  await page.getByText('2 of 6 benches').waitFor();
  expect(await namesOf(page)).toEqual(['Bench 2', 'Bench 6']);
});

test('with 32 benches what is urgent stands in full at the top, what is well in few lines, and every stop is there', async () => {
  const views = Array.from({ length: 32 }, (_unused, index) => viewOf(index === 30 ? benches.stopped(31) : index === 17 ? benches.waiting(18) : index % 3 === 0 ? benches.running(index + 1) : benches.ready(index + 1)));
  const { page } = await open('/', { views });
  await expect.poll(() => namesOf(page)).toHaveLength(32);
  expect((await namesOf(page)).slice(0, 3)).toEqual(['Bench 31', 'Bench 18', 'Bench 1']);
  expect(await page.getByRole('button', { name: /^Stop now/ }).count()).toBe(31);
  const { height, screens } = await page.evaluate(() => ({ height: document.documentElement.scrollHeight, screens: document.documentElement.scrollHeight / innerHeight }));
  expect(screens, `${String(height)} px`).toBeLessThan(4);
  await expectSound(page, '32 benches');
});

test('what the customer stands to lose, what not to ask, and who waits for what are on the tile', async () => {
  const { server, page } = await open('/', { views: [viewOf(benches.waiting(3))] });
  const atIso = new Date(Date.now() - 3_600_000).toISOString();
  const line = {
    id: '0190a7c0-0000-7000-8000-00000000d001', code: 'K7Q2', stage: 'open', from: 'brief', irreplaceable: true, models: [], serials: [], held: false,
    owner: { id: '0190a7c0-0000-7000-8000-0000000000a2', code: 'P-06RACE' }, expectedAtIso: null, lastAtIso: atIso, gaps: 0,
    next: { step: 'get-consent', deviceId: null, subject: null, sinceIso: atIso, dueAtIso: atIso, overdue: true },
  };
  const story = { matters: 'The last photos of his wife with their daughters', doNotAsk: 'how it happened', happened: '' };
  await page.route('**/api/benches/*/case', (route) => route.fulfill({ json: { case: line, deviceId: null, story, others: [] } }));
  server.show(viewOf({ ...benches.waiting(3), device: { model: 'iPhone 13', serial: 'F17DK0XA0DXX', ecid: null, imei: null } }));
  const tile = page.getByRole('article', { name: 'Bench 3' });
  await tile.getByText('The last photos of his wife with their daughters').waitFor();
  await tile.getByText('Irreplaceable').waitFor();
  await tile.getByText('Do not ask again: how it happened').waitFor();
  await tile.getByText(/^Waits: .+ · overdue since .+ · with Grace Murray$/).waitFor();
  await expectSound(page, 'a tile with its case');
});
