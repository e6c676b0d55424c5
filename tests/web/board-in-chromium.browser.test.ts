/** The built page in a real browser against a real server on the loopback, under the product's content policy. */
import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { english } from '../../firmware-bridge/contract/words.ts';
import { findChromium } from '../chromium.ts';
import { STOP_DEADLINE_MS } from '../../web/api.ts';
import { madeEvent, stored } from '../server/made-evidence.ts';
import { benches, viewOf } from './made-benches.ts';
import { DIST, playServer, stopWritten } from './played-server.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof playServer>>;
const contexts: BrowserContext[] = [];
/** Errors and foreign addresses of every page of the running test. */
let offences: string[] = [];

const sixViews = () => [
  viewOf(benches.stopped(1)), viewOf(benches.committed(2)), viewOf(benches.waiting(3)), viewOf(benches.running(4)), viewOf(benches.ready(5)), viewOf(benches.unplugged(6)),
];

beforeAll(async () => {
  if (!existsSync(DIST)) throw new Error('web/dist is missing: build the web room first');
  browser = await chromium.launch(await findChromium());
});
afterAll(() => browser.close());
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  await server.close();
  const found = offences;
  offences = [];
  expect(found).toEqual([]);
});

async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 }, ...options });
  contexts.push(context);
  context.on('page', (page) => {
    page.on('pageerror', (error) => offences.push(error.message));
    // A feed that is cut on purpose is reported by the browser itself; that is not an error of the page.
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('WebSocket')) offences.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) offences.push(request.url());
    });
  });
  return context;
}

async function openPage(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await openContext(options)).newPage();
  await page.goto(server.url + path);
  await page.getByRole('heading', { name: 'Bench' }).first().waitFor();
  return page;
}

const stopOf = (page: Page, bench: string) => page.getByRole('button', { name: `Stop now: ${bench}` });

test('one press of stop posts once, without a question, and the page shows what became of it', async () => {
  server = await playServer({ views: [viewOf(benches.running(1))] });
  const page = await openPage();
  await stopOf(page, 'Bench 1').click();
  await page.getByText('Stop sent.').waitFor();
  expect(server.posted).toEqual([{ path: '/api/benches/bench-1/stop', body: {} }]);
  server.show(viewOf(benches.stopped(1)));
  await page.getByText('Stopped: device frame bent').waitFor();
  await page.getByText('Data is intact.').waitFor();
  expect(await page.title()).toBe('(1!) Bench 1 stopped · Holdfast');
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).click();
  await expect.poll(() => page.title()).toBe('Holdfast');
});

test('a bench that falls silent looks stale and says so', async () => {
  server = await playServer({ views: [viewOf(benches.running(1), { ageMs: 4500 }), viewOf(benches.committed(2), { ageMs: 4500 })] });
  const page = await openPage();
  await page.getByText('Unprotected: rig is silent').first().waitFor();
  await page.getByText('Keep the cable and the power in.').waitFor();
  await page.getByText(/silent for \d/).first().waitFor();
  const [isHatched, decoration] = await Promise.all([
    page.locator('article.hatched').count(),
    page.locator('hf-figure .number').first().evaluate((number) => getComputedStyle(number).textDecorationLine),
  ]);
  expect([isHatched, decoration]).toEqual([2, 'line-through']);
});

test('with the feed down the page says so, values stay, and stop still works', async () => {
  server = await playServer({ views: [viewOf(benches.running(1))] });
  const page = await openPage();
  server.cutFeed();
  await page.getByText('No live view.').waitFor();
  expect(await page.getByText('84', { exact: true }).isVisible()).toBe(true);
  await stopOf(page, 'Bench 1').click();
  await page.getByText('Stop sent.').waitFor();
  expect(server.posted).toHaveLength(1);
  server.play.hasFeed = true;
  await page.getByText('No live view.').waitFor({ state: 'hidden' });
});

test('a message that the page cannot read is said, not swallowed', async () => {
  server = await playServer({ views: [viewOf(benches.running(1))] });
  const page = await openPage();
  server.sendText('{"type":"bench","bench":{"id":"bench-1","status":{"v":2}}}');
  await page.getByText('does not understand part of what the server says').waitFor();
});

test('a stop without an answer is told within three seconds, with what to do by hand; two quick presses are one', async () => {
  server = await playServer({ views: [viewOf(benches.running(1))], answer: 'hang' });
  const page = await openPage();
  await stopOf(page, 'Bench 1').dblclick();
  await page.getByText('Sending the stop…').waitFor();
  // The page's own clock ends the waiting; this one only has to be longer, on a busy PC too.
  expect(STOP_DEADLINE_MS).toBeLessThanOrEqual(3_000);
  await page.getByText('Not stopped from here.').waitFor({ timeout: 10_000 });
  expect(await page.getByText('holdfast stop bench-1').isVisible()).toBe(true);
  expect(server.posted).toHaveLength(1);
});

test('with ten tabs open stop still answers in every one', async () => {
  server = await playServer({ views: [viewOf(benches.running(1))] });
  const context = await openContext();
  const pages = await Promise.all(Array.from({ length: 10 }, () => context.newPage()));
  await Promise.all(pages.map((page) => page.goto(server.url)));
  await expect.poll(() => server.pages(), { timeout: 10_000 }).toBe(10);
  const last = pages.at(-1);
  if (last === undefined) throw new Error('no tab');
  await last.bringToFront();
  await stopOf(last, 'Bench 1').click();
  await last.getByText('Stop sent.').waitFor({ timeout: 3000 });
});

test('an alarm is heard once the page was touched, and a mute says how long it lasts', async () => {
  server = await playServer({ views: [viewOf(benches.running(1))] });
  const context = await openContext();
  await context.addInitScript(() => {
    const Native = OscillatorNode;
    globalThis.OscillatorNode = class extends Native {
      constructor(context: BaseAudioContext, options?: OscillatorOptions) {
        super(context, options);
        document.documentElement.dataset['notes'] = String(Number(document.documentElement.dataset['notes'] ?? 0) + 1);
      }
    };
  });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'Bench 1' }).waitFor();
  await page.mouse.click(4, 880);
  const chip = page.locator('hf-settings-chip .chip-button');
  await chip.getByText('Sound on').waitFor();
  server.show(viewOf(benches.stopped(1)));
  await expect.poll(() => page.evaluate(() => Number(document.documentElement.dataset['notes'] ?? 0))).toBeGreaterThanOrEqual(3);
  await chip.click();
  await page.getByRole('button', { name: 'Mute for 5 minutes' }).click();
  await chip.getByText(/Muted [45]:\d\d/).waitFor();
});

test('in committed the stop is off in its place, and explains itself', async () => {
  server = await playServer({ views: [viewOf(benches.committed(2))] });
  const page = await openPage();
  await page.getByRole('button', { name: 'Stop is off on Bench 2: why?' }).click();
  await page.getByRole('dialog', { name: 'Why the stop is off on Bench 2' }).waitFor();
  await page.locator('hf-why-dialog').getByText(english.operatorCalls['keep-cable'].whatToDo).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(server.posted).toEqual([]);
});

test('the keyboard opens a bench, stops it there, and a reset asks for two people', async () => {
  server = await playServer({ views: [viewOf(benches.running(1)), viewOf(benches.stoppedByHand(2))] });
  const page = await openPage();
  await page.keyboard.press('1');
  await page.getByRole('region', { name: 'State of Bench 1' }).waitFor();
  await page.locator('hf-chart').first().scrollIntoViewIfNeeded();
  await page.locator('hf-chart canvas').first().waitFor();
  await page.keyboard.press('Control+Shift+KeyE');
  await expect.poll(() => server.posted.length).toBe(1);
  await page.getByRole('link', { name: 'All benches' }).click();
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 2' }).click();
  await page.getByRole('button', { name: 'Reset Bench 2' }).click();
  const reset = page.getByRole('button', { name: 'Reset the bench' });
  await page.getByText('The second person must confirm').waitFor();
  expect(await reset.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Reason').fill('Phone looked at and taken out');
  await page.getByLabel('Your password', { exact: true }).fill('ada is here now');
  await page.getByLabel('User name of the second person').fill('grace');
  await page.getByLabel('Password of the second person', { exact: true }).fill('grace is here too');
  server.play.answer = { ...stopWritten(), outcome: 'reset-done' };
  await reset.click();
  await page.getByText('Reset done.').waitFor();
  expect(server.posted.slice(1)).toEqual([
    { path: '/api/confirmations', body: { act: 'reset', subject: 'bench-2/5C1E77A90001', password: 'ada is here now' } },
    { path: '/api/confirmations', body: { act: 'second-reset', subject: 'bench-2/5C1E77A90001', password: 'grace is here too', user: 'grace' } },
    { path: '/api/benches/bench-2/reset', body: {
      tripId: '5C1E77A90001', reason: 'Phone looked at and taken out', confirmation: 'proof-of-ada-for-reset-made-up', secondConfirmation: 'proof-of-grace-for-second-reset-made-up',
    } },
  ]);
});

test('nothing runs out of a narrow screen', async () => {
  server = await playServer({ views: [...sixViews(), viewOf(benches.notConfirmed(7)), viewOf(benches.tooLateTrip(8))] });
  const page = await openPage('/', { viewport: { width: 390, height: 844 } });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goto(`${server.url}/bench/bench-1`);
  await page.getByRole('region', { name: 'State of Bench 1' }).waitFor();
  expect(await overflow()).toBeLessThanOrEqual(0);
});

test('a long list of evidence leaves no hole beside a short one of stops: one over the other, in columns of its own', async () => {
  const evidence = Array.from({ length: 40 }, (_unused, index) => stored(madeEvent(index + 1, 'note', { code: 'chassis-measured', params: {} }), index + 1));
  server = await playServer({ views: [viewOf(benches.ready(1))], evidence });
  const page = await openPage('/bench/bench-1');
  const box = async (name: string) => await page.getByRole('region', { name, exact: true }).boundingBox() ?? { x: -1, y: 0, width: 0, height: 0 };
  await page.getByRole('region', { name: 'Evidence', exact: true }).getByRole('listitem').nth(39).waitFor();
  const [stops, lines] = [await box('Last stops'), await box('Evidence')];
  expect([lines.x, lines.width]).toEqual([stops.x, stops.width]);
  const sides = await page.getByRole('region', { name: 'Evidence', exact: true }).getByRole('listitem').evaluateAll((items) => new Set(items.map((item) => Math.round(item.getBoundingClientRect().x))).size);
  expect(sides).toBe(2);
});

test('what can be pressed is big enough for a gloved hand', async () => {
  server = await playServer({ views: sixViews() });
  const page = await openPage();
  const sizes = await page.locator('button:visible, a:visible').evaluateAll((targets) =>
    targets.map((target) => ({ name: target.getAttribute('aria-label') ?? target.textContent?.trim() ?? '', height: target.getBoundingClientRect().height })));
  expect(sizes.filter(({ height }) => height < 48)).toEqual([]);
  expect(sizes.filter(({ name, height }) => name.startsWith('Stop') && height < 72)).toEqual([]);
});

test.each(['/', '/bench/bench-1'])('no barrier that axe can find on %s, light and dark', async (path) => {
  server = await playServer({ views: [viewOf(benches.stopped(1)), viewOf(benches.notConfirmed(2)), viewOf(benches.waitingAtGate(3))] });
  // Without motion: colours in the middle of a change are nobody's to judge.
  const page = await openPage(path, { colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  expect([...light.violations, ...dark.violations].map(({ id, nodes }) => `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join(' | ')}`)).toEqual([]);
});
