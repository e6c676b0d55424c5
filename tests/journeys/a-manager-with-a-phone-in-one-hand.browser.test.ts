/**
 * A manager away from the bench has a phone and a thumb: sees the alarm, opens the evidence, decides about the hold alone and with a second
 * person, records how it ended, closes the case. Every press is a tap on 360 px.
 */
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from '../web/browser-page.ts';
import { offencesOn } from '../web/look/rules.ts';
import { madeWho } from '../web/made-people.ts';
import { madeStory } from '../web/made-story.ts';
import { playServer } from '../web/played-server.ts';
import { CONFIRMATION, CUSTOMER, deviceIn, handOver, holdIn, SECOND, STORE, told } from '../server/domain/cases/made-cases.ts';

const browser = useBrowser();

async function withAThumb(path: (codes: ReturnType<typeof madeStory>['codes']) => string) {
  const story = madeStory();
  const server = await playServer({ ...story.play, who: madeWho(['manager', 'technician'], { machine: null }) });
  onTestFinished(() => server.close());
  const context = await browser.context({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto(server.url + path(story.codes));
  return { page, server, ...story };
}

/** What no thumb can reach fails here: a tap waits until nothing covers its middle. */
const tap = (within: Page | Locator, name: string | RegExp): Promise<void> => within.getByRole('button', { name, exact: typeof name === 'string' }).first().tap();
const go = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('link', { name, exact: typeof name === 'string' }).first().tap();

async function soundFor(page: Page, what: string): Promise<void> {
  expect([what, await offencesOn(page)]).toEqual([what, []]);
}

test('the alarm is seen, the evidence opened, the hold kept', async () => {
  const { page, cases, ids } = await withAThumb(() => '/');
  await page.getByText('Stopped: device frame bent').first().waitFor();
  await soundFor(page, 'board');
  await tap(page, /^Bench 1.*seen|seen.*Bench 1/i);
  await go(page, /Evidence/);
  await page.getByText('How it was stopped').or(page.locator('hf-receipt')).first().waitFor();
  await soundFor(page, 'bench');
  await go(page, /^Queue/);
  await page.locator('.item').filter({ hasText: 'Decide about the hold' }).tap();
  await soundFor(page, 'queue');
  await tap(page, /^Approve/);
  const form = page.locator('hf-act-form');
  await form.getByLabel(/^What else/).fill('The left edge is bent, I saw the photo');
  await form.getByLabel('Your password', { exact: true }).fill('made up');
  await soundFor(page, 'approve');
  await tap(form, 'Approve the hold');
  await expect.poll(() => cases.world.state(ids.held).holds[0]?.state).toBe('approved');
});

test('a release needs the reason and the hand of a second person on the same phone', async () => {
  const { page, cases, ids } = await withAThumb(() => '/queue');
  await page.locator('.item').filter({ hasText: 'Decide about the hold' }).tap();
  await tap(page, /^Release/);
  const form = page.locator('hf-act-form');
  await form.getByText('Still missing: Why').waitFor();
  await form.getByLabel(/^Why/).fill('Straightened, and measured twice');
  await form.getByLabel('Your password', { exact: true }).fill('made up');
  await form.getByLabel('User name of the second person').fill('grace');
  await form.getByLabel('Password of the second person', { exact: true }).fill('made up');
  await soundFor(page, 'release');
  await tap(form, 'Release the hold');
  await expect.poll(() => cases.world.state(ids.held).holds[0]?.state).toBe('released');
});

test('how it ended is recorded, and a case that is done is closed', async () => {
  const { page, cases, ids } = await withAThumb(({ held }) => `/case/${held}`);
  const { world } = cases;
  await tap(page, 'Record how it ended…');
  const form = page.locator('hf-act-form');
  await form.getByLabel('Everything was saved').tap();
  await form.getByLabel(/^Photos/).fill('4120');
  await form.getByLabel('On a drive').tap();
  await soundFor(page, 'outcome');
  await tap(form, 'Keep it');
  await expect.poll(() => deviceIn(world, ids.held).outcome?.result).toBe('all');
  world.must(ids.held, 'release-hold', { holdId: holdIn(world, ids.held).id, why: 'all saved', confirmation: CONFIRMATION }, SECOND);
  handOver(world, ids.held, STORE, CUSTOMER);
  told(world, ids.held, 'customer');
  told(world, ids.held, 'agent', 'nobody-to-tell');
  await page.reload();
  await tap(page, /^Close the case/);
  await soundFor(page, 'close');
  await tap(form, 'Close it');
  await expect.poll(() => world.state(ids.held).stage).toBe('closed');
});
