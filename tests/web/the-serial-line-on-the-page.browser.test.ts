/** The serial line in a real browser: followed, filtered, paused without losing a line, read of a past moment; and a past stop judged again. */
import { afterEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { RawLine } from '../../firmware-bridge/contract/raw-lines.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { unjudgedStop } from './made-stops.ts';
import { playServer } from './played-server.ts';
import type { Play } from './played-server.ts';

const browser = useBrowser();
let server: Awaited<ReturnType<typeof playServer>>;
afterEach(() => server.close());

const AT_MS = Date.parse('2026-11-23T10:00:00.000Z');
const line = (text: string, differs: Partial<RawLine> = {}): RawLine => ({ atMs: AT_MS, dir: 'in', text, stopId: null, ...differs });

/** A rig that says one line at each question, numbered. */
function talking() {
  const said: RawLine[] = [line('087 A1B20007 00001 WELCOME'), line('064 A1B20007 00002 BEAT ok=1', { dir: 'out' }), line('\\x18<img src=x onerror=alert(1)>')];
  let missed: number | null = 0;
  return {
    said, miss: (count: number | null) => { missed = count; },
    raw: (after: number) => {
      const lines = said.slice(Math.max(0, after - 1));
      const answer = { lines, next: said.length + 1, missed };
      missed = 0;
      return answer;
    },
  };
}

async function open(play: Partial<Play>, path = '/bench/bench-4'): Promise<Page> {
  server = await playServer({ views: [viewOf(benches.running(4))], ...play });
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  await page.getByText('Serial line', { exact: true }).click();
  return page;
}
const list = (page: Page) => page.getByRole('group', { name: 'Lines of the serial line' });

test('it is followed as it comes, as text and nothing else; holes are told', async () => {
  const rig = talking();
  const page = await open({ raw: rig.raw });
  await list(page).getByText('WELCOME').waitFor();
  await list(page).getByText('\\x18<img src=x onerror=alert(1)>').waitFor();
  expect(await list(page).locator('img').count()).toBe(0);
  rig.miss(12);
  rig.said.push(line('065 A1B20007 00009 PROBES'));
  await list(page).getByText('12 lines are missing here').waitFor();
  rig.miss(null);
  await list(page).getByText('Lines are missing here', { exact: true }).waitFor();
  expect(await list(page).getByText('PROBES').count(), 'each line once').toBe(1);
  await expectSound(page, 'serial line');
});

test('a filter and a direction leave what was asked for, and holes', async () => {
  const page = await open({ raw: talking().raw });
  await list(page).getByText('WELCOME').waitFor();
  await page.getByLabel('Show only lines with').fill('beat');
  await expect.poll(() => list(page).locator('.line').count()).toBe(1);
  await page.getByLabel('Show only lines with').fill('');
  await page.getByRole('button', { name: 'From the rig' }).click();
  await expect.poll(() => list(page).locator('.line').count()).toBe(2);
  await page.getByLabel('Show only lines with').fill('nothing like this');
  await page.getByText('No line holds this.').waitFor();
});

test('paused it stands still and counts what waits; going on shows all of it', async () => {
  const rig = talking();
  const page = await open({ raw: rig.raw });
  await list(page).getByText('WELCOME').waitFor();
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  for (let at = 0; at < 7; at += 1) rig.said.push(line(`waits ${at}`));
  await page.getByText('Paused: 7 lines wait. Up to 4000 are kept.').waitFor();
  expect(await list(page).locator('.line').count()).toBe(3);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => list(page).locator('.line').allInnerTexts()).toHaveLength(10);
  await list(page).getByText('waits 6').waitFor();
  expect(await list(page).getByText('waits 0').count()).toBe(1);
});

test('a link to a moment reads the record of then, shows the stop in it, and asks for nothing live', async () => {
  let asked = 0;
  const lines = [line('087 A1B20007 00001 PROBES'), line('\\x18', { dir: 'out', stopId: 'S1' }), line('120 A1B20007 00031 STOP id=S1', { dir: 'out', stopId: 'S1' })];
  const raw = () => { asked += 1; return { lines: [], next: 1, missed: 0 }; };
  const page = await open({ pastRaw: { lines, isCut: true }, raw }, '/bench/bench-4?from=2026-11-23T09:50:00Z&to=2026-11-23T10:10:00Z');
  await list(page).getByText('STOP id=S1').waitFor();
  expect(await list(page).locator('.stop').count()).toBe(2);
  await page.getByText('The last 3 lines of this time.').waitFor();
  await page.getByText('the middle of what the charts show').waitFor();
  expect(await page.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0);
  expect(asked).toBe(0);
});

test('who may not read it does not see it; who may not see cases is told that identifiers are veiled', async () => {
  server = await playServer({ views: [viewOf(benches.running(4))], who: madeWho(['admin']) });
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}/bench/bench-4`);
  await page.getByText('Serial line', { exact: true }).click();
  await page.getByText('Identifiers of the phone are shown as --- to you.').waitFor();
  const who = madeWho(null);
  server.play.who = { ...who, machine: who.machine === null ? null : { ...who.machine, kind: 'wall-board' } };
  await page.reload();
  await page.locator('hf-chart').first().scrollIntoViewIfNeeded();
  await page.locator('hf-chart canvas').first().waitFor();
  expect(await page.getByText('Serial line', { exact: true }).count()).toBe(0);
});

test("a past stop is judged again by today's rules, and what would differ is said in words", async () => {
  server = await playServer({
    views: [viewOf(benches.running(4))], stops: [unjudgedStop('bench-4')],
    rejudged: {
      stopId: '5C1E77A90001', verdict: 'earlier', afterMs: -240, missing: 3, then: { release: '0.1.0', cause: 'device-frame-bent' }, now: { release: '0.2.0', cause: 'cannot-measure' },
      limits: [{ name: 'frameLimitUm', then: 400, now: 350 }],
    },
  });
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}/bench/bench-4`);
  await page.getByRole('button', { name: "Judge again with today's rules" }).click();
  const told = page.locator('hf-rejudge [role=status]');
  await expect.poll(() => told.innerText()).toContain('Would stop earlier by 240 ms.');
  const text = await told.innerText();
  expect(text).toContain('Then version 0.1.0, today 0.2.0.');
  expect(text).toContain('Limits that have changed since: frameLimitUm: then 400, today 350.');
  expect(text).toContain('3 entries of this time were never recorded.');
  expect(server.posted.map(({ path }) => path)).toEqual([expect.stringMatching(/^\/api\/stops\/.+\/rejudge$/)]);
});

test('the text for support is shown as it is copied, and where a browser copies nothing it can be selected', async () => {
  const page = await open({});
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy for support' }).click();
  await page.getByText('Copied. No name and no number of a phone is in it.').waitFor();
  expect(await page.getByLabel('Text for support').inputValue()).toBe('Holdfast 0.1.0\nlink.open = true\n');
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('Holdfast 0.1.0\nlink.open = true\n');
  await expectSound(page, 'text for support');
  await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))");
  await page.getByRole('button', { name: 'Copy for support' }).click();
  await page.getByText('Select this text and copy it.').waitFor();
});
