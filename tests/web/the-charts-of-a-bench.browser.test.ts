/** The charts of a bench in a real browser: chosen by drag, button and key, written into the address, and a link to a moment opens what was there. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { english } from '../../firmware-bridge/contract/words.ts';
import { madeEvent, stored } from '../server/made-evidence.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

async function open(path = '/bench/bench-4', play: Partial<Play> = {}): Promise<Page> {
  server = await playServer({ views: [viewOf(benches.running(4))], ...play });
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  await page.locator('hf-chart').first().scrollIntoViewIfNeeded();
  await page.locator('hf-chart canvas').nth(3).waitFor();
  return page;
}
/** Names every element that moved and from where to where. */
const WATCH_SHIFTS = `
  window.shifted = [];
  const nameOf = (node) => node === null ? 'inside an element' : node.localName + ' ' + node.textContent.slice(0, 40);
  const placeOf = ({ x, y, width, height }) => [x, y, width, height].join(' ');
  new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries())
      for (const { node, previousRect, currentRect } of sources) window.shifted.push(nameOf(node) + ': ' + placeOf(previousRect) + ' to ' + placeOf(currentRect));
  }).observe({ type: 'layout-shift' });`;
const asked = (page: Page): string => new URL(page.url()).search;
const spanS = (page: Page): number => {
  const query = new URL(page.url()).searchParams;
  return (Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')) / 1000;
};

async function drag(page: Page, from: number, to: number): Promise<void> {
  const over = page.locator('hf-chart #deviation .u-over');
  await over.scrollIntoViewIfNeeded();
  const box = await over.boundingBox();
  if (box === null) throw new Error('there is no chart');
  await page.mouse.move(box.x + box.width * from, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, box.y + 60, { steps: 4 });
  await page.mouse.up();
}

test('a drag shows that time, a double click goes back, and the address tells which time it is', async () => {
  const page = await open();
  expect(asked(page)).toBe('');
  await drag(page, 0.4, 0.6);
  await page.waitForURL(/from=.*&to=/);
  expect(spanS(page)).toBeGreaterThan(100);
  expect(spanS(page)).toBeLessThan(140);
  await drag(page, 0.25, 0.75);
  await page.waitForFunction(`(() => { const q = new URL(location.href).searchParams; return Date.parse(q.get('to')) - Date.parse(q.get('from')) < 80000; })()`);
  await page.locator('hf-chart #force .u-over').dblclick();
  await page.waitForFunction(`(() => { const q = new URL(location.href).searchParams; return Date.parse(q.get('to')) - Date.parse(q.get('from')) > 100000; })()`);
  await page.locator('hf-chart #force .u-over').dblclick();
  await page.waitForURL((url) => url.search === '');
  await page.getByText('Live: the last 10 min').waitFor();
});

test('the keyboard can do all that, and buttons too', async () => {
  const page = await open();
  await page.locator('hf-timeline .charts[tabindex]').focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL(/from=/);
  expect(spanS(page)).toBe(600);
  await page.keyboard.press('+');
  await expect.poll(() => spanS(page)).toBe(300);
  await page.keyboard.press('-');
  await expect.poll(() => spanS(page)).toBe(600);
  await page.keyboard.press('Backspace');
  await expect.poll(() => spanS(page)).toBe(300);
  await page.keyboard.press('Home');
  await page.waitForURL((url) => url.search === '');
  await page.getByRole('button', { name: 'Closer' }).click();
  await page.getByText('Live: the last 5 min').waitFor();
  await page.getByRole('button', { name: 'Earlier' }).click();
  await expect.poll(() => spanS(page)).toBe(300);
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.waitForURL((url) => url.search === '');
});

test('a link to a moment opens the charts there and the evidence of it, and can be copied on', async () => {
  const page = await open('/bench/bench-4?from=2026-11-23T09:59:00Z&to=2026-11-23T10:01:00Z', { evidence: [stored(madeEvent(7, 'device-left', {}, { bench: 'bench-4' }), 7)] });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('heading', { name: 'Evidence of this moment' }).waitFor();
  await page.locator('hf-moment').getByText(english.evidence['device-left']).waitFor();
  await page.getByRole('button', { name: 'Copy link to this moment' }).click();
  await page.getByText('Copied').waitFor();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(page.url());
  await expectSound(page, 'a moment');
  await page.getByRole('button', { name: 'Back to live' }).click();
  await page.waitForURL((url) => url.search === '');
  expect(await page.locator('hf-moment').count()).toBe(0);
});

test('a wall board, which may see no records, still has the charts', async () => {
  const page = await open('/bench/bench-4?from=2026-11-23T09:59:00Z&to=2026-11-23T10:01:00Z', { who: { ...madeWho([]), session: null, machine: { id: '0190a7c0-0000-7000-8000-00000000b002', kind: 'wall-board', name: 'Wall' } } });
  await page.locator('hf-timeline .fixed').waitFor();
  expect(await page.locator('hf-moment').count()).toBe(0);
});

test('no value that changes moves anything on the page', async () => {
  const page = await open();
  await page.locator('hf-chart .read').getByText('now').waitFor();
  await page.evaluate(WATCH_SHIFTS);
  const running = benches.running(4);
  for (let index = 0; index < 30; index += 1) {
    const um = index % 2 === 0 ? 7 : 1208;
    server.show(viewOf({ ...running, frame: { ...running.frame, deviationUm: um, leftUm: [0, um, 12, 4, 3] }, power: { batteryPct: index % 2 === 0 ? 9 : 100, supplyMv: 5060, deviceDc: index % 2 === 0 ? 99 : 405, forceCn: index % 2 === 0 ? 1 : 998 } }));
    await page.locator('hf-figure .number').filter({ hasText: new RegExp(`^${String(um)}$`) }).waitFor();
  }
  expect(await page.evaluate<string[]>('[...new Set(window.shifted)]')).toEqual([]);
});

test('a moment that stands has the time of its last value, not now, and takes the hues of a theme that is chosen later', async () => {
  const page = await open('/bench/bench-4?from=2026-11-23T09:59:00Z&to=2026-11-23T10:01:00Z');
  const read = page.locator('hf-chart .read');
  await read.getByText('µm').first().waitFor();
  expect(await read.textContent()).not.toContain('now');
  /** The red of a pixel inside the guard band. */
  const bandRed = (): Promise<number> => page.locator('hf-chart #deviation canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return -1;
    return canvas.getContext('2d')?.getImageData(Math.round(canvas.width / 2), Math.round(canvas.height * 0.12), 1, 1).data[0] ?? -1;
  });
  await page.evaluate(`document.documentElement.dataset.theme = 'light'`);
  await expect.poll(bandRed).toBeGreaterThan(200);
  await page.evaluate(`document.documentElement.dataset.theme = 'dark'`);
  await expect.poll(bandRed).toBeLessThan(100);
});
