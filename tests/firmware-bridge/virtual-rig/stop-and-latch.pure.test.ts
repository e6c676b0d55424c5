/** Stop, latch, reset, drill, E-stop and button: PROTOCOL.md §6 to §9. */
import { expect, test } from 'vitest';
import { ERASE, PaperRig, UPDATE, rigAtWork, runTo } from './rig-on-paper.ts';

const ID = '5C1E77A90001';
const OTHER = '5C1E77A90002';

test('a stop in a safe phase: answer, ENDED, heartbeat, in this order, and once in the ledger', () => {
  const rig = rigAtWork();
  runTo(rig, 'unpack', 'write');
  const before = rig.said.length;
  rig.stop(ID);
  expect(rig.verbsSince(before)).toEqual(['STOPPED', 'ENDED', 'HB']);
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: ID, phase: 'unpack', zone: 'safe', restore: '00010001' });
  expect(rig.last('ENDED')?.fields.result).toBe('stopped');
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', restore: 'none', permit: 'none', latch: ID });
  expect(rig.events('stop')).toMatchObject([{ id: ID, answer: 'stopped', phase: 'unpack', restore: '00010001', repeated: false }]);
  expect(rig.state.corruptLines).toBe(0);
  const answered = Number(rig.last('STOPPED')?.fields.t_ms);
  rig.run(10, 'silent');
  expect(Number(rig.beat.fields.t_ms), 'a heartbeat with a later time follows soon').toBeGreaterThan(answered);
});

test('CAN acts in the middle of a line, drops its tail uncounted, and the STOP behind gives the name', () => {
  const rig = rigAtWork();
  const grant = rig.line('HB', { re: '1', re_ms: '1' });
  rig.bytes(`${grant.slice(0, 20)}\x18`);
  expect(rig.state.restore).toBeNull();
  expect(rig.memory.latch?.id).toBe('000000000000');
  rig.bytes(`${grant.slice(20)}${rig.line('STOP', { id: ID, why: 'test' })}`);
  expect(rig.state.corruptLines).toBe(0);
  expect(rig.memory.latch?.id).toBe(ID);
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: ID, phase: 'prepare', restore: '00010001' });
  expect(rig.events('stop')).toHaveLength(1);
});

test('a CAN without a name is not answered, ends the restore, and stands in the ledger without a name', () => {
  const rig = rigAtWork();
  const before = rig.said.length;
  rig.bytes('\x18\n');
  expect(rig.verbsSince(before)).toEqual([]);
  rig.run(100, 'silent');
  expect(rig.verbsSince(before).filter((verb) => verb === 'STOPPED')).toEqual([]);
  expect(rig.last('ENDED')?.fields.result).toBe('stopped');
  expect(rig.beat.fields.latch).toBe('000000000000');
  expect(rig.events('stop')).toMatchObject([{ id: '000000000000', answer: 'stopped' }]);
  rig.say('STOP', { id: ID, why: 'test' });
  expect(rig.beat.fields.latch).toBe(ID);
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: ID, phase: 'prepare', restore: '00010001' });
});

test('power lost between a CAN and its name: the latch is there, and the ledger gets the stop at the next boot', () => {
  const rig = rigAtWork();
  rig.bytes('\x18');
  expect(rig.events('stop')).toHaveLength(0);
  rig.powerCycle();
  expect(rig.events('stop')).toMatchObject([{ id: '000000000000', boot: 2 }]);
  rig.powerCycle();
  expect(rig.events('stop')).toHaveLength(1);
});

test('before the first HELLO a STOP is answered in the session of the boot counter', () => {
  const rig = new PaperRig();
  rig.stop(ID);
  expect(rig.last('STOPPED')).toMatchObject({ session: '00000001', n: 0, fields: { id: ID, phase: 'idle', zone: 'safe', restore: 'none' } });
  rig.start();
  expect(rig.lastRefusal).toBe('latched');
});

test('in committed the answer is TOO-LATE, the restore goes on and ends, and the latch stays', () => {
  const rig = rigAtWork();
  runTo(rig, 'write', 'write');
  rig.stop(ID);
  expect(rig.last('TOO-LATE')?.fields).toMatchObject({ id: ID, phase: 'write', zone: 'committed', restore: '00010001' });
  expect(rig.last('STOPPED')).toBeUndefined();
  rig.run(2500);
  expect(rig.last('ENDED')?.fields.result).toBe('kept');
  expect(rig.beat.fields).toMatchObject({ phase: 'idle', latch: ID });
});

test('the same id gets its first answer again; another id is answered by what is so now, and the latch keeps the first', () => {
  const rig = rigAtWork();
  runTo(rig, 'verify', 'none');
  rig.stop(ID);
  rig.stop(ID);
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: ID, phase: 'verify', restore: '00010001' });
  rig.stop(OTHER);
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: OTHER, phase: 'stopped', restore: 'none' });
  expect(rig.memory.latch?.id).toBe(ID);
  expect(rig.events('stop').map((entry) => entry.event === 'stop' && [entry.id, entry.repeated])).toEqual([[ID, false], [ID, true], [OTHER, false]]);
  expect(rig.said.filter((frame) => frame.verb === 'ENDED')).toHaveLength(1);
});

test('a rig latched too late takes no permit, so a fallback never gets to its erase', () => {
  const rig = rigAtWork(UPDATE, 40);
  runTo(rig, 'write', 'write');
  rig.stop(ID);
  runTo(rig, 'erase-next', 'erase');
  rig.run(5000, 'erase');
  expect(rig.beat.fields).toMatchObject({ gate: 'erase', permit: 'none' });
  rig.run(26_000, 'erase');
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', latch: ID });
  expect(rig.events('crossing')).toHaveLength(1);
});

test('a second stop reaches a fallback before its erase and says so', () => {
  const rig = rigAtWork(UPDATE, 40);
  runTo(rig, 'write', 'write');
  rig.stop(ID);
  runTo(rig, 'erase-next', 'none');
  rig.stop(OTHER);
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: OTHER, phase: 'erase-next', zone: 'critical', restore: '00010001' });
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', latch: ID });
});

test('a latch survives power loss, and only its own RESET of this session releases it, once', () => {
  const rig = rigAtWork();
  rig.stop(ID);
  rig.powerCycle();
  rig.say('RESET', { id: ID }, { session: 'A1B20001', n: 5 });
  expect(rig.memory.latch?.id).toBe(ID);
  rig.hello();
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', latch: ID });
  rig.say('RESET', { id: OTHER });
  expect(rig.last('REFUSED')?.fields).toMatchObject({ re: '1', verb: 'RESET', why: 'id' });
  rig.say('RESET', { id: ID });
  expect(rig.last('RESET-DONE')?.fields.id).toBe(ID);
  expect(rig.beat.fields).toMatchObject({ phase: 'idle', latch: 'none', permit: 'none' });
  rig.say('RESET', { id: ID });
  expect(rig.last('REFUSED')?.fields.why).toBe('id');
  rig.powerCycle();
  expect(rig.memory.latch).toBeNull();
  expect(rig.events('reset')).toHaveLength(1);
});

test('RESET is refused while a restore is open and while the E-stop is pressed', () => {
  const rig = rigAtWork();
  runTo(rig, 'write', 'write');
  rig.stop(ID);
  rig.say('RESET', { id: ID });
  expect(rig.last('REFUSED')?.fields.why).toBe('restore-open');
  rig.run(2500);
  rig.estop(true);
  rig.say('RESET', { id: ID });
  expect(rig.last('REFUSED')?.fields.why).toBe('estop');
  rig.estop(false);
  rig.say('RESET', { id: ID });
  expect(rig.last('RESET-DONE')?.fields.id).toBe(ID);
});

test('while latched no restore starts, no permit is taken, and a DRILL is refused', () => {
  const rig = rigAtWork();
  rig.stop(ID);
  rig.start();
  expect(rig.lastRefusal).toBe('latched');
  rig.answer(null, { permit: 'write', restore: '00010001', plan: UPDATE.hash, ttl_ms: '500' });
  expect(rig.state.permit).toBeNull();
  rig.say('DRILL', { id: OTHER });
  expect(rig.last('REFUSED')?.fields).toMatchObject({ verb: 'DRILL', why: 'latched' });
});

test('E-stop: stops and latches under an own id, then EVENT; in committed the answer is too late', () => {
  const rig = rigAtWork();
  runTo(rig, 'verify', 'none');
  const before = rig.said.length;
  rig.estop(true);
  expect(rig.verbsSince(before)).toEqual(['STOPPED', 'ENDED', 'HB', 'EVENT']);
  expect(rig.beat.fields).toMatchObject({ estop: '1', latch: 'R00010000001', phase: 'stopped' });
  expect(rig.memory.latch).toMatchObject({ cause: 'estop', answer: 'stopped' });
  rig.estop(false);
  expect(rig.beat.fields.estop).toBeUndefined();
  const late = rigAtWork();
  runTo(late, 'write', 'write');
  late.estop(true);
  expect(late.memory.latch).toMatchObject({ cause: 'estop', answer: 'too-late', phase: 'write' });
  late.run(100);
  expect(late.beat.fields.phase).toBe('write');
});

test('button: a stop under an own id, then EVENT', () => {
  const rig = rigAtWork();
  const before = rig.said.length;
  rig.pull('button');
  expect(rig.verbsSince(before)).toEqual(['STOPPED', 'ENDED', 'HB', 'EVENT']);
  expect(rig.memory.latch).toMatchObject({ cause: 'button', id: 'R00010000001' });
});

test('an E-stop that is held at power-up latches at once', () => {
  const rig = new PaperRig();
  rig.state = { ...rig.state, estop: true };
  rig.powerCycle();
  expect(rig.memory.latch).toMatchObject({ cause: 'estop', id: 'R00020000001' });
});

test('drill: the first CAN within a second is answered and latches nothing; the next is a real stop', () => {
  const rig = new PaperRig();
  rig.hello();
  rig.say('DRILL', { id: ID });
  rig.bytes('\x18\n');
  expect(rig.last('DRILLED')?.fields.id).toBe(ID);
  expect(rig.memory.latch).toBeNull();
  rig.bytes('\x18\n');
  expect(rig.memory.latch?.id).toBe('000000000000');
});

test('a STOP line behind a drill is a real stop', () => {
  const rig = new PaperRig();
  rig.hello();
  rig.say('DRILL', { id: ID });
  rig.stop(OTHER);
  expect(rig.last('DRILLED')?.fields.id).toBe(ID);
  expect(rig.last('STOPPED')?.fields.id).toBe(OTHER);
  expect(rig.memory.latch?.id).toBe(OTHER);
});

test.each([
  ['a second passes', (rig: PaperRig) => rig.run(1000)],
  ['a phone is seated', (rig: PaperRig) => rig.seat()],
  ['a new HELLO', (rig: PaperRig) => rig.hello()],
])('a drill is disarmed when %s', (_what, happens) => {
  const rig = new PaperRig();
  rig.hello();
  rig.say('DRILL', { id: ID });
  happens(rig);
  rig.bytes('\x18\n');
  expect(rig.last('DRILLED')).toBeUndefined();
  expect(rig.memory.latch?.id).toBe('000000000000');
});

test('a drill is refused while a phone is seated', () => {
  const rig = rigAtWork(ERASE);
  rig.say('DRILL', { id: ID });
  expect(rig.last('REFUSED')?.fields).toMatchObject({ verb: 'DRILL', why: 'busy' });
});

test('a rig made deaf to stops neither stops nor answers, and the ledger says so', () => {
  const rig = rigAtWork();
  rig.state = { ...rig.state, ignoresStop: true };
  rig.stop(ID);
  expect(rig.last('STOPPED')).toBeUndefined();
  expect(rig.state.restore).not.toBeNull();
  expect(rig.events('stop')).toMatchObject([{ id: ID, answer: 'ignored' }]);
});
