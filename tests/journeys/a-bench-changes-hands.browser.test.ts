/** Quick switch at an enrolled bench PC: by PIN with fingers and keyboard, by badge wherever the focus is, with words for who comes next. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runServer } from '../server/running-server.ts';
import type { TestServer } from '../server/running-server.ts';
import { expectSound, useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';
import { demoLink, enterByLink } from '../web/signed-in-page.ts';

const browser = useBrowser();
const BADGE = '04A1B2C3D4E5';

async function atBench(server: TestServer): Promise<Page> {
  return enterByLink(await browser.context(), demoLink(server));
}

const pinOf = ({ demo }: TestServer): string => demo?.pin ?? '';
const chip = (page: Page, name: RegExp) => page.getByRole('button', { name });

async function openSwitch(page: Page, who: RegExp): Promise<void> {
  await chip(page, who).click();
  await page.getByRole('button', { name: 'Switch person…' }).click();
  await page.getByRole('dialog', { name: 'Who is at the bench?' }).waitFor();
}

/** As a reader does it: all keys at once. */
const showBadge = (page: Page, badge: string) => Promise.all([...badge.matchAll(/./g)].map(([key]) => key).concat('Enter').map((key) => page.keyboard.press(key)));

test('by PIN with a finger, with words that are shown to who comes; by PIN with the keyboard back', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await atBench(server);
  await openSwitch(page, /^Demo technician/);
  await page.getByLabel('Words for who comes next').fill('Bench 2 waits for its probes.\n<b>Do not</b> use it.');
  await page.getByRole('button', { name: 'Demo manager (virtual)' }).click();
  await expectSound(page, 'PIN pad');
  const goOn = page.getByRole('button', { name: 'Go on' });
  for (const digit of pinOf(server).slice(0, 5)) await page.getByRole('button', { name: `Digit ${digit}` }).click();
  expect(await goOn.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: `Digit ${pinOf(server).slice(5)}` }).click();
  await goOn.click();
  await chip(page, /^Demo manager/).waitFor();
  const words = page.getByRole('region', { name: 'Words for who comes next' });
  await words.getByText('From Demo technician (virtual)').waitFor();
  await words.getByText('<b>Do not</b> use it.').waitFor();
  await words.getByRole('button', { name: 'I have read it' }).click();
  await words.waitFor({ state: 'hidden' });
  await page.reload();
  await chip(page, /^Demo manager/).waitFor();
  expect(await words.count()).toBe(0);

  await openSwitch(page, /^Demo manager/);
  await page.getByRole('button', { name: 'Demo technician (virtual)' }).press('Enter');
  await page.getByRole('group', { name: 'PIN of Demo technician (virtual)' }).waitFor();
  await page.keyboard.type(`9${pinOf(server)}`.slice(0, 1), { delay: 70 });
  await page.keyboard.press('Backspace');
  await page.keyboard.type(pinOf(server), { delay: 70 });
  await page.keyboard.press('Enter');
  await chip(page, /^Demo technician/).waitFor();
  expect(await words.count()).toBe(0);
});

test('a wrong PIN says so, is gone from the pad, and the technician stays', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await atBench(server);
  await openSwitch(page, /^Demo technician/);
  await page.getByRole('button', { name: 'Demo manager (virtual)' }).click();
  const wrong = pinOf(server) === '000000' ? '111111' : '000000';
  await page.keyboard.type(wrong, { delay: 70 });
  await page.keyboard.press('Enter');
  await page.getByText('Name, password, PIN or code is not right.').waitFor();
  await page.getByText('0 digits typed').waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
  await chip(page, /^Demo technician/).waitFor();
});

test('a badge is taken wherever the focus is, also in the words for who comes next, and leaves nothing in them', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await atBench(server);
  await setBadge(page, server);
  await openSwitch(page, /^Demo technician/);
  await page.getByRole('button', { name: 'Demo manager (virtual)' }).click();
  await page.keyboard.type(pinOf(server), { delay: 70 });
  await page.keyboard.press('Enter');
  await openSwitch(page, /^Demo manager/);
  const words = page.getByLabel('Words for who comes next');
  await words.pressSequentially('All is well', { delay: 50 });
  await showBadge(page, BADGE);
  await chip(page, /^Demo technician/).waitFor();
  await page.getByText('All is well', { exact: false }).waitFor();
  expect(await page.getByText(BADGE.slice(0, 3)).count()).toBe(0);
});

test('nobody signed in at a bench PC: the board is there, stop is on, and one press leads to the names', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await atBench(server);
  await chip(page, /^Demo technician/).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Nobody is signed in. You can look and stop').waitFor();
  await expectSound(page, 'bench without anybody');
  await page.getByRole('button', { name: 'Sign in to do more' }).click();
  await page.getByRole('dialog', { name: 'Who is at the bench?' }).waitFor();
  await page.getByRole('link', { name: 'Sign in with a password' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

async function setBadge(page: Page, server: TestServer): Promise<void> {
  await chip(page, /^Demo technician/).click();
  await page.getByRole('link', { name: 'Own page' }).click();
  await page.getByRole('button', { name: 'Set up… Badge' }).click();
  await page.locator('input[name="new-badge"]').fill(BADGE);
  await page.getByLabel('Your password', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Badge: done.').waitFor();
}
