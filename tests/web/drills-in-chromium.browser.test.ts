/** Drills and a bench out of service on board and page: seen, said, ordered, and never hidden when not possible. */
import { AxeBuilder } from '@axe-core/playwright';
import { randomUUID } from 'node:crypto';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import { findChromium } from '../chromium.ts';
import { benches, drillRecord, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof playServer>>;
let context: BrowserContext;
let offences: string[] = [];

beforeAll(async () => { browser = await chromium.launch(await findChromium()); });
afterAll(() => browser.close());
afterEach(async () => {
  await context.close();
  await server.close();
  const found = offences;
  offences = [];
  expect(found).toEqual([]);
});

async function openPage(path: string, width = 1440): Promise<Page> {
  context = await browser.newContext({ locale: 'en-US', viewport: { width, height: 1000 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => offences.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') offences.push(message.text()); });
  await page.goto(server.url + path);
  await page.getByRole('heading', { name: 'Bench' }).first().waitFor();
  return page;
}

const result = (outcome: OrderResult['outcome'], differs: Partial<OrderResult> = {}): OrderResult => ({ id: randomUUID(), ok: true, outcome, refusal: null, tripId: null, ...differs });

test('the board says which bench is out of service, by whom and why, and whose drill is overdue, failed or was never done', async () => {
  const never = benches.ready(5);
  server = await playServer({ views: [
    viewOf(benches.outOfService(1)), viewOf(benches.drillOverdue(2)), viewOf(benches.drillFailed(3)), viewOf(benches.ready(4)),
    viewOf({ ...never, drill: { state: 'never', blockedBy: [], everyH: 24, passedAgeMs: null, last: null } }),
  ] });
  const page = await openPage('/');
  const tile = (name: string) => page.getByRole('article', { name });
  await tile('Bench 1').getByRole('heading', { name: 'Out of service' }).waitFor();
  await tile('Bench 1').getByText('Ada Byron: “the probe press sticks”').waitFor();
  expect(await tile('Bench 1').getByText('Ready').count()).toBe(0);
  await tile('Bench 2').getByText('Drill overdue.').waitFor();
  await tile('Bench 3').getByText('Last drill failed.').waitFor();
  await tile('Bench 5').getByText('No drill yet.').waitFor();
  // It will drill by itself: that is no alarm, and a fresh store has it on every tile.
  expect(await tile('Bench 5').getByText('The bench drills by itself').count()).toBe(0);
  expect(await tile('Bench 2').getByText('The bench drills by itself').count()).toBe(1);
  expect(await tile('Bench 4').getByText(/drill/i).count()).toBe(0);
});

test('a drill is run from the page and says its time; why it did not pass is said too', async () => {
  server = await playServer({ views: [viewOf(benches.ready(1))], answer: result('drill-passed', { drill: drillRecord({ times: { writtenAfterUs: 120, answeredAfterUs: 1230 } }) }) });
  const page = await openPage('/bench/bench-1');
  const desk = page.getByRole('region', { name: 'Stop drill' });
  await desk.getByText('40 passed, 1 failed').waitFor();
  await desk.getByText('0.96 ms').waitFor();
  await desk.getByText('+0.07 ms').waitFor();
  await desk.getByRole('button', { name: 'Run a drill now' }).click();
  await desk.getByText('Drill passed after 1.23 ms.').waitFor();
  server.play.answer = result('drill-failed', { drill: drillRecord({ passed: false, why: 'no-answer', times: { writtenAfterUs: 120, answeredAfterUs: null } }) });
  await desk.getByRole('button', { name: 'Run a drill now' }).click();
  await desk.getByText('The rig did not answer the stop byte of the drill.').waitFor();
  expect(server.posted.map(({ path }) => path)).toEqual(['/api/benches/bench-1/drill', '/api/benches/bench-1/drill']);
});

test('a drill that is not possible keeps its button and says why; pressing it orders nothing', async () => {
  server = await playServer({ views: [viewOf(benches.drillFailed(1))] });
  const page = await openPage('/bench/bench-1');
  const desk = page.getByRole('region', { name: 'Stop drill' });
  await desk.getByText('A phone is seated.').waitFor();
  const button = desk.getByRole('button', { name: 'Run a drill now' });
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await button.click({ force: true });
  expect(server.posted).toEqual([]);
});

test('a bench is taken out with a reason, and returned once a drill has passed', async () => {
  server = await playServer({ views: [viewOf(benches.ready(1))], answer: result('taken-out') });
  const page = await openPage('/bench/bench-1');
  const desk = page.getByRole('region', { name: 'In service, or out of it' });
  await desk.getByRole('button', { name: 'Take out of service' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take Bench 1 out of service' });
  const take = page.getByRole('button', { name: 'Take it out' });
  expect(await take.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel('Reason').fill('the probe press sticks');
  await take.click();
  await dialog.waitFor({ state: 'hidden' });
  server.show(viewOf(benches.outOfService(1)));
  await desk.getByText('A drill must pass first.').waitFor();
  expect(await desk.getByRole('button', { name: 'Return to service' }).getAttribute('aria-disabled')).toBe('true');
  const { service, ...rest } = benches.outOfService(1);
  const out = service?.out ?? null;
  server.show(viewOf({ ...rest, service: { out: out === null ? null : { ...out, drilled: true }, returnBlockedBy: [] } }));
  await expect.poll(() => desk.getByRole('button', { name: 'Return to service' }).getAttribute('aria-disabled')).toBe('false');
  server.play.answer = result('returned');
  await desk.getByRole('button', { name: 'Return to service' }).click();
  await page.getByRole('dialog', { name: 'Return Bench 1 to service' }).waitFor();
  await page.getByRole('button', { name: 'Return it' }).click();
  await expect.poll(() => server.posted).toEqual([
    { path: '/api/benches/bench-1/out-of-service', body: { reason: 'the probe press sticks' } },
    { path: '/api/benches/bench-1/return', body: {} },
  ]);
});

test.each(['/', '/bench/bench-1'])('no barrier, and nothing runs out of a narrow screen, on %s', async (path) => {
  server = await playServer({ views: [viewOf(benches.outOfService(1)), viewOf(benches.drillOverdue(2)), viewOf(benches.drillFailed(3))] });
  const page = await openPage(path, 390);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  const light = await new AxeBuilder({ page }).analyze();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  const dark = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  expect([...light.violations, ...dark.violations].map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
});
