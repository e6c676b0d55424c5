/** What a page decides about passkeys by itself: whether one can work here, and how bytes become text. */
import { expect, test } from 'vitest';
import { byLocalName, bytesOf, textOf, whyNoPasskey } from '../../web/reading/passkey.ts';

test.each([
  ['localhost', true, null], ['bench-pc.example', true, null], ['bench-pc.example', false, 'no-browser'], ['127.0.0.1', true, 'address-here'], ['[::1]', false, 'address-here'],
  ['192.168.1.5', true, 'address-elsewhere'], ['[fe80::1]', true, 'address-elsewhere'], ['10.example', true, null],
])('at %s, in a browser with passkeys: %s, the reason is %s', (host, hasPasskeys, why) => {
  expect(whyNoPasskey(host, hasPasskeys)).toBe(why);
});

test('the same page by its name keeps port and path', () => {
  expect(byLocalName({ protocol: 'http:', port: '8080', pathname: '/me' })).toBe('http://localhost:8080/me');
  expect(byLocalName({ protocol: 'https:', port: '', pathname: '/' })).toBe('https://localhost/');
});

test('bytes and text are one another, whatever the bytes', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length * 101) % 256);
    expect(textOf(bytes.buffer)).toBe(Buffer.from(bytes).toString('base64url'));
    expect([...bytesOf(textOf(bytes.buffer))]).toEqual([...bytes]);
  }
});
