/** A password takes a while to be checked. What changes in that time counts: who left, whose password is another one, who has an app now. */
import { expect, test } from 'vitest';
import { Signed, signedIn } from '../../signed-in.ts';
import { addPerson } from '../http/all-askers.ts';
import { runServer } from '../running-server.ts';
import { elsewhere, hashOf, madeSignIn, PASSWORD, refusalIn } from './made-sign-in.ts';

test('who leaves while the password is checked is not signed in, and it is no fault of the server', async () => {
  const { signIn, person, store, epochMs } = madeSignIn();
  const kim = person('kim', ['technician']);
  const answer = signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere());
  store.people.change(kim, { active: false }, new Date(epochMs()).toISOString());
  expect(refusalIn(await answer)).toBe('sign-in-failed');
  expect(store.sessions.live(epochMs(), kim)).toEqual([]);
});

test('a password that is changed while the old one is checked ends that sign-in too', async () => {
  const { signIn, person, store, epochMs } = madeSignIn();
  const kim = person('kim', ['technician']);
  const answer = signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere());
  store.people.setSecrets(kim, { passwordHash: hashOf('another password') });
  store.sessions.endAllOfPerson(kim, 'password-changed', epochMs());
  expect(refusalIn(await answer)).toBe('sign-in-failed');
});

test('an app that is set up while the password is checked is asked for', async () => {
  const { signIn, person, store } = madeSignIn();
  const kim = person('kim', ['manager']);
  const answer = signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere());
  store.people.setSecrets(kim, { totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
  expect(refusalIn(await answer)).toBe('code-needed');
});

test('a PIN that is taken away while it is checked switches nobody, and a proof by it is none', async () => {
  const { signIn, person, store, benchPc, session } = madeSignIn();
  const kim = person('kim', ['manager'], { pinHash: hashOf('123456'), badgeHash: 'x' });
  const here = benchPc('Bench PC');
  const switched = signIn.quickly({ person: kim, pin: '123456' }, here);
  const proof = signIn.confirm({ act: 'reset', subject: 'bench-1/S1', badge: 'badge of kim', pin: '123456' }, session(kim), here, { dataAtStake: false });
  store.people.setSecrets(kim, { pinHash: null });
  expect([refusalIn(await switched), refusalIn(await proof)]).toEqual(['sign-in-failed', 'sign-in-failed']);
});

test('who is let go while the own new password is hashed is left without any secret', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  for (const user of ['one', 'two', 'three']) {
    const { id } = await addPerson(admin, server, user, ['technician'], 'the first password');
    const signed = await new Signed(server.url).signIn(user, 'the first password');
    const own = await signed.confirm('own-secrets', '*', 'the first password');
    const leave = { active: false, reason: 'has left', confirmation: await admin.confirm('manage-people', id, server.password) };
    const [changed, left] = await Promise.all([signed.post('/api/session/secrets', { password: 'the second password', pin: '135790', confirmation: own }), admin.post(`/api/people/${id}`, leave)]);
    expect([left.status, [200, 401, 403].includes(changed.status)]).toEqual([200, true]);
    const { people } = (await admin.get('/api/people')).body as { people: { user: string; hasPassword: boolean; hasPin: boolean }[] };
    expect(people.find((one) => one.user === user)).toMatchObject({ hasPassword: false, hasPin: false });
  }
});
