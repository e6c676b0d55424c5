/** The door: other names, other origins, other content types and long bodies are refused in words; programs may act. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { problemReplySchema } from '../../../server/contract/api.ts';
import { openPage } from '../open-socket.ts';
import { runServer } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

async function refusal(response: Response): Promise<[number, string, string | null]> {
  const { code, at } = problemReplySchema.parse(await response.json());
  return [response.status, code, at];
}

/** `fetch` may not set Host or Origin freely; this may. */
function rawRequest(server: TestServer, path: string, method: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method, headers }, (answer) => {
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
}

const UPGRADE = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' };

test('a cross-origin POST is refused, JSON or not, and the own origin is not', async () => {
  const server = await runServer();
  const stop = '/api/benches/bench-1/stop';
  expect(await refusal(await server.post(stop, {}, { origin: 'http://evil.example' }))).toEqual([403, 'origin-refused', 'header.origin']);
  expect(await refusal(await server.post(stop, undefined, { origin: 'null' }))).toEqual([403, 'origin-refused', 'header.origin']);
  expect(await refusal(await server.post(stop, {}, { origin: 'http://127.0.0.1:1' }))).toEqual([403, 'origin-refused', 'header.origin']);
  expect(await rawRequest(server, stop, 'POST', { 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await rawRequest(server, stop, 'POST', { 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await rawRequest(server, stop, 'POST', { 'sec-fetch-site': 'same-origin', origin: server.url, cookie: (await server.signed()).cookie })).toBe(503);
  expect((await server.post(stop, {}, { origin: server.url })).status).toBe(503);
  expect((await server.post(stop)).status).toBe(503);
});

test('a name that is not of this machine is refused, on every path', async () => {
  const server = await runServer();
  for (const path of ['/', '/api/alive', '/api/docs', '/api/live']) {
    expect(await rawRequest(server, path, 'GET', { host: 'rebound.example' })).toBe(403);
    expect(await rawRequest(server, path, 'GET', { host: '127.0.0.1.evil.example:80' })).toBe(403);
  }
  expect(await rawRequest(server, '/api/alive', 'GET', { host: 'localhost:4680' })).toBe(200);
  expect(await rawRequest(server, '/api/alive', 'GET', { host: '[::1]:4680' })).toBe(200);
});

test('a page of another origin cannot open the live feed', async () => {
  const server = await runServer();
  const { cookie } = await server.signed();
  expect(await rawRequest(server, '/api/live', 'GET', { ...UPGRADE, origin: 'http://evil.example', cookie })).toBe(403);
  expect(await rawRequest(server, '/api/bridge', 'GET', { ...UPGRADE, origin: 'http://evil.example', authorization: `Bearer ${server.token}` })).toBe(403);
  expect(await rawRequest(server, '/api/live', 'GET', { ...UPGRADE, origin: server.url, cookie })).toBe(101);
  expect(await rawRequest(server, '/api/live?after=x', 'GET', { ...UPGRADE, origin: server.url, cookie })).toBe(400);
  expect((await server.get('/api/live')).status).toBe(426);
  await openPage(server, undefined, { origin: server.url });
});

test('a bridge without the token does not get in', async () => {
  const server = await runServer();
  expect(await rawRequest(server, '/api/bridge', 'GET', UPGRADE)).toBe(401);
  expect(await rawRequest(server, '/api/bridge', 'GET', { ...UPGRADE, authorization: `Bearer ${server.token}x` })).toBe(401);
  expect(await rawRequest(server, '/api/bridge', 'GET', { ...UPGRADE, authorization: `Bearer ${server.token}` })).toBe(101);
});

test('a body is JSON, short and complete, or it is refused at its place', async () => {
  const server = await runServer();
  const reset = '/api/benches/bench-1/reset';
  const good = { tripId: 'S1', confirmation: 'x'.repeat(43), secondConfirmation: null, reason: 'looked at it' };
  expect(await refusal(await server.post(reset, 'a=b', { 'content-type': 'text/plain' }))).toEqual([415, 'body-not-json', 'header.content-type']);
  expect(await refusal(await server.post(reset, '{"tripId":', {}))).toEqual([400, 'body-malformed', 'body']);
  expect(await refusal(await server.post(reset, { ...good, reason: 'x'.repeat(70_000) }))).toEqual([413, 'body-too-large', 'body']);
  expect(await refusal(await server.post(reset, { ...good, confirmation: 'x' }))).toEqual([400, 'input-wrong', 'body.confirmation']);
  expect(await refusal(await server.post(reset, { ...good, extra: 1 }))).toEqual([400, 'input-wrong', 'body.extra']);
  expect(await refusal(await server.post(reset))).toEqual([400, 'input-wrong', 'body.tripId']);
  expect(await refusal(await server.get('/api/stops?limit=1001'))).toEqual([400, 'input-wrong', 'query.limit']);
  expect(await refusal(await server.get('/api/benches/none'))).toEqual([404, 'unknown-bench', 'path.bench']);
  expect(await refusal(await server.get('/api/nothing'))).toEqual([404, 'no-such-route', null]);
  expect(await refusal(await server.get('/api/benches/b/telemetry?fromMs=0&toMs=99999999999'))).toEqual([400, 'range-too-wide', 'query.fromMs']);
});

test('a long body that does not announce its length is cut off by its real bytes', async () => {
  const server = await runServer();
  const status = await new Promise<number>((resolve, reject) => {
    const sent = request(`${server.url}/api/benches/bench-1/reset`, { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    for (let piece = 0; piece < 20; piece += 1) sent.write(`"${'x'.repeat(8000)}"`);
    sent.end();
  });
  expect(status).toBe(413);
});

test('every answer forbids foreign scripts, frames and guessed types', async () => {
  const server = await runServer();
  for (const path of ['/', '/api/alive', '/api/nothing']) {
    const { headers } = await server.get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});
