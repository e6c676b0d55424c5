/**
 * Every route of the public app in every state of a link, by every method, from our own page and from another site, against a
 * table that is kept by hand. A route without a row fails here, and so does a row without a route.
 */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { standingOf } from '../../../server/contract/case-links.ts';
import { createPublicApp } from '../../../server/http/create-public-app.ts';
import type { PublicPorts } from '../../../server/http/public/public-ports.ts';
import { runServer } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { MARKS, ROWS, STANDINGS, STATES } from './links-by-hand.ts';
import type { Mark, State } from './links-by-hand.ts';
import { linkIn } from './made-link-states.ts';
import type { LinkInState } from './made-link-states.ts';
import { OUTSIDE_OPTIONS, runOutside } from './outside-bench.ts';
import { Visitor } from './visitor.ts';
import type { Shown } from './visitor.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const READING: ReadonlySet<string> = new Set(['GET', 'HEAD']);
/** What is refused for good or for a while is not offered. */
const REFUSED: ReadonlySet<Mark> = new Set(['-', 'x', 'X', 'W']);
const FOREIGN = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
const LED_HERE = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const routes = createPublicApp({} as PublicPorts, { burst: 1, perSecond: 1, keysMax: 1 }).routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`);
const paths = [...new Set(Object.keys(ROWS).map((row) => row.slice(row.indexOf(' ') + 1)))];

const SENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  message: { words: 'Is there news?', to: 'store' }, sign: { name: 'Ben Taker', strokes: '', seal: 'yes', condition: '' }, stage: { stage: 'looking', expected: '' },
  outcome: { result: 'all', photos: '4', videos: '', other: '', delivered: 'drive', gone: '', words: '' },
};

const markOf = (row: string, state: State): Mark => {
  const mark = ROWS[row]?.trim().split(/\s+/)[STATES.indexOf(state)];
  if (mark === undefined || !Object.hasOwn(MARKS, mark)) throw new Error(`no mark of ${row} in ${state}`);
  return mark as Mark;
};

const addressOf = (path: string, { bench, consent }: LinkInState): string =>
  path.replace('/c/:token', bench.customer).replace('/p/:token', bench.partner).replace(':consent', consent);

/** The wrong cells of one state, each in words. */
async function wrongIn(state: State, one: LinkInState, counted: { cells: number }): Promise<string[]> {
  const wrong: string[] = [];
  const judge = (cell: string, wanted: Mark | 403, { status, body }: Shown, hasBody = true): void => {
    counted.cells += 1;
    const { status: right, shows } = wanted === 403 ? { status: 403, shows: 'origin-refused' } : MARKS[wanted];
    if (status !== right || (hasBody && !body.includes(shows))) wrong.push(`${state}: ${cell} answered ${String(status)}, expected ${String(right)} ${shows}: ${body.replaceAll(/<[^>]*>|\s+/g, ' ').slice(-160)}`);
  };
  const send = (method: string, path: string, headers: Readonly<Record<string, string>>, visitor = one.visitor): Promise<Shown> => {
    const address = addressOf(path, one);
    if (method !== 'POST') return visitor.ask(method, address, '', headers);
    const fields = { ...one.forms.get(address), id: randomUUID(), ...SENT[path.split('/').at(-1) ?? ''], device: one.bench.device, pin: one.bench.pin, user: `nobody-${state}`, password: 'wrong' };
    return visitor.ask(method, address, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded', ...headers });
  };
  for (const path of paths) {
    for (const method of METHODS) {
      const row = `${method} ${path}`;
      judge(`${row} from elsewhere`, 403, await send(method, path, FOREIGN), method !== 'HEAD');
      if (Object.hasOwn(ROWS, row)) continue;
      const reads = method === 'HEAD' ? `GET ${path}` : row;
      judge(row, Object.hasOwn(ROWS, reads) ? markOf(reads, state) : 'N', await send(method, path, {}), method !== 'HEAD');
    }
  }
  for (const row of Object.keys(ROWS)) {
    const [method = '', path = ''] = row.split(' ');
    if (REFUSED.has(markOf(row, state))) {
      const offered = (await one.visitor.get(addressOf(path.startsWith('/c') ? '/c/:token' : '/p/:token', one))).body.includes(`action="${addressOf(path, one)}"`);
      if (offered) wrong.push(`${state}: the page shows the form of ${row}, which is refused`);
    }
    // Whoever types the PIN anew is another browser: what the first one may do does not come from that.
    judge(row, markOf(row, state), await send(method, path, {}, path.endsWith('/enter') ? new Visitor(one.bench.server, `198.51.100.${String(STATES.indexOf(state))}`) : one.visitor));
    if (READING.has(method)) judge(`${row} led here from another site`, markOf(row, state), await send(method, path, LED_HERE));
  }
  return wrong;
}

test('every route has one row with a mark for every state, and there is no other row', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual(routes.toSorted());
  for (const row of Object.keys(ROWS)) for (const state of STATES) expect([row, state, Object.hasOwn(MARKS, markOf(row, state))]).toEqual([row, state, true]);
});

test('each cell is answered as the table says, and the pure rule says the same of the link', async () => {
  let aheadMs = 0;
  const clock = { epochMs: () => Date.now() + aheadMs };
  const server = await runOutside({}, clock);
  const made = new Map<State, LinkInState>();
  for (const [index, state] of STATES.entries()) made.set(state, await linkIn(server, state, index + 1));
  const held = new Map<State, Awaited<ReturnType<LinkInState['bench']['view']>>['case']>();
  for (const [state, { bench }] of made) {
    const own = (await bench.view()).case;
    held.set(state, own.mergedInto === null ? own : (await bench.manager.get(`/api/cases/${own.mergedInto.code}`)).body['case'] as typeof own);
  }
  const counted = { cells: 0 };
  const wrong: string[] = [];
  const judgeAll = async (states: readonly State[], served: TestServer): Promise<void> => {
    for (const state of states) {
      const one = made.get(state);
      if (one === undefined) throw new Error(`nothing made for ${state}`);
      const here = served === server ? one : { ...one, visitor: moveTo(served, one.visitor, STATES.indexOf(state) + 1), bench: { ...one.bench, server: served } };
      wrong.push(...await wrongIn(state, here, counted));
      const links = held.get(state)?.links ?? [];
      const standing = (whom: string): unknown => links.filter((link) => link.whom === whom).map((link) => standingOf(link, held.get(state) ?? null, clock.epochMs()));
      if (STANDINGS[state] !== null) expect([state, standing('customer'), standing('partner')]).toEqual([state, [STANDINGS[state].customer], [STANDINGS[state].partner]]);
    }
  };
  await judgeAll(STATES.filter((state) => state !== 'expired' && state !== 'boot'), server);
  aheadMs = 400 * 86_400_000;
  await judgeAll(['expired'], server);
  aheadMs = 0;
  await server.close();
  await judgeAll(['boot'], await runServer({ ...OUTSIDE_OPTIONS, stateDir: server.stateDir }, clock));
  process.stdout.write(`outside matrix: ${String(counted.cells)} cells, ${String(routes.length)} routes, ${String(wrong.length)} wrong\n`);
  expect(wrong).toEqual([]);
}, 120_000);

/** The same browser, with its cookies, at the server that was started anew. */
function moveTo(server: TestServer, visitor: Visitor, nth: number): Visitor {
  const moved = new Visitor(server, `203.0.113.${String(nth)}`);
  for (const [name, value] of visitor.cookies) moved.cookies.set(name, value);
  return moved;
}
