/** Choosing the language: before anybody has signed in and in the settings; it stays in this browser, and the server is asked in it. */
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

const langOf = (page: { evaluate: <Value>(text: string) => Promise<Value> }): Promise<string> => page.evaluate<string>('document.documentElement.lang');

test('on the page of signing in a press is enough, the choice outlives the page, and requests name it', async () => {
  const server = await playServer({ who: madeWho(null, { machine: null }) });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  const asked: (string | undefined)[] = [];
  page.on('request', (request) => { if (request.url().endsWith('/api/session')) asked.push(request.headers()['accept-language']); });
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('button', { name: 'Suomi' }).waitFor();
  expect(await langOf(page)).toBe('en');
  expect(asked.at(-1)).toBe('en');
  await page.getByRole('button', { name: 'Suomi' }).click();
  await expect.poll(() => langOf(page)).toBe('fi');
  await page.locator('hf-language button[aria-pressed="true"][lang="fi"]').waitFor();
  expect(asked.at(-1)).toBe('fi');
  await page.reload();
  await expect.poll(() => langOf(page)).toBe('fi');
});

test('the settings of the board offer each language in its own words, the browser\'s own is in force until one is chosen', async () => {
  const server = await playServer({ views: [viewOf(benches.ready(1))] });
  onTestFinished(() => server.close());
  const page = await (await browser.context({ locale: 'es-MX' })).newPage();
  await page.goto(server.url);
  await expect.poll(() => langOf(page)).toBe('es');
  await page.locator('hf-settings-chip button').first().click();
  const group = page.locator('hf-settings-chip hf-language');
  expect(await group.locator('button').allInnerTexts()).toEqual(['English', 'Español', 'Suomi']);
  await group.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => langOf(page)).toBe('en');
});
