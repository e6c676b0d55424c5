/** Which name and origin a passkey is bound to, by each way into the server: what the browser itself would say, or none. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { cameBy, LOOPBACK } from '../../../server/http/entrance.ts';
import type { Entrance } from '../../../server/http/entrance.ts';
import { siteOf } from '../../../server/http/site.ts';

const TLS: Entrance = { scheme: 'https', names: new Set(['bench-pc.example', '192.0.2.5']), origin: null, proxies: new Set() };
const TUNNEL: Entrance = { scheme: 'https', names: new Set(['repairs.example']), origin: 'https://repairs.example', proxies: new Set() };

test.each([
  ['localhost:8080', LOOPBACK, { host: 'localhost', origin: 'http://localhost:8080' }], ['LOCALHOST:8080', LOOPBACK, { host: 'localhost', origin: 'http://localhost:8080' }],
  ['127.0.0.1:8080', LOOPBACK, null], ['[::1]:8080', LOOPBACK, null], [null, LOOPBACK, null],
  ['bench-pc.example:8443', TLS, { host: 'bench-pc.example', origin: 'https://bench-pc.example:8443' }], ['bench-pc.example:443', TLS, { host: 'bench-pc.example', origin: 'https://bench-pc.example' }],
  ['bench-pc.example', TLS, { host: 'bench-pc.example', origin: 'https://bench-pc.example' }], ['192.0.2.5:8443', TLS, null],
  ['whatever.example', TUNNEL, { host: 'repairs.example', origin: 'https://repairs.example' }],
])('called as %s', async (host, entrance, site) => {
  const environment = {};
  cameBy(environment, entrance);
  const app = new Hono().get('/', (context) => context.json({ site: siteOf(context) }));
  const answer = await app.request('/', host === null ? {} : { headers: { host } }, environment);
  expect(await answer.json()).toEqual({ site });
});
