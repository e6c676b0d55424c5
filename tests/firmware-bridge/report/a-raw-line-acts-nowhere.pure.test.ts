/** Lines of a wire as people read them: no byte acts where it is shown, no identifier of a phone stands in the veiled text, nothing grows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoxEntry } from '../../../firmware-bridge/contract/black-box.ts';
import { RAW_LINES_MAX, rawTailSchema, type RawOriginal, type RawTail } from '../../../firmware-bridge/contract/raw-lines.ts';
import { RawSplit } from '../../../firmware-bridge/report/raw-split.ts';
import { RawWatch } from '../../../firmware-bridge/report/raw-watch.ts';
import { encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { createVirtualClock } from './virtual-clock.ts';

const chunk = (bytes: string, atMs = 10): BoxEntry => ({ is: 'in', atMs, wallMs: 1_700_000_000_000 + atMs, bytes });
const split = (...chunks: string[]): RawOriginal[] => {
  const one = new RawSplit();
  return chunks.flatMap((bytes) => one.take(chunk(bytes)));
};
const DEVICE = encodeFrame({ session: 'A1B20007', n: 2, verb: 'DEVICE', fields: { t_ms: '5312', model: 'iPhone%2012', serial: 'F17DK0XA0DXR', ecid: '00184D2A3C90802E', imei: '353012110000001' } }) ?? '';
const IDENTIFIERS = ['F17DK0XA0DXR', '00184D2A3C90802E', '353012110000001'];

describe('what is shown', () => {
  test('control characters, bytes of no character and backslashes are written out', () => {
    expect(split('\u0018\u001b[2J\u0007 \u00e4\u009f \u0000\\x41\r\n').map(({ text }) => text)).toEqual(['\\x18\\x1b[2J\\x07 \\xe4\\x9f \\x00\\\\x41\\x0d']);
  });

  test('a line in pieces is one line, at the time of its end', () => {
    expect(split('ab', 'c\nd', 'e\n').map(({ text }) => text)).toEqual(['abc', 'de']);
  });

  test('whatever comes: printable, bounded, and one line for each line feed', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 900 }), { maxLength: 8 }), (chunks) => {
      const lines = split(...chunks);
      for (const { text, veiled } of lines) for (const shown of [text, veiled ?? '']) expect(shown).toMatch(/^[\x20-\x7e]{0,400}$/);
      expect(lines.length).toBeGreaterThanOrEqual(chunks.join('').split('\n').length - 1);
    }));
  });

  test('a line that never ends is shown in parts and kept no longer', () => {
    expect(split('x'.repeat(2_000)).map(({ text }) => text.length)).toEqual([400, 400, 400, 400]);
  });

  test('a stop is told as the two lines that it is, with its id; a hole with its size', () => {
    const one = new RawSplit();
    one.take(chunk('half'));
    expect(one.take({ is: 'gap', atMs: 11, entries: 7, bytes: 1, why: 'no-room' })).toEqual([{ atMs: 1_700_000_000_011, dir: 'gap', text: '7', veiled: null, stopId: null }]);
    expect(one.take(chunk('whole\n')).map(({ text }) => text), 'the half before the hole is gone').toEqual(['whole']);
    expect(one.take({ is: 'out', atMs: 12, bytes: '\u0018\nSTOP\n', whole: true, stopId: 'S1' })).toMatchObject([{ dir: 'out', text: '\\x18', stopId: 'S1', atMs: 1_700_000_000_012 }, { text: 'STOP' }]);
  });
});

describe('without identifiers', () => {
  test('a whole line keeps everything else', () => {
    const [line] = split(DEVICE);
    expect(line?.text).toContain('serial=F17DK0XA0DXR');
    expect(line?.veiled).toMatch(/DEVICE t_ms=5312 model=iPhone%2012 serial=--- ecid=--- imei=---\*[0-9A-F]{4}$/);
    expect(split(encodeFrame({ session: 'A1B20007', n: 3, verb: 'POWER', fields: { t_ms: '1' } }) ?? '')[0]?.veiled, 'nothing to hide').toBeNull();
  });

  test('a line that is damaged or half tells none either, wherever it was hit', () => {
    fc.assert(fc.property(fc.nat(DEVICE.length - 2), fc.integer({ min: 0, max: 255 }), fc.nat(DEVICE.length - 2), (at, byte, from) => {
      const hit = DEVICE.slice(0, at) + String.fromCharCode(byte) + DEVICE.slice(at + 1);
      for (const line of split(hit, '\n', DEVICE.slice(from))) {
        for (const identifier of IDENTIFIERS) {
          expect(line.veiled ?? line.text).not.toContain(identifier);
          expect(line.veiled ?? line.text).not.toContain(identifier.slice(4));
        }
      }
    }));
  });
});

describe('the live tail', () => {
  function watching(hasRoom = (): boolean => true) {
    const clock = createVirtualClock();
    const sent: RawTail[] = [];
    return { clock, sent, watch: new RawWatch({ clock, hasRoom, send: (tail) => sent.push(rawTailSchema.parse(tail)) }) };
  }
  const many = (count: number): BoxEntry[] => Array.from({ length: count }, (_, index) => chunk(`line ${index}\n`));

  test('nobody looks: nothing is kept and nothing is sent', () => {
    const { clock, sent, watch } = watching();
    watch.take('bench-1', many(5));
    clock.advance(60_000);
    expect([sent, clock.waiting()]).toEqual([[], 0]);
  });

  test('at most four messages a second, each bounded, with what did not fit counted', () => {
    const { clock, sent, watch } = watching();
    watch.watch('bench-1', 10_000);
    for (let at = 0; at < 100; at += 1) {
      watch.take('bench-1', many(90));
      clock.advance(10);
    }
    expect(sent.length).toBeLessThanOrEqual(4);
    expect(sent.every(({ lines }) => lines.length <= RAW_LINES_MAX)).toBe(true);
    clock.advance(1_000);
    expect(sent.reduce((sum, { lines, missed }) => sum + lines.length + missed, 0)).toBe(9_000);
    expect(sent.at(-1)?.lines.at(-1)?.text).toBe('line 89');
    watch.take('bench-1', [chunk(`${'y'.repeat(380)}\n`.repeat(400))]);
    clock.advance(1_000);
    expect((sent.at(-1)?.lines ?? []).reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(24 * 1024);
  });

  test('it ends by itself, however long somebody asked, and when the server is away', () => {
    const { clock, sent, watch } = watching();
    watch.watch('bench-1', 60_000);
    clock.advance(15_001);
    watch.take('bench-1', many(1));
    clock.advance(1_000);
    expect(sent).toEqual([]);
    watch.watch('bench-1', 10_000);
    watch.take('bench-1', many(1));
    watch.clear();
    clock.advance(1_000);
    expect(sent).toEqual([]);
  });

  test('it waits behind everything else, and keeps the newest', () => {
    let hasRoom = false;
    const { clock, sent, watch } = watching(() => hasRoom);
    watch.watch('bench-1', 10_000);
    for (let at = 0; at < 10; at += 1) watch.take('bench-1', many(100));
    clock.advance(2_000);
    expect(sent).toEqual([]);
    hasRoom = true;
    clock.advance(250);
    expect([sent.length, sent[0]?.lines.length, sent[0]?.missed]).toEqual([1, RAW_LINES_MAX, 800]);
  });

  test('no more than eight benches at once', () => {
    const { clock, sent, watch } = watching();
    for (let bench = 1; bench <= 9; bench += 1) watch.watch(`bench-${bench}`, 10_000);
    for (let bench = 1; bench <= 9; bench += 1) watch.take(`bench-${bench}`, many(1));
    clock.advance(1_000);
    expect(sent.map(({ bench }) => bench)).not.toContain('bench-9');
    expect(sent).toHaveLength(8);
  });
});
