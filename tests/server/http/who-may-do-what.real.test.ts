/**
 * The matrix: everybody who can ask, every route of the document, both states of the bench. Each cell is compared three
 * times: the table of the product, the table by hand, and what the running server answers.
 */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ACTIONS, whyNot } from '../../../server/contract/rights.ts';
import { madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { allAskers, movableClock } from './all-askers.ts';
import type { Kind } from './all-askers.ts';
import { rawRequest, sendRaw } from './raw-client.ts';
import { COLUMNS, expectedOf, ROWS } from './rights-by-hand.ts';
import type { Expected } from './rights-by-hand.ts';

const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ 'x-action': z.enum(ACTIONS), requestBody: z.unknown().optional() }))),
});
const BY_RIGHT = ['not-signed-in', 'right-missing', 'manager-needed', 'sign-in-too-weak', 'token-unknown', 'bridge-token-wrong', 'origin-missing', 'origin-refused'];
/** It takes the session away. */
const LAST = 'POST /api/session/end';
const AT_STAKE = 'bench-1';
const NOT_AT_STAKE = 'bench-2';

interface Cell {
  readonly route: string;
  readonly action: (typeof ACTIONS)[number];
  readonly hasBody: boolean;
  readonly bench: string | null;
}

async function cellsOf(server: TestServer): Promise<Cell[]> {
  const { paths } = documentSchema.parse(await (await server.get('/api/openapi.json')).json());
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, described]) =>
    (path.includes('{bench}') ? [AT_STAKE, NOT_AT_STAKE] : [null]).map((bench) => (
      { route: `${method.toUpperCase()} ${path}`, action: described['x-action'], hasBody: described.requestBody !== undefined, bench }))));
}

const addressOf = ({ route, bench }: Pick<Cell, 'route' | 'bench'>): string =>
  (route.split(' ')[1] ?? '').replace('{bench}', bench ?? '').replace('{id}', randomUUID()).replace('{rig}', '-').replace('{stopId}', 'S1').replace('{case}', 'ZZZZ').replace('{photo}', randomUUID());

async function answerTo(server: TestServer, { headers }: Kind, { route, hasBody, bench }: Cell): Promise<{ status: number; code: string }> {
  const [method = '', path = ''] = route.split(' ');
  // A body that names nothing: who may is told what is missing, and nothing changes. A reset looks at its thing only when it can be read.
  const body = path.endsWith('/reset') ? { tripId: 'S1', reason: 'looked at it', confirmation: 'x'.repeat(43), secondConfirmation: null } : {};
  const answer = await fetch(`${server.url}${addressOf({ route, bench })}`, { method, headers: { ...headers, ...(hasBody ? { 'content-type': 'application/json' } : {}) }, ...(hasBody ? { body: JSON.stringify(body) } : {}) });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: answer.status, code: isJson ? (JSON.parse(text) as { code?: string }).code ?? '' : '' };
}

/** What the interface says for each; a bridge without its token is told so in words of its own. */
function isAnswered(expected: Expected, kind: Kind, { route }: Cell, { status, code }: { status: number; code: string }): boolean {
  if (kind.isUnknownProgram) return status === 401 && code === 'token-unknown';
  if (expected === 'may') return !BY_RIGHT.includes(code) && status < 504 && status !== 500;
  if (route === 'GET /api/bridge') return status === 401 && code === 'bridge-token-wrong';
  return status === (expected === 'not-signed-in' ? 401 : 403) && code === expected;
}

test('every route has one row by hand, and there is no other row', async () => {
  const server = await runServer();
  const routes = [...new Set((await cellsOf(server)).map(({ route }) => route))];
  expect(Object.keys(ROWS).toSorted()).toEqual(routes.toSorted());
  for (const row of Object.values(ROWS)) expect(row.split(/\s+/)).toHaveLength(COLUMNS.length);
});

test('in every cell of the matrix the table of rights, the table by hand and the running server agree', async () => {
  const clock = movableClock();
  const server = await runServer({ requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } }, { epochMs: clock.epochMs });
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus(AT_STAKE, { reset: { possible: true, blockedBy: [], needsTwoPeople: true } }));
  bridge.telemetry(madeStatus(NOT_AT_STAKE));
  bridge.answer(({ id }) => ({ id, ok: true, outcome: 'stop-written', refusal: null, tripId: 'S1' }));
  await until(async () => (await server.get(`/api/benches/${NOT_AT_STAKE}`)).ok, 'the benches on the board');
  const kinds = await allAskers(server, clock);
  const cells = await cellsOf(server);
  const wrong: string[] = [];
  let count = 0;
  const judge = async (kind: Kind, cell: Cell): Promise<void> => {
    const dataAtStake = cell.bench === AT_STAKE;
    const expected = kind.isUnknownProgram ? 'not-signed-in' : expectedOf(ROWS[cell.route] ?? '', { columns: kind.columns, isQuick: kind.asking.strength === 'quick', dataAtStake });
    const byTable = whyNot(cell.action, kind.asking, { dataAtStake }) ?? 'may';
    const answered = await answerTo(server, kind, cell);
    const place = `${kind.name} · ${cell.route}${dataAtStake ? ' · data at stake' : ''}`;
    if (!kind.isUnknownProgram && byTable !== expected) wrong.push(`${place}: by hand ${expected}, in the table ${byTable}`);
    if (!isAnswered(expected, kind, cell, answered)) wrong.push(`${place}: ${expected} was expected, ${answered.status} ${answered.code} came`);
    count += 1;
  };
  for (const kind of kinds) {
    await Promise.all(cells.filter(({ route }) => route !== LAST).map((cell) => judge(kind, cell)));
    for (const cell of cells.filter(({ route }) => route === LAST)) await judge(kind, cell);
  }
  process.stdout.write(`matrix: ${count} cells, ${kinds.length} askers, ${new Set(cells.map(({ route }) => route)).size} routes, ${wrong.length} wrong\n`);
  expect(wrong).toEqual([]);
  expect(count).toBe(kinds.length * cells.length);
  expect(count).toBeGreaterThan(1500);
}, 120_000);

test('on the listener for agents and customers no route of the store is there, whoever asks and whatever they show', async () => {
  const clock = movableClock();
  const server = await runServer({
    public: { url: 'https://repairs.example', listen: { host: '127.0.0.1', port: 0 }, proxy: '127.0.0.1' },
    requests: { burst: 100_000, perSecond: 1000, keysMax: 100 }, publicRequests: { burst: 100_000, perSecond: 1000, keysMax: 100 },
  }, { epochMs: clock.epochMs });
  const bridge = await openGreetedBridge(server);
  const kinds = await allAskers(server, clock);
  const cells = await cellsOf(server);
  const wrong: string[] = [];
  for (const { name, headers } of kinds) {
    const shown = Object.entries({ ...headers, host: 'repairs.example', origin: 'https://repairs.example', 'content-type': 'application/json' }).map(([header, value]) => `${header}: ${value}`);
    await Promise.all(cells.map(async ({ route, bench, hasBody }) => {
      const { status, body } = await sendRaw(server.publicListenUrl ?? '', rawRequest(`${route.split(' ')[0] ?? ''} ${addressOf({ route, bench })} HTTP/1.1`, shown, hasBody ? '{}' : ''), 20_000);
      if (status !== 404 || !body.includes('not-public')) wrong.push(`${name} · ${route}: ${status}`);
    }));
  }
  process.stdout.write(`second listener: ${kinds.length * cells.length} cells, ${wrong.length} wrong\n`);
  expect(wrong).toEqual([]);
  expect(bridge.orders()).toEqual([]);
}, 120_000);
