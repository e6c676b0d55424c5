/** The edges of the grammar: what is refused is refused for its own reason, and what stands just inside the edge is read. */
import { expect, test } from 'vitest';
import { crc16 } from '../../../firmware-bridge/wire/crc16.ts';
import { LINE_BYTES_MAX, decodeFrame, encodeFrame, encodeValue, hex } from '../../../firmware-bridge/wire/frame.ts';
import { DRILL_STOP_BYTES, drillLine, heartbeatLine, helloLine, resetLine, stopBytes } from '../../../firmware-bridge/wire/host-line.ts';
import { readRigMessage, type RigMessage } from '../../../firmware-bridge/wire/rig-message.ts';

const sealed = (covered: string): string => `${covered}*${hex(crc16(covered), 4)}`;
const counted = (rest: string): string => sealed(String(rest.length + 3).padStart(3, '0') + rest);
const whyOf = (line: string): string => { const decoded = decodeFrame(line); return decoded.ok ? 'read' : decoded.why; };
const valued = (length: number): string => counted(` A1B20007 00001 HB x=${'1'.repeat(length)}`);

test('a line of 160 bytes with its LF is read, one more is too long', () => {
  const most = LINE_BYTES_MAX - 1 - counted(' A1B20007 00001 HB x=').length;
  expect([whyOf(valued(most)), valued(most).length + 1]).toEqual(['read', LINE_BYTES_MAX]);
  expect(whyOf(valued(most + 1))).toBe('too-long');
  expect(encodeFrame({ session: 'A1B20007', n: 1, verb: 'HB', fields: { x: '1'.repeat(most) } })).toHaveLength(LINE_BYTES_MAX);
  expect(encodeFrame({ session: 'A1B20007', n: 1, verb: 'HB', fields: { x: '1'.repeat(most + 1) } })).toBeUndefined();
});

test.each<[string, string]>([
  ['', 'too-short'], ['*0000', 'too-short'], [counted(' A1B20007 00001 H'), 'too-short'], [counted(' A1B20007 00001 Hb'), 'bad-header'], ['020 A1B20007 00001 *0000', 'too-short'],
  ['031 A1B20007 00001 HB t_ms=1 0000', 'too-short'],
  [counted(' A1B20007 00001 HB x=a\x1fb'), 'bad-byte'], [counted(' A1B20007 00001 HB x=a\x7fb'), 'bad-byte'], [counted(' A1B20007 00001 HB x=a\xe9b'), 'bad-byte'],
  [counted(' A1B20007 00001 HB x=a~b'), 'read'], [counted(' A1B20007 00001 HB'), 'read'],
  [counted(' a1b20007 00001 HB x=1'), 'bad-header'], [counted(' A1B20007 65536 HB x=1'), 'bad-header'], [counted(' A1B20007 65535 HB x=1'), 'read'],
  [sealed('Z040 A1B20007 00012 HB re=12 re_ms=6410'), 'bad-header'], [sealed('028 A1B20007 00001 HB x=1'), 'bad-length'],
  [counted(' A1B20007 00001 HB x=1').replace(/.$/, 'G'), 'bad-check'], [counted(' A1B20007 00001 HB x'), 'bad-field'], [counted(' A1B20007 00001 HB x=1 x=1'), 'bad-field'],
  [counted(' A1B20007 00001 HB*x=1'), 'bad-field'],
])('%j: %s', (line, why) => {
  expect(whyOf(line)).toBe(why);
});

test('a value keeps what it may hold, and everything else is escaped', () => {
  expect(encodeValue('!iPhone-12~')).toBe('!iPhone-12~');
  expect(encodeValue('a=b*c%d e\x7fé')).toBe('a%3Db%2Ac%25d%20e%7F%C3%A9');
  expect(encodeValue('')).toBe('%20');
});

test('the host says exactly what the protocol shows', () => {
  expect(helloLine('A1B2', 'store14-bench3')).toBe('052 A1B20000 00000 HELLO proto=1 host=store14-bench3*6A4B\n');
  expect(resetLine('A1B20007', 90, '5C1E77A90001')).toBe('040 A1B20007 00090 RESET id=5C1E77A90001*70AD\n');
  expect(drillLine('A1B20007', 95, '5C1E77A90002')).toBe('040 A1B20007 00095 DRILL id=5C1E77A90002*840A\n');
  expect(stopBytes('A1B20007', 44, '5C1E77A90001', 'device-frame-bent')).toBe('\x18\n061 A1B20007 00044 STOP id=5C1E77A90001 why=device-frame-bent*BEB8\n');
  expect(heartbeatLine('A1B20007', 12, 12, 6410, null)).toBe('038 A1B20007 00012 HB re=12 re_ms=6410*4A17\n');
  expect(heartbeatLine('A1B20007', 13, 13, 6510, { point: 'write', restore: '00070001', plan: '5D0C9E11', ttlMs: 500 }))
    .toBe('093 A1B20007 00013 HB re=13 re_ms=6510 permit=write restore=00070001 plan=5D0C9E11 ttl_ms=500*F9A2\n');
  expect(DRILL_STOP_BYTES).toBe('\x18\n');
});

test('a stop whose line cannot be written is still the stop byte', () => {
  expect(stopBytes('nonsense', 1, '5C1E77A90001', 'estop')).toBe('\x18\n');
});

test('a long name of the host is cut between characters, at 64', () => {
  const hostOf = (name: string): string | undefined => / host=([^ *]+)\*/.exec(helloLine('A1B2', name) ?? '')?.[1];
  expect(hostOf('a'.repeat(70))).toBe('a'.repeat(64));
  expect(hostOf('a'.repeat(64))).toBe('a'.repeat(64));
  expect(hostOf('é'.repeat(20))).toBe('%C3%A9'.repeat(10));
  expect(hostOf('')).toBe('%20');
});

const read = (verb: string, fields: Record<string, string>): RigMessage | undefined => readRigMessage({ session: 'A1B20007', n: 1, verb, fields: { t_ms: '1', ...fields } });

test('texts, ids and lists are read up to their limit and not beyond', () => {
  expect(read('DEVICE', { model: 'm'.repeat(24) })).toMatchObject({ model: 'm'.repeat(24), serial: null });
  expect(read('DEVICE', { model: 'm'.repeat(25) })).toBeUndefined();
  expect(read('DEVICE', { model: 'm', serial: 's'.repeat(25) })).toBeUndefined();
  expect(read('RESET-DONE', { id: 'A'.repeat(16) })).toMatchObject({ id: 'A'.repeat(16) });
  for (const id of ['A'.repeat(17), 'aA', 'Aa', '-A', 'A-', '']) expect(read('RESET-DONE', { id }), id).toBeUndefined();
  const probe = (left: string): RigMessage | undefined => read('PROBE', { fixture: 'F2', l_um: left, r_um: '1,2,3', temp_dc: '1' });
  expect(probe('1')).toMatchObject({ leftUm: [1] });
  expect(probe('1,x,-3,4,5,6')).toMatchObject({ leftUm: [1, null, -3, 4, 5, 6] });
  for (const left of ['1,2,3,4,5,6,7', '1,,3', '1a', '01', '+1', '-0', 'X', '1.5']) expect(probe(left), left).toBeUndefined();
});

test('what is optional is read when it is there', () => {
  expect(read('PROGRESS', { restore: '00070001', pct: '3', next: 'write', next_ms: '184000' })).toMatchObject({ nextMs: 184_000 });
  expect(read('PROGRESS', { restore: '00070001', pct: '3', next: 'none' })).toMatchObject({ nextMs: null });
  const answer = { id: 'R00070000001', phase: 'start', zone: 'critical', restore: '00070001' };
  expect(read('STOPPED', { ...answer, cause: 'lapse' })).toMatchObject({ cause: 'lapse' });
  expect(read('STOPPED', answer)).toMatchObject({ cause: 'stop' });
  for (const wrong of ['mood', '']) expect(read('STOPPED', { ...answer, cause: wrong })).toBeUndefined();
  const latch = { ...answer, at_ms: '9033', cause: 'stop' };
  for (const how of ['stopped', 'too-late']) expect(read('LATCH', { ...latch, answer: how })).toMatchObject({ answer: how });
  expect(read('LATCH', { ...latch, answer: 'perhaps' })).toBeUndefined();
});

/** One line of each verb, whole; keys with `?` may be left out. */
const WHOLE: Readonly<Record<string, string>> = {
  'BOOT': 'proto=1 rig=R-1 fw=1?', 'WELCOME': 'proto=1 rig=R-1 fw=2.4.1 model=RB-4 virtual=0 latch=none',
  'LATCH': 'id=A1 answer=stopped phase=unpack zone=safe restore=00070001 at_ms=9033 cause=stop', 'STOPPED': 'id=A1 phase=unpack zone=safe restore=none cause=stop?',
  'FIXTURE': 'id=F2 probes=5 span_mm=147 noise_um=8 full_um=4000 period_ms=100 zero_dc=231 rows=2? width_mm=71? zero_um=12? zero_h=5?',
  'DEVICE': 'model=m serial=s? ecid=e? imei=i? lock=on? hub=1?', 'PLAN': 'restore=00070001 kind=update from=1 to=2 hash=AA',
  'PROGRESS': 'restore=00070001 pct=37 next=write next_ms=1?', 'PROBE': 'fixture=F2 l_um=1,2,3 r_um=1,2,3 temp_dc=238 turned=1?', 'MID': 'fixture=F2 m_um=1,2,3',
  'POWER': 'battery_pct=71? supply_mv=5060 device_dc=287 force_cn=110', 'ENDED': 'restore=00070001 result=kept', 'EVENT': 'kind=button', 'RESET-DONE': 'id=A1',
  'REFUSED': 're=91 verb=RESET why=estop', 'DRILLED': 'id=A1',
};

test.each(Object.entries(WHOLE))('%s is void without any of its keys, and only then', (verb, text) => {
  const keys = text.split(' ').map((part) => [part.replace(/=.*/, ''), part.replace(/^.*?=/, '').replace('?', ''), part.endsWith('?')] as const);
  const fields = Object.fromEntries(keys.map(([key, value]) => [key, value]));
  expect(read(verb, fields)?.verb).toBe(verb);
  for (const [key, , mayMiss] of keys) {
    const rest = Object.fromEntries(Object.entries(fields).filter(([one]) => one !== key));
    expect(read(verb, rest) === undefined, `${verb} without ${key}`).toBe(!mayMiss);
  }
});
