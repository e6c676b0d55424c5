/** A passkey in a real browser with a key of its own, against the real server: made, used to sign in and to confirm, removed. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { byName } from '../made-key.ts';
import { runServer } from '../server/running-server.ts';
import { expectSound, useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';

const browser = useBrowser();

/** A key as a phone or a PC has it built in; `setVerified(false)`: its person is not the one. */
async function withKey(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { setVerified: (isUserVerified: boolean) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }) };
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('User name').fill('demo-manager');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Demo manager/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).first().click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
}

const usePasskey = (page: Page) => page.getByRole('button', { name: 'Use a passkey' });

test('a passkey is made on the own page, signs in, confirms its own removal, and is nobody after it', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await (await browser.context()).newPage();
  const key = await withKey(page);
  await page.goto(`${byName(server.url)}/me`);
  await signIn(page, server.password);

  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByText('None yet.').waitFor();
  await passkeys.getByRole('button', { name: 'Add a passkey…' }).click();
  await page.getByLabel(/^Name/).fill('Phone');
  await page.getByLabel('Your password', { exact: true }).fill(server.password);
  await page.getByRole('button', { name: 'Make it' }).click();
  await passkeys.getByText('Passkey “Phone”: added.').waitFor();
  await passkeys.getByText(/works at localhost · made .* · never used/).waitFor();
  await expectSound(page, 'own page with a passkey');
  await signOut(page);

  await expectSound(page, 'sign-in with passkey');
  await key.setVerified(false);
  await usePasskey(page).click();
  await page.getByText('No passkey was shown.').waitFor();
  await key.setVerified(true);
  await usePasskey(page).click();
  await page.getByRole('button', { name: /^Demo manager/ }).waitFor();

  await page.goto(`${byName(server.url)}/me`);
  await page.getByText(/password and code, or passkey/).waitFor();
  await passkeys.getByText(/works at localhost · made .* · last used /).waitFor();
  await passkeys.getByRole('button', { name: 'Remove the passkey Phone' }).click();
  await page.getByRole('group', { name: 'Confirm by' }).getByRole('button', { name: 'Passkey' }).click();
  await expectSound(page, 'a proof by passkey');
  await page.getByRole('button', { name: 'Remove it' }).click();
  await passkeys.getByText('Passkey “Phone”: removed.').waitFor();
  await passkeys.getByText('None yet.').waitFor();
  await signOut(page);
  await usePasskey(page).click();
  await page.getByText('The passkey was not accepted.').waitFor();
});

test('under an address of numbers the page says why no passkey works, and leads to the same page by its name', async () => {
  const server = await runServer({ webDir: DIST });
  const page = await (await browser.context()).newPage();
  await withKey(page);
  await page.goto(`${server.url}/me`);
  await page.getByText('Passkeys work only under a name.').waitFor();
  expect(await usePasskey(page).getAttribute('aria-disabled')).toBe('true');
  await signIn(page, server.password);
  await page.getByRole('region', { name: 'Passkeys' }).getByText('Passkeys work only under a name.').waitFor();
  expect(await page.getByRole('button', { name: 'Add a passkey…' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('link', { name: `${byName(server.url)}/me` }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await usePasskey(page).getAttribute('aria-disabled')).toBe('false');
});
