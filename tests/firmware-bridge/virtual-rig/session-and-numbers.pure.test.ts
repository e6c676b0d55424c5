/** Boot, handshake, frame numbers and broken lines: PROTOCOL.md §2 to §5.1. */
import { expect, test } from 'vitest';
import { PHONE, PaperRig, UPDATE, rigAtWork } from './rig-on-paper.ts';
import { crc16 } from '../../../firmware-bridge/wire/crc16.ts';
import { hex } from '../../../firmware-bridge/wire/frame.ts';
import { BLANK_MEMORY } from '../../../firmware-bridge/virtual-rig/rig-state.ts';

test('BOOT comes once a second with the boot counter, until a HELLO', () => {
  const rig = new PaperRig();
  rig.run(2500, 'silent');
  expect(rig.said.map((frame) => [frame.verb, frame.session, frame.n])).toEqual(Array.from({ length: 3 }, () => ['BOOT', '00000001', 0]));
  rig.hello();
  rig.run(2500, 'silent');
  expect(rig.said.filter((frame) => frame.verb === 'BOOT')).toHaveLength(3);
});

test('the boot counter rises with every start and skips zero', () => {
  expect(new PaperRig({ ...BLANK_MEMORY, boot: 6 }).memory.boot).toBe(7);
  expect(new PaperRig({ ...BLANK_MEMORY, boot: 0xffff }).memory.boot).toBe(1);
});

test('after WELCOME come fixture, device, plan and a heartbeat, in order and numbered from zero', () => {
  const rig = rigAtWork();
  const before = rig.said.length;
  rig.hello();
  expect(rig.verbsSince(before)).toEqual(['WELCOME', 'FIXTURE', 'DEVICE', 'PLAN', 'HB']);
  expect(rig.said.slice(before).map((frame) => frame.n)).toEqual([0, 1, 2, 3, 4]);
  expect(rig.said.slice(before).every((frame) => frame.session === 'A1B20001' && Object.keys(frame.fields)[0] === 't_ms')).toBe(true);
  expect(rig.beat.fields).toMatchObject({ ack: '0', seat: '1', phase: 'prepare', zone: 'safe', gate: 'none', permit: 'none', latch: 'none' });
});

test('a latched rig says LATCH right after WELCOME', () => {
  const rig = rigAtWork();
  rig.stop('5C1E77A90001');
  const before = rig.said.length;
  rig.hello();
  expect(rig.verbsSince(before).slice(0, 2)).toEqual(['WELCOME', 'LATCH']);
  expect(rig.last('WELCOME')?.fields.latch).toBe('5C1E77A90001');
  expect(rig.last('LATCH')?.fields).toMatchObject({ id: '5C1E77A90001', answer: 'stopped', phase: 'prepare', zone: 'safe', restore: '00010001', cause: 'stop' });
});

test('a heartbeat every 100 ms, and one at once when something changes', () => {
  const rig = new PaperRig();
  rig.hello();
  const before = rig.said.length;
  rig.run(1000, 'silent');
  expect(rig.verbsSince(before).filter((verb) => verb === 'HB')).toHaveLength(10);
  const then = rig.said.length;
  rig.seat();
  expect(rig.verbsSince(then)).toEqual(['HB', 'DEVICE']);
  expect(rig.beat.fields.seat).toBe('1');
});

test('FIXTURE, DEVICE, PLAN, PROGRESS and POWER come at least once a second, PROBE every 100 ms', () => {
  const rig = rigAtWork();
  const before = rig.said.length;
  rig.run(1900);
  const count = (verb: string): number => rig.verbsSince(before).filter((said) => said === verb).length;
  for (const verb of ['FIXTURE', 'DEVICE', 'PLAN', 'PROGRESS', 'POWER']) expect(count(verb), verb).toBeGreaterThanOrEqual(2);
  expect(count('PROBE')).toBeGreaterThanOrEqual(18);
  expect(count('PROBE')).toBeLessThanOrEqual(20);
});

test('a new device and a new plan are said twice within 200 ms', () => {
  const rig = new PaperRig();
  rig.hello();
  const before = rig.said.length;
  rig.seat();
  rig.start();
  rig.run(200);
  expect(rig.verbsSince(before).filter((verb) => verb === 'DEVICE')).toHaveLength(2);
  expect(rig.verbsSince(before).filter((verb) => verb === 'PLAN')).toHaveLength(2);
});

test('a duplicate or regressed number renews nothing and is not acknowledged; a step of 32 is accepted', () => {
  const rig = rigAtWork();
  rig.run(100);
  rig.answer(null);
  const acked = rig.hostN;
  rig.run(100, 'silent');
  expect(rig.beat.fields.ack).toBe(String(acked));
  const grant = { re: String(rig.beat.n), re_ms: rig.beat.fields.t_ms ?? '', permit: 'write', restore: '00010001', plan: UPDATE.hash, ttl_ms: '500' };
  for (const n of [acked, acked - 1, acked + 33]) {
    rig.say('HB', grant, { n });
    expect(rig.state.permit, String(n)).toBeNull();
    expect(rig.state.session?.inN).toBe(acked);
  }
  rig.say('HB', grant, { n: acked + 32 });
  expect(rig.state.permit?.kind).toBe('write');
});

test('a line of another session has no effect, except STOP', () => {
  const rig = rigAtWork();
  rig.say('HB', { re: String(rig.beat.n), re_ms: rig.beat.fields.t_ms ?? '', permit: 'write', restore: '00010001', plan: UPDATE.hash, ttl_ms: '500' }, { session: 'BEEF0001' });
  expect(rig.state.permit).toBeNull();
  rig.say('STOP', { id: '5C1E77A90001', why: 'test' }, { session: 'BEEF0001', n: 60_000 });
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: '5C1E77A90001', phase: 'prepare' });
});

test('a HELLO ends the session, drops the permit and starts the numbers anew', () => {
  const rig = rigAtWork();
  rig.answer('write');
  expect(rig.state.permit?.kind).toBe('write');
  rig.nonce = 'B2C3';
  rig.hello();
  expect(rig.state.permit).toBeNull();
  expect(rig.beat).toMatchObject({ session: 'B2C30001', n: 4 });
});

test('broken lines are counted, dropped up to their LF, and the next line counts again', () => {
  const rig = new PaperRig();
  const hello = rig.line('HELLO', { proto: '1', host: 'test' }, { n: 0, session: 'A1B20000' });
  rig.bytes(`\n\x00\xff\n${hello.replace('HELLO', 'HELLP')}${'A'.repeat(5000)}`);
  expect(rig.state.corruptLines).toBe(3);
  expect(rig.state.input.text.length).toBeLessThan(160);
  rig.bytes(`tail\n${hello}`);
  expect(rig.state.corruptLines).toBe(4);
  expect(rig.last('WELCOME')).toBeDefined();
});

test('a line of 160 bytes is read; one of 161, right in everything else, is dropped', () => {
  const hello = (hostLength: number): string => {
    const covered = `${44 + hostLength - 6} A1B20000 00000 HELLO proto=1 host=${'h'.repeat(hostLength)}`;
    return `${covered}*${hex(crc16(covered), 4)}\n`;
  };
  const rig = new PaperRig();
  expect(hello(117)).toHaveLength(161);
  rig.bytes(hello(117));
  expect(rig.last('WELCOME')).toBeUndefined();
  expect(rig.state.corruptLines).toBe(1);
  rig.bytes(hello(116));
  expect(rig.last('WELCOME')).toBeDefined();
});

test('an unknown verb is acknowledged and does nothing', () => {
  const rig = new PaperRig();
  rig.hello();
  rig.say('COFFEE', { sugar: '2' });
  rig.run(100, 'silent');
  expect(rig.beat.fields.ack).toBe('1');
  expect(rig.last('REFUSED')).toBeUndefined();
});

test('the longest heartbeat and the longest device still fit into a line', () => {
  const rig = new PaperRig({ ...BLANK_MEMORY, boot: 0xfffe });
  rig.tickOnce(4_294_967_290);
  rig.hello();
  rig.seat({ model: 'M'.repeat(24), serial: 'S'.repeat(24), ecid: 'FFFFFFFFFFFFFFFF', imei: '353012110000001' });
  rig.estop(true);
  rig.tickOnce(4_294_967_400);
  expect(rig.beat.fields).toMatchObject({ t_ms: '4294967295', estop: '1', latch: 'RFFFF0000001' });
  expect(rig.last('DEVICE')?.fields.model).toBe('M'.repeat(24));
  expect(PHONE.model).toBe('iPhone 12');
});
