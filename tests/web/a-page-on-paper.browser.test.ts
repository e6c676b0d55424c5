/** What comes out of a printer: the page without its buttons and bars, dark on white whatever the screen was, and nothing that runs off the sheet. */
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
/** An A4 sheet less its margins (px). */
const SHEET = { width: 718, height: 1000 };

/** In the page: what a reader of the paper would see and should not, and what is not on white. */
const OFFENCES = `(() => {
  const found = [];
  const walk = (root) => { for (const one of root.querySelectorAll('*')) {
    const box = one.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1;
    if (seen && one.matches('button, input, select, textarea, hf-nav, hf-stop-key, hf-reconnect-bar')) found.push('on the paper: ' + one.localName + ' ' + (one.textContent || '').trim().slice(0, 30));
    if (seen && box.right > innerWidth + 1 && one.closest('svg') === null) found.push('off the sheet: ' + (one.getRootNode().host ? one.getRootNode().host.localName : '') + ' ' + one.localName + '.' + one.className);
    if (one.shadowRoot) walk(one.shadowRoot);
  } };
  walk(document.body);
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('wider than the sheet');
  return [...new Set(found)];
})()`;

test.each([
  ['board', () => '/', 'hf-tile article'], ['bench', () => '/bench/bench-1', 'hf-facts'], ['queue', () => '/queue', 'hf-hold-evidence h3'], ['case', (codes: ReturnType<typeof madeStory>['codes']) => `/case/${codes.held}`, 'hf-case-holds'],
  ['stops', () => '/stops', 'hf-stops section'], ['shift', () => '/shift', 'hf-shift section'], ['audit', () => '/audit', 'hf-audit h1'], ['help', () => '/help/stop', 'hf-help h1'],
] as const)('%s', async (_name, pathOf, ready) => {
  const story = madeStory();
  const server = await playServer(story.play);
  onTestFinished(() => server.close());
  const page = await (await browser.context({ viewport: SHEET, colorScheme: 'dark' })).newPage();
  await page.goto(server.url + pathOf(story.codes));
  await page.locator(ready).first().waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark', reducedMotion: 'reduce' });
  await expect.poll(() => page.evaluate<string[]>(OFFENCES)).toEqual([]);
  expect(await page.evaluate('[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme]')).toEqual([expect.stringMatching(/rgba?\(255, 255, 255|rgba\(0, 0, 0, 0\)/), 'light']);
});
