/** The same address written in other ways, and addresses that lead out of it: none gives anything to whoever has not signed in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runServer, temporaryFolder } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { rawRequest, sendRaw } from './raw-client.ts';

const ROOMS = ['people', 'audit', 'machines', 'events', 'stops', 'benches', 'sessions'];
const otherwise = (room: string): string[] => [
  `/api/${room}/`, `//api/${room}`, `/api//${room}`, `/API/${room}`, `/Api/${room.toUpperCase()}`, `/%61pi/${room}`, `/api/%${room.charCodeAt(0).toString(16)}${room.slice(1)}`, `/api%2f${room}`, `/api/${room}%00`, `/api/${room}%20`,
  `/api/${room};x=1`, `/api/${room}?x=1`, `/api/${room}#x`, `/./api/${room}`, `/x/../api/${room}`, `/api/./${room}`, `/api/x/../${room}`, `/api/docs/../${room}`, `/api/docs/..%2f${room}`, `/api/session/../${room}`,
  `/api/alive/%2e%2e/${room}`, `/\\api\\${room}`, `/api/${room}.json`, `/api/%252e%252e/${room}`, `/api/\u00b5${room}`, `/bench/../api/${room}`, `/assets/../api/${room}`,
];

function withPages(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>the page</title>');
  return join(folder, 'web');
}

const raw = (server: TestServer, line: string, headers: readonly string[] = []): Promise<{ status: number; body: string }> => sendRaw(server.url, rawRequest(`${line} HTTP/1.1`, [`Host: ${new URL(server.url).host}`, ...headers]));

test('no way to write an address gives a room of the store to nobody', async () => {
  const server = await runServer({ webDir: withPages(), requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } });
  for (const room of ROOMS) {
    for (const path of otherwise(room)) {
      const { status, body } = await raw(server, `GET ${path}`);
      expect([path, [200, 400, 401, 403, 404].includes(status)]).toEqual([path, true]);
      // The page itself is for anybody; it holds nothing.
      if (status === 200) expect([path, body.includes('<title>the page</title>') || body.includes('"ok":true')]).toEqual([path, true]);
    }
  }
  expect(server.log.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('no way to write it acts for nobody, and no other method does', async () => {
  const server = await runServer({ webDir: withPages(), requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } });
  const paths = [
    '/api/benches/bench-1/stop', '/%61pi/benches/bench-1/stop', '/api/benches/bench-1/stop/', '/api/benches/bench-1%2fstop', '/api//benches/bench-1/stop', '/api/benches/bench-1/stop%00', '/api/benches/../benches/bench-1/stop', '/API/benches/bench-1/stop',
  ];
  for (const path of paths) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD']) {
      const { status, body } = await raw(server, `${method} ${path}`, method === 'GET' || method === 'HEAD' ? [] : ['Content-Length: 0']);
      expect([method, path, body.includes('bridge-not-connected')]).toEqual([method, path, false]);
      expect([method, path, [200, 401, 404].includes(status)]).toEqual([method, path, true]);
      if (status === 200) expect(['GET', 'HEAD']).toContain(method);
    }
  }
  expect(server.log.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('no method stands in for another one by a header or a field', async () => {
  const server = await runServer();
  for (const header of ['X-HTTP-Method-Override: POST', 'X-HTTP-Method: POST', 'X-Method-Override: POST']) {
    const { status, body } = await raw(server, 'GET /api/benches/bench-1/reset?_method=POST', [header]);
    expect([header, status, body.includes('no-such-route')]).toEqual([header, 404, true]);
  }
});

test('nothing leads from the documents or the pages to a file of the state or of the program', async () => {
  const server = await runServer({ webDir: withPages(), requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } });
  const secrets = ['bridge.token', 'server.sqlite', 'sign-in.key', 'demo-people.json', 'package.json'];
  for (const secret of secrets) {
    for (const way of [
      '/', '/../', '/../../', '/%2e%2e/', '/..%2f', '/..%5c', '/%2e%2e%2f%2e%2e%2f', 
      '/assets/../', '/assets/%2e%2e/', '/api/docs/', '/api/docs/../', '/api/docs/%2e%2e%2f', '/....//', '/.%00./', `/${encodeURIComponent(server.stateDir)}/`, `//${server.stateDir}/`,
    ]) {
      const { status, body } = await raw(server, `GET ${way}${secret}`);
      expect([way, secret, status]).toEqual([way, secret, 404]);
      expect(body).not.toContain(server.token);
    }
  }
});
