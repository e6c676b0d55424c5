/** A bridge whose token was revoked: its line is cut, it cannot come back, and a restart of the server does not forget it. */
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
import { madeEvent, madeStatus } from '../made-evidence.ts';
import { openBridge, openGreetedBridge } from '../open-socket.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

async function revokeBridge(server: TestServer): Promise<void> {
  const admin = await signedIn(server.url, server, 'demo-admin');
  const { machines } = (await admin.get('/api/machines')).body as { machines: { id: string; kind: string }[] };
  const id = machines.find(({ kind }) => kind === 'bridge')?.id ?? '';
  const { status } = await admin.post(`/api/machines/${id}/revoke`, { reason: 'this PC is sold', confirmation: await admin.confirm('manage-machines', id, server.password) });
  expect(status).toBe(200);
}

const upgradeWith = (token: string): Record<string, string> =>
  ({ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', authorization: `Bearer ${token}` });

const knock = (server: TestServer, token: string): Promise<number> => new Promise((resolve, reject) => {
  const sent = request(`${server.url}/api/bridge`, { headers: upgradeWith(token) }, (answer) => {
    answer.resume();
    resolve(answer.statusCode ?? 0);
  });
  sent.on('upgrade', (answer, socket) => {
    socket.destroy();
    resolve(answer.statusCode ?? 0);
  });
  sent.on('error', reject);
  sent.end();
});

test('the one that is connected is closed, gets no order any more, and a new one is refused', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  await revokeBridge(server);
  await until(() => bridge.closed() !== null, 'the line of the bridge cut');
  expect(bridge.closed()).toMatchObject({ code: 4403 });
  expect(await knock(server, server.token)).toBe(401);
  await expect(openBridge(server)).rejects.toThrow('no connection');
  expect((await (await server.post('/api/benches/bench-1/stop')).json())).toMatchObject({ code: 'bridge-not-connected' });
  expect(bridge.orders()).toEqual([]);
});

/** A bridge that does not care that its line was closed: it goes on writing frames on the bare socket. */
function stubbornBridge(server: TestServer): Promise<{ send(message: unknown): void; received(): string }> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}/api/bridge`, { headers: upgradeWith(server.token) });
    sent.on('upgrade', (_answer, socket) => {
      let received = '';
      onTestFinished(() => {
        socket.destroy();
      });
      socket.on('data', (piece: Buffer) => (received += piece.toString('latin1')));
      socket.on('error', () => undefined);
      resolve({
        received: () => received,
        send(message) {
          const text = Buffer.from(JSON.stringify(message));
          // One whole text frame with a length of two bytes and a mask of zeros.
          socket.write(Buffer.concat([Buffer.from([0x81, 0xfe, text.length >> 8, text.length & 255, 0, 0, 0, 0]), text]));
        },
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('one that does not care that it was closed is not heard any more', async () => {
  const server = await runServer();
  const bridge = await stubbornBridge(server);
  bridge.send({ type: 'hello', bridge: 'bridge-1', bootId: 'boot-1', version: '0.0.0 with a longer name, so that the length of the frame takes two bytes as in every other one here', virtual: true });
  await until(() => bridge.received().includes('"facts"'), 'facts after the hello');
  bridge.send({ type: 'report', seq: 1, event: madeEvent(1, 'device-left', {}) });
  await until(() => bridge.received().includes('"ack"'), 'the first report acknowledged');
  await revokeBridge(server);
  bridge.send({ type: 'report', seq: 2, event: madeEvent(2, 'device-left', {}) });
  bridge.send({ type: 'telemetry', status: madeStatus('bench-9') });
  for (let asked = 0; asked < 30; asked += 1) {
    expect(await (await server.get('/api/events')).json()).toMatchObject({ lastId: 1 });
    expect((await server.get('/api/benches/bench-9')).status).toBe(404);
  }
});

test('it stays revoked over a restart of the server, though its token still lies in the state folder', async () => {
  const stateDir = temporaryFolder();
  const before = await runServer({ stateDir });
  await revokeBridge(before);
  await before.close();
  const after = await runServer({ stateDir });
  expect(after.token).toBe(before.token);
  expect(await knock(after, after.token)).toBe(401);
});

test('nothing but the token of a bridge opens its line: neither people nor screens nor programs', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const confirmation = await admin.confirm('manage-machines', 'Program', server.password);
  const { token } = (await admin.post('/api/machines', { kind: 'integration', name: 'Program', scopes: ['read', 'stop', 'drill'], confirmation })).body;
  expect([await knock(server, String(token)), await knock(server, [...admin.cookies.values()][0] ?? ''), await knock(server, 'x'.repeat(43))]).toEqual([401, 401, 401]);
});
