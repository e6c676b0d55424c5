/** The OpenAPI document lists every route, the page that shows it loads nothing from elsewhere, and the dashboard is served safely. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { createBoard } from '../../../server/domain/board.ts';
import { createApp } from '../../../server/http/create-app.ts';
import type { AppParts } from '../../../server/http/create-app.ts';
import { runServer, temporaryFolder } from '../running-server.ts';

const documentSchema = z.object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

function webDir(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'web', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'web', 'index.html'), '<!doctype html><title>board</title>');
  writeFileSync(join(folder, 'web', 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'web', '.hidden'), 'secret');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'web', 'link.txt'));
  return join(folder, 'web');
}

/** Sends the path as it is; `fetch` would tidy it up. */
function rawGet(url: string, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => (text += piece.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    }).on('error', reject).end();
  });
}

test('the document lists every route under /api, and no other', async () => {
  const server = await runServer();
  const { paths } = documentSchema.parse(await (await server.get('/api/openapi.json')).json());
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const notCalled = () => {
    throw new Error('only the routes are looked at');
  };
  const parts = {
    ports: { about: { version: '0', storeName: '', virtual: true }, store: {}, board: createBoard(), edges: {}, order: notCalled, counts: notCalled },
    hub: {}, desk: {}, token: 'x', webDir: '/nowhere', requests: { burst: 1, perSecond: 1, keysMax: 1 },
  } as unknown as AppParts;
  const routes = createApp(parts).routes
    .filter(({ path, method }) => path.startsWith('/api/') && path !== '/api/*' && method !== 'ALL' && !path.startsWith('/api/docs/'))
    .map(({ path, method }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect([...new Set(routes)].sort()).toEqual(described.sort());
  expect(described).toContain('POST /api/benches/{bench}/stop');
  expect(described).toContain('GET /api/live');
});

test('the page of the interface comes from this machine only', async () => {
  const server = await runServer();
  const page = await server.get('/api/docs');
  const text = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
  expect(text).not.toContain('://');
  for (const [, address] of text.matchAll(/(?:src|href)="([^"]+)"/g)) expect((await server.get(address ?? '')).status).toBe(200);
  expect((await server.get('/api/docs/package.json')).status).toBe(404);
});

test('the dashboard: hashed files for ever, the page always fresh, one page for every address', async () => {
  const server = await runServer({ webDir: webDir() });
  for (const path of ['/', '/bench/bench-1', '/bench/bench-1.2', '/help']) {
    const page = await server.get(path);
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
  }
  const script = await server.get('/assets/app-1a2b.js');
  expect([script.status, script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']);
  const tag = script.headers.get('etag') ?? '';
  expect((await server.get('/assets/app-1a2b.js', { 'if-none-match': tag })).status).toBe(304);
  expect((await server.get('/assets/gone-3c4d.js')).status).toBe(404);
});

test('no path leads out of the folder of the dashboard', async () => {
  const server = await runServer({ webDir: webDir() });
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/link.txt', '/.hidden', '/%00.txt', '/%ff.txt', '/..%5csecret.txt', '//etc/passwd.txt']) {
    const { status, text } = await rawGet(server.url, path);
    expect([path, status, text.includes('secret\n') || text === 'secret']).toEqual([path, 404, false]);
  }
});

test('a missing build is said in words, and the API works all the same', async () => {
  const server = await runServer();
  const page = await server.get('/');
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('npm start')]);
  expect((await server.get('/api/health')).status).toBe(200);
});
