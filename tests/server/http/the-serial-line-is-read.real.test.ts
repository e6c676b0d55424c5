/** The serial line over the interface: live from a bridge, of the past from the black box of this machine, and a past stop by the rules of today. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { EntryReader } from '../../../firmware-bridge/contract/black-box-lines.ts';
import { rawPieceSchema } from '../../../firmware-bridge/contract/raw-lines.ts';
import { uplinkDownSchema } from '../../../firmware-bridge/contract/uplink.ts';
import type { UplinkUp } from '../../../firmware-bridge/contract/uplink.ts';
import { packBlock } from '../../../firmware-bridge/report/black-box/gzip-block.ts';
import { readBlocks } from '../../../firmware-bridge/report/black-box/read-blocks.ts';
import { rejudgedSchema } from '../../../server/contract/rejudged.ts';
import { makeBlock } from '../../firmware-bridge/black-box/made-record.ts';
import { Signed } from '../../signed-in.ts';
import { madeEvent, madeStatus, madeTrip } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';

const RECORDING = resolve(import.meta.dirname, '../../fixtures/recordings/virtual-bend-in-safe.jsonl.gz');
const STOP_ID = '8673667A0001';
const STOP_MS = 1_795_548_692_680;
const SERIAL = 'VIRT-2-0001-01';

async function withARecord(recording = RECORDING) {
  const stateDir = temporaryFolder();
  const folder = join(stateDir, 'black-box', 'bench-2');
  mkdirSync(folder, { recursive: true });
  copyFileSync(recording, join(folder, '000000000001-20261124T193126Z.jsonl.gz'));
  const server = await runServer({ stateDir });
  const bridge = await openGreetedBridge(server);
  const trip = madeTrip(STOP_ID, { atIso: new Date(STOP_MS).toISOString(), restoreId: '00010001', zone: 'safe' });
  bridge.report(1, madeEvent(1, 'tripped', { rig: 'VIRTUAL-2', device: null, trip }, { bench: 'bench-2' }));
  await until(() => bridge.acknowledged() === 1, 'the stop stored');
  return { server, bridge };
}
const demo = (server: { readonly url: string; readonly password: string }, role: string): Promise<Signed> => new Signed(server.url).signIn(`demo-${role}`, server.password);
const past = (fromMs: number, toMs: number): string => `/api/benches/bench-2/raw/past?fromMs=${fromMs}&toMs=${toMs}`;

test('a page that asks is told what the bridge tells, each line once; who may not see cases reads no identifier', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  const [technician, admin] = await Promise.all([demo(server, 'technician'), demo(server, 'admin')]);
  await until(async () => (await technician.get('/api/benches/bench-1/raw')).status === 200, 'the bench is known');
  const { body: first } = await technician.get('/api/benches/bench-1/raw');
  expect(first).toMatchObject({ lines: [], missed: 0 });
  const raw: UplinkUp = { type: 'raw', tail: { bench: 'bench-1', missed: 0, lines: [{ atMs: 5, dir: 'in', text: 'DEVICE serial=F17', veiled: 'DEVICE serial=---', stopId: null }] } };
  bridge.send(raw);
  const after = `?after=${String(first['next'])}`;
  await until(async () => ((await technician.get(`/api/benches/bench-1/raw${after}`)).body['lines'] as unknown[]).length === 1, 'the line came');
  const { body: told } = await technician.get(`/api/benches/bench-1/raw${after}`);
  expect(told).toMatchObject({ lines: [{ text: 'DEVICE serial=F17' }], missed: 0 });
  expect((await technician.get(`/api/benches/bench-1/raw?after=${String(told['next'])}`)).body).toMatchObject({ lines: [] });
  const { body: veiled } = await admin.get(`/api/benches/bench-1/raw${after}`);
  expect(veiled).toMatchObject({ lines: [{ text: 'DEVICE serial=---' }] });
  expect(JSON.stringify(veiled)).not.toContain('F17');
  expect(await technician.get('/api/benches/bench-7/raw')).toMatchObject({ status: 404, body: { code: 'unknown-bench' } });
});

test('the bridge is asked for some seconds at a time, for that bench alone', async () => {
  const server = await runServer();
  const asked: unknown[] = [];
  const socket = new WebSocket(`${server.url.replace(/^http/, 'ws')}/api/bridge`, { headers: { authorization: `Bearer ${server.token}` } });
  socket.addEventListener('message', ({ data }) => {
    const message = uplinkDownSchema.parse(JSON.parse(String(data)));
    if (message.type === 'watch-raw') asked.push(message);
  });
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const send = (message: UplinkUp): void => socket.send(JSON.stringify(message));
  send({ type: 'hello', bridge: 'bridge-1', bootId: 'boot-1', version: '0.0.0', virtual: true });
  send({ type: 'telemetry', status: madeStatus('bench-1') });
  await until(async () => (await server.get('/api/benches/bench-1/raw')).status === 200, 'the bench is known');
  await server.get('/api/benches/bench-1/raw');
  await until(() => asked.length > 0, 'the bridge was asked');
  socket.close();
  expect(asked).toEqual([{ type: 'watch-raw', bench: 'bench-1', forMs: 12_000 }]);
});

test('past lines come out of the black box, with the stop among them, and veiled for whoever may not see cases', async () => {
  const { server } = await withARecord();
  const [technician, admin] = await Promise.all([demo(server, 'technician'), demo(server, 'admin')]);
  const { body } = await technician.get(past(STOP_MS - 5_000, STOP_MS + 5_000));
  const { lines, isCut } = rawPieceSchema.parse(body);
  expect([lines.length > 100, isCut]).toEqual([true, false]);
  expect(lines.every(({ atMs }, index) => atMs >= STOP_MS - 5_000 && atMs <= STOP_MS + 5_000 && atMs >= (lines[index - 1]?.atMs ?? 0))).toBe(true);
  expect(lines.filter(({ stopId }) => stopId === STOP_ID).map(({ text }) => text)).toEqual(['\\x18', expect.stringContaining('STOP')]);
  expect(JSON.stringify(body)).toContain(SERIAL);
  const { body: veiled } = await admin.get(past(STOP_MS - 5_000, STOP_MS + 5_000));
  expect(JSON.stringify(veiled)).not.toContain(SERIAL);
  expect(rawPieceSchema.parse(veiled).lines).toHaveLength(lines.length);
  expect(await technician.get('/api/benches/bench-2/raw/past?fromMs=0&toMs=1000000')).toMatchObject({ status: 400 });
  expect(await technician.get('/api/benches/bench-2/raw/past?fromMs=10&toMs=5')).toMatchObject({ status: 400 });
  expect(await technician.get(past(0, 60_000))).toMatchObject({ status: 200, body: { lines: [] } });
  for (const bench of ['bench-9', '--out=x', '../bench-2']) {
    expect(await technician.get(`/api/benches/${encodeURIComponent(bench)}/raw/past?fromMs=0&toMs=5`)).toMatchObject({ status: 404, body: { code: 'not-recorded' } });
  }
});

test('a past stop by the rules of today says what would differ, and a stop meanwhile is not held up', async () => {
  const { server, bridge } = await withARecord();
  const done: string[] = [];
  bridge.answer((order) => ({ id: order.id, ok: true, outcome: 'stop-written', refusal: null, tripId: null }));
  bridge.telemetry(madeStatus('bench-2'));
  await server.signed();
  const asked = server.post(`/api/stops/VIRTUAL-2/${STOP_ID}/rejudge`, {}).then(async (answer) => {
    done.push('rejudged');
    return answer.json();
  });
  expect((await server.post('/api/benches/bench-2/stop', {})).status).toBe(200);
  done.push('stopped');
  const told = rejudgedSchema.parse(await asked);
  expect(done).toEqual(['stopped', 'rejudged']);
  expect(told).toMatchObject({ stopId: STOP_ID, verdict: 'same', afterMs: 0, then: { cause: 'device-frame-bent', release: '0.1.0' }, now: { cause: 'device-frame-bent', release: '0.0.0' }, limits: [], missing: 0 });
  expect(await (await server.post('/api/stops/VIRTUAL-2/NONE/rejudge', {})).json()).toMatchObject({ code: 'no-such-stop' });
});

/** The same record, and behind it, an hour later, a state with another limit. */
async function withAnotherLimit(limit: number): Promise<string> {
  const blocks = [...readBlocks([RECORDING])].flatMap((part) => (part.is === 'block' ? [part.block] : []));
  const [first, last] = [blocks[0], blocks.at(-1)];
  const state = first === undefined ? undefined : new EntryReader(first.header).entry(first.lines[1] ?? '');
  if (last === undefined || state?.is !== 'state') throw new Error('the recording does not begin with a state');
  const kept = structuredClone(state.state) as { setup: { limits: Record<string, number> } };
  kept.setup.limits['frameLimitUm'] = limit;
  const later = makeBlock(last, [{ ...state, atMs: state.atMs + 3_600_000, wallMs: state.wallMs + 3_600_000, state: kept }]);
  const path = join(temporaryFolder(), 'longer.jsonl.gz');
  writeFileSync(path, Buffer.concat([readFileSync(RECORDING), await packBlock(`${later.lines.join('\n')}\n${JSON.stringify({ hash: later.hash })}\n`, false)]));
  return path;
}

test('limits that have changed since are asked with, and named', async () => {
  const { server } = await withARecord(await withAnotherLimit(600));
  const told = rejudgedSchema.parse(await (await server.post(`/api/stops/VIRTUAL-2/${STOP_ID}/rejudge`, {})).json());
  expect(told).toMatchObject({ limits: [{ name: 'frameLimitUm', then: 400, now: 600 }], then: { cause: 'device-frame-bent' } });
  expect(told.verdict).not.toBe('same');
});

test('a stop whose record lies on another machine is refused in words', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.report(1, madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device: null, trip: madeTrip('S1') }));
  await until(() => bridge.acknowledged() === 1, 'the stop stored');
  const answer = await server.post('/api/stops/VIRTUAL-1/S1/rejudge', {});
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'not-recorded', remedy: expect.stringContaining('blackbox') as string }]);
});

test('the text for support says what the guard believes and the last lines, and leaves out every name and number of a phone', async () => {
  const { server, bridge } = await withARecord();
  const technician = await demo(server, 'technician');
  const out = { by: { kind: 'person' as const, name: 'P-ABCDEF' }, reason: 'Mrs Jones called', atIso: '2026-11-24T10:00:00.000Z', drilled: false };
  bridge.telemetry({ ...madeStatus('bench-2'), device: { model: 'Virtual phone', serial: SERIAL, ecid: 'ECID123', imei: '356789' }, service: { out, returnBlockedBy: [] } });
  await until(async () => (await technician.get('/api/benches/bench-2/support-report')).status === 200, 'the bench is known');
  const text = String((await technician.get('/api/benches/bench-2/support-report')).body['text']);
  for (const told of ['Holdfast 0.0.0 · bench-2 · ', 'link.open = true', 'device = Virtual phone', 'service.out.reason = (left out)', 'serial line, 0 lines']) expect(text).toContain(told);
  for (const personal of [SERIAL, 'ECID123', '356789', 'P-ABCDEF', 'Jones']) expect(text).not.toContain(personal);
  expect(await technician.get('/api/benches/bench-9/support-report')).toMatchObject({ status: 404, body: { code: 'unknown-bench' } });
});
