/** A manager works the queue without a mouse: goes through it, sees the evidence, approves, releases with a second person; two at once stay two. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

async function openQueue(differs: Parameters<typeof playServer>[0] = {}) {
  const story = madeStory();
  const server = await playServer({ ...story.play, ...differs });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}/queue`);
  await page.getByRole('heading', { name: 'Queue' }).waitFor();
  await page.locator('.item').first().waitFor();
  return { page, server, ...story };
}

/** Through the cases, then through what waits in the one that has the decision. */
async function goToDecision(page: Page): Promise<void> {
  const chosen = page.locator('.item[aria-current="true"], .sub[aria-current="step"]').filter({ hasText: 'Decide about the hold' });
  const row = page.locator('.list > ol > li').filter({ has: page.locator('[aria-current="true"]') }).filter({ hasText: 'Decide about the hold' });
  for (let presses = 0; presses < 12 && await row.count() === 0; presses += 1) await page.keyboard.press('j');
  for (let presses = 0; presses < 12 && await chosen.count() === 0; presses += 1) await page.keyboard.press('l');
  await page.getByText('412 µm measured. Held from 300 µm: limit 400 µm less the uncertainty of 100 µm.').waitFor();
}
/** What stands in a dialog belongs to the element that fills it. */
async function dialogOf(page: Page, name: string) {
  await page.getByRole('dialog', { name }).waitFor();
  return page.locator('hf-act-form');
}
const holdOf = ({ cases, ids }: Pick<Awaited<ReturnType<typeof openQueue>>, 'cases' | 'ids'>) => cases.world.state(ids.held).holds[0];

test('the evidence stands beside the decision, and what each key does is said before it is pressed', async () => {
  const { page, server, cases } = await openQueue();
  await goToDecision(page);
  const evidence = page.getByRole('region', { name: 'Evidence' });
  await evidence.getByText('Device frame bent').first().waitFor();
  await evidence.getByText('Approve: the phone stays held on every bench.').waitFor();
  await evidence.getByText('a second person must confirm too').waitFor();
  await evidence.getByText('bench-2: not confirmed: not heard').waitFor();
  await evidence.getByText('requested').waitFor();
  expect(await evidence.getByText('The last photos').count()).toBe(0);
  await evidence.getByRole('button', { name: 'Decide about a hold' }).click();
  await evidence.getByText('The last photos of his wife with their daughters.').waitFor();
  expect(cases.looks).toMatchObject([{ kind: 'story', why: 'Decide about a hold' }]);
  await expectSound(page, 'queue');
  expect(server.posted.filter(({ path }) => path.includes('/acts/'))).toEqual([]);
});

test('a approves: the proof is asked for, the hold stays, and the queue goes on', async () => {
  const opened = await openQueue();
  const { page } = opened;
  await goToDecision(page);
  await page.keyboard.press('a');
  const dialog = await dialogOf(page, 'Approve the hold');
  // Letters go into the field, not to the page.
  await dialog.getByLabel(/^What else/).fill('seen it, a r');
  await dialog.getByLabel('Your password', { exact: true }).fill('made up');
  await expectSound(page, 'approve');
  await page.keyboard.press('Enter');
  await expect.poll(() => holdOf(opened)?.state).toBe('approved');
  await expect.poll(() => page.locator('.item, .sub').filter({ hasText: 'Decide about the hold' }).count()).toBe(0);
});

test('r releases only with a reason and a second person', async () => {
  const opened = await openQueue();
  const { page, server } = opened;
  await goToDecision(page);
  await page.keyboard.press('r');
  const dialog = await dialogOf(page, 'Release the hold');
  const send = dialog.getByRole('button', { name: 'Release the hold' });
  await dialog.getByText('Still missing: Why').waitFor();
  await dialog.getByLabel(/^Why/).fill('Frame was straightened and measured');
  await dialog.getByText('two people confirm, each for themselves').waitFor();
  expect(await send.getAttribute('aria-disabled')).toBe('true');
  await dialog.getByLabel('Your password', { exact: true }).fill('made up');
  await dialog.getByLabel('User name of the second person').fill('grace');
  await dialog.getByLabel('Password of the second person', { exact: true }).fill('made up');
  await expectSound(page, 'release');
  await send.click();
  await expect.poll(() => holdOf(opened)?.state).toBe('released');
  expect(server.posted.filter(({ path }) => path === '/api/confirmations').map(({ body }) => body)).toMatchObject([{ act: 'decide-hold' }, { act: 'second-decision', user: 'grace' }]);
});

test('two managers at once: the second is told in words, and sees the case as it stands', async () => {
  const opened = await openQueue();
  const { page, cases, ids } = opened;
  await goToDecision(page);
  await page.keyboard.press('r');
  const dialog = await dialogOf(page, 'Release the hold');
  await dialog.getByLabel(/^Why/).fill('looks fine to me');
  await dialog.getByLabel('Your password', { exact: true }).fill('made up');
  await dialog.getByLabel('User name of the second person').fill('grace');
  await dialog.getByLabel('Password of the second person', { exact: true }).fill('made up');
  cases.meanwhile = () => { cases.world.must(ids.held, 'approve-hold', { holdId: holdOf(opened)?.id, why: 'it is bent', confirmation: 'c'.repeat(24) }); };
  await dialog.getByRole('button', { name: 'Release the hold' }).click();
  await dialog.getByText(/This hold was decided a moment ago by .+; now it is: approved\./).waitFor();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await page.getByText('Somebody else changed this case a moment ago. It is shown as it stands now.').waitFor();
  expect(holdOf(opened)?.state).toBe('approved');
});

test('a technician sees the evidence and is told that a manager decides', async () => {
  const { page, server } = await openQueue({ who: madeWho(['technician']) });
  await goToDecision(page);
  expect(await page.getByRole('button', { name: /^Approve/ }).getAttribute('aria-disabled')).toBe('true');
  await page.getByText('It is for: manager.').first().waitFor();
  await page.keyboard.press('a');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(server.posted.filter(({ path }) => path.includes('/acts/'))).toEqual([]);
});

test('Enter opens the case, and an empty queue says what would stand there', async () => {
  const { page, codes } = await openQueue();
  await goToDecision(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toBe(`/case/${codes.held}`);
  await page.getByText(codes.held).first().waitFor();
  const { PlayedCases } = await import('./played-cases.ts');
  const empty = await playServer({ cases: new PlayedCases(), who: madeWho(['manager']) });
  onTestFinished(() => empty.close());
  await page.goto(`${empty.url}/queue`);
  await page.getByText('Nothing waits for a decision.').waitFor();
});

test('a case is one row; what else waits in it opens beneath, and left and right go through it', async () => {
  const { page, codes } = await openQueue();
  expect(await page.locator('.item').count()).toBe(await page.locator('.item .code').evaluateAll((all) => new Set(all.map(({ textContent }) => textContent)).size));
  await goToDecision(page);
  const subs = page.locator('.sub');
  const count = await subs.count();
  expect(count).toBeGreaterThan(1);
  for (let presses = 0; presses < count; presses += 1) await page.keyboard.press('ArrowRight');
  expect(await subs.last().getAttribute('aria-current')).toBe('step');
  await page.getByRole('region', { name: 'Evidence' }).getByRole('heading', { level: 2 }).filter({ hasText: (await subs.last().locator('b').textContent()) ?? '' }).waitFor();
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await page.locator('.item', { hasText: codes.walkIn }).getByText(/^and \d more$/).waitFor();
  await expectSound(page, 'queue with more');
});
