/** Proofs: which role may prove which act, with a password and with badge and PIN; and which kind of machine who may add. */
import { expect, test } from 'vitest';
import type { Role } from '../../../server/contract/people.ts';
import { Signed, signedIn } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';
import { addMachine, browser, ROLE_NAMES, setOwn, userOf } from './all-askers.ts';

/** By hand: who may prove it with a password, and whether badge and PIN are enough. No data is at stake. */
const ACTS: Readonly<Record<string, { readonly who: readonly Role[]; readonly quickly: boolean }>> = {
  reset: { who: ['technician', 'manager'], quickly: true },
  'second-reset': { who: ['technician', 'manager'], quickly: true },
  'manage-people': { who: ['admin'], quickly: false },
  'manage-machines': { who: ['admin'], quickly: false },
  'enrol-bench-pc': { who: ['manager', 'admin'], quickly: false },
  'own-secrets': { who: ['technician', 'manager', 'support', 'auditor', 'admin'], quickly: false },
};
const ended = ({ status, body }: { status: number; body: Record<string, unknown> }): string => (status === 200 ? 'proved' : String(body['code']));

test('each role proves its own acts and no other, by itself and named by somebody else; badge and PIN prove a reset and nothing more', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const enrolling = await signedIn(server.url, server, 'demo-admin');
  await addMachine(enrolling, server.password, 'bench-pc', 'Bench PC');
  const pc = browser(server, enrolling);
  const wrong: string[] = [];
  for (const role of ROLE_NAMES) {
    const own = await browser(server, pc).signIn(userOf(role), server.password);
    await setOwn(own, server.password, { badge: `badge of ${role}`, pin: '246810' });
    for (const [act, { who, quickly }] of Object.entries(ACTS)) {
      const right = who.includes(role) ? 'proved' : 'right-missing';
      const byPassword = { act, subject: 'bench-1/S1', password: server.password };
      const answers = [
        [right, await own.post('/api/confirmations', byPassword)], [right, await admin.post('/api/confirmations', { ...byPassword, user: userOf(role) })],
        [right === 'proved' && !quickly ? 'sign-in-too-weak' : right, await own.post('/api/confirmations', { act, subject: 'bench-1/S1', badge: `badge of ${role}`, pin: '246810' })],
      ] as const;
      for (const [expected, answer] of answers) if (ended(answer) !== expected) wrong.push(`${role} ${act}: ${expected} expected, ${ended(answer)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('a manager enrols a bench PC and makes no other token, whatever was proved', async () => {
  const server = await runServer();
  const manager = await signedIn(server.url, server);
  for (const kind of ['wall-board', 'integration'] as const) {
    const confirmation = await manager.confirm('enrol-bench-pc', `A ${kind}`, server.password);
    const { status, body } = await manager.post('/api/machines', { kind, name: `A ${kind}`, scopes: ['read', 'stop', 'drill'], confirmation });
    expect([kind, status, body['code'], body['at']]).toEqual([kind, 403, 'right-missing', 'body.kind']);
  }
  const admin = await signedIn(server.url, server, 'demo-admin');
  const confirmation = await admin.confirm('enrol-bench-pc', 'Program', server.password);
  expect((await admin.post('/api/machines', { kind: 'integration', name: 'Program', scopes: ['read'], confirmation })).body['code']).toBe('confirmation-of-another-act');
  expect(((await admin.get('/api/machines')).body['machines'] as { kind: string }[]).filter(({ kind }) => kind === 'wall-board')).toEqual([]);
  await addMachine(manager, server.password, 'bench-pc', 'Bench PC');
  expect((await browser(server, manager).get('/api/benches')).status).toBe(200);
});

test('a bench PC or a wall board cannot be given scopes, and the token of a bench PC stands in no answer', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  const add = async (kind: string, act: string): Promise<Record<string, unknown>> =>
    (await admin.post('/api/machines', { kind, name: `A ${kind}`, scopes: ['read', 'stop', 'drill'], confirmation: await admin.confirm(act, `A ${kind}`, server.password) })).body;
  expect(await add('wall-board', 'manage-machines')).toMatchObject({ machine: { scopes: [] }, token: expect.stringMatching(/^[\w-]{43}$/) as unknown });
  expect(await add('bench-pc', 'enrol-bench-pc')).toMatchObject({ machine: { scopes: [] }, token: null });
  expect(new Signed(server.url).cookies.size).toBe(0);
});
