/** A phone that two cases would have: refused by name where a person does it, held in both where a bench stops it. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { lifeOfAStop, madeEvent, madeStatus, madeTrip } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { act, deviceOf, done, LOOKS, release, viewOf, walkIn } from './made-cases.ts';

const SERIAL = { serial: 'AAAA1111', imei: null, ecid: null };
const IMEI = { serial: null, imei: '123456789012345', ecid: null };
const BOTH = { model: 'Virtual phone', serial: 'AAAA1111', imei: '123456789012345', ecid: null };
const lines = async (server: TestServer) => (await server.signed()).get('/api/cases').then(({ body }) => body['cases'] as { code: string; from: string; held: boolean }[]);

test('a device of another case is not tied to a second one, and identifiers of two devices are none', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const first = await walkIn(manager, { device: { ids: SERIAL, looks: LOOKS } });
  const second = await walkIn(manager, { device: { ids: IMEI, looks: LOOKS } });
  const third = await walkIn(manager, { device: null });
  const tie = (ids: typeof SERIAL | typeof IMEI | { serial: string; imei: string; ecid: null }) => act(manager, third.case.code, 'tie-device', { ids, looks: LOOKS, how: 'scanned' });
  expect((await tie(SERIAL)).body).toMatchObject({ code: 'device-in-other-case', what: `This device is in case ${first.case.code} already.` });
  expect((await tie(IMEI)).body).toMatchObject({ code: 'device-in-other-case', what: `This device is in case ${second.case.code} already.` });
  expect((await tie({ serial: 'AAAA1111', imei: '123456789012345', ecid: null })).body['code']).toBe('ids-contradict');
  expect((await viewOf(manager, third.case.code)).case.devices).toEqual([]);
});

test('a stop of a device that two cases know by different identifiers holds it in both, and the bench names both', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const first = await walkIn(manager, { device: { ids: SERIAL, looks: LOOKS } });
  const second = await walkIn(manager, { device: { ids: IMEI, looks: LOOKS } });
  const bridge = await openGreetedBridge(server);
  bridge.report(1, madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device: BOTH, trip: madeTrip('S1') }));
  await until(() => (bridge.facts().at(-1)?.holds.length ?? 0) === 3, 'the hold of the stop and one of each case');
  for (const { case: { code } } of [first, second]) expect((await viewOf(manager, code)).case.holds).toMatchObject([{ state: 'provisional', stop: { stopId: 'S1' }, cause: 'device-frame-bent' }]);
  bridge.telemetry(madeStatus('bench-1', { device: BOTH }));
  await until(async () => (await manager.get('/api/benches/bench-1/case')).status === 200, 'the bench on the board');
  const here = (await manager.get('/api/benches/bench-1/case')).body as { case: { code: string }; others: string[] };
  expect([here.case.code, ...here.others].toSorted()).toEqual([first.case.code, second.case.code].toSorted());
});

test('a stop opens a case where nobody knew the device; told again, after a restart too, it holds once', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  const life = lifeOfAStop('S1', 'VIRTUAL-1', 1);
  life.forEach((event, index) => bridge.report(index + 1, event));
  await until(() => bridge.acknowledged() === 4, 'everything acknowledged');
  expect(await lines(server)).toMatchObject([{ from: 'stop', held: true }]);
  await server.close();
  const next = await runServer({ stateDir: server.stateDir });
  const again = await openGreetedBridge(next);
  life.forEach((event, index) => again.report(index + 1, event));
  again.report(5, madeEvent(50, 'trip-recovered', { rig: 'VIRTUAL-1', device: { model: 'Virtual phone', serial: 'VIRTUALSERIAL', ecid: null, imei: null }, trip: madeTrip('S1') }));
  await until(() => again.acknowledged() === 5, 'everything acknowledged again');
  const [line, ...others] = await lines(next);
  expect(others).toEqual([]);
  expect((await viewOf(await next.signed(), line?.code ?? '')).case.holds).toHaveLength(1);
});

test('a merge keeps the hold, and the same stop told again places no other', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const bridge = await openGreetedBridge(server);
  const life = lifeOfAStop('S1', 'VIRTUAL-1', 1, false);
  bridge.report(1, life[0] ?? madeEvent(1, 'device-left', {}));
  await until(async () => (await lines(server)).length === 1, 'the case of the stop');
  const [{ code } = { code: '' }] = await lines(server);
  const target = await walkIn(manager, { device: null });
  await done(manager, code, 'merge-into', { into: target.case.code, why: 'the same phone' });
  life.forEach((event, index) => bridge.report(index + 1, event));
  await until(() => bridge.acknowledged() === 3, 'everything acknowledged');
  const after = await viewOf(manager, target.case.code);
  expect([after.case.holds.length, after.case.devices.length]).toEqual([1, 1]);
  expect(bridge.facts().at(-1)?.holds).toHaveLength(2);
  expect((await manager.get(`/api/cases?text=${code}`)).body['cases']).toMatchObject([{ code: target.case.code }]);
});

test('where a case is damaged the stop is kept all the same, holds its device until the reset, and the log says so', async () => {
  const server = await runServer();
  const manager = await server.signed();
  await walkIn(manager, { device: { ids: SERIAL, looks: LOOKS } });
  const file = new Sqlite(join(server.stateDir, 'server.sqlite'));
  file.exec("UPDATE cases SET state = '{}'");
  file.close();
  const bridge = await openGreetedBridge(server);
  bridge.report(1, madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device: BOTH, trip: madeTrip('S1') }));
  await until(() => bridge.acknowledged() === 1, 'the stop acknowledged');
  expect(server.log.filter((line) => line.startsWith('error the stop S1 could not hold its device in a case'))).toHaveLength(1);
  expect(((await manager.get('/api/stops')).body['stops'] as unknown[]).length).toBe(1);
  expect(bridge.facts().at(-1)?.holds).toMatchObject([{ device: { serial: 'AAAA1111' } }]);
});

const DEVICE = { model: 'Virtual phone', serial: 'VIRTUALSERIAL', ecid: null, imei: null };
const SIGNED = { signedBy: 'paper' as const, private: {} };

test('a hold that was released comes back neither by the reset of another stop nor by a stop that is told again after its case was closed', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const bridge = await openGreetedBridge(server);
  const first = madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device: DEVICE, trip: madeTrip('S1') });
  bridge.report(1, first);
  bridge.report(2, madeEvent(2, 'tripped', { rig: 'VIRTUAL-2', device: DEVICE, trip: madeTrip('S2') }, { bench: 'bench-2' }));
  await until(() => bridge.acknowledged() === 2, 'both stops');
  const [{ code } = { code: '' }] = await lines(server);
  const view = await viewOf(manager, code);
  expect(view.case.holds).toHaveLength(1);
  expect((await release(manager, view, view.case.holds[0]?.id ?? '', server.password)).status).toBe(200);
  bridge.report(3, madeEvent(3, 'reset-done', { rig: 'VIRTUAL-2', tripId: 'S2', reason: 'looked at it', second: null }, { bench: 'bench-2' }));
  await until(() => bridge.acknowledged() === 3, 'the reset');
  expect((await viewOf(manager, code)).case.holds.map(({ state }) => state)).toEqual(['released']);
  const prepared = await done(manager, code, 'prepare-transfer', { devices: [deviceOf(view)], from: { kind: 'store', partner: null }, to: { kind: 'customer', partner: null }, method: 'in-person' });
  const transferId = prepared.case.transfers[0]?.id ?? '';
  await done(manager, code, 'record-outcome', { deviceId: deviceOf(view), result: 'all', delivered: 'on-the-device' });
  await done(manager, code, 'sign-given', { transferId, ...SIGNED });
  await done(manager, code, 'sign-taken', { transferId, sealIntact: 'yes', ...SIGNED });
  await done(manager, code, 'record-told', { who: 'customer', how: 'nobody-to-tell', about: 'outcome' });
  await done(manager, code, 'close', {});
  bridge.report(4, madeEvent(4, 'trip-recovered', { rig: 'VIRTUAL-1', device: DEVICE, trip: madeTrip('S1') }));
  await until(() => bridge.acknowledged() === 4, 'the stop told again');
  expect(await lines(server)).toMatchObject([{ code, held: false }]);
});
