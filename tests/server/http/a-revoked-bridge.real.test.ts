/** A bridge whose token was revoked: its line is cut, it cannot come back, and a restart of the server does not forget it. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
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

const knock = (server: TestServer, token: string): Promise<number> => new Promise((resolve, reject) => {
  const sent = request(`${server.url}/api/bridge`, {
    headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', authorization: `Bearer ${token}` },
  }, (answer) => {
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

test('what it sends in the same moment is not stored after it', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  await revokeBridge(server);
  bridge.sendText(JSON.stringify({ type: 'report', seq: 1, event: {} }));
  await until(() => bridge.closed() !== null, 'the line of the bridge cut');
  expect(await (await server.get('/api/events')).json()).toMatchObject({ events: [] });
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
