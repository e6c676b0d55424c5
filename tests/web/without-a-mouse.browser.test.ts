/** A whole day without a mouse: a technician stops a bench and reads the receipt, a manager decides about holds. The focus is always seen, and never falls back to the page. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { expectFocus, press, tabTo } from './by-keys.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

async function open(path: string, play: Parameters<typeof playServer>[0]): Promise<{ page: Page; server: Awaited<ReturnType<typeof playServer>> }> {
  const server = await playServer(play);
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  return { page, server };
}

test('a technician: from the board to the bench, the stop, the receipt, and back', async () => {
  const { page, server } = await open('/', { views: [viewOf(benches.running(1)), viewOf(benches.ready(2))], who: madeWho(['technician']) });
  await page.getByRole('heading', { name: 'Bench 1' }).waitFor();
  await tabTo(page, 'Bench 1');
  await press(page, 'Enter');
  await page.getByRole('region', { name: 'State of Bench 1' }).waitFor();
  await expectFocus(page, 'the page of the bench came');
  await tabTo(page, 'Stop now: Bench 1');
  await press(page, 'Enter');
  await page.getByText('Stop sent.').waitFor();
  expect(server.posted).toEqual([{ path: '/api/benches/bench-1/stop', body: {} }]);
  server.show(viewOf(benches.stopped(1)));
  await page.getByText('Stopped: device frame bent').first().waitFor();
  await expectFocus(page, 'the stop was confirmed');
  // Pressed once more by a hasty hand: the alarm is not seen by that.
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).waitFor();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  for (const word of ['requested', 'written', 'acknowledged', 'seen stopped']) await receipt.getByText(word, { exact: true }).waitFor();
  await tabTo(page, 'I have seen the alarm of Bench 1');
  await press(page, 'Enter');
  await page.getByRole('button', { name: 'Reset Bench 1' }).waitFor();
  await expectFocus(page, 'the alarm was seen');
  await tabTo(page, 'All benches');
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Bench 2' }).waitFor();
  await expectFocus(page, 'the board came back');
});

test('a technician on the board: the stop of a tile, with what became of it in its place', async () => {
  const { page, server } = await open('/', { views: [viewOf(benches.running(1)), viewOf(benches.running(2))], who: madeWho(['technician']) });
  await page.getByRole('heading', { name: 'Bench 2' }).waitFor();
  await tabTo(page, 'Stop now: Bench 2');
  await press(page, ' ');
  await expect.poll(() => server.posted).toEqual([{ path: '/api/benches/bench-2/stop', body: {} }]);
  server.show(viewOf(benches.stopped(2)));
  await page.getByText('Stopped: device frame bent').first().waitFor();
  await expectFocus(page, 'the tile tells of its stop');
  await tabTo(page, 'I have seen the alarm of Bench 2');
  await press(page, 'Enter');
});

test('the sheets of a page open and close, and give the focus back', async () => {
  const { page } = await open('/', { views: [viewOf(benches.committed(1))], who: madeWho(['technician']) });
  await page.getByRole('heading', { name: 'Bench 1' }).waitFor();
  await tabTo(page, 'Stop is off on Bench 1: why?');
  await press(page, 'Enter');
  await page.getByRole('dialog').waitFor();
  await press(page, 'Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  for (const key of ['?', '/']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await expectFocus(page, key);
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
});

async function openQueue() {
  const story = madeStory();
  const opened = await open('/', { ...story.play, views: [viewOf(benches.ready(1))] });
  const { page } = opened;
  await page.getByRole('heading', { name: 'Bench 1' }).waitFor();
  await tabTo(page, /^Queue/);
  await press(page, 'Enter');
  await page.locator('.item').first().waitFor();
  await expectFocus(page, 'the queue came');
  await tabTo(page, /^K000.*Decide about the hold/);
  await press(page, 'Enter');
  await page.getByRole('region', { name: 'Evidence' }).getByText('Device frame bent').first().waitFor();
  return { ...opened, ...story };
}

test('a manager: the queue, the evidence, the hold approved', async () => {
  const { page, cases, ids } = await openQueue();
  await tabTo(page, /^Approve/);
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: 'Approve the hold' }).waitFor();
  await tabTo(page, /^Your password/);
  await page.keyboard.type('made up');
  await press(page, 'Enter');
  await expect.poll(() => cases.world.state(ids.held).holds[0]?.state).toBe('approved');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expectFocus(page, 'the decision was sent');
});

test('a manager: the hold released, with a reason and a second person', async () => {
  const { page, cases, ids } = await openQueue();
  await tabTo(page, /^Release/);
  await press(page, 'Enter');
  await page.getByRole('dialog', { name: 'Release the hold' }).waitFor();
  await tabTo(page, /^Why/);
  await page.keyboard.type('Frame was straightened and measured');
  await tabTo(page, /^Your password/);
  await page.keyboard.type('made up');
  await tabTo(page, /^User name of the second person/);
  await page.keyboard.type('grace');
  await tabTo(page, /^Password of the second person/);
  await page.keyboard.type('made up');
  await tabTo(page, 'Release the hold');
  await press(page, 'Enter');
  await expect.poll(() => cases.world.state(ids.held).holds[0]?.state).toBe('released');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expectFocus(page, 'the decision was sent');
});
