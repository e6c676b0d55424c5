/** Judging a stop as a technician does it: the built page in a real browser, against the real server and its database. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../chromium.ts';
import { lifeOfAStop, madeEvent, madeReceipt, madeStatus, madeTrip } from '../server/made-evidence.ts';
import { openGreetedBridge } from '../server/open-socket.ts';
import { runServer, until } from '../server/running-server.ts';
import type { TestServer } from '../server/running-server.ts';
import { DIST } from '../web/played-server.ts';
import { demoLink, enterByLink } from '../web/signed-in-page.ts';

const PICTURES = resolve(import.meta.dirname, '../.output');
const HARMLESS = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
let browser: Browser;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch(await findChromium());
});
afterAll(() => browser.close());

const confirmed = madeReceipt('S3', { writtenAfterUs: 200, acknowledgedAfterUs: 900, seenStoppedAfterUs: 90_000, answer: 'stopped', answerPhase: 'start', answerZone: 'critical', rigTMs: 5000, state: 'confirmed' });

/** Two stops that were reset, and a third that bench 1 still shows. */
async function withStops(judged: readonly { stopId: string; verdict: string; words?: string }[] = []) {
  const server = await runServer({ webDir: DIST });
  const bridge = await openGreetedBridge(server);
  const trip = madeTrip('S3', { outcome: 'intact', receipt: confirmed, causes: [{ code: 'cannot-measure', params: {}, atIso: '2026-11-23T10:00:00.000Z', cleared: false }] });
  const events = [
    ...lifeOfAStop('S1', 'VIRTUAL-1', 1), ...lifeOfAStop('S2', 'VIRTUAL-1', 10), madeEvent(20, 'tripped', { rig: 'VIRTUAL-1', device: null, trip }),
    madeEvent(21, 'tripped', { rig: 'VIRTUAL-2', device: null, trip: madeTrip('S4', { receipt: { ...confirmed, stopId: 'S4' } }) }, { bench: 'bench-2' }),
  ];
  events.forEach((event, index) => bridge.report(index + 1, event));
  bridge.telemetry(madeStatus('bench-1', { name: 'Bench 1', mode: 'tripped', trip, restore: null, reset: { possible: true, blockedBy: [], needsTwoPeople: false } }));
  bridge.telemetry(madeStatus('bench-2', { name: 'Bench 2' }));
  await until(() => bridge.acknowledged() === events.length, 'the stops stored');
  const context = await openContext();
  await (await enterByLink(context, demoLink(server))).close();
  for (const { stopId, ...body } of judged) expect((await context.request.post(`${server.url}/api/stops/VIRTUAL-1/${stopId}/judgement`, { data: body, headers: { origin: server.url } })).status()).toBe(200);
  return { server, context };
}

interface Signed {
  readonly server: TestServer;
  readonly context: BrowserContext;
}

async function openContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  return context;
}

async function open({ server, context }: Signed, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.locator('h1').first().waitFor();
  return page;
}

const asked = (page: Page, stopId: string, region: string): Locator => page.getByRole('region', { name: region, exact: true }).getByRole('group', { name: `Was this stop right? ${stopId}` });
const keptOf = async ({ server, context }: Signed, stopId: string): Promise<unknown> => (await context.request.get(`${server.url}/api/stops/VIRTUAL-1/${stopId}/judgements`)).json();

test('two taps judge the last stop; it is kept with who said it, the count goes down, the board hears of it', async () => {
  const store = await withStops();
  const board = await open(store, '/');
  await board.getByText('4 stops are not judged yet').waitFor();
  const page = await open(store, '/bench/bench-1');
  await page.getByText('3 stops are not judged yet').waitFor();
  const last = asked(page, 'S3', 'Receipt');
  await last.getByRole('button', { name: 'False alarm' }).dblclick();
  expect(await keptOf(store, 'S3')).toEqual({ judgements: [] });
  await last.getByLabel('What was found').fill('The probe was dirty');
  await last.getByRole('button', { name: 'Confirm: False alarm' }).dblclick();
  await last.getByText(/said by Demo technician \(virtual\), .*: The probe was dirty/).waitFor();
  expect(await keptOf(store, 'S3')).toMatchObject({ judgements: [{ verdict: 'false', actor: { kind: 'person', name: expect.stringMatching(/^P-/) as string }, words: 'The probe was dirty' }] });
  await asked(page, 'S3', 'Last stops').getByText('said by Demo technician').waitFor();
  await page.getByText('2 stops are not judged yet').waitFor();
  await board.getByText('False stops, last 30 days: 1 of 1 judged').waitFor();

  // The next one takes two taps and no typing.
  const older = asked(page, 'S1', 'Last stops');
  await older.getByRole('button', { name: 'Right to stop' }).click();
  await older.getByRole('button', { name: 'Confirm: Right to stop' }).click();
  await older.getByText('said by Demo technician').waitFor();
  expect(await keptOf(store, 'S1')).toMatchObject({ judgements: [{ verdict: 'true', actor: { kind: 'person' }, words: null }] });
  await board.getByText('False stops, last 30 days: 1 of 2 judged').waitFor();
});

test('a stop can be judged again, and the way back changes nothing', async () => {
  const store = await withStops([{ stopId: 'S1', verdict: 'false' }]);
  const page = await open(store, '/bench/bench-1');
  const stop = asked(page, 'S1', 'Last stops');
  await stop.getByText('said by Demo technician').waitFor();
  await stop.getByRole('button', { name: 'Judge again' }).click();
  await stop.getByRole('button', { name: 'Not sure' }).click();
  await stop.getByRole('button', { name: 'Back' }).click();
  await stop.getByRole('button', { name: 'Judge again' }).click();
  await stop.getByRole('button', { name: 'Not sure' }).click();
  await stop.getByRole('button', { name: 'Confirm: Not sure' }).click();
  await stop.getByText('Not sure said by Demo technician').waitFor();
  expect(await keptOf(store, 'S1')).toMatchObject({ judgements: [{ verdict: 'unclear' }, { verdict: 'false' }] });
});

test('judging is in nobody’s way: stop and reset stay where they are, and a call for hands comes first', async () => {
  const store = await withStops();
  const page = await open(store, '/bench/bench-1');
  const seen = page.getByRole('button', { name: 'I have seen the alarm of Bench 1' });
  await asked(page, 'S3', 'Receipt').getByRole('button', { name: 'False alarm' }).click();
  const [act, judge] = await Promise.all([seen.boundingBox(), asked(page, 'S3', 'Receipt').boundingBox()]);
  expect((act?.y ?? 0) + (act?.height ?? 0)).toBeLessThan(judge?.y ?? 0);
  await seen.click();
  await page.getByRole('button', { name: 'Reset Bench 1' }).waitFor();
  // What was begun is still there, and the server knows nothing of it.
  expect(await page.getByRole('button', { name: 'Confirm: False alarm' }).count()).toBe(1);
  expect(await keptOf(store, 'S3')).toEqual({ judgements: [] });
});

test('a failed try says so, and the next one is kept once', async () => {
  const store = await withStops();
  const page = await open(store, '/bench/bench-1');
  await page.route('**/judgement', (route) => route.abort(), { times: 1 });
  const last = asked(page, 'S3', 'Receipt');
  await last.getByRole('button', { name: 'Not sure' }).click();
  const confirm = last.getByRole('button', { name: 'Confirm: Not sure' });
  await confirm.click();
  await last.getByText('Not kept. The server did not take it').waitFor();
  await confirm.click();
  await last.getByText('said by Demo technician').waitFor();
  expect(await keptOf(store, 'S3')).toMatchObject({ judgements: [{ verdict: 'unclear' }] });
});

test('words that are a script are shown as words', async () => {
  const store = await withStops([{ stopId: 'S1', verdict: 'false', words: HARMLESS }]);
  const page = await open(store, '/bench/bench-1');
  await asked(page, 'S1', 'Last stops').getByText(HARMLESS).waitFor();
  expect(await page.title()).not.toMatch(/^[12]$/);
  expect(await page.locator('hf-judge-stop img, hf-judge-stop script').count()).toBe(0);
});

test('the table says for each cause what was judged; over its budget is said in words and with a mark', async () => {
  const store = await withStops([{ stopId: 'S1', verdict: 'false' }, { stopId: 'S2', verdict: 'false' }, { stopId: 'S3', verdict: 'true' }]);
  const page = await open(store, '/');
  const strip = page.getByRole('link', { name: /False stops, last 30 days: 2 of 3 judged/ });
  await strip.getByText('1 rule is over budget').waitFor();
  await strip.click();
  await page.getByRole('heading', { name: 'False stops' }).waitFor();
  const row = page.getByRole('row', { name: /Device frame bent/ });
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['3', '0', '2', '0', '1', '2 of 2: 100 % (34 % to 100 %)', 'Over: 2, allowed 1']);
  expect(await row.locator('.over svg').count()).toBe(1);
  expect(await page.getByRole('row', { name: /Frame cannot be measured|cannot/i }).locator('.over').count()).toBe(0);
  await page.getByRole('link', { name: 'Bench 2 (1)' }).click();
  await page.getByRole('heading', { name: 'Bench 2' }).waitFor();
});

test('light and dark, wide and narrow: nothing runs out, every target is big, and axe finds no barrier', async () => {
  const store = await withStops([{ stopId: 'S1', verdict: 'false', words: 'The phone was straight, the probe was dirty' }, { stopId: 'S2', verdict: 'false' }]);
  const page = await open(store, '/');
  for (const [name, path] of [['strip', '/'], ['judge', '/bench/bench-1'], ['false-stops', '/false-stops']] as const) {
    await page.goto(store.server.url + path);
    if (name === 'judge') {
      await asked(page, 'S3', 'Receipt').getByRole('button', { name: 'False alarm' }).click();
      await asked(page, 'S1', 'Last stops').getByText('said by Demo technician').waitFor();
    } else await page.getByText('1 rule is over budget').first().waitFor();
    for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [390, 'dark'], [390, 'light']] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ animations: 'disabled', path: join(PICTURES, `${name}-${String(width)}-${colorScheme}.png`), fullPage: true });
      const place = `${name} ${String(width)} ${colorScheme}`;
      expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth'), place).toBeLessThanOrEqual(0);
      const axe = new AxeBuilder({ page });
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(['color-contrast'])).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`), place).toEqual([]);
    }
    const targets = await page.locator('button:visible, a:visible, input:visible').all();
    const small = await Promise.all(targets.map(async (target) => ((await target.boundingBox())?.height ?? 0) < 48 ? [await target.innerText()] : []));
    expect(small.flat(), name).toEqual([]);
  }
});
