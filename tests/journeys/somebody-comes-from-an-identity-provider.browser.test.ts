/** The way to an identity provider and back in a real browser: the provider is another site, the cookies of the store are strict. */
import { expect, onTestFinished, test } from 'vitest';
import { openMadeProvider } from '../made-provider.ts';
import { runServer, temporaryFolder } from '../server/running-server.ts';
import { expectSound, useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';

const browser = useBrowser();

test('one button leads to the provider and back to the board; a stranger and a provider that is away are told in words', async () => {
  const provider = await openMadeProvider('ES256', 'localhost');
  onTestFinished(() => provider.close());
  const server = await runServer({ webDir: DIST, oidc: provider.config(temporaryFolder(), { name: 'Repair Chain' }) });
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}/sign-in`);
  const button = page.getByRole('button', { name: 'Sign in with Repair Chain' });
  await button.waitFor();
  await expectSound(page, 'sign-in with a provider');
  provider.person = { sub: 'x', preferred_username: 'a-stranger' };
  await button.click();
  await page.getByText('The sign-in by the identity provider did not succeed.').waitFor();
  expect(page.url()).toBe(`${server.url}/back`);
  await expectSound(page, 'refused return');
  await page.getByRole('link', { name: 'Go to the sign-in page' }).click();
  provider.person = { sub: 'a', preferred_username: 'demo-technician' };
  await button.click();
  await page.getByRole('button', { name: /^Demo technician/ }).waitFor();
  expect(page.url()).toBe(`${server.url}/`);
  await page.getByRole('button', { name: /^Demo technician/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const other = await runServer({ webDir: DIST, oidc: provider.config(temporaryFolder(), { name: 'Repair Chain' }) });
  await provider.close();
  await page.goto(`${other.url}/sign-in`);
  await button.click();
  await page.getByText('The identity provider cannot be reached: nothing listens at its address.').waitFor();
  await page.getByLabel('User name').fill('demo-technician');
  await page.getByLabel('Password', { exact: true }).fill(other.password);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Demo technician/ }).waitFor();
});
