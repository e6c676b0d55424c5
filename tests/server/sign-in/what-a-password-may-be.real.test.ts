/** Passwords: long enough, of anything, exactly as typed, for as long as the person wants; and secrets that nobody can guess. */
import { expect, test } from 'vitest';
import { PASSWORD_CHARS_MAX, PASSWORD_CHARS_MIN, passwordSchema, pinSchema } from '../../../server/contract/people.ts';
import { authenticatorUri, newAuthenticatorSecret } from '../../../server/sign-in/authenticator.ts';
import { newToken } from '../../../server/sign-in/secrets.ts';
import { elsewhere, hashOf, madeSignIn, PASSWORD, refusalIn } from './made-sign-in.ts';

const may = (password: string): boolean => passwordSchema.safeParse(password).success;

test('12 to 128 characters, of any kind, with no rule of what must be among them', () => {
  expect([PASSWORD_CHARS_MIN, PASSWORD_CHARS_MAX]).toEqual([12, 128]);
  expect([11, 12, 64, 128, 129].map((length) => may('x'.repeat(length)))).toEqual([false, true, true, true, false]);
  for (const password of ['aaaaaaaaaaaa', '            ', '人人人人人人人人人人人人', '123456789012', '\u0000\u0001\u0002 and so on', '😀😀😀😀😀😀😀😀😀😀😀😀']) expect([password, may(password)]).toEqual([password, true]);
});

test('a PIN has 6 to 12 digits', () => {
  expect(['12345', '123456', '123456789012', '1234567890123', '12345a', '', '１２３４５６'].map((pin) => pinSchema.safeParse(pin).success)).toEqual([false, true, true, false, false, false, false]);
});

test('it is checked as typed: no space is cut off, no letter is made small, nothing behind the end is forgotten', async () => {
  const { signIn, person } = madeSignIn();
  const password = ` Mixed ${'x'.repeat(100)} End `;
  person('kim', ['technician'], { passwordHash: hashOf(password) });
  for (const wrong of [password.trim(), password.toLowerCase(), password.slice(0, 72), password.slice(0, -1), `${password}.`]) {
    expect(refusalIn(await signIn.byPassword({ user: 'kim', password: wrong }, elsewhere()))).toBe('sign-in-failed');
  }
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password }, elsewhere()))).toBe('done');
});

test('a password does not run out', async () => {
  const { signIn, person, forward } = madeSignIn();
  person('kim', ['technician']);
  forward(5 * 365 * 24 * 3_600_000);
  expect(refusalIn(await signIn.byPassword({ user: 'kim', password: PASSWORD }, elsewhere()))).toBe('done');
});

test('tokens have 256 bits and secrets of an app 160, and none comes twice', () => {
  const [tokens, secrets] = [Array.from({ length: 2000 }, newToken), Array.from({ length: 2000 }, newAuthenticatorSecret)];
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{43}$/.test(token))).toBe(true);
  expect(secrets.every((secret) => /^[A-Z2-7]{32,}$/.test(secret))).toBe(true);
  expect([new Set(tokens).size, new Set(secrets).size]).toEqual([2000, 2000]);
  // Each of the 256 bits is set about half of the time: no part of a token stands still.
  for (let bit = 0; bit < 256; bit += 1) {
    const set = tokens.filter((token) => ((Buffer.from(token, 'base64url')[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
    expect(set).toBeGreaterThan(800);
    expect(set).toBeLessThan(1200);
  }
});

test('the address of a secret for the app holds names that cannot break out of it', () => {
  const uri = new URL(authenticatorUri('JBSWY3DPEHPK3PXP', 'm.santos', 'Corner & Co ?secret=X#y/../z'));
  expect([uri.protocol, uri.searchParams.get('secret'), uri.hash]).toEqual(['otpauth:', 'JBSWY3DPEHPK3PXP', '']);
});
