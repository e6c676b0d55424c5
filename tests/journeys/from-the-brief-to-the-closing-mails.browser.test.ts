/**
 * The widower's story from end to end in a real browser: an agent tells the store, a manager takes the brief, the man comes, his phone is
 * received, looked at and photographed, the bench stops the restore for the bent frame by itself, the manager keeps the hold, a partner saves
 * the photos by a link with a PIN, and both hear by mail how it ended.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { until } from '../bench-in-a-box.ts';
import { useBrowser } from '../web/browser-page.ts';
import { signOn } from '../web/sign-on-screen.ts';
import { heAllowsIt, itIsLookedAt, itIsPhotographed, MAN, onRecord, theAgentTells, theBenchKnows, theManagerTakesIt, theStoreReceivesIt } from './story-arrival.ts';
import type { Story } from './story-arrival.ts';
import { closed, openStore, press, readable, sign } from './story-store.ts';

const browser = useBrowser();
const SAVED = '4120';

async function theBenchStopsIt({ page, shot, box }: Story): Promise<void> {
  await box.lever('start');
  await box.seen('a restore', (status) => status.restore !== null);
  await box.lever('bend', { um: 900 });
  await page.getByText('Held by a stop').waitFor();
  await page.goto(`${box.url}/bench/bench-1`);
  await page.locator('hf-receipt, hf-stop-receipt, hf-tile').first().waitFor();
  await shot(page, 'stopped-by-the-bench-itself');
}

async function theManagerKeepsTheHold({ page, shot, box, code }: Story): Promise<void> {
  await page.goto(`${box.url}/queue`);
  await page.locator('.item').filter({ hasText: 'Decide about the hold' }).click();
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
  await page.getByRole('heading', { name: 'How it was stopped' }).waitFor();
  await shot(page, 'the-evidence');
  await page.keyboard.press('a');
  await page.locator('hf-act-form').getByLabel('Your password', { exact: true }).fill(box.demo.password);
  await press(page, 'Approve the hold', 'hf-act-form');
  await closed(page);
  await page.goto(`${box.url}/case/${code}`);
  await press(page, 'Put away…', 'hf-case-device');
  await page.locator('hf-act-form').getByLabel('In the fire-safe box').check();
  await page.locator('hf-act-form').getByLabel(/^Which one/).fill('shelf 2');
  await shot(page, 'put-away');
  await press(page, 'It lies there', 'hf-act-form');
  await closed(page);
  await page.getByText('shelf 2').first().waitFor();
}

/** The address and the PIN are shown once, to whoever made them. */
async function aPartnerIsFound({ page, shot, box, code }: Story): Promise<{ readonly url: string; readonly pin: string }> {
  await page.goto(`${box.url}/partners`);
  await press(page, 'Add a partner…');
  await page.getByLabel('Name of the business').fill('Harbour Data Lab');
  await page.getByLabel('Data recovery').check();
  await press(page, 'Add it');
  await page.getByText('nothing went there yet').waitFor();
  await shot(page, 'a-partner-is-in-the-directory');
  await page.goto(`${box.url}/case/${code}`);
  await press(page, 'Hand to a partner…');
  await page.locator('hf-handover-sheet').getByLabel(/Harbour Data Lab/).check();
  await page.locator('hf-handover-sheet').getByLabel(/^Number of the seal/).fill('S-00417');
  await shot(page, 'the-handover-is-prepared');
  await press(page, 'Prepare the handover', 'hf-handover-sheet');
  await closed(page);
  await sign(page, 'Giver signs…', 'The store');
  await press(page, 'Link for the partner…');
  await press(page, 'Make the link', 'hf-link-sheet');
  const once = page.locator('hf-secret-once');
  const url = await once.locator('output').innerText();
  const pin = /PIN is (\d{6})/.exec(await once.getByText(/The PIN is/).innerText())?.[1] ?? '';
  expect([url.length > 40, pin]).toEqual([true, expect.stringMatching(/^\d{6}$/)]);
  await shot(page, 'the-link-for-the-partner');
  await press(page, 'Close', 'hf-secret-once');
  await closed(page);
  return { url, pin };
}

async function thePartnerSavesThePhotos({ page, shot, outside }: Story, { url, pin }: { readonly url: string; readonly pin: string }): Promise<void> {
  const lab = await outside(url);
  await shot(lab, 'the-partner-opens-the-link');
  await lab.locator('input[name=pin]').fill(pin);
  await lab.locator('form[action$="/enter"] button').click();
  await lab.getByText('S-00417').first().waitFor();
  const form = lab.locator('form[action$="/sign"]');
  await form.locator('input[name=name]').fill('Ben at the lab');
  await signOn(lab, 'form[action$="/sign"]');
  await form.locator('select[name=seal]').selectOption('yes');
  await shot(lab, 'the-partner-signs');
  await form.locator('button:not([type=button])').last().click();
  await lab.locator('form[action$="/stage"] select').first().waitFor();
  await page.getByText('With the partner').waitFor();
  await shot(page, 'with-the-partner');
  await lab.locator('form[action$="/stage"] select').selectOption('recovering');
  await lab.locator('form[action$="/stage"] button').click();
  const outcome = lab.locator('form[action$="/outcome"]');
  await lab.getByText('Reported so far').waitFor();
  await outcome.locator('select[name=result]').selectOption('all');
  await outcome.locator('input[name=photos]').fill(SAVED);
  await outcome.locator('select[name=delivered]').selectOption('drive');
  await shot(lab, 'the-partner-tells-the-outcome');
  await outcome.locator('button').click();
  await lab.getByText('Told already').waitFor();
  await page.getByText('Everything was saved').first().waitFor();
  await shot(page, 'the-outcome-is-with-the-store');
}

async function itGoesHome({ page, shot }: Story): Promise<void> {
  for (const [open, giver] of [['Comes back…', 'Ben at the lab'], ['Give back…', 'The store']] as const) {
    await press(page, open);
    await press(page, 'Prepare the handover', 'hf-handover-sheet');
    await closed(page);
    await sign(page, 'Giver signs…', giver);
    await sign(page, 'Taker signs…', open === 'Comes back…' ? 'The store' : MAN);
  }
  await page.getByText('Given back', { exact: true }).waitFor();
  await shot(page, 'given-back');
}

async function bothAreTold({ page, shot, smtp, code }: Story, agent: Page): Promise<void> {
  const mailsTo = (address: string) => smtp.taken.filter(({ to }) => to.includes(address));
  for (const who of ['Tell the customer', 'Tell the support agent']) {
    await press(page, who);
    await shot(page, who === 'Tell the customer' ? 'telling-the-customer' : 'telling-the-agent');
    await press(page, 'Send it', 'hf-act-form');
    await closed(page);
  }
  await until('both were told by mail how it ended', () => mailsTo('manuel@example.org').length > 0 && mailsTo('dana@example.org').some(({ raw }) => readable(raw).includes(code) && readable(raw).includes('saved')), 20_000);
  expect(readable(mailsTo('manuel@example.org')[0]?.raw ?? '')).toContain(code);
  await press(page, 'Close the case');
  await press(page, 'Close it', 'hf-act-form');
  await page.getByRole('heading', { name: `${code} Closed` }).waitFor();
  await shot(page, 'closed');
  await agent.goto(agent.url().replace(/\/[^/]*$/, '/briefs'));
  await agent.getByText(/Everything was saved/).waitFor();
  await shot(agent, 'the-agent-sees-how-it-ended');
}

test('the story', async () => {
  const store = await openStore(() => browser.context());
  const { agent, code } = await theAgentTells(store);
  const story: Story = { ...store, code, page: await store.signedIn('demo-manager', '/queue') };
  await theManagerTakesIt(story);
  await theStoreReceivesIt(story);
  await heAllowsIt(story);
  await theBenchKnows(story);
  await itIsLookedAt(story);
  await itIsPhotographed(story);
  await theBenchStopsIt(story);
  await theManagerKeepsTheHold(story);
  const link = await aPartnerIsFound(story);
  await thePartnerSavesThePhotos(story, link);
  await itGoesHome(story);
  await bothAreTold(story, agent);
  expect(await onRecord(story, 'device-put-away')).toMatchObject([{ location: 'fire-safe', label: 'shelf 2' }]);
  expect(await onRecord(story, 'outcome-recorded')).toMatchObject([{ result: 'all' }]);
}, 240_000);
