/**
 * Passkeys against a running server: what a key answers counts once, for one question, under one name, and only if it is
 * really the key. Whatever is wrong, the answer is the same.
 */
import { expect, test } from 'vitest';
import { addKey, byName, MadeKey, question } from '../../made-key.ts';
import { Signed } from '../../signed-in.ts';
import { runServer } from '../running-server.ts';

const FAILED = [401, 'passkey-failed'];
const SUBJECT = { act: 'own-secrets', subject: '*' };

async function withKey(differs: Parameters<typeof runServer>[1] = {}) {
  const server = await runServer({}, differs);
  const manager = await new Signed(byName(server.url)).signIn('demo-manager', server.password);
  const { key, id } = await addKey(manager, server.password);
  const fresh = (): Signed => new Signed(byName(server.url));
  const enter = async (shown: object, by = fresh()) => {
    const { status, body } = await by.post('/api/session/passkey', shown);
    return [status, body['code'] ?? (body['session'] as { strength: string; person: { name: string } }).strength];
  };
  return { server, manager, key, id, fresh, enter };
}

test('a passkey signs in as two factors, is listed with its last use, and signs nobody in once it is removed', async () => {
  const { server, manager, key, id, fresh, enter } = await withKey();
  expect((await manager.get('/api/passkeys')).body['passkeys']).toMatchObject([{ id, name: 'A made key', host: 'localhost', lastUsedAtIso: null }]);
  const entered = fresh();
  expect(await enter(key.show(await question(entered)), entered)).toEqual([200, 'two-factor']);
  const [listed] = (await entered.get('/api/passkeys')).body['passkeys'] as { lastUsedAtIso: string | null }[];
  expect(listed?.lastUsedAtIso).not.toBeNull();
  expect((await manager.post(`/api/passkeys/${id}/remove`, { confirmation: 'x'.repeat(43) })).status).toBe(403);
  const removed = await manager.post(`/api/passkeys/${id}/remove`, { confirmation: await manager.confirm('own-secrets', '*', server.password) });
  expect(removed.status).toBe(200);
  expect((await entered.get('/api/passkeys')).status).toBe(401);
  expect(await enter(key.show(await question(fresh())))).toEqual(FAILED);
});

test('an answer counts once, and only to a question that this server has put for this', async () => {
  const { manager, key, fresh, enter } = await withKey();
  const shown = key.show(await question(fresh()));
  expect(await enter(shown)).toEqual([200, 'two-factor']);
  expect(await enter(shown)).toEqual(FAILED);
  // The next counter, but a question that was answered.
  expect(await enter(key.show({ challenge: 'A'.repeat(43), rpId: 'localhost' }))).toEqual(FAILED);
  expect(await enter(key.show(await question(manager, '/api/confirmations/question', SUBJECT)))).toEqual(FAILED);
  const { id, response: { clientDataJSON, authenticatorData, signature } } = key.show(await question(fresh()));
  expect(await enter({ id, response: { clientDataJSON, authenticatorData, signature } })).toEqual(FAILED);
  const again = await question(fresh());
  expect(await enter(key.show(again, { isForged: true }))).toEqual(FAILED);
  // A wrong answer has used the question up too.
  expect(await enter(key.show(again))).toEqual(FAILED);
});

test.each([
  ['of another origin', { origin: 'http://localhost:1' }], ['of another site', { origin: 'https://evil.example' }], ['for another host', { host: 'evil.example' }],
  ['without its person shown to it', { isVerified: false }], ['signed by another key', { isForged: true }], ['of another kind', { type: 'webauthn.create' }],
  ['in the name of somebody else', { userHandle: Buffer.alloc(16).toString('base64url') }],
])('an answer %s is refused like every other', async (_name, lies) => {
  const { key, fresh, enter } = await withKey();
  expect(await enter(key.show(await question(fresh()), lies))).toEqual(FAILED);
  expect(await enter(new MadeKey(fresh().url).show(await question(fresh()), { userHandle: key.userHandle }))).toEqual(FAILED);
  expect(await enter(key.show(await question(fresh())))).toEqual([200, 'two-factor']);
});

test('a counter that stands still or goes back, as that of a copied key, is refused', async () => {
  const { key, fresh, enter } = await withKey();
  expect(await enter(key.show(await question(fresh()), { counter: 7 }))).toEqual([200, 'two-factor']);
  for (const counter of [7, 6, 0]) expect(await enter(key.show(await question(fresh()), { counter }))).toEqual(FAILED);
  expect(await enter(key.show(await question(fresh()), { counter: 8 }))).toEqual([200, 'two-factor']);
});

test('a question is good for five minutes', async () => {
  let aheadMs = 0;
  const { key, fresh, enter } = await withKey({ nowMs: () => performance.now() + aheadMs });
  const [early, late] = [await question(fresh()), await question(fresh())];
  aheadMs += 4 * 60_000;
  expect(await enter(key.show(early))).toEqual([200, 'two-factor']);
  aheadMs += 60_000;
  expect(await enter(key.show(late))).toEqual(FAILED);
});

test('a proof by passkey is of one act and subject, of this session, and of the person who is meant', async () => {
  const { server, manager, key, fresh } = await withKey();
  const ask = () => question(manager, '/api/confirmations/question', SUBJECT);
  const prove = async (body: object, by = manager) => {
    const answer = await by.post('/api/confirmations', body);
    return [answer.status, answer.body['code'] ?? 'proved'];
  };
  expect((await ask() as unknown as { allowCredentials: unknown[] }).allowCredentials).toMatchObject([{ id: key.id }]);
  expect(await prove({ ...SUBJECT, passkey: key.show(await ask()) })).toEqual([200, 'proved']);
  expect(await prove({ ...SUBJECT, act: 'manage-machines', passkey: key.show(await ask()) })).toEqual(FAILED);
  expect(await prove({ ...SUBJECT, subject: 'other', passkey: key.show(await ask()) })).toEqual(FAILED);
  expect(await prove({ ...SUBJECT, passkey: key.show(await question(fresh())) })).toEqual(FAILED);
  const technician = await fresh().signIn('demo-technician', server.password);
  expect(await prove({ ...SUBJECT, passkey: key.show(await ask()) }, technician)).toEqual(FAILED);
  const theirs = await question(technician, '/api/confirmations/question', { ...SUBJECT, user: 'demo-manager' });
  expect((theirs as unknown as { allowCredentials: unknown[] }).allowCredentials).toEqual([]);
  expect(await prove({ ...SUBJECT, passkey: key.show(theirs) }, technician)).toEqual(FAILED);
  const second = await question(technician, '/api/confirmations/question', { act: 'second-reset', subject: 'bench-1/S1', user: 'demo-manager' });
  expect(await prove({ act: 'second-reset', subject: 'bench-1/S1', user: 'demo-manager', passkey: key.show(second) }, technician)).toEqual([200, 'proved']);
  const nobody = await question(technician, '/api/confirmations/question', { ...SUBJECT, user: 'nobody-at-all' });
  expect(await prove({ ...SUBJECT, user: 'nobody-at-all', passkey: key.show(nobody) }, technician)).toEqual(FAILED);
});

test('no passkey is made without a fresh proof, for another name, twice, or for whom another session asked', async () => {
  const { server, manager, fresh } = await withKey();
  const ask = async (by: Signed) => (await by.post('/api/passkeys/question')).body as unknown as Parameters<MadeKey['make']>[0];
  const add = async (by: Signed, passkey: object, confirmation?: string) => {
    const answer = await by.post('/api/passkeys', { name: 'Another', passkey, confirmation: confirmation ?? await by.confirm('own-secrets', '*', server.password) });
    return [answer.status, answer.body['code'] ?? 'added'];
  };
  const key = new MadeKey(manager.url);
  expect(await add(manager, key.make(await ask(manager)), 'x'.repeat(43))).toEqual([403, 'confirmation-unknown']);
  for (const lies of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { isVerified: false }, { type: 'webauthn.get' }]) expect(await add(manager, key.make(await ask(manager), lies))).toEqual([409, 'passkey-failed']);
  const technician = await fresh().signIn('demo-technician', server.password);
  expect(await add(technician, key.make(await ask(manager)))).toEqual([409, 'passkey-failed']);
  const made = key.make(await ask(manager));
  expect(await add(manager, made)).toEqual([200, 'added']);
  expect(await add(manager, made)).toEqual([409, 'passkey-failed']);
  expect(await add(technician, key.make(await ask(technician)))).toEqual([409, 'passkey-known']);
});

test('a person has ten passkeys at most', async () => {
  const { server, manager } = await withKey();
  for (let count = 2; count <= 10; count += 1) await addKey(manager, server.password);
  await expect(addKey(manager, server.password)).rejects.toThrow('too-many-passkeys');
});

test('who leaves loses every passkey, also when they come back, and so does who takes a link for a new password', async () => {
  const { server, manager, key, fresh, enter } = await withKey();
  const admin = await fresh().signIn('demo-admin', server.password);
  const { people } = (await admin.get('/api/people')).body as { people: { id: string; user: string }[] };
  const idOf = (user: string): string => people.find((one) => one.user === user)?.id ?? '';
  const change = async (active: boolean) => admin.post(`/api/people/${idOf('demo-manager')}`, { active, reason: 'for a test', confirmation: await admin.confirm('manage-people', idOf('demo-manager'), server.password) });
  expect((await change(false)).status).toBe(200);
  expect(await enter(key.show(await question(fresh())))).toEqual(FAILED);
  expect((await change(true)).status).toBe(200);
  expect(await enter(key.show(await question(fresh())))).toEqual(FAILED);
  expect((await manager.get('/api/passkeys')).status).toBe(401);

  const technician = await fresh().signIn('demo-technician', server.password);
  const { key: second } = await addKey(technician, server.password);
  expect(await enter(second.show(await question(fresh())))).toEqual([200, 'two-factor']);
  const technicianId = idOf('demo-technician');
  const { link } = (await admin.post(`/api/people/${technicianId}/link`, { reason: 'lost it', confirmation: await admin.confirm('manage-people', technicianId, server.password) })).body;
  await fresh().post('/api/links/take', { token: String(link).split('#')[1], password: 'a new one that is long' });
  expect(await enter(second.show(await question(fresh())))).toEqual(FAILED);
});

test('wrong passkeys are counted with every other try of an address', async () => {
  const { server, key, fresh, enter } = await withKey();
  const wrong = { ...key.show(await question(fresh())), id: 'bm9ib2R5' };
  for (let tries = 0; tries < 30; tries += 1) expect(await enter(wrong)).toEqual(FAILED);
  expect(await enter(key.show(await question(fresh())))).toEqual([429, 'too-many-tries']);
  expect((await fresh().post('/api/session', { user: 'demo-admin', password: server.password })).status).toBe(429);
});

test('called by an address the server says that a name is needed', async () => {
  const { server } = await withKey();
  const manager = await server.signed();
  for (const path of ['/api/session/passkey/question', '/api/passkeys/question']) expect(await manager.post(path)).toMatchObject({ status: 409, body: { code: 'passkey-name-needed' } });
  expect(await manager.post('/api/confirmations/question', SUBJECT)).toMatchObject({ status: 409, body: { code: 'passkey-name-needed' } });
});
