/** A custody chain that does not hold is told under the head of every page, with what to do, and goes by itself once a check finds it whole. */
import { expect, onTestFinished, test } from 'vitest';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

test('on the board, in the queue and at a case: what happened, the usual cause, what to do now', async () => {
  const story = madeStory();
  story.cases.broken = { atIso: '2026-11-24T08:00:00.000Z', chains: 9, events: 90, brokenCount: 1, broken: [{ case: story.ids.held, code: story.codes.held }] };
  const server = await playServer(story.play);
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  for (const path of ['/', '/queue', `/case/${story.codes.held}`]) {
    await page.goto(server.url + path);
    const note = page.getByRole('alert', { name: 'The record is in doubt' });
    await note.getByText(`A custody chain does not hold any more: case ${story.codes.held}.`).waitFor();
    await note.getByText(/^Usual cause: the database was changed/).waitFor();
    await note.getByText(/have an administrator run “holdfast verify”/).waitFor();
  }
  await expectSound(page, 'record in doubt');
  story.cases.broken = null;
  await page.reload();
  await page.getByRole('heading', { name: 'What comes next' }).waitFor();
  expect(await page.getByText('The record is in doubt').count()).toBe(0);
});
