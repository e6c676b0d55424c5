/** While an alarm rings the page changes nothing back and forth by itself, neither by a style nor by its own program: counted over ten seconds of its own clock. */
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { motionsOn } from './look/motion.ts';
import { benches, viewOf } from './made-benches.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
const WATCHED_MS = 10_000;

/** Two changes are one flash. */
const CHANGES_MAX = (WATCHED_MS / 1000) * 3 * 2;

const WATCH = `(() => {
  const counts = new Map();
  globalThis.flashing = () => [...counts].map(([one, count]) => ({ name: (one.getRootNode().host?.localName ?? '') + ' ' + (one.outerHTML ?? one.nodeName).slice(0, 120), count }));
  const known = new Map();
  // What moves on comes to new values; what flashes comes back to old ones.
  const count = (records) => {
    for (const { target, attributeName } of records) {
      // The chart asks an empty element for the colour of a token; nobody sees that.
      if (target.getBoundingClientRect?.().width === 0) continue;
      const seen = known.get(target) ?? new Set();
      const value = attributeName === null ? target.textContent : attributeName + target.getAttribute(attributeName);
      if (seen.has(value)) counts.set(target, (counts.get(target) ?? 0) + 1);
      known.set(target, seen.add(value));
    }
  };
  const visit = (root) => {
    new MutationObserver(count).observe(root, { attributes: true, subtree: true, attributeFilter: ['class', 'style', 'hidden', 'href', 'data-theme'] });
    for (const one of root.querySelectorAll('*')) if (one.shadowRoot !== null) visit(one.shadowRoot);
  };
  visit(document);
  new MutationObserver(count).observe(document.querySelector('title'), { childList: true });
})()`;

test.each(['/', '/bench/bench-1', '/queue'])('%s in alarm, with motion as the computer has it', async (path) => {
  const server = await playServer({ views: [viewOf(benches.stopped(1)), viewOf(benches.notConfirmed(2)), viewOf(benches.committed(3))] });
  onTestFinished(() => server.close());
  const page = await (await browser.context({ reducedMotion: 'no-preference' })).newPage();
  await page.clock.install();
  await page.goto(server.url + path);
  await page.getByRole('alert').filter({ hasText: /./ }).or(page.getByText('Stopped: device frame bent')).first().waitFor();
  expect(await motionsOn(page)).toEqual([]);
  await page.evaluate(WATCH);
  await page.clock.runFor(WATCHED_MS);
  const changed = await page.evaluate<{ name: string; count: number }[]>('flashing()');
  expect(changed.filter(({ count }) => count > CHANGES_MAX)).toEqual([]);
});
