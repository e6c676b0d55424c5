/** An admin looks after people and machines by the page, an auditor reads and changes nothing, everybody minds the own page; real browser, real server. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { runServer } from '../server/running-server.ts';
import type { TestServer } from '../server/running-server.ts';
import { expectSound, useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';

const browser = useBrowser();
const PASSWORD = 'a sentence that is long enough';

async function openAs(server: TestServer, user: string, path: string, password = server.password): Promise<Page> {
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}${path}`);
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').or(page.locator('hf-session-chip')).first().waitFor();
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const confirm = (page: Page, password: string) => page.getByLabel('Your password', { exact: true }).fill(password);

test('a person is added with a link that is shown once, uses it, changes roles, is let go and comes back; the audit names every step', async () => {
  const server = await runServer({ webDir: DIST });
  const admin = await openAs(server, 'demo-admin', '/people');
  await press(admin, 'Add a person…');
  await expectSound(admin, 'add a person');
  await admin.getByLabel(/^Name/).fill('Grace Murray');
  await admin.getByLabel(/^User name/).fill('grace');
  await confirm(admin, 'not the password');
  await press(admin, 'Add and make the link');
  await admin.getByText('Not confirmed. Name, password, PIN or code is not right.').waitFor();
  await confirm(admin, server.password);
  await press(admin, 'Add and make the link');
  const link = await admin.locator('hf-secret-once output').innerText();
  await expectSound(admin, 'a link, once');
  await press(admin, 'Close');
  expect(await admin.getByText(link).count()).toBe(0);

  const grace = await (await browser.context()).newPage();
  await grace.goto(link);
  await grace.getByRole('heading', { name: 'A new password' }).waitFor();
  await expectSound(grace, 'a new password');
  await grace.getByLabel(/^New password/).fill(PASSWORD);
  await grace.keyboard.press('Enter');
  await grace.getByRole('button', { name: /^Grace Murray, technician/ }).waitFor();

  await press(admin, 'Change… Grace Murray');
  await admin.getByRole('checkbox', { name: /^manager/ }).check();
  await admin.getByLabel(/^Reason/).fill('takes over the late shift');
  await confirm(admin, server.password);
  await press(admin, 'Change it');
  await admin.getByRole('listitem').filter({ hasText: 'Grace Murray' }).getByText('technician, manager', { exact: true }).waitFor();
  // Whoever works with other rights than before signs in anew.
  await grace.getByRole('heading', { name: 'Sign in' }).waitFor();
  await grace.getByText('Your session has ended').waitFor();

  await press(admin, 'Let go… Grace Murray');
  await admin.getByLabel(/^Reason/).fill('moves to another town');
  await confirm(admin, server.password);
  await press(admin, 'Let go');
  await admin.getByText(/left \d/).waitFor();
  await press(admin, 'Bring back… Grace Murray');
  await admin.getByLabel(/^Reason/).fill('moved back again');
  await confirm(admin, server.password);
  await press(admin, 'Bring back');
  await admin.getByRole('button', { name: 'Let go… Grace Murray', exact: true }).waitFor();
  await press(admin, 'Lost password… Grace Murray');
  await admin.getByLabel(/^Reason/).fill('forgot it meanwhile');
  await confirm(admin, server.password);
  await press(admin, 'Make the link');
  await admin.locator('hf-secret-once output').waitFor();
  await press(admin, 'Close');
  await expectSound(admin, 'people');

  await admin.goto(`${server.url}/audit`);
  const audit = admin.getByRole('region', { name: 'Audit' });
  await audit.getByText(/The chain of \d+ entries is whole/).waitFor();
  for (const what of ['Added a person', 'Used a one-time link', 'Changed a person', 'Let a person go', 'Made a one-time link']) await audit.getByText(what).first().waitFor();
  await audit.getByText('Reason: “moves to another town”').waitFor();
  await audit.getByText(/Grace Murray \(P-[0-9A-Z]{6}\)/).first().waitFor();
  await expectSound(admin, 'audit');
  await admin.getByLabel(/^Who/).selectOption({ label: await admin.getByRole('option', { name: /^Grace Murray/ }).innerText() });
  await press(admin, 'Show');
  await expect.poll(() => audit.getByText('Let a person go').count()).toBe(0);
  await audit.getByText('Used a one-time link').waitFor();
});

test('the last admin cannot be let go, and the page says so where the act was', async () => {
  const server = await runServer({ webDir: DIST });
  const admin = await openAs(server, 'demo-admin', '/people');
  await press(admin, 'Let go… Demo admin (virtual)');
  await admin.getByLabel(/^Reason/).fill('trying it');
  await confirm(admin, server.password);
  await press(admin, 'Let go');
  await admin.getByText('Not done. The last admin must stay.').waitFor();
});

test('this PC is enrolled, a program gets a token that is shown once, and revoking it is for ever', async () => {
  const server = await runServer({ webDir: DIST });
  const admin = await openAs(server, 'demo-admin', '/machines');
  await press(admin, 'Enrol this PC…');
  await admin.getByLabel(/^Name/).fill('Bench PC by the window');
  await confirm(admin, server.password);
  await press(admin, 'Enrol this PC');
  await admin.getByText('Bench PC by the window').waitFor();
  await admin.getByText('this browser', { exact: true }).waitFor();
  expect(await admin.getByRole('button', { name: 'Enrol this PC…' }).getAttribute('aria-disabled')).toBe('true');
  await press(admin, 'Program…');
  await admin.getByLabel(/^Name/).fill('Till');
  await admin.getByRole('checkbox', { name: 'run a drill' }).check();
  await confirm(admin, server.password);
  await press(admin, 'Make the token');
  const token = await admin.locator('hf-secret-once output').innerText();
  await press(admin, 'Close');
  const till = () => fetch(`${server.url}/api/benches`, { headers: { authorization: `Bearer ${token}` } });
  expect((await till()).status).toBe(200);
  await admin.getByRole('listitem').filter({ hasText: 'Till' }).getByText('Program · read benches and records, run a drill').waitFor();
  await press(admin, 'Revoke… Till');
  await admin.getByLabel(/^Reason/).fill('the till was sold');
  await confirm(admin, server.password);
  await press(admin, 'Revoke it');
  await admin.getByText(/revoked \d/).waitFor();
  expect((await till()).status).toBe(401);
  await expectSound(admin, 'machines');
});

test('an auditor sees every page and can change nothing on any, each with the reason', async () => {
  const server = await runServer({ webDir: DIST });
  const auditor = await openAs(server, 'demo-auditor', '/people');
  await auditor.getByText('Demo technician (virtual)').waitFor();
  for (const [path, heading] of [['/people', 'People'], ['/machines', 'Machines']] as const) {
    await auditor.goto(`${server.url}${path}`);
    await auditor.getByRole('heading', { name: heading }).waitFor();
    await auditor.getByText(/^Not one of your rights\. It is for: /).first().waitFor();
    await auditor.locator('.rows button').first().waitFor();
    expect(await auditor.locator('.page button').count()).toBeGreaterThan(4);
    expect(await auditor.locator('.page button:not([aria-disabled="true"])').count()).toBe(0);
    await expectSound(auditor, `${heading} of an auditor`);
  }
  await auditor.goto(`${server.url}/audit`);
  await auditor.getByText(/chain of/).waitFor();
});

test('the own page: sessions elsewhere are seen and ended, a new password works at once, and a PIN opens the quick switch', async () => {
  const server = await runServer({ webDir: DIST });
  const [here, there] = [await openAs(server, 'demo-technician', '/me'), await openAs(server, 'demo-technician', '/')];
  await there.getByText('No bench yet').waitFor();
  await here.reload();
  const sessions = here.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByRole('button', { name: 'End the session: Chrome, Linux' }).nth(1).waitFor();
  await expectSound(here, 'own page');
  await sessions.getByRole('button').filter({ hasText: 'End it' }).click();
  await there.getByRole('heading', { name: 'Sign in' }).waitFor();
  await expect.poll(() => sessions.getByRole('button').count()).toBe(1);

  await press(here, 'Change… Password');
  await here.getByLabel(/^New password/).fill(PASSWORD);
  await confirm(here, server.password);
  await press(here, 'Keep it');
  await here.getByText('Password: done.').waitFor();
  await (await openAs(server, 'demo-technician', '/', PASSWORD)).getByText('No bench yet').waitFor();
  await press(here, 'Take away… PIN');
  await confirm(here, PASSWORD);
  await press(here, 'Take away');
  await here.getByText('PIN: done.').waitFor();
  await here.getByRole('button', { name: 'Set up… PIN', exact: true }).waitFor();
});
