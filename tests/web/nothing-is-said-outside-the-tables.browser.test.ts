/**
 * Every page in the language that is no language: whatever a person can read on it, or in any dialog it opens, came out of a table of
 * words, or is data and marked so. What is not in a table would stay English for a Spanish or Finnish reader.
 */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { PSEUDO } from '../../web/words/language.ts';
import { useBrowser } from './browser-page.ts';
import { madeEvent, stored } from '../server/made-evidence.ts';
import { benches, viewOf } from './made-benches.ts';
import { ANSWERS } from './made-answers.ts';
import { madeWho } from './made-people.ts';
import { unjudgedStop } from './made-stops.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';
import { isUnspoken, saidOn } from './said-on-the-page.ts';

const browser = useBrowser();
/** What the world of this test is made of: names, models, numbers, addresses. */
const MADE_UP = [
  /Ada Byron|Grace Murray|Store 014|Harbour Data Lab|Frame & Glass|Front desk|Mon to Fri 9 to 18|daily 10 to 20|Wrap in foam, battery below half\.|Manuel Reyes|Mr\. Reyes, speaks softly|Dana/g,
  /Bench PC 1|Bench \d+|Reports|\bbench-\d+|bridge-1|\b(ada|grace)\b|P-[0-9A-Z]{6}|the evening shift/g,
  /iPhone \d+|Pixel 8|Galaxy S23|F17DK0XA0DXR|F2LXK1ABC9|DNPX1234|VIRTUAL-\d+|RB-4|\b[0-9A-F]{8,16}\b|\bc{64}\b|\/dev\/serial\/by-id\/rig-\d|of-another-version/g,
  // Each language is called by its own name.
  /English|Español|Suomi/g,
  // What a server refuses, it says in the language that it was asked in.
  /There is no case ZZZZ\. Look at the label, or search by serial number\./g,
  /\b[a-z]+@[a-z.]+\b|http:\/\/localhost:\d+\/[\w-]*|\bK\d{3}\b|C-77|a browser/g,
];

const STATES = Object.keys(benches) as (keyof typeof benches)[];
const EVIDENCE = [
  stored(madeEvent(1, 'bridge-started', { version: '0.1.0', benches: ['bench-1'], virtual: true }), 1),
  ...([
    ['mode-changed', { from: 'inhibited', to: 'permitted' }], ['restore-ended', { restoreId: '00070001', result: 'stopped' }], ['permit-dropped', { restoreId: '00070001', point: 'write', why: 'restore-ended' }],
    ['order-refused', { orderId: 'a', order: 'reset', why: 'no-trip' }], ['rig-event', { what: 'estop' }], ['facts-refused', { why: 'older-version' }], ['evidence-lost', { count: 3 }],
    ['note', { code: 'chassis-measured', params: {} }], ['of-another-version', {}],
  ] as const).map(([kind, body], index) => stored(madeEvent(index + 2, kind, body), index + 2)),
];

async function open(path: string | ((codes: ReturnType<typeof madeStory>['codes']) => string), differs: Parameters<typeof playServer>[0] = {}): Promise<Page> {
  const story = madeStory();
  const server = await playServer({
    ...story.play, views: STATES.map((state, index) => viewOf(benches[state](index + 1))), evidence: EVIDENCE, stops: [unjudgedStop('bench-2')],
    who: madeWho(['manager', 'technician', 'admin', 'auditor', 'support']), stopCounts: [], ...differs,
  });
  onTestFinished(() => server.close());
  const context = await browser.context();
  await context.addInitScript(`try { localStorage.setItem('holdfast-language', '${PSEUDO}'); } catch { /* a document without storage */ }`);
  await context.route((url) => Object.hasOwn(ANSWERS, url.pathname), async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    return route.fulfill({ json: ANSWERS[new URL(route.request().url()).pathname] });
  });
  const page = await context.newPage();
  await page.goto(server.url + (typeof path === 'string' ? path : path(story.codes)));
  await page.getByText('⟦').filter({ visible: true }).first().waitFor();
  await page.waitForLoadState('networkidle');
  return page;
}

/** As lines, each once: what is said and where. */
async function unspoken(page: Page, where: string): Promise<readonly string[]> {
  return (await saidOn(page)).filter((one) => isUnspoken(one, MADE_UP)).map((one) => `${where}: ${one.where}: ${one.text}`);
}

/** Every button of the page, one after the other: whatever opens is read too. */
async function unspokenBehindButtons(page: Page, buttons: string): Promise<readonly string[]> {
  const found: string[] = [];
  await page.evaluate('(() => { const open = (root) => { for (const one of root.querySelectorAll("*")) { if (one.localName === "details") one.open = true; if (one.shadowRoot) open(one.shadowRoot); } }; open(document); })()');
  found.push(...await unspoken(page, 'as it stands'));
  const start = page.url();
  const count = await page.locator(buttons).count();
  for (let at = 0; at < count; at += 1) {
    const button = page.locator(buttons).nth(at);
    if (await button.count() === 0) break;
    // It may go between two questions: what another button has put away is not there any more.
    const name = await button.innerText({ timeout: 1_000 }).catch(() => null);
    if (name === null) break;
    await button.click({ timeout: 2_000, force: true }).catch(() => undefined);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    found.push(...await unspoken(page, `after ${name}`));
    await page.keyboard.press('Escape');
    if (page.url() !== start) await page.goto(start);
  }
  return [...new Set(found)];
}

type Wanted = readonly [name: string, path: Parameters<typeof open>[0], differs?: Parameters<typeof open>[1]];
const PAGES: readonly Wanted[] = [
  ['the board', '/'],
  ...STATES.map((state, index) => [`a bench: ${state}`, `/bench/bench-${index + 1}`] as const),
  ['no such bench', '/bench/bench-99'], ['a board without benches', '/', { views: [] }], ['a board without a feed', '/', { hasFeed: false }],
  ['stops', '/stops'], ['false stops', '/false-stops'], ['people', '/people'], ['machines', '/machines'], ['audit', '/audit'], ['own page', '/me'],
  ['cases', '/cases'], ['a case that is held', (codes) => `/case/${codes.held}`], ['a case that is expected', (codes) => `/case/${codes.expected}`], ['a case that walked in', (codes) => `/case/${codes.walkIn}`],
  ['no such case', '/case/ZZZZ'], ['queue', '/queue'], ['brief', '/brief'], ['briefs', '/briefs'], ['partners', '/partners'],
  ['sign-in', '/sign-in', { who: madeWho(null, { machine: null }) }], ['half a link', '/link'], ['a page of somebody else', '/people', { who: madeWho(['technician']) }],
];

test.each(PAGES.map(([name, path, differs = {}]) => [name, path, differs] as const))('%s', async (_name, path, differs) => {
  const page = await open(path, differs);
  // The head is the same on every page.
  expect(await unspokenBehindButtons(page, path === '/' ? 'main button:visible, hf-header button:visible' : 'main button:visible')).toEqual([]);
});
