/** The live feed of a page ends when whoever opened it may no more see it: signed out, idle, gone, other roles, revoked. */
import { expect, test } from 'vitest';
import { Signed, signedIn } from '../../signed-in.ts';
import { openPage } from '../open-socket.ts';
import type { TestPage } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { addMachine, addPerson, browser, movableClock } from './all-askers.ts';

const feedOf = (server: TestServer, signed: Signed): Promise<TestPage> => openPage({ url: server.url, token: '', signed: () => Promise.resolve(signed) });
const ended = async (page: TestPage): Promise<number> => {
  await until(() => page.closed() !== null, 'the feed closed');
  return page.closed()?.code ?? 0;
};
const idOf = async (signed: Signed): Promise<string> => ((await signed.get('/api/session')).body as { session: { person: { id: string } } }).session.person.id;

test('after signing out: at once, and it cannot be opened again with the old cookie', async () => {
  const server = await runServer();
  const signed = await signedIn(server.url, server);
  const kept = new Signed(server.url, signed.cookie);
  const page = await feedOf(server, signed);
  await signed.post('/api/session/end');
  expect(await ended(page)).toBe(4401);
  await expect(feedOf(server, kept)).rejects.toThrow('no connection');
});

test('another page of another person goes on', async () => {
  const server = await runServer();
  const [one, two] = [await signedIn(server.url, server), await signedIn(server.url, server, 'demo-technician')];
  const [gone, stays] = [await feedOf(server, one), await feedOf(server, two)];
  await one.post('/api/session/end');
  await ended(gone);
  expect(stays.closed()).toBeNull();
});

test('when an admin ends the sessions, lets the person go, or changes the roles', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const { id } = await addPerson(admin, server, 'kim', ['technician'], 'the password of kim');
  const kim = async (): Promise<TestPage> => feedOf(server, await new Signed(server.url).signIn('kim', 'the password of kim'));
  const act = async (path: string, body: Record<string, unknown>): Promise<void> => {
    expect((await admin.post(path, { ...body, reason: 'as agreed', confirmation: await admin.confirm('manage-people', id, server.password) })).status).toBe(200);
  };
  const first = await kim();
  await act(`/api/people/${id}/end-sessions`, {});
  expect(await ended(first)).toBe(4401);
  const second = await kim();
  await act(`/api/people/${id}`, { roles: ['support'] });
  expect(await ended(second)).toBe(4401);
  await expect(kim()).rejects.toThrow('no connection');
  await act(`/api/people/${id}`, { roles: ['auditor'] });
  const third = await kim();
  await act(`/api/people/${id}`, { active: false });
  expect(await ended(third)).toBe(4401);
});

test('when the session was idle for too long, though the page still listens', async () => {
  const clock = movableClock();
  const server = await runServer({}, { epochMs: clock.epochMs });
  const page = await feedOf(server, await signedIn(server.url, server));
  clock.forward(30 * 60_000);
  expect(await ended(page)).toBe(4401);
});

test('when its wall board or bench PC is revoked', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const enrolling = await signedIn(server.url, server, 'demo-admin');
  const pc = await addMachine(enrolling, server.password, 'bench-pc', 'Bench PC');
  const wall = await addMachine(admin, server.password, 'wall-board', 'Wall');
  const screen = new Signed(server.url);
  await screen.post('/api/wall', { token: wall.token });
  const pages = [await feedOf(server, browser(server, enrolling)), await feedOf(server, screen)];
  for (const id of [pc.id, wall.id]) {
    expect((await admin.post(`/api/machines/${id}/revoke`, { reason: 'sold', confirmation: await admin.confirm('manage-machines', id, server.password) })).status).toBe(200);
  }
  for (const page of pages) expect(await ended(page)).toBe(4401);
});

test('when the token of the program that follows it is revoked', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const program = await addMachine(admin, server.password, 'integration', 'Program', ['read']);
  const page = await openPage({ url: server.url, token: '' }, undefined, { authorization: `Bearer ${program.token}` });
  expect((await admin.post(`/api/machines/${program.id}/revoke`, { reason: 'not needed', confirmation: await admin.confirm('manage-machines', program.id, server.password) })).status).toBe(200);
  expect(await ended(page)).toBe(4401);
  await expect(openPage({ url: server.url, token: '' }, undefined, { authorization: `Bearer ${program.token}` })).rejects.toThrow('no connection');
});

test('a wall board is never sent what is on record, neither at the start nor later', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const { token } = await addMachine(admin, server.password, 'wall-board', 'Wall');
  const screen = new Signed(server.url);
  await screen.post('/api/wall', { token });
  const page = await feedOf(server, screen);
  expect(page.messages()[0]).toMatchObject({ type: 'snapshot', recent: [] });
  expect((await idOf(admin)).length).toBe(36);
  for (const path of ['/api/events', '/api/stops', '/api/people', '/api/audit']) expect([path, (await screen.get(path)).status]).toEqual([path, 401]);
});
