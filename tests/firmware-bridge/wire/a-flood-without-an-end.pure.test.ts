/** The byte cap in front of the parser, and frame numbers. Whatever the chunks, the lines are the same, and nothing grows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LINE_BYTES_MAX } from '../../../firmware-bridge/wire/frame.ts';
import { LineCap } from '../../../firmware-bridge/wire/line-cap.ts';
import { judgeSequence, nextNumber } from '../../../firmware-bridge/wire/sequence.ts';

interface Cut { readonly lines: readonly string[]; readonly tooLong: number; readonly examined: number; readonly heldMost: number }

function cut(bytes: Uint8Array, sizes: readonly number[]): Cut {
  const cap = new LineCap();
  const lines: string[] = [];
  let tooLong = 0;
  let heldMost = 0;
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    cap.push(bytes.subarray(at, at + size), (line) => { lines.push(Buffer.from(line).toString('latin1')); }, () => { tooLong += 1; });
    heldMost = Math.max(heldMost, cap.held);
    at += size;
  }
  return { lines, tooLong, examined: cap.examined, heldMost };
}

const piece = fc.oneof(
  fc.integer({ min: 0, max: LINE_BYTES_MAX + 2 }).map((length) => `${'x'.repeat(length)}\n`), fc.constant('\n'), fc.integer({ min: 1, max: 700 }).map((length) => 'y'.repeat(length)),
);

test('lines are the same whatever the chunks; each byte is examined once; never more than 160 are held', () => {
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }), (pieces, sizes) => {
    const bytes = new TextEncoder().encode(pieces.join(''));
    const whole = cut(bytes, [bytes.length]);
    const parts = cut(bytes, sizes);
    expect({ lines: parts.lines, tooLong: parts.tooLong }).toEqual({ lines: whole.lines, tooLong: whole.tooLong });
    expect(parts.examined).toBe(bytes.length);
    expect(Math.max(parts.heldMost, whole.heldMost)).toBeLessThanOrEqual(LINE_BYTES_MAX);
    const expected = pieces.join('').split('\n').slice(0, -1).filter((line) => line.length < LINE_BYTES_MAX);
    expect(parts.lines).toEqual(expected.map((line) => `${line}\n`));
  }), { numRuns: 200 });
});

test('a line of exactly 160 bytes passes, one of 161 is dropped up to its end, and the next passes', () => {
  const { lines, tooLong } = cut(new TextEncoder().encode(`${'a'.repeat(159)}\n${'b'.repeat(160)}\nok\n`), [7]);
  expect(lines.map((line) => line.length)).toEqual([160, 3]);
  expect(tooLong).toBe(1);
});

test('32 MB without a newline are examined once, hold nothing and count as one broken line', () => {
  const chunk = new Uint8Array(65_536).fill(0x55);
  const cap = new LineCap();
  let tooLong = 0;
  for (let count = 0; count < 512; count += 1) cap.push(chunk, () => { throw new Error('a line'); }, () => { tooLong += 1; });
  expect([cap.examined, cap.held, tooLong]).toEqual([32 * 1024 * 1024, 0, 1]);
});

test('bytes handed out once are not changed by what comes later', () => {
  const kept: Uint8Array[] = [];
  const cap = new LineCap();
  for (const part of ['ab', 'c\nde', 'f\n']) cap.push(new TextEncoder().encode(part), (line) => { kept.push(line); }, () => undefined);
  expect(kept.map((line) => new TextDecoder().decode(line))).toEqual(['abc\n', 'def\n']);
});

test('numbers: 1 to 32 on is next, the same is a duplicate, all else has regressed, over the end too', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 0xffff }), fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 0xffff })), (last, step) => {
    const verdict = judgeSequence(last, (last + step) & 0xffff);
    if (step === 0) expect(verdict).toEqual({ kind: 'duplicate' });
    else if (step <= 32) expect(verdict).toEqual({ kind: 'next', missed: step - 1 });
    else expect(verdict).toEqual({ kind: 'regressed' });
  }));
  expect([judgeSequence(0, 32).kind, judgeSequence(0, 33).kind]).toEqual(['next', 'regressed']);
  expect(nextNumber(0xffff)).toBe(0);
  expect(judgeSequence(0xffff, 0)).toEqual({ kind: 'next', missed: 0 });
});
