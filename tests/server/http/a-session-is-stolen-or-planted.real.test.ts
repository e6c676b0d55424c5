/** Sessions: planted before a sign-in, taken to another browser, used after their end, looked at and ended by others. */
import { expect, test } from 'vitest';
import { Signed, signedIn } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { addMachine, addPerson, browser, movableClock, setOwn } from './all-askers.ts';

const MINUTE_MS = 60_000;
const sessionName = (signed: Signed): string => [...signed.cookies.keys()].find((name) => !name.startsWith('holdfast-pc-')) ?? '';
const sessionToken = (signed: Signed): string => signed.cookies.get(sessionName(signed)) ?? '';
const whoIs = async (signed: Signed): Promise<string | null> => ((await signed.get('/api/session')).body as { session: { person: { name: string } } | null }).session?.person.name ?? null;
const again = (signed: Signed): Signed => new Signed(signed.url, signed.cookie);

async function enrolled(server: TestServer): Promise<Signed> {
  const admin = await signedIn(server.url, server, 'demo-admin');
  await addMachine(admin, server.password, 'bench-pc', 'Bench PC');
  return browser(server, admin);
}

test('a token that was planted before the sign-in is not taken over, nor is that of somebody else', async () => {
  const server = await runServer();
  const known = await signedIn(server.url, server);
  const planted = new Signed(server.url, `${sessionName(known)}=${'p'.repeat(43)}`);
  await planted.signIn('demo-technician', server.password);
  expect(sessionToken(planted)).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(sessionToken(planted)).not.toBe('p'.repeat(43));
  const attacker = await signedIn(server.url, server, 'demo-auditor');
  const victim = again(attacker);
  await victim.signIn('demo-manager', server.password);
  expect(sessionToken(victim)).not.toBe(sessionToken(attacker));
  expect([await whoIs(victim), await whoIs(attacker)]).toEqual(['Demo manager (virtual)', null]);
});

test('a quick switch gives a new token, and that of whoever was there is dead', async () => {
  const server = await runServer();
  const pc = await enrolled(server);
  const before = await browser(server, pc).signIn('demo-manager', server.password);
  const kept = again(before);
  const { body } = await pc.get('/api/session');
  const technician = (body as { quick: { id: string; name: string }[] }).quick.find(({ name }) => name.includes('technician'));
  expect((await before.post('/api/session/switch', { person: technician?.id, pin: server.demo?.pin })).status).toBe(200);
  expect([await whoIs(before), await whoIs(kept)]).toEqual(['Demo technician (virtual)', null]);
  expect(sessionToken(before)).not.toBe(sessionToken(kept));
});

test('the cookie of a session is kept from scripts and other sites, ends with the browser, and its token stands in no answer', async () => {
  const server = await runServer();
  const answer = await fetch(`${server.url}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user: 'demo-manager', password: server.password }) });
  const [line = '', second] = answer.headers.getSetCookie();
  expect(second).toBeUndefined();
  expect(line).toMatch(/^holdfast-[0-9a-f]{8}=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(await answer.text()).not.toContain(/=([^;]+)/.exec(line)?.[1]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['', 'empty'], ['x'.repeat(15_000), 'long'], ["' OR 1=1 --", 'SQL'], ['%00%00%00', 'zeros'], ['..%2f..%2f', 'path'], ['x'.repeat(43), 'made up'], ['é'.repeat(40), 'other letters'],
])('a cookie of %j is nobody', async (value) => {
  const server = await runServer();
  const name = sessionName(await signedIn(server.url, server));
  const answer = await fetch(`${server.url}/api/sessions`, { headers: { cookie: `${name}=${encodeURI(value)}` } });
  expect([401, 431]).toContain(answer.status);
});

test('after signing out the old cookie opens nothing, and the browser is told to drop it', async () => {
  const server = await runServer();
  const signed = await signedIn(server.url, server);
  const kept = again(signed);
  await signed.post('/api/session/end');
  expect(signed.cookies.size).toBe(0);
  expect([(await kept.get('/api/sessions')).status, await whoIs(kept)]).toEqual([401, null]);
  expect((await kept.post('/api/session/active')).status).toBe(401);
});

test('without a sign of life it ends after 30 minutes, at a bench PC after 10; looking is no sign of life', async () => {
  const clock = movableClock();
  const server = await runServer({}, { epochMs: clock.epochMs });
  const there = await signedIn(server.url, server);
  const here = await browser(server, await enrolled(server)).signIn('demo-technician', server.password);
  for (let minute = 0; minute < 9; minute += 1) {
    clock.forward(MINUTE_MS);
    expect([(await there.get('/api/benches')).status, await whoIs(here)]).toEqual([200, 'Demo technician (virtual)']);
  }
  clock.forward(MINUTE_MS);
  expect([await whoIs(there), await whoIs(here)]).toEqual(['Demo manager (virtual)', null]);
  clock.forward(19 * MINUTE_MS);
  expect((await there.post('/api/session/active')).status).toBe(200);
  clock.forward(29 * MINUTE_MS);
  expect(await whoIs(there)).toBe('Demo manager (virtual)');
  clock.forward(MINUTE_MS);
  expect([await whoIs(there), (await there.post('/api/session/active')).status]).toEqual([null, 401]);
});

test('after 12 hours it ends, whatever was done', async () => {
  const clock = movableClock();
  const server = await runServer({}, { epochMs: clock.epochMs });
  const signed = await signedIn(server.url, server);
  for (let minute = 0; minute < 12 * 60 - 20; minute += 20) {
    clock.forward(20 * MINUTE_MS);
    expect((await signed.post('/api/session/active')).status).toBe(200);
  }
  clock.forward(20 * MINUTE_MS);
  expect((await signed.post('/api/session/active')).status).toBe(401);
});

test('a session of a bench PC is nobody in another browser, at another bench PC, and there after that one was revoked', async () => {
  const server = await runServer();
  const [one, two] = [await enrolled(server), await enrolled(server)];
  const bound = await browser(server, one).signIn('demo-manager', server.password);
  const elsewhere = new Signed(server.url, `${sessionName(bound)}=${sessionToken(bound)}`);
  const atTwo = browser(server, two);
  atTwo.cookies.set(sessionName(bound), sessionToken(bound));
  expect([await whoIs(bound), await whoIs(elsewhere), await whoIs(atTwo)]).toEqual(['Demo manager (virtual)', null, null]);
  const admin = await signedIn(server.url, server, 'demo-admin');
  const { id } = ((await bound.get('/api/session')).body as { machine: { id: string } }).machine;
  const confirmation = await admin.confirm('manage-machines', id, server.password);
  expect((await admin.post(`/api/machines/${id}/revoke`, { reason: 'stolen', confirmation })).status).toBe(200);
  expect(await whoIs(bound)).toBeNull();
  expect((await one.post('/api/benches/bench-1/stop')).status).toBe(401);
});

test('a stolen bench PC alone may stop and look, and its PINs are guessed five times', async () => {
  const server = await runServer();
  const pc = await enrolled(server);
  expect((await pc.post('/api/benches/bench-1/stop')).body['code']).toBe('bridge-not-connected');
  expect((await pc.get('/api/benches')).status).toBe(200);
  for (const path of ['/api/benches/bench-1/reset', '/api/benches/bench-1/drill', '/api/benches/bench-1/out-of-service', '/api/benches/bench-1/return', '/api/stops/-/S1/judgement', '/api/machines', '/api/people', '/api/confirmations']) {
    expect([path, (await pc.post(path, {})).status]).toEqual([path, 401]);
  }
  const { quick } = (await pc.get('/api/session')).body as { quick: { id: string }[] };
  const ends = await Promise.all(Array.from({ length: 30 }, (_, index) => pc.post('/api/session/switch', { person: quick[0]?.id, pin: String(index).padStart(6, '0') })));
  expect(ends.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(ends.filter(({ status, headers }) => status === 429 && Number(headers.get('retry-after')) > 3000)).toHaveLength(25);
});

test('the list shows own sessions only; one of them can be ended, and never one of somebody else', async () => {
  const server = await runServer();
  const [one, two, other] = [await signedIn(server.url, server), await signedIn(server.url, server), await signedIn(server.url, server, 'demo-technician')];
  const listed = async (signed: Signed): Promise<string[]> => ((await signed.get('/api/sessions')).body as { sessions: { id: string }[] }).sessions.map(({ id }) => id);
  const idOf = async (signed: Signed): Promise<string> => ((await signed.get('/api/session')).body as { session: { id: string } }).session.id;
  expect(new Set(await listed(one))).toEqual(new Set([await idOf(one), await idOf(two)]));
  expect((await one.post(`/api/sessions/${await idOf(other)}/end`)).status).toBe(404);
  expect(await whoIs(other)).toBe('Demo technician (virtual)');
  expect((await one.post(`/api/sessions/${await idOf(two)}/end`)).status).toBe(200);
  expect([await whoIs(one), await whoIs(two)]).toEqual(['Demo manager (virtual)', null]);
});

test('a new password or app ends every other session of the person; a PIN does not', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  await addPerson(admin, server, 'kim', ['technician'], 'the first password');
  const [here, there] = [await new Signed(server.url).signIn('kim', 'the first password'), await new Signed(server.url).signIn('kim', 'the first password')];
  await setOwn(here, 'the first password', { pin: '135790' });
  expect([await whoIs(here), await whoIs(there)]).toEqual(['Person kim', 'Person kim']);
  await setOwn(here, 'the first password', { password: 'the second password' });
  expect([await whoIs(here), await whoIs(there)]).toEqual(['Person kim', null]);
  expect((await new Signed(server.url).post('/api/session', { user: 'kim', password: 'the first password' })).status).toBe(401);
});

test('an admin sees and ends the sessions of a person, with a fresh proof and a reason', async () => {
  const server = await runServer();
  const [admin, kim] = [await signedIn(server.url, server, 'demo-admin'), await signedIn(server.url, server, 'demo-technician')];
  const { id } = ((await kim.get('/api/session')).body as { session: { person: { id: string } } }).session.person;
  expect(((await admin.get(`/api/people/${id}/sessions`)).body['sessions'] as unknown[])).toHaveLength(1);
  expect((await admin.post(`/api/people/${id}/end-sessions`, { reason: 'phone lost', confirmation: 'x'.repeat(43) })).status).toBe(403);
  expect(await whoIs(kim)).not.toBeNull();
  const confirmation = await admin.confirm('manage-people', id, server.password);
  expect((await admin.post(`/api/people/${id}/end-sessions`, { reason: 'phone lost', confirmation })).status).toBe(200);
  expect(await whoIs(kim)).toBeNull();
});

test('the last admin can neither go nor stop being one', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const { id } = ((await admin.get('/api/session')).body as { session: { person: { id: string } } }).session.person;
  const change = async (what: Record<string, unknown>): Promise<number> =>
    (await admin.post(`/api/people/${id}`, { ...what, reason: 'as agreed', confirmation: await admin.confirm('manage-people', id, server.password) })).status;
  expect([await change({ active: false }), await change({ roles: ['manager'] })]).toEqual([409, 409]);
  await addPerson(admin, server, 'second-admin', ['admin'], 'the second admin');
  expect(await change({ roles: ['manager'] })).toBe(200);
  expect(await whoIs(admin)).toBeNull();
});
