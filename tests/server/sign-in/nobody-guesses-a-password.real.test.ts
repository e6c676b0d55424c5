/** Guessing: passwords, PINs, badges, codes and links, one after the other and all at once; and that it locks no store out. */
import { expect, test } from 'vitest';
import { hashToken } from '../../../server/sign-in/secrets.ts';
import { elsewhere, hashOf, madeSignIn, outcomes, PASSWORD, refusalIn } from './made-sign-in.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ip = (index: number): string => `198.51.${Math.floor(index / 250)}.${index % 250}`;

test('of a hundred guesses of one password sent at once, from a hundred addresses, ten are looked at', async () => {
  const { signIn, person, calls } = madeSignIn();
  person('kim', ['technician']);
  expect(await outcomes(100, (index) => signIn.byPassword({ user: 'kim', password: `guess ${index}` }, elsewhere(ip(index))))).toEqual({ 'sign-in-failed': 10, 'too-many-tries': 90 });
  expect(calls.verified).toBe(10);
});

test('who guessed right too late is told to wait like everybody, for at most an hour, and then comes in', async () => {
  const { signIn, person, forward } = madeSignIn();
  person('kim', ['technician']);
  await outcomes(10, (index) => signIn.byPassword({ user: 'kim', password: 'wrong' }, elsewhere(ip(index))));
  const refused = await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere('192.0.2.9'));
  expect(refused).toEqual({ refusal: 'too-many-tries', waitMs: HOUR_MS });
  forward(HOUR_MS - 1);
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere('192.0.2.9')))).toBe('too-many-tries');
  forward(1);
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere('192.0.2.9')))).toBe('done');
});

test('tries while it is locked do not make the wait longer', async () => {
  const { signIn, person, forward } = madeSignIn();
  person('kim', ['technician']);
  await outcomes(10, (index) => signIn.byPassword({ user: 'kim', password: 'wrong' }, elsewhere(ip(index))));
  for (let minute = 0; minute < 60; minute += 1) {
    forward(MINUTE_MS);
    if (minute < 59) await outcomes(5, () => signIn.byPassword({ user: 'kim', password: 'wrong' }, elsewhere('192.0.2.9')));
  }
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere('192.0.2.10')))).toBe('done');
});

test('an account that strangers locked opens at once at an enrolled bench PC, by password and by PIN', async () => {
  const { signIn, person, benchPc } = madeSignIn();
  const id = person('kim', ['technician'], { passwordHash: hashOf(PASSWORD), pinHash: hashOf('123456') });
  const here = benchPc('Bench PC');
  await outcomes(200, (index) => signIn.byPassword({ user: 'kim', password: 'wrong' }, elsewhere(ip(index))));
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, here))).toBe('done');
  expect(refusalIn(await signIn.quickly({ person: id, pin: '123456' }, here))).toBe('done');
});

test('guesses at one bench PC lock neither the other bench PC nor the world outside', async () => {
  const { signIn, person, benchPc } = madeSignIn();
  person('kim', ['technician']);
  const [one, two] = [benchPc('One'), benchPc('Two')];
  expect(await outcomes(30, () => signIn.byPassword({ user: 'kim', password: 'wrong' }, one))).toEqual({ 'sign-in-failed': 10, 'too-many-tries': 20 });
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, two))).toBe('done');
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere()))).toBe('done');
});

test('one address may fail thirty times in ten minutes, whatever the names; then also a right password waits, at most ten minutes', async () => {
  const { signIn, person, forward, calls } = madeSignIn();
  person('kim', ['technician']);
  await outcomes(29, (index) => signIn.byPassword({ user: `name-${index}`, password: 'wrong' }, elsewhere()));
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere()))).toBe('done');
  await outcomes(1, () => signIn.byPassword({ user: 'one-more', password: 'wrong' }, elsewhere()));
  expect(calls.verified).toBe(31);
  expect(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere())).toEqual({ refusal: 'too-many-tries', waitMs: 10 * MINUTE_MS });
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere('192.0.2.2')))).toBe('done');
  forward(10 * MINUTE_MS);
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere()))).toBe('done');
});

test('a thousand addresses of one network of IPv6 count as one: whoever has one of them has all', async () => {
  const { signIn, calls } = madeSignIn();
  await outcomes(200, (index) => signIn.byPassword({ user: `name-${index}`, password: 'wrong' }, elsewhere(`2001:db8:1:2::${(index + 1).toString(16)}`)));
  expect(calls.verified).toBe(30);
  await outcomes(60, (index) => signIn.byLink({ token: `a made-up token ${index}`, password: PASSWORD }, elsewhere(`2001:db8:1:2:9::${index + 1}`)));
  expect(calls.hashed).toBe(0);
  expect(refusalIn(await signIn.byLink({ token: 'a made-up token again', password: PASSWORD }, elsewhere('2001:db8:1:2::beef')))).toBe('too-many-tries');
  expect(refusalIn(await signIn.byPassword({ user: 'name-1', password: 'wrong' }, elsewhere('2001:db8:1:3::1')))).toBe('sign-in-failed');
});

test('who signs in with an own account between the guesses guesses no more than others', async () => {
  const { signIn, person, calls } = madeSignIn();
  person('own', ['technician']);
  for (let index = 0; index < 60; index += 1) {
    await signIn.byPassword({ user: `victim-${index}`, password: 'guess' }, elsewhere());
    await signIn.byPassword({ user: 'own', password: PASSWORD }, elsewhere());
  }
  expect(calls.verified - calls.againstSomebody).toBe(30);
});

test('of many guesses of a PIN sent at once five are looked at, for one person at one bench PC; the password and other people go on', async () => {
  const { signIn, person, benchPc, calls, forward } = madeSignIn();
  const kim = person('kim', ['technician'], { passwordHash: hashOf(PASSWORD), pinHash: hashOf('123456') });
  const lee = person('lee', ['technician'], { pinHash: hashOf('654321') });
  const here = benchPc('Bench PC');
  expect(await outcomes(60, (index) => signIn.quickly({ person: kim, pin: String(100_000 + index) }, here))).toEqual({ 'sign-in-failed': 5, 'too-many-tries': 55 });
  expect(calls.verified).toBe(5);
  expect(refusalIn(await signIn.quickly({ person: kim, pin: '123456' }, here))).toBe('too-many-tries');
  expect(refusalIn(await signIn.quickly({ person: lee, pin: '654321' }, here))).toBe('done');
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, here))).toBe('done');
  expect(refusalIn(await signIn.quickly({ person: kim, pin: '123456' }, here))).toBe('too-many-tries');
  forward(HOUR_MS);
  expect(refusalIn(await signIn.quickly({ person: kim, pin: '123456' }, here))).toBe('done');
});

test('a PIN that is guessed through confirmations counts with those of the quick switch', async () => {
  const { signIn, person, benchPc, session, calls } = madeSignIn();
  const kim = person('kim', ['manager'], { pinHash: hashOf('123456'), badgeHash: hashToken('badge of kim') });
  const lee = session(person('lee', ['technician']));
  const here = benchPc('Bench PC');
  const guess = (pin: string) => signIn.confirm({ act: 'reset', subject: 'bench-1/S1', user: 'kim', badge: 'badge of kim', pin }, lee, here, { dataAtStake: true });
  expect(await outcomes(3, (index) => guess(`00000${index}`))).toEqual({ 'sign-in-failed': 3 });
  expect(await outcomes(40, (index) => signIn.quickly({ person: kim, pin: String(200_000 + index) }, here))).toEqual({ 'sign-in-failed': 2, 'too-many-tries': 38 });
  expect(refusalIn(await guess('123456'))).toBe('too-many-tries');
  expect(calls.verified).toBe(5);
});

test('a PIN or a badge away from an enrolled bench PC is not even looked at', async () => {
  const { signIn, person, session, calls } = madeSignIn();
  const kim = person('kim', ['manager'], { pinHash: hashOf('123456'), badgeHash: hashToken('badge of kim') });
  expect(await outcomes(50, () => signIn.quickly({ person: kim, pin: '123456' }, elsewhere()))).toEqual({ 'bench-pc-needed': 50 });
  expect(refusalIn(await signIn.quickly({ badge: 'badge of kim' }, elsewhere()))).toBe('bench-pc-needed');
  const proof = { act: 'reset', subject: 'bench-1/S1', badge: 'badge of kim', pin: '123456' } as const;
  expect(refusalIn(await signIn.confirm(proof, session(kim), elsewhere(), { dataAtStake: false }))).toBe('bench-pc-needed');
  expect(calls.verified).toBe(0);
});

test('a badge of one person and the PIN of another confirm nothing', async () => {
  const { signIn, person, benchPc, session } = madeSignIn();
  const kim = person('kim', ['manager'], { pinHash: hashOf('123456'), badgeHash: hashToken('badge of kim') });
  person('lee', ['manager'], { pinHash: hashOf('123456'), badgeHash: hashToken('badge of lee') });
  const here = benchPc('Bench PC');
  const proof = { act: 'reset', subject: 'bench-1/S1', pin: '123456' } as const;
  expect(refusalIn(await signIn.confirm({ ...proof, badge: 'badge of lee' }, session(kim), here, { dataAtStake: true }))).toBe('sign-in-failed');
  expect(refusalIn(await signIn.confirm({ ...proof, badge: 'badge of kim' }, session(kim), here, { dataAtStake: true }))).toBe('done');
});

test('twenty unknown badges at one bench PC, then it waits; an own badge between them does not wind the count back', async () => {
  const { signIn, person, benchPc, forward } = madeSignIn();
  person('own', ['technician'], { badgeHash: hashToken('badge of own') });
  const [here, there] = [benchPc('Bench PC'), benchPc('Another')];
  let looked = 0;
  for (let index = 0; index < 60; index += 1) {
    if (refusalIn(await signIn.quickly({ badge: `unknown badge ${index}` }, here)) === 'sign-in-failed') looked += 1;
    await signIn.quickly({ badge: 'badge of own' }, here);
  }
  expect(looked).toBe(20);
  expect(refusalIn(await signIn.quickly({ badge: 'badge of own' }, there))).toBe('done');
  forward(10 * MINUTE_MS);
  expect(refusalIn(await signIn.quickly({ badge: 'badge of own' }, here))).toBe('done');
});

test('who knows the password guesses at most ten codes in an hour', async () => {
  const { signIn, person, store } = madeSignIn();
  const kim = person('kim', ['manager']);
  store.people.setSecrets(kim, { totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
  const guess = (index: number) => signIn.byPassword({ user: 'kim', password: PASSWORD, code: String(index).padStart(6, '0') }, elsewhere(ip(index)));
  const ends = await outcomes(300, guess);
  expect(ends['too-many-tries']).toBe(290);
});

test('of a thousand guesses of a link from one address twenty are looked at', async () => {
  const { signIn } = madeSignIn();
  const ends = await outcomes(1000, (index) => signIn.byLink({ token: `a made-up token ${index}`, password: PASSWORD }, elsewhere()));
  expect(ends).toEqual({ 'link-used': 20, 'too-many-tries': 980 });
});
