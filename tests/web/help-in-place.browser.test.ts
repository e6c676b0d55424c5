/** Help where it is needed: a ? beside each state, the keys, one search for everything, the papers of the help, and the first steps that end at one press. */
import { expect, onTestFinished, test } from 'vitest';
import type { Page } from 'playwright-core';
import { english } from '../../firmware-bridge/contract/words.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
const views = () => [viewOf(benches.stopped(1)), viewOf(benches.waiting(2)), viewOf(benches.running(3))];

async function open(path = '/', before: (page: Page) => Promise<unknown> = () => Promise.resolve()) {
  const server = await playServer({ views: views() });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await before(page);
  await page.goto(server.url + path);
  await page.locator('hf-header').waitFor();
  return { server, page };
}

test('a press on ? explains the state, its cause and what to do, out of the same tables, and gives the focus back', async () => {
  const { page } = await open();
  await page.getByRole('button', { name: 'Explain the state of Bench 1' }).click();
  const sheet = page.getByRole('dialog', { name: 'What it means: Bench 1' });
  await sheet.waitFor();
  await page.locator('hf-explain-sheet').getByText(english.causes['device-frame-bent'].usualCause).waitFor();
  await expectSound(page, 'the explanation of a state');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Explain the state of Bench 2' }).press('Enter');
  await page.getByRole('dialog', { name: 'What it means: Bench 2' }).waitFor();
  await page.locator('hf-explain-sheet').getByText(english.permissives['power-fine'].whenNotOk({ pct: 31, neededPct: 50 })).waitFor();
});

test('? shows the keys, letters are off in fields and can be switched off', async () => {
  const { page } = await open();
  await page.getByRole('article', { name: 'Bench 1' }).waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await expectSound(page, 'the keys');
  await page.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('a');
  await page.getByText(/^Seen by Ada Byron/).waitFor();
  await page.goto(`${new URL(page.url()).origin}/help`);
  await page.getByLabel('Find in the help').press('?');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.evaluate(() => localStorage.setItem('holdfast-letter-keys', 'off'));
  await page.goto(new URL(page.url()).origin);
  await page.getByRole('article', { name: 'Bench 1' }).waitFor();
  await page.keyboard.press('?');
  await page.keyboard.press('1');
  expect([await page.getByRole('dialog').count(), new URL(page.url()).pathname]).toEqual([0, '/']);
});

test('/ finds cases, benches, pages and help in one dialog, and Enter takes the first', async () => {
  const { page } = await open('/people', (one) => one.route('**/api/cases?text=*', (route) => route.fulfill({ json: { cases: [], cursor: null } })));
  await page.getByRole('heading', { name: 'People' }).waitFor();
  await page.keyboard.press('/');
  const field = page.getByLabel('Cases, benches, pages, help');
  await field.fill('bent');
  await page.locator('hf-search-sheet').getByRole('link', { name: /^Help Device frame bent/ }).waitFor();
  await expectSound(page, 'the search');
  await field.fill('bench 3');
  await page.locator('hf-search-sheet').getByRole('link', { name: /^Bench Bench 3/ }).waitFor();
  await field.press('Enter');
  await page.getByRole('region', { name: 'State of Bench 3' }).waitFor();
});

test('the help is read and searched inside the page: papers and everything a bench can say', async () => {
  const { page } = await open('/help');
  await page.getByRole('heading', { name: 'Causes of a stop' }).waitFor();
  await page.getByLabel('Find in the help').fill('battery fine');
  await page.getByText(english.permissives['power-fine'].whenOk).first().waitFor({ state: 'attached' });
  await page.getByLabel('Find in the help').fill('ten benches');
  await page.getByRole('link', { name: 'The board' }).click();
  await page.getByRole('heading', { name: 'Many benches' }).waitFor();
  await expectSound(page, 'a paper of the help');
  await page.getByRole('link', { name: 'All of the help' }).click();
  await page.getByLabel('Find in the help').fill('');
  await expectSound(page, 'the help');
  for (const name of ['The life of a case', 'The custody chain', 'Stopping', 'Alarms and sound', 'Start here']) {
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator('hf-help article h1').waitFor();
    expect(await page.locator('hf-help article').innerText()).not.toMatch(/stateDiagram|undefined|\]\(/);
    await page.getByRole('link', { name: 'All of the help' }).click();
  }
});

test('after the first sign-in of a virtual store the steps point at real things, cover nothing, and end at once and for good', async () => {
  const { page } = await open('/', (one) => one.addInitScript(() => { if (localStorage.getItem('holdfast-first-steps') === null) localStorage.setItem('holdfast-first-steps', 'due'); }));
  const steps = page.getByRole('region', { name: 'Three minutes to know Holdfast' });
  await steps.getByText('Step 1 of 5').waitFor();
  await expect.poll(() => page.locator('hf-tile').first().evaluate((tile) => getComputedStyle(tile).outlineStyle)).toBe('solid');
  await steps.getByRole('button', { name: 'Next' }).click();
  await expect.poll(() => page.locator('hf-stop').first().evaluate((stop) => getComputedStyle(stop).outlineStyle)).toBe('solid');
  expect(await page.locator('hf-tile').first().evaluate((tile) => getComputedStyle(tile).outlineStyle)).toBe('none');
  await expectSound(page, 'the first steps');
  await steps.getByRole('button', { name: 'End the tour' }).click();
  await steps.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('article', { name: 'Bench 1' }).waitFor();
  expect(await steps.count()).toBe(0);
});

test.each([
  { language: 'Español', locale: 'es-ES', find: 'Buscar en la ayuda', wanted: 'bermellon', link: 'Empiece aquí', heading: 'Qué ve', back: 'Toda la ayuda' },
  { language: 'Suomi', locale: 'fi-FI', find: 'Etsi ohjeesta', wanted: 'sinooberinpunainen', link: 'Aloita tästä', heading: 'Mitä näet', back: 'Koko ohje' },
])('in another language the help opens in it, its search finds a word of it, and no other language is fetched: $language', async ({ locale, find, wanted, link, heading, back }) => {
  const server = await playServer({ views: views() });
  onTestFinished(() => server.close());
  const page = await (await browser.context({ locale })).newPage();
  const papers: string[] = [];
  page.on('response', (response) => { if (/\/(?:start-here|alarms|board|stop)-[\w-]+\.js$/.test(response.url())) papers.push(new URL(response.url()).pathname); });
  await page.goto(`${server.url}/help`);
  await page.getByLabel(find).fill(wanted);
  const found = page.locator('hf-help').getByRole('link', { name: link, exact: true });
  await expect.poll(() => page.locator('hf-help section.list a').allInnerTexts()).toEqual([link]);
  await found.click();
  await page.getByRole('heading', { name: heading }).waitFor();
  await expectSound(page, 'a paper of the help in another language');
  await page.getByRole('link', { name: back }).waitFor();
  expect(new Set(papers).size).toBe(papers.length);
  expect(papers.filter((path) => path.includes('/start-here-'))).toHaveLength(1);
});
