/** Drills and taking a bench out of service over HTTP: what is ordered, what is refused, and what is remembered of drills. */
import { expect, test } from 'vitest';
import type { Order, OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import { madeEvent, madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

const drill = (answeredAfterUs: number, bench = 'bench-1') => ({
  drillId: '5C1E77A90001', rig: 'R-1', atIso: '2026-11-23T10:00:00.000Z', passed: true, why: null, times: { writtenAfterUs: 100, answeredAfterUs },
  by: { kind: 'unverified-name' as const, name: bench }, scheduled: false,
});
const done = (order: Order, differs: Partial<OrderResult> = {}): OrderResult => ({ id: order.id, ok: true, outcome: 'drill-passed', refusal: null, tripId: null, ...differs });

async function greeted(server: TestServer) {
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  await until(async () => (await server.get('/api/benches/bench-1')).ok, 'the bench on the board');
  return bridge;
}

test('a drill, a bench taken out and one returned are orders with their names; the drill comes back with its times', async () => {
  const server = await runServer();
  const bridge = await greeted(server);
  bridge.answer((order) => done(order, { drill: drill(900) }));
  expect(await (await server.post('/api/benches/bench-1/drill', {})).json()).toMatchObject({ outcome: 'drill-passed', drill: { times: { answeredAfterUs: 900 } } });
  await server.post('/api/benches/bench-1/drill', {});
  await server.post('/api/benches/bench-1/out-of-service', { reason: 'the press sticks' });
  await server.post('/api/benches/bench-1/return', {});
  expect(bridge.orders()).toMatchObject([
    { kind: 'drill', actor: { kind: 'person' } }, { kind: 'drill', actor: { kind: 'person' } },
    { kind: 'take-out-of-service', reason: 'the press sticks', actor: { kind: 'person' } }, { kind: 'return-to-service', actor: { kind: 'person' } },
  ]);
});

test('a drill that did not pass is an answer, not a refusal', async () => {
  const server = await runServer();
  const bridge = await greeted(server);
  bridge.answer((order) => done(order, { outcome: 'drill-failed', drill: { ...drill(90_000), passed: false, why: 'late' } }));
  const response = await server.post('/api/benches/bench-1/drill', {});
  expect([response.status, await response.json()]).toMatchObject([200, { ok: true, outcome: 'drill-failed', drill: { why: 'late' } }]);
});

test.each([['drill-needed', 409], ['device-seated', 409], ['bench-tripped', 409], ['already-out-of-service', 409], ['name-needed', 403]] as const)(
  'the refusal %s comes back as %d and says what would make it possible', async (refusal, status) => {
    const server = await runServer();
    const bridge = await greeted(server);
    bridge.answer((order) => done(order, { ok: false, outcome: 'refused', refusal }));
    const response = await server.post('/api/benches/bench-1/return', {});
    const sentence: unknown = expect.stringMatching(/\.$/);
    expect([response.status, await response.json()]).toMatchObject([status, { code: refusal, what: sentence, remedy: sentence }]);
  });

test.each([['/out-of-service', {}, 'body.reason'], ['/out-of-service', { reason: 'a reason', name: 'Somebody' }, 'body.name']] as const)(
  'without a reason, or with a typed name, %s is refused with the place', async (path, body, at) => {
    const server = await runServer();
    const response = await server.post(`/api/benches/bench-1${path}`, body);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'input-wrong', at }]);
  });

test('drills are read from the evidence of their bench, newest first, with figures', async () => {
  const server = await runServer();
  const bridge = await greeted(server);
  expect(await (await server.get('/api/benches/bench-1/drills')).json()).toMatchObject({ drills: [], figures: { count: 0, p50Us: null } });
  bridge.report(1, madeEvent(1, 'drill-done', drill(900)));
  bridge.report(2, madeEvent(2, 'drill-done', { ...drill(1), why: 'a reason of a newer bridge' }));
  bridge.report(3, madeEvent(3, 'drill-done', drill(5), { bench: 'bench-2' }));
  bridge.report(4, madeEvent(4, 'drill-done', drill(1100)));
  const read = async () => await (await server.get('/api/benches/bench-1/drills')).json() as { drills: { evidenceId: number }[] };
  await until(async () => (await read()).drills.length === 2, 'both drills');
  expect(await read()).toMatchObject({
    drills: [{ times: { answeredAfterUs: 1100 } }, { times: { answeredAfterUs: 900 } }], figures: { rig: 'R-1', count: 2, p50Us: 900, p99Us: 1100, worstUs: 1100 },
  });
});
