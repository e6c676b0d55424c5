/** What a manager decides by is there at a desk and on a phone, in the queue and on the page of the case: cause, measurement against its limit, receipt, chart, raw lines, brief. */
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

async function open(pathOf: (codes: ReturnType<typeof madeStory>['codes']) => string, width: number): Promise<Page> {
  const story = madeStory();
  const server = await playServer(story.play);
  onTestFinished(() => server.close());
  const page = await (await browser.context({ viewport: { width, height: 900 } })).newPage();
  await page.goto(server.url + pathOf(story.codes));
  return page;
}

/** Each is there, can be seen, and reaches over neither edge. */
async function expectWhole(page: Page, evidence: Locator): Promise<void> {
  await evidence.getByText('Device frame bent').first().waitFor();
  await evidence.getByText('412 µm measured. Held from 300 µm: limit 400 µm less the uncertainty of 100 µm.').waitFor();
  const receipt = evidence.getByRole('region', { name: 'How it was stopped' });
  for (const time of ['requested', 'written', 'acknowledged', 'seen stopped']) await receipt.getByText(time, { exact: true }).waitFor();
  // A chart is drawn when it comes into sight.
  await evidence.getByRole('region', { name: 'Before the stop' }).scrollIntoViewIfNeeded();
  await evidence.getByRole('region', { name: 'Before the stop' }).locator('canvas').first().waitFor();
  await evidence.getByRole('region', { name: 'What the brief says' }).getByRole('button', { name: 'Decide about a hold' }).click();
  await evidence.getByText('The last photos of his wife with their daughters.').waitFor();
  await evidence.getByText('Raw lines', { exact: true }).click();
  await evidence.getByText(/As the bench reported them|No line of this stop is on record/).first().waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
}

test.each([1440, 390])('in the queue at %i px', async (width) => {
  const page = await open(() => '/queue', width);
  await page.locator('.item').filter({ hasText: 'Held' }).first().click();
  const step = page.locator('.sub').filter({ hasText: 'Decide about the hold' });
  if (await step.count() > 0) await step.click();
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
  await expectWhole(page, page.locator('hf-hold-evidence'));
});

test.each([1440, 390])('on the page of the case at %i px, unfolded', async (width) => {
  const page = await open(({ held }) => `/case/${held}`, width);
  const fold = page.getByText(/^Evidence of the stop/);
  await fold.waitFor();
  expect((await fold.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await fold.click();
  await expectWhole(page, page.locator('hf-hold-evidence'));
  await expectSound(page, 'evidence on a case');
});
