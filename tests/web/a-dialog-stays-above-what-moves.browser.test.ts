/** A dialog of a tile stays above the page and in charge of the keyboard, whatever becomes of the order of the tiles; and what is typed first has the focus. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

const resettable = () => ({ ...benches.stopped(2), reset: { possible: true, blockedBy: [], needsTwoPeople: false } });
const IN_TOP_LAYER = `(() => { const all = [];
  const walk = (root) => { for (const one of root.querySelectorAll('*')) { if (one.localName === 'dialog' && one.open) all.push(one.matches(':modal')); if (one.shadowRoot) walk(one.shadowRoot); } }; walk(document); return all; })()`;
const tiles = (page: Page) => page.locator('hf-tile').evaluateAll((all) => all.map((one) => (one as HTMLElement & { reading: { view: { id: string } } }).reading.view.id));

async function resetOpen(): Promise<Page> {
  server = await playServer({ views: [viewOf(benches.ready(1)), viewOf(resettable())], who: madeWho(['technician', 'manager']) });
  const page = await (await browser.context()).newPage();
  await page.goto(server.url);
  await page.locator('hf-tile button', { hasText: 'I have seen it' }).click();
  await page.locator('hf-tile button', { hasText: 'Reset this bench' }).click();
  await page.locator('dialog[open]').waitFor();
  return page;
}

test('tiles keep their places under an open dialog, and change them when it is closed', async () => {
  const page = await resetOpen();
  const before = await tiles(page);
  await page.keyboard.type('Phone taken out.');
  expect(await page.locator('textarea[name=reason]').inputValue()).toBe('Phone taken out.');
  server.show(viewOf(benches.stopped(1)));
  server.show(viewOf(benches.ready(2)));
  await page.locator('hf-tile', { hasText: 'Bench 1' }).getByText('Stopped: device frame bent').first().waitFor({ state: 'attached' });
  expect(await page.evaluate(IN_TOP_LAYER)).toEqual([true]);
  expect(await tiles(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await page.mouse.move(2, 300);
  await expect.poll(() => tiles(page), { timeout: 10_000 }).not.toEqual(before);
});

test('a dialog that is moved in the page all the same is above it again, with all that was typed, and Escape closes it', async () => {
  const page = await resetOpen();
  await page.keyboard.type('Phone taken out.');
  await page.evaluate(`(() => { const find = (root, name) => { for (const one of root.querySelectorAll('*')) { if (one.localName === name) return one; const inner = one.shadowRoot && find(one.shadowRoot, name); if (inner) return inner; } return null; };
    const tile = find(document, 'hf-tile'); const row = tile.parentElement; row.append(row.firstElementChild); })()`);
  expect(await page.evaluate(IN_TOP_LAYER)).toEqual([true]);
  expect(await page.locator('textarea[name=reason]').inputValue()).toBe('Phone taken out.');
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});
