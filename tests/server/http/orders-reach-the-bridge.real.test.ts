/** A stop or a reset goes to the bridge and comes back with what the bridge said; without an answer nobody claims it was done. */
import { expect, test } from 'vitest';
import type { Order, OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import { madeEvent, madeStatus } from '../made-evidence.ts';
import { openBridge, openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

const containing = (text: string): unknown => expect.stringContaining(text);
const SENTENCE: unknown = expect.stringMatching(/\.$/);
const STOP = '/api/benches/bench-1/stop';
const CODE: unknown = expect.stringMatching(/^P-[0-9A-Z]{6}$/);
const done = (order: Order, differs: Partial<OrderResult> = {}): OrderResult => ({ id: order.id, ok: true, outcome: 'stop-written', refusal: null, tripId: 'S1', ...differs });

const reset = async (server: TestServer) => (await server.signed()).reset('bench-1', 'S1', 'looked at it', server);

async function greeted(server: TestServer) {
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  await until(async () => (await server.get('/api/benches/bench-1')).ok, 'the bench on the board');
  return bridge;
}

test('a stop needs no body and comes back with the trip', async () => {
  const server = await runServer();
  const bridge = await greeted(server);
  bridge.answer((order) => done(order));
  const response = await server.post(STOP);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ ok: true, outcome: 'stop-written', tripId: 'S1' });
  expect(bridge.orders()).toMatchObject([{ kind: 'stop', bench: 'bench-1', actor: { kind: 'person', name: CODE }, tripId: null, expiresInMs: 2000 }]);
});

test('a stop is not refused for the form of its body', async () => {
  const server = await runServer();
  const bridge = await greeted(server);
  bridge.answer((order) => done(order));
  for (const body of ['{"name":', '{"name":"x"}', '{"name":5}', '[]', '{"other":1}', '']) {
    expect((await server.post(STOP, body)).status).toBe(200);
  }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'image/png']) expect((await server.post(STOP, 'a=b', { 'content-type': type })).status).toBe(200);
  expect(bridge.orders()).toHaveLength(9);
});

test('a stop reaches the only bridge also for a bench that it has not yet named', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.answer((order) => done(order, { ok: false, outcome: 'refused', refusal: 'unknown-bench', tripId: null }));
  const response = await server.post('/api/benches/bench-9/stop');
  expect([response.status, await response.json()]).toMatchObject([404, { code: 'unknown-bench', what: 'There is no bench bench-9.' }]);
  expect(bridge.orders()).toHaveLength(1);
});

test('a reset carries both people by their codes, and the reason', async () => {
  const server = await runServer();
  const bridge = await greeted(server);
  bridge.answer((order) => done(order, { outcome: 'reset-done' }));
  expect((await reset(server)).status).toBe(200);
  expect(bridge.orders()).toMatchObject([{ kind: 'reset', tripId: 'S1', reason: 'looked at it', actor: { kind: 'person', name: CODE }, second: { kind: 'person', name: CODE } }]);
  const [order] = bridge.orders();
  expect(order?.actor.name).not.toBe(order?.second?.name);
});

test.each([
  ['cause-not-cleared', 409], ['second-person-needed', 403], ['same-person-twice', 403], ['other-trip', 409], ['estop-held', 409], ['expired', 409],
] as const)('the refusal %s comes back as %d with words', async (refusal, status) => {
  const server = await runServer();
  const bridge = await greeted(server);
  bridge.answer((order) => done(order, { ok: false, outcome: 'refused', refusal }));
  const { status: answered, body } = await reset(server);
  expect([answered, body]).toMatchObject([status, { code: refusal, what: SENTENCE, remedy: SENTENCE }]);
});

test('without an answer the order ends as no-answer, and a late answer harms nobody', async () => {
  const server = await runServer({ orderLimitMs: 60 });
  const bridge = await greeted(server);
  const response = await server.post(STOP);
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'no-answer', remedy: containing('Look at the rig now') }]);
  const [order] = bridge.orders();
  if (order === undefined) throw new Error('the order did not arrive');
  bridge.send({ type: 'order-result', result: done(order) });
  expect((await server.get('/api/health')).status).toBe(200);
});

test('a bridge that goes away while it is asked ends the waiting at once', async () => {
  const server = await runServer({ orderLimitMs: 20_000 });
  const bridge = await greeted(server);
  bridge.answer(() => {
    bridge.close();
    return null;
  });
  expect(await (await server.post(STOP)).json()).toMatchObject({ code: 'no-answer' });
});

test('without a bridge the refusal says how to stop all the same', async () => {
  const server = await runServer();
  const response = await server.post(STOP);
  expect([response.status, await response.json()]).toMatchObject([503, { code: 'bridge-not-connected', remedy: containing('`holdfast stop bench-1` on the bench PC works without the server') }]);
});

test('a newer connection of a bridge takes over; the older one is closed and no longer heard', async () => {
  const server = await runServer();
  const older = await greeted(server);
  const newer = await greeted(server);
  newer.answer((order) => done(order));
  await until(() => older.closed() !== null, 'the older connection closed');
  expect(older.closed()?.code).toBe(4409);
  expect((await server.post(STOP)).status).toBe(200);
  expect(older.orders()).toEqual([]);
  expect((await (await server.get('/api/benches/bench-1')).json())).toMatchObject({ bridgeConnected: true });
});

test('a real bridge does not report into a virtual store, and nobody reports before the hello', async () => {
  const server = await runServer();
  const real = await openBridge(server);
  real.send({ type: 'hello', bridge: 'bridge-1', bootId: 'b', version: '1', virtual: false });
  await until(() => real.closed() !== null, 'refused');
  expect(real.closed()).toMatchObject({ code: 4403, reason: containing('virtual-mismatch') });
  const hasty = await openBridge(server);
  hasty.report(1, madeEvent(1, 'device-left', {}));
  await until(() => hasty.closed() !== null, 'closed');
  expect(hasty.closed()?.code).toBe(4400);
  expect(await (await server.get('/api/events')).json()).toEqual({ events: [], lastId: 0 });
});
