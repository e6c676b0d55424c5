/** Ways in that only the machine itself can give: a person, a new password for the only admin, the token of a program; beside a running server. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firstStaff, Signed } from '../../signed-in.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { holdfast } from './running-holdfast.ts';

const people = (server: TestServer, ...args: string[]) => holdfast(['people', ...args, '--state', server.stateDir]);
const linkIn = (text: string): string => /\/link#(\S+)/.exec(text)?.[1] ?? '';
const take = (server: TestServer, token: string, password: string) => new Signed(server.url).post('/api/links/take', { token, password });
const NEW = 'another long password';

async function withStaff() {
  const server = await runServer({ virtual: false });
  const staff = await firstStaff(server.url, `#${server.firstAdminToken ?? ''}`);
  return { server, staff };
}

test('a person is added with a link that sets the password once, and is listed', async () => {
  const { server } = await withStaff();
  const added = await people(server, 'add', '--user', 'third', '--name', 'Third Person', '--roles', 'technician,auditor');
  expect([added.code, added.out]).toEqual([0, expect.stringContaining('It works once')]);
  expect((await people(server, 'list')).out).toMatch(/P-[0-9A-Z]{6} {2}third {2}Third Person {2}\(technician, auditor, no password yet\)/);
  const token = linkIn(added.out);
  expect((await take(server, token, NEW)).body).toMatchObject({ session: { person: { name: 'Third Person', roles: ['technician', 'auditor'] } } });
  expect((await take(server, token, NEW)).body).toMatchObject({ code: 'link-used' });
  await new Signed(server.url).signIn('third', NEW);
});

test('the only admin who is locked out gets a link here; the old password and every session end with it', async () => {
  const { server, staff } = await withStaff();
  const before = new Signed(server.url, staff.cookie);
  expect((await before.get('/api/people')).status).toBe(200);
  const link = linkIn((await people(server, 'reset')).out);
  // A link alone changes nothing.
  expect((await before.get('/api/people')).status).toBe(200);
  expect((await take(server, link, NEW)).status).toBe(200);
  expect((await before.get('/api/people')).status).toBe(401);
  await expect(new Signed(server.url).signIn('first', staff.password)).rejects.toThrow('sign-in-failed');
  const again = await new Signed(server.url).signIn('first', NEW);
  const { body } = await again.get('/api/audit');
  expect(body).toMatchObject({ firstBroken: null });
  expect((body['entries'] as { what: string; who: { name: string } }[]).map(({ what, who }) => `${what} by ${who.name}`)).toContain('link-made by this PC');
});

test('the token of a program is shown once and does what its scopes say', async () => {
  const { server } = await withStaff();
  const { out } = await people(server, 'token', '--name', 'Till', '--scopes', 'read');
  const token = /^ {2}(\S+)$/m.exec(out)?.[1] ?? '';
  const asked = (path: string, method = 'GET') => fetch(`${server.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  expect((await asked('/api/benches')).status).toBe(200);
  expect((await asked('/api/benches/bench-1/stop', 'POST')).status).toBe(403);
  expect((await asked('/api/people')).status).toBe(403);
  expect((await people(server, 'list')).out).not.toContain(token);
});

test.each([
  [['add', '--user', 'X Y', '--name', 'Somebody', '--roles', 'technician'], /--user has 2 to 40/],
  [['add', '--user', 'first', '--name', 'Somebody', '--roles', 'technician'], /"first" is taken/],
  [['add', '--user', 'fourth', '--name', 'Somebody'], /none is no role; there are technician/],
  [['add', '--user', 'fourth', '--roles', 'technician'], /--name has 2 to 80/],
  [['reset', '--user', 'nobody'], /nobody with the user name "nobody"/],
  [['token', '--name', 'Till', '--scopes', 'all'], /"all" is no scope; there are read, stop, drill/],
  [['frob'], /knows no "frob"/],
])('%j is refused with what would be right', async (args, words) => {
  const { server } = await withStaff();
  const { code, err } = await people(server, ...args);
  expect(code).toBe(2);
  expect(err.replaceAll(/\s+/g, ' ')).toMatch(words);
});

test('of two stores that lie side by side none is guessed', async () => {
  const folder = temporaryFolder();
  for (const kind of ['store', 'virtual']) {
    mkdirSync(join(folder, '.holdfast', kind), { recursive: true });
    writeFileSync(join(folder, '.holdfast', kind, 'server.sqlite'), '');
  }
  for (const args of [['people', 'list'], ['backup', join(folder, 'copy')]]) {
    const { code, err } = await holdfast(args, folder);
    expect([code, err.replaceAll(/\s+/g, ' ')]).toEqual([2, expect.stringContaining('There are two stores here')]);
  }
});

test('without a database there is nothing to ask', async () => {
  const { code, err } = await holdfast(['people', 'list', '--state', '/nonexistent']);
  expect([code, err.length > 0]).toEqual([2, true]);
});
