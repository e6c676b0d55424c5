/** The second listener: off by default, it answers its own few addresses; every route of the store is unknown there and reaches nothing. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { publicLink } from '../../../server/domain/outside.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { madeAuthority, madeCertificate, written } from '../tls/made-certificates.ts';
import { rawRequest, sendRaw } from './raw-client.ts';
import type { RawAnswer } from './raw-client.ts';

const URL_OUTSIDE = 'https://repairs.example';
const HOST = 'Host: repairs.example';
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const runWithPublic = (differs: Parameters<typeof runServer>[0] = {}): Promise<TestServer> =>
  runServer({ public: { url: URL_OUTSIDE, listen: { host: '127.0.0.1', port: 0 }, proxy: '127.0.0.1' }, ...differs });
const place = (server: TestServer): string => server.publicListenUrl ?? 'http://127.0.0.1:1';
const ask = (server: TestServer, line: string, headers: readonly string[] = [HOST], body = ''): Promise<RawAnswer> => sendRaw(place(server), rawRequest(`${line} HTTP/1.1`, headers, body));

const containing = (text: string): unknown => expect.stringContaining(text);

test('off by default: no second listener, no links, and the health page says why', async () => {
  const server = await runServer();
  expect(server.publicListenUrl).toBeNull();
  expect(await (await server.get('/api/health')).json()).toMatchObject({ links: { front: null, problem: containing('no links'), remedy: containing('public:') } });
});

test('every route of the store, with every method, is unknown there and reaches neither bridge nor database', async () => {
  const server = await runWithPublic();
  const bridge = await openGreetedBridge(server);
  const before = await (await server.get('/api/health')).json();
  const { paths } = documentSchema.parse(await (await server.get('/api/openapi.json')).json());
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const tried = Object.keys(paths).flatMap((path) => methods.map((method) => `${method} ${path.replaceAll(/\{\w+\}/g, 'bench-1')}`));
  expect(tried.length).toBeGreaterThan(100);
  const files = ['/index.html', '/assets/app.js', '/api/docs/swagger-ui-bundle.js', '/bench/bench-1', '/help', '/../package.json', '/%2e%2e/package.json', '/.holdfast/virtual/bridge.token', '/bridge.token', '/style.css/../../x'];
  for (const line of [...tried, ...files.map((file) => `GET ${file}`), 'GET /api', 'GET /API/HEALTH', 'GET //api/health', 'GET /health/../api/health']) {
    const answer = await ask(server, line, [HOST, 'Content-Type: application/json', `Authorization: Bearer ${server.token}`], line.startsWith('GET') || line.startsWith('HEAD') ? '' : '{}');
    expect([line, answer.status]).toEqual([line, 404]);
    if (!line.startsWith('HEAD')) expect(answer.body).toContain('not-public');
  }
  expect(bridge.orders()).toEqual([]);
  expect(await (await server.get('/api/health')).json()).toEqual(before);
});

test('neither feed nor bridge can be opened there', async () => {
  const server = await runWithPublic();
  for (const path of ['/api/live', '/api/bridge']) {
    const upgrade = [HOST, `Origin: ${URL_OUTSIDE}`, `Authorization: Bearer ${server.token}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='];
    const answer = await sendRaw(place(server), [`GET ${path} HTTP/1.1`, ...upgrade, '', ''].join('\r\n'));
    expect([path, answer.status]).toEqual([path, 404]);
  }
});

test('it shows who it is, and nothing of what the store does', async () => {
  const server = await runWithPublic({ storeName: 'Corner <script>alert(1)</script>' });
  const page = await ask(server, 'GET /');
  expect(page.status).toBe(200);
  expect(page.body).toContain('Corner &lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page.body).not.toContain('<script');
  expect(page.body).toContain('takes briefs and shows the state of a device');
  expect(page.body).toContain('VIRTUAL');
  expect(page.head.toLowerCase()).toContain("content-security-policy: default-src 'none'; script-src 'self'");
  expect(page.head.toLowerCase()).toContain('strict-transport-security: max-age=31536000');
  expect([(await ask(server, 'GET /style.css')).status, (await ask(server, 'GET /robots.txt')).status]).toEqual([200, 200]);
  expect((await ask(server, 'GET /health')).body).toContain('{"ok":true}');
  for (const { body } of [page, await ask(server, 'GET /health'), await ask(server, 'GET /nothing')]) expect(body).not.toMatch(/bench-|127\.0\.0\.1|\/api\/docs|version/i);
});

test('it is called by the name of its url alone, and acts for its own origin alone', async () => {
  const server = await runWithPublic();
  for (const host of ['127.0.0.1', 'localhost', 'evil.example', 'repairs.example.evil.example', 'repairs.example.']) expect([host, (await ask(server, 'GET /', [`Host: ${host}`])).status]).toEqual([host, 403]);
  for (const origin of ['https://evil.example', 'http://repairs.example', 'https://repairs.example:4690', 'null', server.url]) {
    const answer = await ask(server, 'POST /', [HOST, `Origin: ${origin}`, 'Content-Type: application/json'], '{}');
    expect([origin, answer.status]).toEqual([origin, 403]);
  }
  expect((await ask(server, 'POST /', [HOST, `Origin: ${URL_OUTSIDE}`, 'Content-Type: application/json'], '{}')).status).toBe(404);
  // A proxy may name its own port behind the name; the page of a customer knows nothing of it.
  expect((await ask(server, 'POST /', [`${HOST}:4690`, `Origin: ${URL_OUTSIDE}`, 'Content-Type: application/json'], '{}')).status).toBe(404);
  expect((await ask(server, 'GET /', [HOST, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'])).status).toBe(403);
  expect((await server.get('/', { host: 'repairs.example' })).status).not.toBe(200);
});

test('a flood is held back by the address that the proxy names, not by what the client claims, and a stop is no way round', async () => {
  const server = await runWithPublic({ publicRequests: { burst: 3, perSecond: 0.01, keysMax: 100 } });
  const from = (forwarded: string, line = 'GET /health'): Promise<number> => ask(server, line, [HOST, `X-Forwarded-For: ${forwarded}`]).then(({ status }) => status);
  expect([await from('203.0.113.5'), await from('203.0.113.5'), await from('203.0.113.5'), await from('203.0.113.5')]).toEqual([200, 200, 200, 429]);
  expect(await from('198.51.100.1, 203.0.113.5')).toBe(429);
  expect(await from('203.0.113.5', 'POST /api/benches/bench-1/stop')).toBe(429);
  expect(await from('203.0.113.6')).toBe(200);
  const stranger = await runWithPublic({ public: { url: URL_OUTSIDE, listen: { host: '127.0.0.1', port: 0 }, proxy: '10.0.0.2' }, publicRequests: { burst: 1, perSecond: 0.01, keysMax: 100 } });
  const [first, second] = [await ask(stranger, 'GET /health', [HOST, 'X-Forwarded-For: 1.1.1.1']), await ask(stranger, 'GET /health', [HOST, 'X-Forwarded-For: 2.2.2.2'])];
  expect([first.status, second.status]).toEqual([200, 429]);
});

test('beyond this machine it needs TLS like everything else', async () => {
  const opened = { url: URL_OUTSIDE, listen: { host: '0.0.0.0', port: 0 }, proxy: '192.168.1.2' };
  await expect(runServer({ public: opened })).rejects.toMatchObject({ code: 'tls-needed', params: { host: '0.0.0.0' } });
  const files = written(temporaryFolder(), madeCertificate(madeAuthority(Date.now()), Date.now()));
  const server = await runServer({ public: opened, tls: { files, names: [] } });
  expect([server.publicListenUrl, server.tlsUrl]).toEqual([expect.stringMatching(/^https:\/\/0\.0\.0\.0:\d+$/), null]);
});

test('a link is made of its url and a path, and of nothing that leads elsewhere', async () => {
  expect(publicLink({ publicUrl: URL_OUTSIDE }, '/brief/K7Q2')).toEqual({ link: 'https://repairs.example/brief/K7Q2' });
  expect(publicLink({ publicUrl: null }, '/brief/K7Q2')).toEqual({ refusal: 'links-need-public-url' });
  for (const path of ['//evil.example', '/\\evil.example', 'brief', '@evil.example', '', '/a b', '/a\\b']) expect(() => publicLink({ publicUrl: URL_OUTSIDE }, path)).toThrow('a path of this site');
  const server = await runWithPublic();
  expect(await (await server.get('/api/health')).json()).toMatchObject({ links: { front: 'https://repairs.example/', problem: null, remedy: null } });
});
