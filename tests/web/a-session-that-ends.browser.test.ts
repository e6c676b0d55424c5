/** A session ends without the person: the page asks who it is again, dials no storm, and locks a bench PC without ever locking a stop. */
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { ADA, madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
const SIGNED_OUT = 4401;

async function open(play: Partial<Play> = {}): Promise<{ page: Page; server: Awaited<ReturnType<typeof playServer>>; asked: string[] }> {
  const server = await playServer({ views: [viewOf(benches.running(1)), viewOf(benches.committed(2))], ...play });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  const asked: string[] = [];
  page.on('websocket', (socket) => asked.push(socket.url()));
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'Bench' }).first().waitFor();
  return { page, server, asked };
}

test('the feed is closed because nobody is signed in: the page asks who, shows the sign-in page and does not dial again', async () => {
  const { page, server, asked } = await open();
  server.play.who = madeWho(null, { machine: null });
  server.closeFeed(SIGNED_OUT);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByText('Your session has ended').waitFor();
  expect(await page.getByText('Bench 1').count()).toBe(0);
  await page.getByLabel('User name').pressSequentially('somebody', { delay: 60 });
  expect(asked).toHaveLength(1);
});

test('the feed is closed and whoever asks may still see benches: it comes back by itself', async () => {
  const { page, server, asked } = await open();
  server.play.who = madeWho(null);
  server.closeFeed(SIGNED_OUT);
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  await expect.poll(() => asked.length, { timeout: 10_000 }).toBe(2);
  await expect.poll(() => server.pages(), { timeout: 10_000 }).toBe(1);
});

test('idle for too long: everything is covered but the stops, and a stop works', async () => {
  const who = madeWho(['technician']);
  const { page, server } = await open({ who: { ...who, session: who.session === null ? null : { ...who.session, idleLimitMs: 1500 } } });
  server.play.who = madeWho(null);
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 10_000 });
  await page.getByText(`${ADA.name} did nothing here for a while.`).waitFor();
  expect(await page.getByRole('link', { name: 'Evidence' }).count()).toBe(0);
  expect(await page.locator('hf-header').count()).toBe(0);
  await page.getByRole('button', { name: 'Stop now: Bench 1' }).click();
  await page.getByText('Stop sent.').waitFor();
  expect(server.posted).toEqual([{ path: '/api/benches/bench-1/stop', body: {} }]);
  await page.getByRole('button', { name: 'Stop is off on Bench 2: why?' }).click();
  await page.getByRole('dialog', { name: 'Why the stop is off on Bench 2' }).waitFor();
  await page.keyboard.press('Escape');
  await expectSound(page, 'lock');
});

test('a server that is away locks too, and the stop says what to do by hand', async () => {
  const who = madeWho(['technician']);
  const { page } = await open({ who: { ...who, session: who.session === null ? null : { ...who.session, idleLimitMs: 1500 } } });
  await page.route('**/api/**', (route) => route.abort());
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 10_000 });
  await page.getByRole('button', { name: 'Stop now: Bench 1' }).click();
  await page.getByText('holdfast stop bench-1').waitFor();
});

test('what was typed before a lock is gone after it', async () => {
  const who = madeWho(['technician', 'manager']);
  const { page, server } = await open({ views: [viewOf(benches.stoppedByHand(2))], who });
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 2' }).click();
  await page.getByRole('button', { name: 'Reset Bench 2' }).click();
  await page.getByLabel('Your password', { exact: true }).fill('a secret of Ada');
  server.play.who = madeWho(null);
  server.closeFeed(SIGNED_OUT);
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  server.play.who = who;
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('heading', { name: 'Bench 2' }).waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('a stop that comes too late for its session is said on the sign-in page, with what to do by hand', async () => {
  const { page, server } = await open({ who: madeWho(['technician'], { machine: null }) });
  server.play.who = madeWho(null, { machine: null });
  await page.route('**/api/benches/bench-1/stop', (route) => route.fulfill({
    status: 401, json: { code: 'not-signed-in', what: 'Nobody is signed in here.', usualCause: 'The session ended.', remedy: 'Sign in.', at: null },
  }));
  await page.getByRole('button', { name: 'Stop now: Bench 1' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByRole('alert').getByText('Bench 1: Not stopped from here.').waitFor();
  await page.getByText('holdfast stop bench-1').waitFor();
  await expectSound(page, 'not stopped');
});

test('a feed that comes back asks who it is: a session may have ended while the computer slept', async () => {
  const { page, server } = await open({ who: madeWho(['technician']) });
  server.play.who = madeWho(null);
  server.cutFeed();
  await page.getByText('No live view.').waitFor();
  server.play.hasFeed = true;
  await page.getByRole('heading', { name: 'Locked' }).waitFor({ timeout: 15_000 });
});
