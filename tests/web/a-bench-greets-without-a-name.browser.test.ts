/** A bench says how to greet whoever is coming or here, and what not to ask again; it is seen from afar, so no name and no number. An alarm that was seen stays seen over a reload. */
import { expect, onTestFinished, test } from 'vitest';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import { deviceIn, INTAKE } from '../server/domain/cases/made-cases.ts';

const browser = useBrowser();

async function open(path: string, onBench: 'held' | 'expected' | null, differs: Parameters<typeof playServer>[0] = {}) {
  const story = madeStory();
  story.cases.onBench = onBench === null ? null : story.ids[onBench];
  const server = await playServer({ ...story.play, who: madeWho(['technician']), ...differs });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  return { page, server, ...story };
}

test('on its own page: the greeting of the brief, since when they are here, what matters; neither name nor number', async () => {
  const { page } = await open('/bench/bench-1', 'held');
  const card = page.locator('hf-bench-case');
  await card.getByText('Mr. Reyes, speaks softly').waitFor();
  await card.getByText(/^came /).waitFor();
  await card.getByText('The last photos of his wife with their daughters.').waitFor();
  await card.getByText('Do not ask again: How the display broke.').waitFor();
  for (const secret of ['Manuel', '555 0123', 'm@example.org']) expect(await page.getByText(secret).count()).toBe(0);
  await expectSound(page, 'bench that greets');
});

test('somebody who is only expected is said to come, with the hour', async () => {
  const { page } = await open('/bench/bench-1', 'expected');
  await page.locator('hf-bench-case').getByText(/^expected .*(24|16)/).waitFor();
});

test('a phone that touches itself is told to be switched off, with the minutes that run', async () => {
  const { page, cases, ids } = await open('/', 'held');
  cases.world.must(ids.held, 'record-intake', { deviceId: deviceIn(cases.world, ids.held).id, intake: { ...INTAKE, ghostTouch: 'yes' } });
  await page.goto(new URL('/bench/bench-1', page.url()).href);
  const card = page.locator('hf-bench-case');
  await card.getByText(/^The screen touches by itself. Switch it off now. On for \d+/).waitFor();
  await expectSound(page, 'bench of a phone that touches itself');
});

test('a device without a case leaves no gap on its tile', async () => {
  const { page } = await open('/', null);
  await page.locator('hf-tile').first().waitFor();
  await expect.poll(() => page.locator('hf-bench-case').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))).toEqual([0, 0]);
  await expect.poll(() => page.locator('hf-bench-case').evaluateAll((all) => all.every((one) => getComputedStyle(one).display === 'none'))).toBe(true);
});

test('an alarm that was seen is seen after the page was loaded again', async () => {
  const { page } = await open('/', null);
  const seen = page.getByRole('button', { name: /I have seen the alarm of/ });
  await seen.first().click();
  await expect.poll(() => seen.count()).toBe(0);
  await page.reload();
  await page.locator('hf-tile').first().waitFor();
  expect(await seen.count()).toBe(0);
});
