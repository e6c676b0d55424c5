/** The codec: what is encoded is read again, what the protocol shows is read, and a line with one wrong byte is never another line. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc16 } from '../../../firmware-bridge/wire/crc16.ts';
import { LINE_BYTES_MAX, decodeFrame, decodeValue, encodeFrame, encodeValue, hex, type Frame } from '../../../firmware-bridge/wire/frame.ts';
import { heartbeatLine, helloLine, resetLine, stopBytes } from '../../../firmware-bridge/wire/host-line.ts';
import { readRigMessage } from '../../../firmware-bridge/wire/rig-message.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../../firmware-bridge/PROTOCOL.md'), 'utf8');
const blocks = (kind: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].flatMap((block) => (block[1] ?? '').split('\n').filter((line) => line !== ''));
const wire = blocks('wire');
const session = blocks('session');
const HOST_VERBS = new Set(['HELLO', 'STOP', 'RESET', 'DRILL']);
const fromRig = [...wire.filter((line) => line.includes(' t_ms=')), ...session.filter((line) => line.startsWith('< ')).map((line) => line.slice(2))];

const hexText = (digits: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9A-F]{${String(digits)}}$`));
const frame: fc.Arbitrary<Frame> = fc.record({
  session: hexText(8), n: fc.integer({ min: 0, max: 0xffff }), verb: fc.stringMatching(/^[A-Z][A-Z-]{1,15}$/),
  fields: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,15}$/), fc.stringMatching(/^[!-)+-<>-~]{1,20}$/), { maxKeys: 4 }),
});

test('the check value of the CRC is 29B1', () => {
  expect(hex(crc16('123456789'), 4)).toBe('29B1');
});

test('every example line of the protocol is read, written again the same, and typed', () => {
  expect(wire.length).toBeGreaterThan(20);
  expect(session.length).toBeGreaterThan(15);
  for (const line of [...wire, ...session.map((one) => one.slice(2))]) {
    const decoded = decodeFrame(line);
    if (!decoded.ok) throw new Error(`${decoded.why}: ${line}`);
    expect(encodeFrame(decoded.frame)).toBe(`${line}\n`);
  }
  expect(fromRig.length).toBeGreaterThan(25);
  for (const line of fromRig) {
    const decoded = decodeFrame(line);
    if (!decoded.ok || HOST_VERBS.has(decoded.frame.verb)) throw new Error(line);
    const message = readRigMessage(decoded.frame);
    expect(message, line).toBeDefined();
    expect(message?.verb).toBe(decoded.frame.verb);
  }
});

test('what was encoded is decoded the same, with no field and with many', () => {
  expect(encodeFrame({ session: 'A1B20007', n: 3, verb: 'PING', fields: {} })).toMatch(/^023 A1B20007 00003 PING\*[0-9A-F]{4}\n$/);
  fc.assert(fc.property(frame, (one) => {
    const line = encodeFrame(one);
    if (line === undefined) return;
    expect(line.length).toBeLessThanOrEqual(LINE_BYTES_MAX);
    const back = decodeFrame(line.slice(0, -1));
    expect(back).toEqual({ ok: true, frame: { ...one, fields: Object.assign(Object.create(null), one.fields) as Frame['fields'] } });
  }), { numRuns: 300 });
});

test('what would be read as another frame is not written', () => {
  const frame: Frame = { session: 'A1B20007', n: 3, verb: 'STOP', fields: { id: '5C1E77A90001' } };
  expect(encodeFrame(frame)).toBeDefined();
  for (const wrong of [{ verb: 'STOP id=1' }, { fields: { id: '5C1E77A90001 why=x' } }, { fields: { 'a=1 id': '5' } }, { n: 3.5 }, { n: -1 }, { n: 65_536 }, { session: 'A1B2' }]) {
    expect(encodeFrame({ ...frame, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
  }
});

test('one wrong byte anywhere makes a line void', () => {
  for (const line of fromRig.slice(0, 12)) {
    for (let at = 0; at < line.length; at += 1) {
      for (const other of [0x00, 0x0d, 0x18, 0x20, 0x2a, 0x30, 0x3d, 0x41, 0x61, 0x7f, 0xff, line.charCodeAt(at) ^ 1, line.charCodeAt(at) ^ 0x80]) {
        const changed = line.slice(0, at) + String.fromCharCode(other) + line.slice(at + 1);
        if (changed !== line) expect(decodeFrame(changed).ok, `${String(at)} ${String(other)} ${line}`).toBe(false);
      }
    }
  }
});

test('a byte lost, doubled or swapped with its neighbour, or two lines run together, is no line', () => {
  fc.assert(fc.property(fc.constantFrom(...fromRig), fc.constantFrom(...fromRig), fc.nat(200), (line, next, place) => {
    const at = place % (line.length - 1);
    const lost = line.slice(0, at) + line.slice(at + 1);
    const doubled = line.slice(0, at) + line.slice(at, at + 1) + line.slice(at);
    const swapped = line.slice(0, at) + line.slice(at + 1, at + 2) + line.slice(at, at + 1) + line.slice(at + 2);
    const merged = line.slice(0, at) + next;
    for (const broken of [lost, doubled, merged, swapped]) {
      if (broken !== line && broken !== next) expect(decodeFrame(broken).ok, broken).toBe(false);
    }
  }), { numRuns: 400 });
});

test('a good check does not save a line that breaks the grammar', () => {
  const sealed = (covered: string): string => `${covered}*${hex(crc16(covered), 4)}`;
  const length = (rest: string): string => sealed(String(rest.length + 3).padStart(3, '0') + rest);
  expect(decodeFrame(length(' A1B20007 00001 HB t_ms=1')).ok).toBe(true);
  const wrong = [
    ' A1B20007 00001 HB t_ms=1 t_ms=1', ' A1B20007 00001 HB  t_ms=1', ' A1B20007 00001 HB t_ms=', ' A1B20007 00001 HB T_ms=1', ' A1B20007 00001 HB t_ms',
    ' a1b20007 00001 HB t_ms=1', ' A1B20007 65536 HB t_ms=1', ' A1B20007 0001 HB t_ms=1', ' A1B20007 00001 H t_ms=1', ' A1B20007 00001 -HB t_ms=1',
    ' A1B20007 00001 HB*t_ms=1', ' A1B20007 00001 HB t_ms=1 ', ` A1B20007 00001 HB t_ms=${'1'.repeat(140)}`, ' A1B20007 00001 HB t=1=2',
  ];
  for (const rest of wrong) expect(decodeFrame(length(rest)).ok, rest).toBe(false);
  for (const count of ['027', '029', '999']) expect(decodeFrame(sealed(`${count} A1B20007 00001 HB t_ms=1`)).ok).toBe(false);
  expect(decodeFrame('').ok).toBe(false);
  expect(decodeFrame('032 A1B20007 00001 HB t_ms=1*0000').ok).toBe(false);
});

test('a message with a missing or impossible key is void, an unknown verb is not', () => {
  const read = (verb: string, fields: Record<string, string>): unknown => readRigMessage({ session: 'A1B20007', n: 1, verb, fields });
  const beat = { t_ms: '1', ack: '0', seat: '0', phase: 'idle', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch: 'none' };
  expect(read('HB', beat)).toBeDefined();
  for (const key of Object.keys(beat)) expect(read('HB', Object.fromEntries(Object.entries(beat).filter(([one]) => one !== key))), key).toBeUndefined();
  for (const wrong of [{ ack: '65536' }, { ack: '01' }, { ack: '+1' }, { seat: '2' }, { zone: 'SAFE' }, { t_ms: '-1' }, { t_ms: '4294967296' }, { permit: 'all' }, { latch: 'a b' }]) {
    expect(read('HB', { ...beat, ...wrong }), JSON.stringify(wrong)).toBeUndefined();
  }
  expect(read('HB', { ...beat, phase: 'new-phase' })).toMatchObject({ phase: 'unknown' });
  expect(read('constructor'.toUpperCase(), { t_ms: '1' })).toMatchObject({ verb: 'other' });
  expect(read('PLAN', { t_ms: '1', restore: '00070001', kind: 'downgrade', from: '1', to: '2', hash: 'AA' })).toMatchObject({ kind: 'unknown' });
  expect(read('STOPPED', { t_ms: '1', id: 'AA', phase: 'start', zone: 'critical', restore: 'none', cause: 'mood' })).toBeUndefined();
});

test('any text goes through a value and back', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (value) => {
    expect(encodeValue(value)).toMatch(/^[!-)+-<>-~]+$/);
    expect(decodeValue(encodeValue(value))).toBe(value);
  }), { numRuns: 200 });
  for (const broken of ['%zz', '%2a', '%', 'a%2', '%FF']) expect(decodeValue(broken)).toBe(broken);
});

test('whatever the host is called, it has a line for everything it must say', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => { expect(helloLine('A1B2', name)).toBeDefined(); }), { numRuns: 100 });
  expect(heartbeatLine('A1B20007', 65_535, 65_535, 4_294_967_295, { point: 'erase', restore: 'FFFFFFFF', plan: 'FFFFFFFF', ttlMs: 2000 })).toBeDefined();
  expect(resetLine('A1B20007', 1, 'R00070000001')).toBeDefined();
  expect(stopBytes('A1B20007', 1, '5C1E77A90001', 'update-fell-back-to-erase')).toMatch(/^\x18\n\d{3} A1B20007 00001 STOP id=5C1E77A90001 why=update-fell-back-to-erase\*[0-9A-F]{4}\n$/);
});
