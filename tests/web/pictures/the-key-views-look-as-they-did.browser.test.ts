/** The key views look as their kept pictures, in the browser that took them; a change is found and shown. In another browser a comparison would say nothing, and the name says so. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { findChromium } from '../../chromium.ts';
import { KEPT, TAKEN_WITH, judgeView } from './compare.ts';
import { VIEWS } from './views.ts';

const browser = await chromium.launch(await findChromium());
afterAll(() => browser.close());

const takenWith = (await readFile(TAKEN_WITH, 'utf8')).trim();
const isOther = browser.version() !== takenWith;
const inWords = isOther ? `is not compared: this is Chromium ${browser.version()}, the pictures were taken with ${takenWith}` : 'looks as it did';

test.each(VIEWS)(`$name ${inWords}`, async (view) => {
  expect(isOther ? null : await judgeView(browser, view)).toBeNull();
});

test(`a changed colour of one button is found, and shown in a folder (${inWords})`, async () => {
  const [view] = VIEWS;
  if (view === undefined) throw new Error('no view');
  if (isOther) return;
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-pictures-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const found = await judgeView(browser, view, "document.documentElement.style.setProperty('--ink', '#a00000');", folder);
  expect(found).toMatch(/^board-calm: \d+\.\d\d % of it looks different.*npm run pictures -- --renew$/s);
  expect((await readdir(folder)).sort()).toEqual(['board-calm.actual.png', 'board-calm.difference.png']);
});

test('there are at most twelve, each is kept, and all together they are small', async () => {
  expect(VIEWS.length).toBeLessThanOrEqual(12);
  const files = (await readdir(KEPT)).filter((name) => name.endsWith('.png'));
  expect(files.sort()).toEqual(VIEWS.map(({ name }) => `${name}.png`).sort());
  const sizes = await Promise.all(files.map(async (name) => (await stat(join(KEPT, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
