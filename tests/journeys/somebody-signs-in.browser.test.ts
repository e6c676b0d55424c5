/** Every way in, in a real browser against the real server: password, code, one-time links, the door of a virtual store, a wall board. */
import { generate } from 'otplib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runServer } from '../server/running-server.ts';
import type { TestServer } from '../server/running-server.ts';
import { expectSound, useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';
import { demoLink } from '../web/signed-in-page.ts';

const browser = useBrowser();
const PASSWORD = 'a sentence that is long enough';

async function open(server: TestServer, path = '/', page?: Page): Promise<Page> {
  const opened = page ?? await (await browser.context()).newPage();
  await opened.goto(`${server.url}${path}`);
  return opened;
}

async function signIn(page: Page, user: string, password: string): Promise<void> {
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

const chip = (page: Page, name: RegExp) => page.getByRole('button', { name });

test('nobody signed in sees the sign-in page whatever was asked for, and after it the page that was wanted', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await open(server, '/audit');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Audit' }).count()).toBe(0);
  await expectSound(page, 'sign-in');
  await page.getByText('Password, badge or app lost?').click();
  await page.getByText('An admin of your store makes a one-time link').waitFor();
  await signIn(page, 'demo-manager', 'not the password at all');
  await page.getByText('Name, password, PIN or code is not right.').waitFor();
  await signIn(page, 'nobody-of-this-name', 'not the password at all');
  await page.getByText('Name, password, PIN or code is not right.').waitFor();
  await signIn(page, 'demo-manager', server.password);
  await page.getByRole('heading', { name: 'Audit' }).waitFor();
  await chip(page, /^Demo manager/).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await page.getByText('Your session has ended').count()).toBe(0);
});

test('the link of the first start makes the first admin, works once, and leaves the address at once', async () => {
  const server = await runServer({ webDir: DIST, virtual: false });
  const link = `/link#${server.firstAdminToken ?? ''}`;
  const page = await open(server, link);
  await page.getByRole('heading', { name: 'The first admin' }).waitFor();
  expect(page.url()).toBe(`${server.url}/link`);
  await expectSound(page, 'first admin');
  await page.getByLabel('Your name').fill('Ada Byron');
  await page.getByLabel('User name').fill('ada');
  await page.getByLabel(/^New password/).fill('too short');
  const keep = page.getByRole('button', { name: 'Keep it and sign in' });
  expect(await keep.getAttribute('aria-disabled')).toBe('true');
  await page.getByLabel(/^New password/).fill(PASSWORD);
  await keep.click();
  await chip(page, /^Ada Byron, .*admin/).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  const again = await open(server, link);
  await again.getByLabel(/^New password/).fill(PASSWORD);
  await again.keyboard.press('Enter');
  await again.getByText('This link does not work any more.').waitFor();
});

test('a link without its secret says that half of it is missing', async () => {
  const server = await runServer({ webDir: DIST });
  for (const path of ['/link', '/demo', '/wall']) {
    const page = await open(server, path);
    await page.getByText('the part behind # is missing').waitFor();
    await page.getByRole('link', { name: 'Go to the sign-in page' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }
});

test('the demo link lets in as often as wanted; one of an earlier start says so', async () => {
  const server = await runServer({ webDir: DIST });
  const pages = [await open(server, demoLink(server).slice(server.url.length)), await open(server, demoLink(server).slice(server.url.length))];
  for (const page of pages) {
    await chip(page, /^Demo technician/).waitFor();
    expect(page.url()).toBe(`${server.url}/`);
  }
  const old = await open(server, '/demo#a-token-of-an-earlier-start-of-it');
  await old.getByText('This link does not work any more.').waitFor();
});

test('a wall board sees the benches and nothing else', async () => {
  const server = await runServer({ webDir: DIST });
  const admin = await open(server, '/machines');
  await signIn(admin, 'demo-admin', server.password);
  await admin.getByRole('button', { name: 'Wall board…' }).click();
  await admin.getByLabel(/^Name/).fill('Screen by the door');
  await admin.getByLabel('Your password', { exact: true }).fill(server.password);
  await admin.getByRole('button', { name: 'Make the link' }).click();
  const link = await admin.locator('hf-secret-once output').innerText();
  const wall = await open(server, link.slice(server.url.length));
  await wall.getByText('No bench yet').waitFor();
  expect(wall.url()).toBe(`${server.url}/`);
  await wall.getByRole('button', { name: 'More' }).click();
  for (const name of [/^People/, /^Audit/, /^False stops/]) expect(await wall.getByRole('navigation').getByRole('link', { name }).getAttribute('aria-disabled')).toBe('true');
});

test('with an authenticator app the code is asked for only when the server says so, and set up from the own page', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await open(server, '/me');
  await signIn(page, 'demo-manager', server.password);
  await page.getByRole('button', { name: 'Set up… Authenticator app' }).click();
  await page.getByRole('img', { name: 'Picture of the secret, for the camera of the app' }).waitFor();
  const secret = (await page.locator('hf-me output').innerText()).trim();
  await page.getByLabel('Code that the app shows now').fill(await generate({ secret }));
  await page.getByLabel('Your password', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByText('Authenticator app: done.').waitFor();

  const other = await open(server);
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await other.getByLabel('Code of your authenticator app').count()).toBe(0);
  await signIn(other, 'demo-manager', server.password);
  const code = other.getByLabel('Code of your authenticator app');
  await code.fill('000000');
  await other.keyboard.press('Enter');
  await other.getByText('Name, password, PIN or code is not right.').waitFor();
  // The code of the next step: that of this one was used to set the app up.
  await code.fill(await generate({ secret, epoch: Math.floor(Date.now() / 1000) + 30 }));
  await other.keyboard.press('Enter');
  await chip(other, /^Demo manager/).waitFor();
});
