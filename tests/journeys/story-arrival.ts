/**
 * The first half of the widower's story: he is announced, he comes, his phone is received, looked at and photographed. Each chapter is what
 * one person does at one page, and what the record must say of it afterwards.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ChainedEvent } from '../../server/contract/custody.ts';
import { signOn } from '../web/sign-on-screen.ts';
import { closed, press } from './story-store.ts';
import type { StoryStore } from './story-store.ts';

export const PHONE = { model: 'iPhone 12', serial: 'VIRT-STORY-1' };
export const MAN = 'Manuel Reyes';

export interface Story extends StoryStore {
  readonly code: string;
  /** The manager, on the page of the case. */
  readonly page: Page;
}

interface HistoryReply { readonly events: readonly ChainedEvent[] }

/** What the record says: the bodies of this kind of event. */
export async function onRecord({ page, box, code }: Story, kind: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const answer = await page.request.get(`${box.url}/api/cases/${code}/history`);
  const { events } = await answer.json() as HistoryReply;
  return events.filter(({ event }) => event.kind === kind).map(({ event }) => event.body);
}

export async function theAgentTells({ signedIn, shot }: StoryStore): Promise<{ readonly agent: Page; readonly code: string }> {
  const agent = await signedIn('demo-support', '/brief');
  await agent.getByLabel('Name', { exact: true }).fill(MAN);
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
  return { agent, code };
}

export async function theManagerTakesIt({ page, shot, box, code }: Story): Promise<void> {
  await shot(page, 'the-queue');
  await page.locator('.item').filter({ hasText: 'Read the story and take the brief' }).click();
  await press(page, 'Read it…');
  await page.locator('hf-take-brief').getByText('The last photos of his wife').waitFor();
  await shot(page, 'the-manager-reads-it');
  await press(page, 'I have read it and take it', 'hf-take-brief');
  await closed(page);
  await page.goto(`${box.url}/case/${code}`);
  await page.getByRole('button', { name: 'The customer is expected' }).waitFor();
  await shot(page, 'the-case-expects-him');
  await press(page, 'The customer is expected');
  await press(page, 'They are here', 'hf-act-form');
  await closed(page);
}

export async function theStoreReceivesIt({ page, shot }: Story): Promise<void> {
  await press(page, 'Scan or type a device…', 'hf-case-page');
  const sheet = page.locator('hf-device-sheet');
  await sheet.getByLabel(/^Serial number or IMEI/).fill(PHONE.serial);
  await sheet.getByLabel('Model', { exact: true }).fill(PHONE.model);
  await sheet.getByLabel('Colour', { exact: true }).fill('blue');
  await sheet.getByLabel(/^What came with it/).fill('SIM card');
  await shot(page, 'which-device');
  await press(page, 'It belongs to this case', 'hf-device-sheet');
  await closed(page);
  await press(page, 'Receive it…');
  const receive = page.locator('hf-receive-sheet');
  await receive.locator('.giver').getByLabel('Name of whoever signs').fill(MAN);
  await signOn(page, 'hf-receive-sheet .giver hf-signature');
  await signOn(page, 'hf-receive-sheet .taker hf-signature');
  await shot(page, 'received-and-signed');
  await press(page, 'Receive it', 'hf-receive-sheet');
  await closed(page);
}

export async function heAllowsIt(story: Story): Promise<void> {
  const { page, shot, box } = story;
  const { version } = await (await page.request.get(`${box.url}/api/terms`)).json() as { version: string };
  await press(page, 'Consent…');
  const sheet = page.locator('hf-consent-sheet');
  await sheet.getByText(`terms ${version}`).waitFor();
  await sheet.getByLabel('Save the data, nothing else').check();
  await sheet.getByLabel('Hand it to a partner').check();
  await sheet.getByLabel('Name of whoever signs').fill(MAN);
  await signOn(page, 'hf-consent-sheet hf-signature');
  await shot(page, 'the-consent');
  await press(page, 'Keep the consent', 'hf-consent-sheet');
  await closed(page);
  expect(await onRecord(story, 'consent-given')).toMatchObject([{ termsVersion: version, scopes: ['diagnose', 'data-only', 'go-to-partner'], signed: { how: 'screen' } }]);
}

export async function theBenchKnows({ page, shot, box, code }: Story): Promise<void> {
  await box.seen('the rig accepted', (status) => status.rig !== null && status.protection === 'full');
  await box.lever('seat', PHONE);
  await page.goto(`${box.url}/bench/bench-1`);
  await page.getByText('Do not ask again: How the display broke.').waitFor();
  await shot(page, 'the-bench-knows-what-matters');
  await page.goto(`${box.url}/case/${code}`);
}

/** Cracked, its bend as the bench reads it, nothing asked that the brief has answered. */
export async function itIsLookedAt(story: Story): Promise<void> {
  const { page, shot } = story;
  const sheet = page.locator('hf-intake-sheet');
  await press(page, 'Intake…');
  await sheet.getByLabel('Screen cracked').check();
  await sheet.getByLabel('Frame bent').check();
  await shot(page, 'intake-what-is-seen');
  await press(page, 'Next', 'hf-intake-sheet');
  await sheet.getByLabel('On', { exact: true }).check();
  await sheet.getByLabel(/^Battery/).fill('41');
  await sheet.getByRole('radio', { name: 'No', exact: true }).check();
  await press(page, 'Next', 'hf-intake-sheet');
  await sheet.getByRole('group', { name: 'Does the screen touch by itself?' }).getByLabel('No', { exact: true }).check();
  await sheet.getByRole('group', { name: 'Can the screen be used?' }).getByLabel('No', { exact: true }).check();
  await shot(page, 'intake-screen-and-passcode');
  await press(page, 'Next', 'hf-intake-sheet');
  await sheet.getByRole('button', { name: /^Take \d+ µm from/ }).click();
  await shot(page, 'intake-the-bend-from-the-bench');
  await press(page, 'Next', 'hf-intake-sheet');
  await press(page, 'Keep the intake', 'hf-intake-sheet');
  await closed(page);
  const [recorded] = await onRecord(story, 'intake-recorded') as readonly { intake: Record<string, unknown> }[];
  expect(recorded?.intake).toMatchObject({ conditions: ['screen-cracked', 'frame-bent'], power: 'on', batteryPercent: 41, bendBench: 'bench-1' });
  expect(recorded?.intake['bendUm']).toEqual(expect.any(Number));
}

export async function itIsPhotographed(story: Story): Promise<void> {
  const { page, shot, box, code } = story;
  const jpeg = await page.screenshot({ type: 'jpeg' });
  await press(page, 'Photos…');
  await page.locator('hf-photo-sheet input[type=file]').setInputFiles({ name: 'IMG_0001.JPG', mimeType: 'image/jpeg', buffer: jpeg });
  await page.locator('hf-photo-sheet').getByText('1 photo is kept.').waitFor();
  await shot(page, 'a-photo-is-kept');
  await press(page, 'Close', 'hf-photo-sheet');
  await press(page, 'Show the photos…');
  const kept = page.locator('hf-case-photos img').first();
  await kept.waitFor();
  const address = await kept.getAttribute('src') ?? '';
  const bytes = await (await page.request.get(`${box.url}${address}`)).body();
  const [photo] = await onRecord(story, 'photo-added');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(photo?.['fileSha256']);
  expect([code, bytes.subarray(0, 3).toString('hex')]).toEqual([code, 'ffd8ff']);
  await shot(page, 'the-case-after-intake');
}
