/** What a line says is what comes out, value by value; nothing is guessed. */
import { expect, test } from 'vitest';
import { encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { readLine } from '../../../firmware-bridge/wire/read-line.ts';
import { readRigMessage, type RigMessage } from '../../../firmware-bridge/wire/rig-message.ts';

const read = (verb: string, fields: Record<string, string>): RigMessage | undefined => readRigMessage({ session: 'A1B20007', n: 1, verb, fields: { t_ms: '7', ...fields } });
const beat = { ack: '3', seat: '1', phase: 'unpack', zone: 'safe', restore: '00070001', gate: 'write', permit: 'erase', latch: 'A1' };
const fixture = { id: 'F2', probes: '5', span_mm: '147', noise_um: '8', full_um: '4000', period_ms: '100', zero_dc: '231' };
const plan = { restore: '00070001', from: '1', to: '2', hash: 'AA' };
const welcome = { proto: '1', rig: 'R-1', fw: '2.4', model: 'RB', latch: 'none' };
const probe = { fixture: 'F2', l_um: '1,2,3', r_um: '4,5,6', temp_dc: '238' };

test.each<[string, Record<string, string>, object]>([
  ['HB', beat, { tMs: 7, ack: 3, seated: true, phase: 'unpack', zone: 'safe', restore: '00070001', gate: 'write', permit: 'erase', latch: 'A1', estop: false }],
  ['HB', { ...beat, seat: '0', estop: '1' }, { seated: false, estop: true }], ['HB', { ...beat, estop: '0' }, { estop: false }],
  ['WELCOME', { ...welcome, virtual: '1' }, { virtual: true, firmware: '2.4', latch: null }], ['WELCOME', { ...welcome, virtual: '0' }, { virtual: false }],
  ['FIXTURE', fixture, { rows: 2, widthMm: null, zeroUm: null, zeroH: null, zeroDc: 231 }],
  ['FIXTURE', { ...fixture, rows: '3', width_mm: '71', zero_um: '-12', zero_h: '5' }, { rows: 3, widthMm: 71, zeroUm: -12, zeroH: 5 }],
  ['DEVICE', { model: 'm', serial: 's', ecid: 'e', imei: 'i', lock: 'on', hub: '2' }, { serial: 's', ecid: 'e', imei: 'i', locked: true, hubs: 2 }],
  ['DEVICE', { model: 'm', lock: 'off' }, { serial: null, ecid: null, imei: null, locked: false, hubs: null }], ['DEVICE', { model: 'm' }, { locked: null }],
  ['PROBE', { ...probe, turned: '1' }, { leftUm: [1, 2, 3], rightUm: [4, 5, 6], turned: true }], ['PROBE', probe, { turned: false, temperatureDc: 238 }],
  ['POWER', { battery_pct: '71', supply_mv: '1', device_dc: '2', force_cn: '3' }, { batteryPct: 71, supplyMv: 1, deviceDc: 2, forceCn: 3 }],
  ['POWER', { supply_mv: '1', device_dc: '2', force_cn: '3' }, { batteryPct: null }],
  ['PLAN', { ...plan, kind: 'update' }, { kind: 'update' }], ['PLAN', { ...plan, kind: 'erase' }, { kind: 'erase' }], ['PLAN', { ...plan, kind: 'sideload' }, { kind: 'unknown' }],
])('%s %j', (verb, fields, values) => {
  expect(read(verb, fields)).toMatchObject({ verb, ...values });
});

test('a line is a message, or corrupt with its reason', () => {
  const line = (fields: Record<string, string>): string => encodeFrame({ session: 'A1B20007', n: 9, verb: 'EVENT', fields })?.slice(0, -1) ?? '';
  expect(readLine(line({ t_ms: '7', kind: 'button' }))).toEqual({ kind: 'line', session: 'A1B20007', n: 9, message: { verb: 'EVENT', tMs: 7, kind: 'button' } });
  expect(readLine(line({ t_ms: '7' }))).toEqual({ kind: 'corrupt', why: 'bad-message' });
  expect(readLine('noise')).toEqual({ kind: 'corrupt', why: 'too-short' });
});
