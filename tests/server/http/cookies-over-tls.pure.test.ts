/** Over TLS the cookies are of this very host and never sent without TLS; a cookie of the plain listener is nobody there, nor the reverse. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { PeopleStore } from '../../../server/domain/people-port.ts';
import { cookiesOf, giveMachineCookie, giveSessionCookie, identify, takeSessionCookie } from '../../../server/http/asking.ts';
import { cameBy, LOOPBACK } from '../../../server/http/entrance.ts';
import type { Entrance } from '../../../server/http/entrance.ts';

const TLS: Entrance = { scheme: 'https', names: new Set(['bench-pc.local']), origin: null, proxies: new Set() };
const cookies = cookiesOf('018f0000-0000-7000-8000-0000cafe0001');
const TOKEN = 't'.repeat(43);

/** A store that knows every token of the right form as a session; only what the routes below ask of it. */
function appWithEverybody(): Hono {
  const session = { id: 's', personId: 'p', machineId: null, person: { id: 'p', code: 'P-1', name: 'Kim', roles: ['manager'] }, strength: 'password' };
  const store = { machines: { byToken: () => null }, sessions: { byToken: () => session } } as unknown as PeopleStore;
  const app = new Hono();
  app.use('*', identify({ store, cookies, edges: { nowMs: () => 0, epochMs: () => 0, newUuid: () => '', log: () => undefined }, hashToken: (token) => token }));
  app.get('/who', (context) => context.text(context.get('asker').session?.person.name ?? 'nobody'));
  app.post('/in', (context) => {
    giveSessionCookie(context, cookies, TOKEN);
    giveMachineCookie(context, cookies, TOKEN);
    return context.text('in');
  });
  app.post('/out', (context) => {
    takeSessionCookie(context, cookies);
    return context.text('out');
  });
  return app;
}

const ask = async (entrance: Entrance, method: string, path: string, headers: Record<string, string> = {}): Promise<Response> => {
  const environment = {};
  cameBy(environment, entrance);
  return appWithEverybody().fetch(new Request(`${entrance.scheme}://bench-pc.local${path}`, { method, headers }), environment);
};

test('over TLS: the prefix __Host-, Secure, HttpOnly, SameSite=Strict, Path=/, and no domain', async () => {
  const lines = (await ask(TLS, 'POST', '/in')).headers.getSetCookie();
  expect(lines).toEqual([
    `__Host-holdfast-cafe0001=${TOKEN}; Path=/; HttpOnly; Secure; SameSite=Strict`,
    `__Host-holdfast-pc-cafe0001=${TOKEN}; Max-Age=34560000; Path=/; HttpOnly; Secure; SameSite=Strict`,
  ]);
  const [gone = ''] = (await ask(TLS, 'POST', '/out')).headers.getSetCookie();
  expect(gone).toMatch(/^__Host-holdfast-cafe0001=; Max-Age=0; Path=\/;.* Secure/);
});

test('without TLS, on this machine alone: the same but for what a browser would refuse there', async () => {
  const lines = (await ask(LOOPBACK, 'POST', '/in')).headers.getSetCookie();
  expect(lines[0]).toBe(`holdfast-cafe0001=${TOKEN}; Path=/; HttpOnly; SameSite=Strict`);
  expect(lines.some((line) => line.includes('Domain'))).toBe(false);
});

test('a cookie that another page of the same name could have planted without TLS is nobody over TLS', async () => {
  const who = async (entrance: Entrance, cookie: string): Promise<string> => (await ask(entrance, 'GET', '/who', { cookie })).text();
  expect(await who(TLS, `__Host-holdfast-cafe0001=${TOKEN}`)).toBe('Kim');
  expect(await who(TLS, `holdfast-cafe0001=${TOKEN}`)).toBe('nobody');
  expect(await who(LOOPBACK, `__Host-holdfast-cafe0001=${TOKEN}`)).toBe('nobody');
  expect(await who(LOOPBACK, `holdfast-cafe0001=${TOKEN}`)).toBe('Kim');
});

test('the cookie of another store on another port of this machine is nobody here', async () => {
  const other = cookiesOf('018f0000-0000-7000-8000-0000cafe0002');
  expect(other.session).not.toBe(cookies.session);
  expect(await (await ask(LOOPBACK, 'GET', '/who', { cookie: `${other.session}=${TOKEN}` })).text()).toBe('nobody');
});
