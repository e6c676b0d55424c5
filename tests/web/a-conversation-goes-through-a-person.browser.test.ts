/** The messages of a case on its page: sealed until somebody reads them, answered to the right side, passed on only by a person who was asked twice. */
import { expect, onTestFinished, test } from 'vitest';
import { handOver, LAB, STORE, transferIn } from '../server/domain/cases/made-cases.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
const SHALOM = 'שלום, האם התמונות נשמרו? 🌊';
const LONG = `My number is +49 170 5550100.\n${'very '.repeat(300)}long`;

async function open(differs: Parameters<typeof playServer>[0] = {}, path = (code: string): string => `/case/${code}`) {
  const story = madeStory();
  const { cases: { world, messages }, ids } = story;
  const hold = world.state(ids.held).holds[0]?.id;
  world.must(ids.held, 'approve-hold', { holdId: hold, why: '', confirmation: 'c'.repeat(24) });
  handOver(world, ids.held, STORE, LAB);
  const transferId = transferIn(world, ids.held).id;
  world.must(ids.held, 'make-link', { whom: 'customer' });
  messages.write(world, ids.held, 'partner', 'customer', 'We have begun.', { transferId });
  const first = messages.write(world, ids.held, 'customer', 'store', SHALOM, { asksCall: true });
  const toLab = messages.write(world, ids.held, 'customer', 'partner', LONG, { transferId });
  const server = await playServer({ ...story.play, ...differs });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path(story.codes.held));
  return { page, server, transferId, first, toLab, talk: page.locator('hf-case-messages').first(), ...story };
}
const written = (server: Awaited<ReturnType<typeof playServer>>) => server.posted.filter(({ path }) => path.includes('/messages'));

test('nothing of a message is shown before somebody reads it on record; then all of it is, in its own direction', async () => {
  const { page, talk, cases, server } = await open();
  await talk.getByText('2 messages wait.').waitFor();
  await talk.getByText(/Customer, (24 Nov|Nov 24)/).first().waitFor();
  expect(await page.getByText('שלום').count()).toBe(0);
  await talk.getByRole('button', { name: 'Read the messages' }).click();
  const shalom = talk.getByText(SHALOM);
  await shalom.waitFor();
  expect(cases.messages.whys).toEqual(['Answer what was written']);
  expect(await shalom.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await talk.getByText('Harbour Data Lab to Customer').waitFor();
  await talk.getByText('read by Ada Byron', { exact: false }).first().waitFor();
  await talk.getByText('asks to be called', { exact: true }).waitFor();
  await expectSound(page, 'messages');
  expect(written(server).map(({ path }) => path.split('/').at(-1))).toEqual(['look']);
});

test('an answer goes to whoever waited longest, or to whom one chooses; somebody without a link is said to read nothing', async () => {
  const { page, talk, cases, transferId, server } = await open();
  await talk.getByText('2 messages wait.').waitFor();
  const field = talk.getByLabel(/^Your message/);
  expect(await talk.getByRole('button', { name: 'Send: Customer' }).getAttribute('aria-disabled')).toBe('true');
  await field.fill('  We call at noon. ✨  ');
  await talk.getByRole('button', { name: 'Send: Customer' }).click();
  await expect.poll(() => cases.messages.kept.at(-1)).toMatchObject({ from: 'store', to: 'customer', words: 'We call at noon. ✨' });
  await expect.poll(() => field.inputValue()).toBe('');
  expect(await talk.getByText('2 messages wait.').count()).toBe(0);
  await talk.getByLabel('Harbour Data Lab').check();
  await talk.getByText('This partner has no link that works: nobody can read it yet.').waitFor();
  await field.fill('How does it go?');
  await talk.getByRole('button', { name: 'Send: Harbour Data Lab' }).click();
  await expect.poll(() => cases.messages.kept.at(-1)).toMatchObject({ to: 'partner', transferId, words: 'How does it go?' });
  await talk.getByRole('button', { name: 'Read the messages' }).click();
  await talk.getByText('Ada Byron to Customer').waitFor();
  await page.keyboard.press('Tab');
  expect(written(server).filter(({ path }) => path.endsWith('/messages'))).toHaveLength(2);
});

test('words of the customer reach the partner by a person who was told what that means', async () => {
  const { page, talk, cases, toLab, transferId } = await open();
  await talk.getByRole('button', { name: 'Read the messages' }).click();
  const line = talk.getByRole('listitem').filter({ hasText: '+49 170' });
  await line.getByText('Waits to be passed on', { exact: false }).waitFor();
  await line.getByRole('button', { name: 'Pass on to the partner…' }).click();
  await line.getByText('The partner reads these words as they stand.', { exact: false }).waitFor();
  expect(cases.messages.kept.find(({ id }) => id === toLab)?.passed).toBeNull();
  await expectSound(page, 'pass on');
  await line.getByRole('button', { name: 'Pass it on' }).click();
  await line.getByText('Passed on to Harbour Data Lab by Ada Byron', { exact: false }).waitFor();
  expect(cases.messages.kept.find(({ id }) => id === toLab)?.passed).toMatchObject({ transferId });
  expect(await line.getByRole('button', { name: 'Pass on to the partner…' }).count()).toBe(0);
});

test('what needs no answer waits no more, and waits again when somebody makes it unread', async () => {
  const { talk, cases, first, ids } = await open();
  await talk.getByRole('button', { name: 'Read the messages' }).click();
  const line = talk.getByRole('listitem').filter({ hasText: 'שלום' });
  await line.getByRole('button', { name: 'Needs no answer' }).click();
  await expect.poll(() => cases.world.state(ids.held).openMessages.map(({ id }) => id).includes(first)).toBe(false);
  await line.getByRole('button', { name: 'Mark as unread' }).click();
  await expect.poll(() => cases.world.state(ids.held).openMessages.map(({ id }) => id).includes(first)).toBe(true);
});

test('the step of the queue opens what was written and the answer; the list of cases says that something waits', async () => {
  const { page, cases } = await open({}, () => '/queue');
  await page.locator('.item').filter({ hasText: 'Answer what was written' }).first().click();
  await page.getByRole('button', { name: 'Read and answer…' }).first().click();
  await page.getByRole('dialog', { name: 'Read and answer' }).waitFor();
  const talk = page.locator('hf-answer-sheet hf-case-messages');
  await talk.getByText(SHALOM).waitFor();
  await expectSound(page, 'answer');
  await talk.getByLabel(/^Your message/).fill('Yes, all of them.');
  await talk.getByRole('button', { name: 'Send: Customer' }).click();
  await expect.poll(() => cases.messages.kept.at(-1)?.words).toBe('Yes, all of them.');
  const other = await open({}, () => '/cases');
  await other.page.getByText('2 messages wait').waitFor();
});

test('who may not work a case may read and is told why nothing can be sent', async () => {
  const { talk, server } = await open({ who: madeWho(['auditor']) });
  await talk.getByLabel(/^Your message/).fill('hello');
  expect(await talk.getByRole('button', { name: 'Send: Customer' }).getAttribute('aria-disabled')).toBe('true');
  await talk.getByText('It is for: technician, manager.', { exact: false }).first().waitFor();
  await talk.getByRole('button', { name: 'Read the messages' }).click();
  await talk.getByText(SHALOM).waitFor();
  expect(written(server).filter(({ path }) => !path.endsWith('/look'))).toEqual([]);
});
