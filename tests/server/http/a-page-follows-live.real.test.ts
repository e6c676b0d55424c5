/** The live feed over a real socket: snapshot, states, evidence, resuming, and a page that stops reading. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { madeEvent, madeStatus } from '../made-evidence.ts';
import { openGreetedBridge, openPage } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';

/** A page that opens its feed and then never reads. */
async function openDeafPage(url: string, cookie: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  onTestFinished(() => {
    socket.destroy();
  });
  socket.write(`GET /api/live HTTP/1.1\r\nhost: ${host}\r\nconnection: Upgrade\r\nupgrade: websocket\r\norigin: ${url}\r\ncookie: ${cookie}\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`);
  await new Promise<void>((resolve) => { socket.once('data', () => resolve()); });
  socket.pause();
  return socket;
}

test('first a snapshot, then states with honest ages, then evidence as it is stored', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  bridge.report(1, madeEvent(1, 'device-seated', { device: { model: 'm', serial: null, ecid: null, imei: null }, ofTomorrow: true }));
  await until(() => bridge.acknowledged() === 1, 'acknowledged');
  const page = await openPage(server);
  expect(page.messages()[0]).toMatchObject({
    type: 'snapshot', after: 1, store: { name: 'Test store', virtual: true }, benches: [{ id: 'bench-1', bridgeConnected: true }], recent: [{ id: 1, event: { body: { ofTomorrow: true } } }],
  });
  bridge.report(2, madeEvent(2, 'device-left', {}));
  bridge.telemetry(madeStatus('bench-1', { mode: 'permitted' }));
  await until(() => page.messages().some((message) => message.type === 'evidence' && message.item.id === 2), 'the evidence');
  await until(() => page.messages().some((message) => message.type === 'bench' && message.bench.status?.mode === 'permitted'), 'the new state');
  bridge.close();
  await until(() => page.messages().some((message) => message.type === 'bench' && !message.bench.bridgeConnected), 'the bridge gone');
  await until(() => page.messages().some((message) => message.type === 'bench' && (message.bench.ageMs ?? 0) >= 900), 'the age grown');
});

test('a page that comes back goes on after its last number', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  for (let seq = 1; seq <= 5; seq += 1) bridge.report(seq, madeEvent(seq, 'device-left', {}));
  await until(() => bridge.acknowledged() === 5, 'acknowledged');
  const page = await openPage(server, 3);
  const [snapshot] = page.messages();
  expect(snapshot?.type === 'snapshot' ? snapshot.recent.map((item) => item.id) : []).toEqual([4, 5]);
});

test('a page that speaks on the feed is let go; the feed of others goes on', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  const [talking, listening] = [await openPage(server), await openPage(server)];
  talking.send('hello?');
  await until(() => talking.closed() !== null, 'the talking page closed');
  bridge.report(1, madeEvent(1, 'device-left', {}));
  await until(() => listening.messages().some((message) => message.type === 'evidence'), 'evidence for the other');
});

test('a page that stops reading holds up neither the bridge nor another page', async () => {
  const server = await runServer();
  const bridge = await openGreetedBridge(server);
  await openDeafPage(server.url, (await server.signed()).cookie);
  const page = await openPage(server);
  const filling = 'x'.repeat(50_000);
  for (let seq = 1; seq <= 200; seq += 1) bridge.report(seq, madeEvent(seq, 'note', { code: 'long', params: { filling } }));
  await until(() => bridge.acknowledged() === 200, 'the bridge acknowledged');
  await until(() => page.messages().at(-1)?.type !== 'snapshot' && page.messages().filter((message) => message.type === 'evidence').length >= 1, 'the other page goes on');
  expect(await (await server.get('/api/health')).json()).toMatchObject({ ok: true, pages: 2 });
});
