/** The matrix role × act on board and bench: everything stays visible, what is not one's task is off and says why, and pressing it asks nothing of the server. */
import { expect, test, onTestFinished } from 'vitest';
import type { Page } from 'playwright-core';
import type { Role, Who } from '../../server/contract/people.ts';
import { RIGHTS } from '../../server/contract/rights.ts';
import type { Action } from '../../server/contract/rights.ts';
import { refusalOf } from '../../web/reading/asking.ts';
import { peopleEnglish, sayHolders } from '../../web/words/people-words.ts';
import { useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import { unjudgedStop } from './made-stops.ts';

const browser = useBrowser();

/** Who asks, by name; those who see no bench at all have a test of their own. */
const ASKERS: Readonly<Record<string, Who>> = {
  technician: madeWho(['technician']), manager: madeWho(['manager']), auditor: madeWho(['auditor'], { machine: null }), admin: madeWho(['admin'], { machine: null }),
  'nobody at a bench PC': madeWho(null), 'a wall board': madeWho(null, { machine: { id: '0190a7c0-0000-7000-8000-00000000b002', kind: 'wall-board', name: 'Wall' } }),
};

interface Act {
  readonly action: Action;
  readonly dataAtStake?: boolean;
  readonly path: string;
  readonly button: string | RegExp;
  /** What a press leads to when it is one's task. */
  readonly leadsTo: { readonly post: string } | { readonly dialog: string } | { readonly shows: string };
  /** Pressed first. */
  readonly before?: string;
}

const ACTS: readonly Act[] = [
  { action: 'stop', path: '/', button: 'Stop now: Bench 1', leadsTo: { post: '/api/benches/bench-1/stop' } },
  { action: 'reset', path: '/', before: 'I have seen the alarm of Bench 2', button: 'Reset Bench 2', leadsTo: { dialog: 'Reset Bench 2' } },
  { action: 'reset', dataAtStake: true, path: '/', before: 'I have seen the alarm of Bench 3', button: 'Reset Bench 3', leadsTo: { dialog: 'Reset Bench 3' } },
  { action: 'stop', path: '/bench/bench-1', button: 'Stop now: Bench 1', leadsTo: { post: '/api/benches/bench-1/stop' } },
  { action: 'drill', path: '/bench/bench-4', button: 'Run a drill now', leadsTo: { post: '/api/benches/bench-4/drill' } },
  { action: 'take-out', path: '/bench/bench-4', button: 'Take out of service…', leadsTo: { dialog: 'Take Bench 4 out of service' } },
  { action: 'return', path: '/bench/bench-5', button: 'Return to service…', leadsTo: { dialog: 'Return Bench 5 to service' } },
  { action: 'judge', path: '/bench/bench-2', button: 'False alarm', leadsTo: { shows: 'Confirm: False alarm' } },
];

function views() {
  const out = benches.outOfService(5);
  return [
    viewOf(benches.running(1)), viewOf({ ...benches.stoppedByHand(2), reset: { possible: true, blockedBy: [], needsTwoPeople: false }, trip: { ...tripOf(2), dataAtStake: false } }), viewOf(benches.stoppedByHand(3)),
    viewOf(benches.ready(4)), viewOf({ ...out, service: { out: out.service?.out ?? null, returnBlockedBy: [] } }),
  ];
}

function tripOf(bench: number) {
  const { trip } = benches.stoppedByHand(bench);
  if (trip === null) throw new Error('a stopped bench has a trip');
  return trip;
}

async function open(who: Who, path: string): Promise<{ page: Page; server: Awaited<ReturnType<typeof playServer>> }> {
  const server = await playServer({ views: views(), who, stops: [unjudgedStop('bench-2')] });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + path);
  await page.getByRole('heading', { name: 'Bench' }).first().waitFor();
  return { page, server };
}

const WHO_ACTS = Object.entries(ASKERS).flatMap(([name, who]) => ACTS.map((act) => [`${name}: ${act.action}${act.dataAtStake === true ? ' with data at stake' : ''} on ${act.path}`, who, act] as const));

test.each(WHO_ACTS)('%s', async (_name, who, { action, dataAtStake = false, path, button, before, leadsTo }) => {
  const { page, server } = await open(who, path);
  if (before !== undefined) await page.getByRole('button', { name: before }).click();
  const target = page.getByRole('button', { name: button }).first();
  await target.waitFor();
  const refusal = refusalOf(who, action, { dataAtStake });
  expect(await target.getAttribute('aria-disabled') === 'true').toBe(refusal !== null);
  if (refusal !== null) {
    const [firstSentence = ''] = peopleEnglish.notYours[refusal](sayHolders(RIGHTS[action].who)).split('. ');
    await page.getByText(firstSentence).first().waitFor();
    await target.click({ force: true });
    // The page has answered the press before the server is looked at.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(server.posted).toEqual([]);
    expect(await page.getByRole('dialog').count()).toBe(0);
    return;
  }
  await target.click();
  if ('post' in leadsTo) await expect.poll(() => server.posted.map(({ path: to }) => to)).toEqual([leadsTo.post]);
  else if ('dialog' in leadsTo) await page.getByRole('dialog', { name: leadsTo.dialog }).waitFor();
  else await page.getByRole('button', { name: leadsTo.shows }).waitFor();
});

test.each(['support'] as readonly Role[])('%s sees no bench, is told so, and has the own page', async (role) => {
  const server = await playServer({ views: views(), who: madeWho([role], { machine: null }) });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url);
  await page.getByRole('heading', { name: 'This page is not for you' }).waitFor();
  expect(await page.getByText('Bench 1').count()).toBe(0);
  expect(server.pages()).toBe(0);
  const menu = page.getByRole('navigation');
  await menu.getByRole('button', { name: 'More' }).click();
  for (const name of [/^Benches/, /^Queue/, /^Cases/, /^People/, /^Machines/, /^Audit/]) expect(await menu.getByRole('link', { name }).getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('button', { name: /Ada Byron/ }).click();
  expect(await page.getByRole('link', { name: 'Own page' }).getAttribute('href')).toBe('/me');
  expect(await menu.getByRole('link', { name: /^People/ }).count()).toBe(0);
});
