/** The text of the QR code: what was printed is what is read, and nothing else is taken for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainedEventSchema, parseHead, printHead } from '../../../server/contract/custody.ts';

const heads = fc.record({
  code: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4,6}$/),
  seq: fc.integer({ min: 1, max: 999_999_999 }),
  hash: fc.stringMatching(/^[0-9a-f]{64}$/),
});

test('what was printed is read, also in small letters and with white space around it', () => {
  fc.assert(fc.property(heads, (head) => {
    expect(parseHead(printHead(head))).toEqual(head);
    expect(parseHead(` ${printHead(head).toLowerCase()}\n`)).toEqual(head);
  }));
});

test('it fits the dense form of a QR code', () => {
  fc.assert(fc.property(heads, (head) => { expect(printHead(head)).toMatch(/^[0-9A-Z $%*+./:-]+$/); }));
});

const HASH = 'a'.repeat(64);
test.each([
  '', 'HOLDFAST1', `HOLDFAST2:K7Q2:1:${HASH}`, `HOLDFAST1:K7Q2:0:${HASH}`, `HOLDFAST1:K7Q2:01:${HASH}`, `HOLDFAST1:K7Q2:1:${HASH}a`, `HOLDFAST1:K7Q2:1:${HASH.slice(1)}`,
  `HOLDFAST1:K7U2:1:${HASH}`, `HOLDFAST1:K7Q:1:${HASH}`, `HOLDFAST1:K7Q2:-1:${HASH}`, `HOLDFAST1:K7Q2:1.5:${HASH}`, `HOLDFAST1:K7Q2:1:${HASH}\nHOLDFAST1:K7Q2:1:${HASH}`,
])('"%s" is no head', (text) => {
  expect(parseHead(text)).toBeNull();
});

test('a signature is 64 bytes in base64, in its one form', () => {
  const { signature } = chainedEventSchema.shape;
  expect(signature.safeParse(Buffer.alloc(64, 255).toString('base64')).success).toBe(true);
  for (const wrong of [Buffer.alloc(63).toString('base64'), Buffer.alloc(65).toString('base64'), Buffer.alloc(64).toString('base64url'), `${'A'.repeat(85)}B==`]) {
    expect(signature.safeParse(wrong).success).toBe(false);
  }
});
