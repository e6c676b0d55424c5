/** Replay: codes of an app, one-time links and proofs of an act, sent again, sent twice at once, too late, or by somebody else. */
import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { elsewhere, hashOf, madeSignIn, outcomes, PASSWORD, refusalIn } from './made-sign-in.ts';
import type { MadeSignIn } from './made-sign-in.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const STEP_MS = 30_000;
const codeAt = (epochMs: number): string => generateSync({ secret: SECRET, epoch: Math.floor(epochMs / 1000) });

function careful(): MadeSignIn & { readonly id: string; by(code: string, address?: string): Promise<string> } {
  const made = madeSignIn();
  const id = made.person('careful', ['manager']);
  made.store.people.setSecrets(id, { totpSecret: SECRET });
  return { ...made, id, by: async (code, address) => refusalIn(await made.signIn.byPassword({ user: 'careful', password: PASSWORD, code }, elsewhere(address))) };
}

test('a code works once, also when it comes twice at the same moment', async () => {
  const { signIn, epochMs, by, forward } = careful();
  const code = codeAt(epochMs());
  expect(await by(code)).toBe('done');
  expect(await by(code)).toBe('sign-in-failed');
  forward(STEP_MS);
  const next = codeAt(epochMs());
  expect(await outcomes(8, () => signIn.byPassword({ user: 'careful', password: PASSWORD, code: next }, elsewhere()))).toEqual({ done: 1, 'sign-in-failed': 7 });
});

test('a code that signed in confirms nothing any more, and the other way round', async () => {
  const { signIn, session, id, epochMs, by, forward } = careful();
  const code = codeAt(epochMs());
  expect(await by(code)).toBe('done');
  const proof = (fresh: string) => signIn.confirm({ act: 'reset', subject: 'bench-1/S1', password: PASSWORD, code: fresh }, session(id), elsewhere(), { dataAtStake: true });
  expect(refusalIn(await proof(code))).toBe('sign-in-failed');
  forward(STEP_MS);
  const next = codeAt(epochMs());
  expect(refusalIn(await proof(next))).toBe('done');
  expect(await by(next)).toBe('sign-in-failed');
});

test('a code of the step before is good, but not after a later one, and never of two steps before or after', async () => {
  const { epochMs, by } = careful();
  for (const steps of [-3, -2, 2, 3]) expect([steps, await by(codeAt(epochMs() + steps * STEP_MS))]).toEqual([steps, 'sign-in-failed']);
  expect(await by(codeAt(epochMs() - STEP_MS))).toBe('done');
  expect(await by(codeAt(epochMs() + STEP_MS))).toBe('done');
  expect(await by(codeAt(epochMs()))).toBe('sign-in-failed');
});

test('a link works once, also when it comes many times at the same moment; a day later it does not', async () => {
  const { signIn, person, forward } = madeSignIn();
  const kim = person('kim', ['technician']);
  const { token } = signIn.newLink('new-password', kim);
  expect(await outcomes(10, (index) => signIn.byLink({ token, password: `a new password ${index}` }, elsewhere()))).toEqual({ done: 1, 'link-used': 9 });
  const late = signIn.newLink('new-password', kim);
  forward(24 * 3_600_000);
  expect(refusalIn(await signIn.byLink({ token: late.token, password: 'a new password' }, elsewhere()))).toBe('link-used');
});

test('a newer link takes the older one away, and a person who left takes none', async () => {
  const { signIn, person, store, epochMs } = madeSignIn();
  const kim = person('kim', ['technician']);
  const older = signIn.newLink('new-password', kim);
  const newer = signIn.newLink('new-password', kim);
  expect(refusalIn(await signIn.byLink({ token: older.token, password: 'a new password' }, elsewhere()))).toBe('link-used');
  store.people.change(kim, { active: false }, new Date(epochMs()).toISOString());
  expect(refusalIn(await signIn.byLink({ token: newer.token, password: 'a new password' }, elsewhere()))).toBe('link-used');
  expect(store.people.byId(kim)?.hasPassword).toBe(false);
});

test('a link takes away the app, the badge, the PIN and every session that was open', async () => {
  const { signIn, person, store, session, epochMs } = madeSignIn();
  const kim = person('kim', ['manager'], { passwordHash: hashOf(PASSWORD), pinHash: hashOf('123456'), badgeHash: 'x', totpSecret: SECRET });
  const before = session(kim);
  await signIn.byLink({ token: signIn.newLink('new-password', kim).token, password: 'a new password' }, elsewhere());
  expect(store.people.byId(kim)).toMatchObject({ hasPassword: true, hasTotp: false, hasPin: false, hasBadge: false });
  expect(store.sessions.live(epochMs(), kim).map(({ id }) => id)).not.toContain(before.id);
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere()))).toBe('sign-in-failed');
});

test('two links of the first start opened at once make one admin, and afterwards none works', async () => {
  const { signIn, store } = madeSignIn();
  const links = [signIn.newLink('first-admin', null), signIn.newLink('first-admin', null), signIn.newLink('first-admin', null)];
  const take = (index: number) => signIn.byLink({ token: links[index % 3]?.token ?? '', password: PASSWORD, name: `First ${index}`, user: `first-${index}` }, elsewhere());
  expect(await outcomes(9, take)).toEqual({ done: 1, 'first-admin-named': 8 });
  expect(store.people.all()).toHaveLength(1);
  expect(['first-admin-named', 'link-used']).toContain(refusalIn(await take(2)));
});
