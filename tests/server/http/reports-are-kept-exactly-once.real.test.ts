/** What a bridge reports is on the disk before it is acknowledged, once, whatever is resent; holds come back as facts. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { storedEvidenceSchema, storedStopSchema } from '../../../server/contract/live.ts';
import { lifeOfAStop, madeEvent, madeStatus } from '../made-evidence.ts';
import { release, viewOf } from '../cases/made-cases.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

const eventsSchema = z.object({ events: z.array(storedEvidenceSchema), lastId: z.number() });
const stopsSchema = z.object({ stops: z.array(storedStopSchema), cursor: z.number().nullable() });
const eventsOf = async (server: TestServer, query = '') => eventsSchema.parse(await (await server.get(`/api/events?limit=1000${query}`)).json());
const stopsOf = async (server: TestServer, query = '') => stopsSchema.parse(await (await server.get(`/api/stops?limit=1000${query}`)).json());

test('everything resent after a lost connection is there exactly once', async () => {
  const server = await runServer();
  const events = [...lifeOfAStop('S1', 'VIRTUAL-1', 1, false), ...lifeOfAStop('S2', 'VIRTUAL-2', 10)];
  const first = await openGreetedBridge(server);
  events.forEach((event, index) => first.report(index + 1, event));
  await until(() => first.acknowledged() === events.length, 'everything acknowledged');
  first.close();
  const second = await openGreetedBridge(server);
  events.forEach((event, index) => second.report(index + 1, event));
  second.report(events.length + 1, madeEvent(20, 'device-left', {}));
  await until(() => second.acknowledged() === events.length + 1, 'everything acknowledged again');
  const { events: kept, lastId } = await eventsOf(server);
  expect(kept.map(({ event }) => event.seq)).toEqual([1, 2, 3, 10, 11, 12, 13, 20]);
  expect(kept.at(-1)?.id).toBe(lastId);
  expect((await stopsOf(server)).stops.map(({ rig, stopId, reset }) => [rig, stopId, reset !== null])).toEqual([['VIRTUAL-2', 'S2', true], ['VIRTUAL-1', 'S1', false]]);
  expect((await stopsOf(server, '&rig=VIRTUAL-1')).stops).toHaveLength(1);
  expect((await eventsOf(server, '&after=6')).events.map(({ event }) => event.seq)).toEqual([13, 20]);
});

test('a hold goes to the bridge at once; the reset clears the bench, and the device stays held until a manager releases it', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  const holds = () => bridge.facts().at(-1)?.holds ?? [];
  const life = lifeOfAStop('S1', 'VIRTUAL-1', 1);
  life.slice(0, 3).forEach((event, index) => bridge.report(index + 1, event));
  await until(() => holds().length === 2, 'facts with the hold of the stop and that of its case');
  expect(holds()).toMatchObject(Array.from({ length: 2 }, () => ({ device: { serial: 'VIRTUALSERIAL' }, code: 'device-frame-bent' })));
  life.slice(3).forEach((event) => bridge.report(4, event));
  await until(() => holds().length === 1, 'facts without the hold of the stop');
  const manager = await server.signed();
  const [line] = (await manager.get('/api/cases')).body['cases'] as { code: string; from: string; held: boolean }[];
  expect(line).toMatchObject({ from: 'stop', held: true });
  const view = await viewOf(manager, line?.code ?? '');
  expect(holds()[0]?.id).toBe(view.case.holds[0]?.id);
  expect((await release(manager, view, view.case.holds[0]?.id ?? '', server.password)).status).toBe(200);
  await until(() => holds().length === 0, 'facts without any hold');
});

test('facts, database id and evidence survive a restart', async () => {
  const stateDir = temporaryFolder();
  const before = await runServer({ stateDir });
  const bridge = await openGreetedBridge(before);
  bridge.report(1, madeEvent(1, 'bridge-started', { version: '1', benches: ['bench-2', 'bench-10', 'bench-1'], virtual: true }));
  lifeOfAStop('S1', 'VIRTUAL-1', 2, false).forEach((event, index) => bridge.report(index + 2, event));
  await until(() => bridge.acknowledged() === 4, 'everything acknowledged');
  const facts = bridge.facts().at(-1);
  await before.close();
  const after = await runServer({ stateDir });
  expect(after.token).toBe(before.token);
  expect((await openGreetedBridge(after)).facts()).toEqual([facts]);
  expect((await (await after.get('/api/benches')).json())).toMatchObject({ benches: [{ id: 'bench-1', status: null, ageMs: null }, { id: 'bench-2' }, { id: 'bench-10' }] });
  expect((await stopsOf(after)).stops).toHaveLength(1);
});

test('a report that cannot be read is kept aside and blocks nothing behind it', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.sendText('{"type":"report","seq":1,"event":{"v":2,"strange":true}}');
  bridge.sendText('not even JSON');
  bridge.sendText('{"type":"telemetry","status":{}}');
  bridge.report(2, madeEvent(1, 'kind-of-tomorrow', { any: 'thing' }));
  bridge.report(3, madeEvent(2, 'tripped', { rig: 'VIRTUAL-1', trip: 'unreadable' }));
  await until(() => bridge.acknowledged() === 3, 'everything acknowledged');
  expect((await eventsOf(server)).events.map(({ event }) => event.kind)).toEqual(['kind-of-tomorrow', 'tripped']);
  expect(await (await server.get('/api/health')).json()).toMatchObject({ ok: true, refusedMessages: 3, database: { unreadable: 1, lastEvidenceId: 2, stops: 0 } });
});

test('a backlog of many thousand reports is taken in while orders still pass', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.answer((order) => ({ id: order.id, ok: true, outcome: 'stop-written', refusal: null, tripId: 'S1' }));
  for (let seq = 1; seq <= 3000; seq += 1) bridge.report(seq, madeEvent(seq, 'note', { code: 'backlog', params: { seq } }));
  expect((await server.post('/api/benches/bench-1/stop')).status).toBe(200);
  await until(() => bridge.acknowledged() === 3000, 'the backlog acknowledged');
  expect((await eventsOf(server)).lastId).toBe(3000);
});

test('telemetry becomes points of a chart', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  const points = async () => {
    const response = await server.get(`/api/benches/bench-1/telemetry?fromMs=${Date.now() - 60_000}&toMs=${Date.now()}&step=1s`);
    return z.object({ points: z.array(z.object({ deviationMaxUm: z.number().nullable() })) }).parse(await response.json()).points;
  };
  await until(async () => (await points()).length > 0, 'a point of the chart');
  expect((await points())[0]?.deviationMaxUm).toBe(120);
});
