/** An agent changes a brief on the page of the own briefs, and the manager who had taken it is told in what it changed, in the queue and on the case. */
import { expect, onTestFinished, test } from 'vitest';
import { person } from '../server/domain/cases/case-world.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

test.each([360, 1440])('only what is new is sent, and whoever took it reads it again, at %i px', async (width) => {
  const story = madeStory();
  const { cases, codes, ids } = story;
  cases.world.must(ids.expected, 'acknowledge-brief', {});
  const agent = await playServer({ ...story.play, who: madeWho(['support'], { machine: null }) });
  onTestFinished(() => agent.close());
  const page = await (await browser.context({ viewport: { width, height: 800 } })).newPage();
  await page.goto(`${agent.url}/briefs`);
  await page.getByRole('button', { name: `Change the brief of case ${codes.expected}` }).click();
  const sheet = page.locator('hf-amend-brief');
  await sheet.getByText('Still missing: something new').waitFor();
  await sheet.getByLabel('What nobody should ask again').fill('How she died');
  await expectSound(page, 'change a brief');
  await sheet.getByRole('button', { name: 'Send the change' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  const sent = agent.posted.find(({ path }) => path.endsWith('/acts/amend-brief'))?.body as { private: object };
  expect([Object.keys(sent).toSorted(), sent.private]).toEqual([['id', 'private'], { story: { doNotAsk: 'How she died' } }]);
  // In these made-up cases one person does everything; here somebody else wrote it.
  cases.world.must(ids.expected, 'amend-brief', { private: { story: { doNotAsk: 'How she died' } } }, { actor: { kind: 'person', name: person(4).code, id: person(4).id } });
  const manager = await playServer(story.play);
  onTestFinished(() => manager.close());
  const other = await (await browser.context({ viewport: { width, height: 800 } })).newPage();
  await other.goto(`${manager.url}/case/${codes.expected}`);
  await other.getByText(/It was changed .+, after it was taken: .*what matters.*\. Read it again\./).first().waitFor();
  await other.getByRole('button', { name: 'Read the story and take the brief' }).click();
  await other.locator('hf-take-brief').getByRole('button', { name: 'I have read it and take it' }).click();
  await other.locator('dialog[open]').waitFor({ state: 'hidden' });
  expect(cases.world.state(ids.expected)).toMatchObject({ stage: 'expected', amended: null });
});
