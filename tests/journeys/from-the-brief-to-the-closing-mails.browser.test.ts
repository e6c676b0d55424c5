/**
 * The widower's story from end to end in a real browser: an agent tells the store, a manager takes the brief, the man comes, the bench stops
 * the restore for the bent frame by itself, the manager keeps the hold, a partner saves the photos, and both hear by mail how it ended.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { BenchBox, until } from '../bench-in-a-box.ts';
import { playSmtp } from '../smtp-server.ts';
import type { PlayedSmtp } from '../smtp-server.ts';
import { useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';
import { signOn } from '../web/sign-on-screen.ts';

const browser = useBrowser();
const SHOTS = mkdtempSync(join(tmpdir(), 'holdfast-story-'));
const PHONE = { model: 'iPhone 12', serial: 'VIRT-STORY-1' };
let box: BenchBox;
let smtp: PlayedSmtp;

async function openStore(): Promise<void> {
  smtp = await playSmtp();
  const mail = `server:\n  mail:\n    host: 127.0.0.1\n    port: ${String(smtp.port)}\n    security: none\n    from:\n      name: Corner store\n      address: store@example.org\n`;
  box = await BenchBox.start({ rigs: 2, speed: 8, web: DIST, config: mail });
  onTestFinished(async () => {
    await box.end();
    process.stdout.write(`Pictures of the story: ${SHOTS}\n`);
  });
}

async function signedIn(user: string, path: string): Promise<Page> {
  const page = await (await browser.context()).newPage();
  await page.goto(`${box.url}${path}`);
  await page.getByLabel('User name').fill(user);
  await page.getByLabel('Password', { exact: true }).fill(box.demo.password);
  await page.keyboard.press('Enter');
  await page.locator('hf-session-chip').waitFor();
  return page;
}
let count = 0;
const shot = async (page: Page, name: string): Promise<void> => {
  count += 1;
  await page.screenshot({ path: join(SHOTS, `${String(count).padStart(2, '0')}-${name}.png`), fullPage: true });
};
const press = (page: Page, name: string | RegExp, within = 'hf-app') => page.locator(within).getByRole('button', { name, exact: typeof name === 'string' }).first().click();
const closed = (page: Page) => page.locator('dialog[open]').waitFor({ state: 'hidden' });

async function sign(page: Page, button: string, name: string): Promise<void> {
  await press(page, button);
  await page.locator('hf-sign-sheet').getByLabel('Name of whoever signs').fill(name);
  await signOn(page, 'hf-sign-sheet hf-signature');
  await press(page, 'Sign', 'hf-sign-sheet');
  await closed(page);
}

/** Text of a mail as a person reads it: the soft line ends of its transport taken out. */
const readable = (raw: string): string => raw.replaceAll(/=\r?\n/g, '');
const mailsTo = (address: string) => smtp.taken.filter(({ to }) => to.includes(address));

test('the story', async () => {
  await openStore();
  const agent = await signedIn('demo-support', '/brief');
  await agent.getByLabel('Name', { exact: true }).fill('Manuel Reyes');
  await agent.getByLabel(/^How to greet/).fill('Mr. Reyes');
  await agent.getByLabel('Mail', { exact: true }).fill('manuel@example.org');
  await agent.getByLabel(/^What is on the phone/).fill('The last photos of his wife with their daughters.');
  await agent.getByLabel(/^What nobody should ask again/).fill('How the display broke.');
  await agent.getByRole('checkbox', { name: /^It cannot be replaced/ }).check();
  await agent.getByLabel('Your name', { exact: true }).fill('Dana');
  await agent.getByLabel(/^Your mail/).fill('dana@example.org');
  await shot(agent, 'the-brief');
  await press(agent, 'Send the brief');
  const code = /case ([0-9A-Z]+)/.exec(await agent.getByText(/It is with the store: case/).innerText())?.[1] ?? '';
  expect(code).not.toBe('');
  await shot(agent, 'the-brief-is-with-the-store');

  const page = await signedIn('demo-manager', '/queue');
  await page.locator('.item').filter({ hasText: 'Read the story and take the brief' }).click();
  await press(page, 'Read it…');
  await page.locator('hf-take-brief').getByText('The last photos of his wife').waitFor();
  await shot(page, 'the-manager-reads-it');
  await press(page, 'I have read it and take it', 'hf-take-brief');
  await closed(page);
  await page.goto(`${box.url}/case/${code}`);
  await press(page, 'The customer is expected');
  await press(page, 'They are here', 'hf-act-form');
  await closed(page);

  await box.seen('the rig accepted', (status) => status.rig !== null && status.protection === 'full');
  await box.lever('seat', PHONE);
  await page.goto(`${box.url}/bench/bench-1`);
  await page.getByLabel(/^Tie this device to a case/).fill(code);
  await press(page, 'Tie it');
  await page.getByText('Do not ask again: How the display broke.').waitFor();
  await shot(page, 'the-bench-knows-what-matters');
  await box.lever('start');
  await box.seen('a restore', (status) => status.restore !== null);
  await box.lever('bend', { um: 900 });
  await page.goto(`${box.url}/case/${code}`);
  await page.getByText('Held by a stop').waitFor();
  await shot(page, 'held-by-the-bench-itself');

  await press(page, 'Receive it…');
  const receive = page.locator('hf-receive-sheet');
  await receive.locator('.giver').getByLabel('Name of whoever signs').fill('Manuel Reyes');
  await signOn(page, 'hf-receive-sheet .giver hf-signature');
  await signOn(page, 'hf-receive-sheet .taker hf-signature');
  await press(page, 'Receive it', 'hf-receive-sheet');
  await closed(page);
  await press(page, 'Consent…');
  await page.locator('hf-consent-sheet').getByLabel('Hand it to a partner').check();
  await page.locator('hf-consent-sheet').getByLabel('Name of whoever signs').fill('Manuel Reyes');
  await signOn(page, 'hf-consent-sheet hf-signature');
  await shot(page, 'the-consent');
  await press(page, 'Keep the consent', 'hf-consent-sheet');
  await closed(page);

  await page.goto(`${box.url}/queue`);
  await page.locator('.item').filter({ hasText: 'Decide about the hold' }).click();
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
  await page.getByRole('heading', { name: 'How it was stopped' }).waitFor();
  await shot(page, 'the-evidence');
  await page.keyboard.press('a');
  await page.locator('hf-act-form').getByLabel('Your password', { exact: true }).fill(box.demo.password);
  await press(page, 'Approve the hold', 'hf-act-form');
  await closed(page);

  await page.goto(`${box.url}/partners`);
  await press(page, 'Add a partner…');
  await page.getByLabel('Name of the business').fill('Harbour Data Lab');
  await page.getByLabel('Data recovery').check();
  await press(page, 'Add it');
  await page.getByText('nothing went there yet').waitFor();
  await page.goto(`${box.url}/case/${code}`);
  await press(page, 'Hand to a partner…');
  await page.locator('hf-handover-sheet').getByLabel(/Harbour Data Lab/).check();
  await press(page, 'Prepare the handover', 'hf-handover-sheet');
  await closed(page);
  await sign(page, 'Giver signs…', 'The store');
  await sign(page, 'Taker signs…', 'The lab');
  await page.getByText('With the partner').waitFor();
  await shot(page, 'with-the-partner');

  await press(page, 'Record how it ended…');
  await page.getByLabel('Everything was saved').check();
  await page.getByLabel(/^Photos saved/).fill('4120');
  await page.getByLabel('On a drive').check();
  await press(page, 'Keep it', 'hf-act-form');
  await closed(page);
  for (const [open, sheet] of [['Comes back…', 'The lab'], ['Give back…', 'Manuel Reyes']] as const) {
    await press(page, open);
    await press(page, 'Prepare the handover', 'hf-handover-sheet');
    await closed(page);
    await sign(page, 'Giver signs…', sheet);
    await sign(page, 'Taker signs…', sheet);
  }
  await page.getByText('Given back', { exact: true }).waitFor();
  for (const who of ['Tell the customer', 'Tell the support agent']) {
    await press(page, who);
    await press(page, 'Send it', 'hf-act-form');
    await closed(page);
  }
  await until('both were told by mail how it ended', () => mailsTo('manuel@example.org').length > 0 && mailsTo('dana@example.org').some(({ raw }) => readable(raw).includes(code) && readable(raw).includes('saved')), 20_000);
  expect(readable(mailsTo('manuel@example.org')[0]?.raw ?? '')).toContain(code);
  await press(page, 'Close the case');
  await press(page, 'Close it', 'hf-act-form');
  await page.getByRole('heading', { name: `${code} Closed` }).waitFor();
  await shot(page, 'closed');
  await agent.goto(`${box.url}/briefs`);
  await agent.getByText(/Everything was saved/).waitFor();
  await shot(agent, 'the-agent-sees-how-it-ended');
}, 240_000);
