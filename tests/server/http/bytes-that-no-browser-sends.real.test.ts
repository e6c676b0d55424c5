/** Requests built by hand: doubled headers, whole addresses, foreign methods, hung upgrades, slow and endless senders. */
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { problemReplySchema } from '../../../server/contract/api.ts';
import { LOOPBACK } from '../../../server/http/entrance.ts';
import { CONNECTION_LIMITS, listen } from '../../../server/http/listen.ts';
import { runServer } from '../running-server.ts';
import { rawRequest, sendRaw } from './raw-client.ts';
import type { RawAnswer } from './raw-client.ts';

const STOP = 'POST /api/benches/bench-1/stop HTTP/1.1';
const codeOf = ({ status, body }: RawAnswer): string => `${status} ${problemReplySchema.parse(JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1))).code}`;

test('doubled and forged names are refused before anything is done', async () => {
  const { url } = await runServer();
  const host = `Host: ${new URL(url).host}`;
  const send = async (line: string, ...headers: string[]): Promise<string> => codeOf(await sendRaw(url, rawRequest(line, headers)));
  expect(await send(STOP, host)).toBe('401 not-signed-in');
  expect(await send(STOP, host, 'Host: evil.example')).toBe('403 host-refused');
  expect(await send(STOP, 'Host: evil.example', host)).toBe('403 host-refused');
  expect(await send(STOP, host, `Origin: ${url}`, 'Origin: http://evil.example')).toBe('403 origin-refused');
  expect(await send(STOP, host, 'Origin: http://evil.example', `Origin: ${url}`)).toBe('403 origin-refused');
  expect(await send(`GET ${url}/api/alive HTTP/1.1`, host)).toBe('403 host-refused');
  expect(await send('GET http://evil.example/api/alive HTTP/1.1', host)).toBe('403 host-refused');
  expect(await send('OPTIONS /api/benches/bench-1/stop HTTP/1.1', host, 'Origin: http://evil.example', 'Access-Control-Request-Method: POST')).toBe('405 method-refused');
  expect((await sendRaw(url, rawRequest('TRACE /api/alive HTTP/1.1', [host]))).status).toBeGreaterThanOrEqual(400);
  expect((await sendRaw(url, rawRequest('GET /api/alive HTTP/1.0', []))).status).toBeGreaterThanOrEqual(400);
});

test('a feed that is asked for under two names, or from two origins, is not opened', async () => {
  const { url } = await runServer();
  const [host, origin] = [`Host: ${new URL(url).host}`, `Origin: ${url}`];
  const connect = async (...headers: string[]): Promise<number> => {
    const request = ['GET /api/live HTTP/1.1', ...headers, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''].join('\r\n');
    return (await sendRaw(url, request)).status;
  };
  expect(await connect(host, 'Host: evil.example', origin)).toBe(403);
  expect(await connect(host, host, origin)).toBe(403);
  expect(await connect(host, origin, 'Origin: http://evil.example')).toBe(403);
  expect(await connect(host, origin, origin)).toBe(403);
  expect(await connect(host, origin, 'Sec-Fetch-Site: cross-site')).toBe(403);
  expect(await connect(host, 'Cookie: a=b')).toBe(403);
});

test('a method that is told by a header is not believed', async () => {
  const { url } = await runServer();
  const answer = await sendRaw(url, rawRequest('GET /api/benches/bench-1/reset HTTP/1.1', [`Host: ${new URL(url).host}`, 'X-HTTP-Method-Override: POST', 'X-HTTP-Method: POST']));
  expect(codeOf(answer)).toBe('404 no-such-route');
});

test('an upgrade to something else is answered, and leaves no socket open', async () => {
  const { url } = await runServer();
  const host = `Host: ${new URL(url).host}`;
  for (const protocol of ['h2c', 'TLS/1.0', 'websockets', 'foo, websocket']) {
    const request = ['GET /api/alive HTTP/1.1', host, 'Connection: Upgrade, close', `Upgrade: ${protocol}`, '', ''].join('\r\n');
    expect([protocol, (await sendRaw(url, request)).status]).toEqual([protocol, 200]);
  }
  const posted = ['POST /api/live HTTP/1.1', host, 'Connection: Upgrade, close', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==', '', ''].join('\r\n');
  expect((await sendRaw(url, posted)).status).toBe(404);
});

test('too long and too many headers end the request', async () => {
  const { url } = await runServer();
  const host = `Host: ${new URL(url).host}`;
  expect((await sendRaw(url, rawRequest('GET /api/alive HTTP/1.1', [host, `X-Long: ${'x'.repeat(17_000)}`]))).status).toBe(431);
  expect((await sendRaw(url, rawRequest(`GET /api/alive?${'x'.repeat(17_000)} HTTP/1.1`, [host]))).status).toBe(431);
});

test('a header behind thousands of others is still read', async () => {
  const { url } = await runServer();
  const crowd = Array.from({ length: 2600 }, () => 'a:b');
  const answer = await sendRaw(url, rawRequest(STOP, [`Host: ${new URL(url).host}`, ...crowd, 'Origin: http://evil.example']));
  expect(codeOf(answer)).toBe('403 origin-refused');
});

test('two lengths, or a length and pieces, are refused: nobody behind a proxy can smuggle a request', async () => {
  const { url } = await runServer();
  const host = `Host: ${new URL(url).host}`;
  const smuggled = 'POST /api/benches/bench-1/stop HTTP/1.1\r\nHost: x\r\n\r\n';
  for (const lengths of [['Content-Length: 0', `Content-Length: ${smuggled.length}`], ['Transfer-Encoding: chunked', 'Content-Length: 4'], ['Transfer-Encoding: xchunked']]) {
    const request = ['POST /api/benches/bench-1/reset HTTP/1.1', host, 'Content-Type: application/json', ...lengths, '', smuggled].join('\r\n');
    const answer = await sendRaw(url, request);
    expect([lengths.join(), answer.status]).toEqual([lengths.join(), 400]);
  }
});

test('who sends slowly, or nothing, is cut off: before the headers, in them, in a body', async () => {
  const app = new Hono();
  app.post('/', async (context) => context.text(await context.req.text()));
  const limits = { ...CONNECTION_LIMITS, requestMs: 300, headersMs: 200, checkMs: 50 };
  const listening = await listen(app, { host: '127.0.0.1', port: 0, entrance: LOOPBACK, secret: null, limits });
  onTestFinished(() => listening.close());
  expect((await sendRaw(listening.url, '')).status).toBe(408);
  expect((await sendRaw(listening.url, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')).status).toBe(408);
  expect((await sendRaw(listening.url, 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nabc')).status).toBe(408);
  expect(CONNECTION_LIMITS.requestMs + CONNECTION_LIMITS.checkMs).toBeLessThan(20_000);
});

test('no answer tells what runs here, and every answer carries the whole set of protections', async () => {
  const { url, get } = await runServer();
  for (const path of ['/', '/api/alive', '/api/nothing', '/api/docs', '/api/openapi.json', '/api/benches/x/reset']) {
    const { headers } = await get(path);
    expect([path, headers.get('server'), headers.get('x-powered-by'), headers.get('strict-transport-security'), headers.get('access-control-allow-origin')]).toEqual([path, null, null, null, null]);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'; (?!.*script-src.*unsafe)/);
    expect(headers.get('permissions-policy')).toContain('camera=(), ');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    if (path.startsWith('/api/') && !path.startsWith('/api/docs')) expect(headers.get('cache-control')).toBe('no-store');
  }
  const refused = await sendRaw(url, rawRequest('GET /api/alive HTTP/1.1', ['Host: evil.example']));
  expect(refused.head.toLowerCase()).toContain("content-security-policy: default-src 'none'");
});
