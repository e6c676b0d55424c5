/** Whether a user exists is told neither by an answer nor by the work that it takes. */
import { expect, test } from 'vitest';
import { createHasher } from '../../../server/sign-in/secrets.ts';
import { elsewhere, hashOf, madeSignIn, PASSWORD } from './made-sign-in.ts';

test('a wrong password, an unknown name, somebody without a password and somebody who left: one answer, one hash each', async () => {
  const { signIn, person, store, calls, epochMs } = madeSignIn();
  person('known', ['technician']);
  person('without', ['technician'], {});
  const leaver = person('left', ['technician']);
  store.people.change(leaver, { active: false }, new Date(epochMs()).toISOString());
  for (const user of ['known', 'unknown', 'without', 'left', '', "x' OR '1'='1"]) {
    calls.verified = 0;
    expect([user, await signIn.byPassword({ user, password: 'wrong' }, elsewhere()), calls.verified]).toEqual([user, { refusal: 'sign-in-failed' }, 1]);
  }
});

test('the same of a PIN, and of who is named for a confirmation', async () => {
  const { signIn, person, benchPc, session, calls } = madeSignIn();
  const known = person('known', ['technician'], { passwordHash: hashOf(PASSWORD), pinHash: hashOf('123456') });
  const without = person('without', ['technician']);
  const here = benchPc('Bench PC');
  for (const one of [known, without, '018f0000-0000-7000-8000-000000000000']) {
    calls.verified = 0;
    expect([await signIn.quickly({ person: one, pin: '999999' }, here), calls.verified]).toEqual([{ refusal: 'sign-in-failed' }, 1]);
  }
  for (const user of ['known', 'nobody-at-all']) {
    calls.verified = 0;
    const answer = await signIn.confirm({ act: 'second-reset', subject: 'bench-1/S1', user, password: 'wrong' }, session(without), elsewhere(), { dataAtStake: true });
    expect([answer, calls.verified]).toEqual([{ refusal: 'sign-in-failed' }, 1]);
  }
});

test('that a code is needed is told only to who knows the password', async () => {
  const { signIn, person, store } = madeSignIn();
  store.people.setSecrets(person('careful', ['manager']), { totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' });
  expect(await signIn.byPassword({ user: 'careful', password: 'wrong' }, elsewhere())).toEqual({ refusal: 'sign-in-failed' });
  expect(await signIn.byPassword({ user: 'careful', password: PASSWORD }, elsewhere())).toEqual({ refusal: 'code-needed' });
});

test('the hasher works as long for nobody as for somebody: the medians differ by less than half', async () => {
  const hasher = await createHasher(Buffer.from('a secret of this store, long enough'));
  const held = await hasher.hash(PASSWORD);
  const times = { somebody: [] as number[], nobody: [] as number[] };
  for (let round = 0; round < 15; round += 1) {
    for (const [who, hash] of [['somebody', held], ['nobody', null]] as const) {
      const fromMs = performance.now();
      expect(await hasher.verify('wrong', hash)).toBe(false);
      times[who].push(performance.now() - fromMs);
    }
  }
  const median = (list: readonly number[]): number => list.toSorted((left, right) => left - right)[Math.floor(list.length / 2)] ?? 0;
  const ratio = median(times.nobody) / median(times.somebody);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(1.5);
});

test('what is already waiting is limited: a flood is told that it is busy, and then it goes on', async () => {
  const hasher = await createHasher(Buffer.from('a secret of this store, long enough'));
  const held = await hasher.hash(PASSWORD);
  const answers = await Promise.all(Array.from({ length: 90 }, () => hasher.verify(PASSWORD, held)));
  expect(answers.filter((answer) => answer === true)).toHaveLength(66);
  expect(answers.filter((answer) => answer === null)).toHaveLength(24);
  expect(await hasher.verify(PASSWORD, held)).toBe(true);
});

test('a hash of another store opens nothing', async () => {
  const [one, two] = await Promise.all([createHasher(Buffer.from('the secret of one store')), createHasher(Buffer.from('the secret of another'))]);
  expect(await two.verify(PASSWORD, await one.hash(PASSWORD))).toBe(false);
});
