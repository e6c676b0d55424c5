/** Beyond this machine there is TLS or nothing: what is refused, what other machines may call this one, and what stays beside it. */
import { request } from 'node:https';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { CONNECTION_LIMITS, listen } from '../../server/http/listen.ts';
import { Hono } from 'hono';
import { runServer, temporaryFolder, until } from './running-server.ts';
import type { TestServer } from './running-server.ts';
import { openGreetedBridge } from './open-socket.ts';
import { sendRaw } from './http/raw-client.ts';
import { DAY_MS, madeAuthority, madeCertificate, written } from './tls/made-certificates.ts';

const authority = madeAuthority(Date.now());
const ownFiles = (nowMs = Date.now()) => ({ files: written(temporaryFolder(), madeCertificate(authority, nowMs)), names: [] });
const runWithTls = (): Promise<TestServer> => runServer({ host: '0.0.0.0', tls: ownFiles() });
const portOf = (server: TestServer): number => Number(new URL(server.tlsUrl ?? '').port);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** As another machine would: by a name of the certificate, trusting the authority of the store and no other. */
function ask(server: TestServer, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1', port: portOf(server), path, method, ca: authority.cert, servername: 'bench-pc.example', headers: { host: `bench-pc.example:${portOf(server)}`, ...headers },
    }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test.each(['0.0.0.0', '192.168.1.5', '::', 'fd00::5'])('%s without a certificate is refused, with the way to one', async (host) => {
  await expect(runServer({ host })).rejects.toMatchObject({ code: 'tls-needed', params: { host } });
});

test('a certificate that ended stops the start, also where only its files are named', async () => {
  const old = ownFiles(Date.now() - 500 * DAY_MS);
  await expect(runServer({ host: '0.0.0.0', tls: old })).rejects.toMatchObject({ code: 'tls-ended' });
  await expect(runServer({ tls: old })).rejects.toMatchObject({ code: 'tls-ended' });
});

test('an address that this machine has not is refused, and leaves no listener open', async () => {
  await expect(runServer({ host: '203.0.113.77', tls: ownFiles() })).rejects.toMatchObject({ code: 'host-not-here' });
});

test('other machines come in by the names of the certificate, with TLS kept for a year', async () => {
  const server = await runWithTls();
  expect(server.tlsUrl).toMatch(/^https:\/\/bench-pc\.example:\d+$/);
  const answer = await ask(server, '/api/alive');
  expect([answer.status, answer.headers['strict-transport-security'], answer.headers['cache-control']]).toEqual([200, 'max-age=31536000', 'no-store']);
  expect((await ask(server, '/api/alive', { host: `192.168.1.5:${portOf(server)}` })).status).toBe(200);
  expect((await ask(server, '/api/alive', { host: `[fd00::5]:${portOf(server)}` })).status).toBe(200);
  for (const host of ['127.0.0.1', 'localhost', 'evil.example', 'bench-pc.example.evil.example', 'bench-pc.example.', '0.0.0.0']) {
    expect([host, (await ask(server, '/api/alive', { host: `${host}:${portOf(server)}` })).status]).toEqual([host, 403]);
  }
  // A browser of the bench PC that kept this for its own name would lose the listener without TLS.
  expect((await ask(server, '/api/health', { host: `localhost:${portOf(server)}` })).headers['strict-transport-security']).toBeUndefined();
});

test('its own pages act by https alone', async () => {
  const server = await runWithTls();
  const [host, port] = ['bench-pc.example', portOf(server)];
  const stop = (origin: string): Promise<Answer> => ask(server, '/api/benches/bench-1/stop', { origin }, 'POST');
  // The door lets it in; who it is, is asked behind the door.
  expect((await stop(`https://${host}:${port}`)).status).toBe(401);
  for (const origin of [`http://${host}:${port}`, `https://${host}`, `https://192.168.1.5:${port}`, server.url, 'null']) expect([origin, (await stop(origin)).status]).toEqual([origin, 403]);
});

test('the feed and a bridge come over wss, a foreign page does not', async () => {
  const server = await runWithTls();
  const open = (path: string, headers: Record<string, string>): Promise<string> => new Promise((resolve) => {
    const options = { ca: authority.cert, servername: 'bench-pc.example', headers: { host: `bench-pc.example:${portOf(server)}`, ...headers } };
    const socket = new WebSocket(`wss://127.0.0.1:${portOf(server)}${path}`, options);
    onTestFinished(() => socket.terminate());
    socket.once('open', () => resolve('open'));
    socket.once('error', (error) => resolve(error.message));
  });
  const { cookie } = await server.signed();
  const origin = `https://bench-pc.example:${portOf(server)}`;
  // Over TLS only a cookie counts that the browser itself keeps to this host.
  expect(await open('/api/live', { origin, cookie })).toContain('401');
  expect(await open('/api/live', { origin, cookie: `__Host-${cookie}` })).toBe('open');
  expect(await open('/api/live', { origin: 'https://evil.example', cookie: `__Host-${cookie}` })).toContain('403');
  expect(await open('/api/bridge', { authorization: `Bearer ${server.token}` })).toBe('open');
  expect(await open('/api/bridge', {})).toContain('401');
});

test('the listener beside it stays: the bridge and the browser of this machine need no certificate', async () => {
  const server = await runWithTls();
  const answer = await server.get('/api/health');
  expect([new URL(server.url).hostname, answer.status, answer.headers.get('strict-transport-security')]).toEqual(['127.0.0.1', 200, null]);
  await openGreetedBridge(server);
});

test('without TLS, or with an old one, nobody gets an answer', async () => {
  const server = await runWithTls();
  await expect(fetch(`http://127.0.0.1:${portOf(server)}/api/alive`)).rejects.toThrow();
  const handshake = (maxVersion: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'): Promise<string> => new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: portOf(server), ca: authority.cert, servername: 'bench-pc.example', minVersion: 'TLSv1', maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' });
    onTestFinished(() => {
      socket.destroy();
    });
    socket.once('secureConnect', () => resolve(String(socket.getProtocol())));
    socket.once('error', () => resolve('refused'));
  });
  expect(await Promise.all([handshake('TLSv1.1'), handshake('TLSv1.2'), handshake('TLSv1.3')])).toEqual(['refused', 'TLSv1.2', 'TLSv1.3']);
});

test('who connects and begins no TLS is let go', async () => {
  const entrance = { scheme: 'https' as const, names: new Set(['bench-pc.example']), origin: null, proxies: new Set<string>() };
  const limits = { ...CONNECTION_LIMITS, handshakeMs: 200 };
  const listening = await listen(new Hono(), { host: '0.0.0.0', port: 0, secret: madeCertificate(authority, Date.now()), entrance, limits });
  onTestFinished(() => listening.close());
  const place = `http://127.0.0.1:${new URL(listening.url).port}`;
  expect((await sendRaw(place, '')).status).toBe(0);
  expect((await sendRaw(place, '\x16\x03\x01')).status).toBe(0);
});

/** Opens connections from this machine; answers who was let go. */
async function crowd(proxies: ReadonlySet<string>): Promise<{ gone: number[]; leave(index: number): void; again(): Promise<boolean> }> {
  const app = new Hono();
  app.get('/', (context) => context.text('here'));
  const entrance = { scheme: 'https' as const, names: new Set(['bench-pc.example']), origin: null, proxies };
  const listening = await listen(app, { host: '0.0.0.0', port: 0, secret: madeCertificate(authority, Date.now()), entrance, limits: { ...CONNECTION_LIMITS, perAddressMax: 3 } });
  onTestFinished(() => listening.close());
  const options = { host: '127.0.0.1', port: Number(new URL(listening.url).port), ca: authority.cert, servername: 'bench-pc.example' };
  const gone: number[] = [];
  const dial = (index: number): { socket: TLSSocket; isIn: Promise<boolean> } => {
    const socket = connect(options);
    onTestFinished(() => {
      socket.destroy();
    });
    socket.on('close', () => gone.push(index));
    return { socket, isIn: new Promise((resolve) => socket.once('secureConnect', () => resolve(true)).once('error', () => resolve(false)).once('close', () => resolve(false))) };
  };
  const dialled = [0, 1, 2, 3, 4].map(dial);
  await Promise.all(dialled.map(({ isIn }) => isIn));
  return { gone, leave: (index) => void dialled[index]?.socket.destroy(), again: () => dial(5).isIn };
}

test('one machine cannot take every connection, and who leaves makes room', async () => {
  const { gone, leave, again } = await crowd(new Set());
  await until(() => gone.length === 2, 'two of five are let go');
  expect(gone.toSorted()).toEqual([3, 4]);
  leave(0);
  await until(() => gone.length === 3, 'one leaves');
  await until(again, 'another one is let in');
});

test('a proxy speaks for many and is not counted as one', async () => {
  expect((await crowd(new Set(['127.0.0.1']))).gone).toEqual([]);
});

test('the health page says how long the certificate lasts, and when that is not long any more', async () => {
  const fresh = await runWithTls();
  expect(await (await fresh.get('/api/health')).json()).toMatchObject({ ok: true, certificate: { names: ['bench-pc.example', '192.168.1.5', '[fd00::5]'], daysLeft: 396, endsSoon: false } });
  const old = await runServer({ host: '0.0.0.0', tls: ownFiles(Date.now() - 368 * DAY_MS) });
  expect(await (await old.get('/api/health')).json()).toMatchObject({ ok: true, certificate: { daysLeft: 28, endsSoon: true } });
  expect(await (await (await runServer()).get('/api/health')).json()).toMatchObject({ certificate: null });
});
