/** The lease, the gates and the two points of no return: PROTOCOL.md §5.2 to §5.4. */
import { expect, test } from 'vitest';
import { ERASE, UPDATE, rigAtWork, runTo } from './rig-on-paper.ts';

test('an update with a renewed permit goes all the way and ends kept', () => {
  const rig = rigAtWork();
  runTo(rig, 'finish', 'write');
  rig.run(1200, 'none');
  expect(rig.last('ENDED')?.fields).toMatchObject({ restore: '00010001', result: 'kept' });
  expect(rig.beat.fields).toMatchObject({ phase: 'idle', restore: 'none', latch: 'none' });
  const phases = rig.said.filter((frame) => frame.verb === 'HB').map((frame) => frame.fields.phase);
  expect(phases.filter((phase, index) => phase !== phases[index - 1]))
    .toEqual(['idle', 'prepare', 'unpack', 'verify', 'recovery', 'start', 'write', 'finish', 'idle']);
  expect(rig.events('crossing')).toMatchObject([{ point: 'write', restore: '00010001', permit: 'write', live: true }]);
});

test('an erasing plan waits for the erase permit and ends erased', () => {
  const rig = rigAtWork(ERASE);
  runTo(rig, 'recovery', 'write');
  rig.run(3000, 'write');
  expect(rig.beat.fields).toMatchObject({ phase: 'recovery', gate: 'erase' });
  runTo(rig, 'finish', 'erase');
  rig.run(1200);
  expect(rig.last('ENDED')?.fields.result).toBe('erased');
  expect(rig.events('crossing').map((entry) => entry.event === 'crossing' && [entry.point, entry.live])).toEqual([['erase', true]]);
  expect(rig.events('erase-begun')).toHaveLength(1);
});

test('any other plan word is treated as erasing', () => {
  const rig = rigAtWork({ ...UPDATE, kind: 'sideload' });
  rig.run(5000);
  expect(rig.beat.fields.gate).toBe('erase');
});

test('without a permit the restore waits at the gate 30 s and then ends undone, nothing latched', () => {
  const rig = rigAtWork();
  runTo(rig, 'recovery', 'none');
  rig.run(1000);
  expect(rig.beat.fields).toMatchObject({ phase: 'recovery', zone: 'safe', gate: 'write' });
  rig.run(29_800);
  expect(rig.beat.fields.gate).toBe('write');
  rig.run(300);
  expect(rig.last('ENDED')?.fields.result).toBe('undone');
  expect(rig.beat.fields).toMatchObject({ phase: 'idle', latch: 'none' });
  expect(rig.events('crossing')).toHaveLength(0);
});

test('a permit that is not renewed in start: the rig stops by itself under its own id', () => {
  const rig = rigAtWork();
  runTo(rig, 'start', 'write');
  const crossedAtMs = rig.nowMs;
  rig.run(700, 'silent');
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', restore: 'none', latch: 'R00010000001' });
  expect(rig.last('STOPPED')?.fields).toMatchObject({ id: 'R00010000001', phase: 'start', zone: 'critical', restore: '00010001' });
  expect(Number(rig.last('STOPPED')?.fields.t_ms)).toBeLessThanOrEqual(crossedAtMs + 500);
  expect(rig.last('ENDED')?.fields.result).toBe('stopped');
  expect(rig.events('lapse')).toMatchObject([{ id: 'R00010000001', phase: 'start' }]);
  expect(rig.memory.latch).toMatchObject({ id: 'R00010000001', cause: 'lapse' });
});

test('a heartbeat without a permit ends it at once, in start too', () => {
  const rig = rigAtWork();
  runTo(rig, 'start', 'write');
  rig.answer(null);
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', permit: 'none' });
});

test('the lease counts from the heartbeat that it answers: a late grant ends early, an old one revives nothing', () => {
  const rig = rigAtWork();
  rig.run(200);
  const old = rig.beat;
  const grant = (ttl: string): void => rig.say('HB', { re: String(old.n), re_ms: old.fields.t_ms ?? '', permit: 'write', restore: '00010001', plan: UPDATE.hash, ttl_ms: ttl });
  rig.run(400, 'silent');
  grant('500');
  expect(rig.state.permit?.untilMs).toBe(Number(old.fields.t_ms) + 500);
  rig.run(100, 'silent');
  expect(rig.state.permit).toBeNull();
  grant('500');
  expect(rig.state.permit).toBeNull();
  expect(rig.events('permit').at(-1)).toMatchObject({ live: false });
  rig.run(1100, 'silent');
  grant('2000');
  expect(rig.state.permit, 'no longer one of the last 16 heartbeats').toBeNull();
});

test.each([
  ['another restore', { restore: '00010002' }], ['another plan', { plan: '5D0C9E12' }], ['a lease of 0 ms', { ttl_ms: '0' }],
  ['a lease over 2000 ms', { ttl_ms: '2001' }], ['another heartbeat time', { re_ms: '1' }], ['a heartbeat never sent', { re: '60000' }],
  ['an unknown kind', { permit: 'all' }], ['a number with a zero in front', { ttl_ms: '0500' }],
])('no permit by a grant with %s, and a live one ends', (_what, wrong) => {
  const rig = rigAtWork();
  rig.run(100);
  rig.answer('write');
  expect(rig.state.permit?.kind).toBe('write');
  rig.answer('write', wrong);
  expect(rig.state.permit).toBeNull();
});

test('an update that falls back waits before the erase; the write permit does not open that gate', () => {
  const rig = rigAtWork(UPDATE, 40);
  runTo(rig, 'erase-next', 'write');
  expect(rig.last('EVENT')?.fields.kind).toBe('fallback');
  expect(rig.beat.fields).toMatchObject({ zone: 'critical', gate: 'erase' });
  rig.run(29_000, 'write');
  expect(rig.beat.fields).toMatchObject({ phase: 'erase-next', gate: 'erase' });
  rig.run(1500, 'write');
  expect(rig.beat.fields).toMatchObject({ phase: 'stopped', latch: 'R00010000001' });
  expect(rig.last('STOPPED')?.fields).toMatchObject({ phase: 'erase-next', zone: 'critical' });
  expect(rig.events('erase-begun')).toHaveLength(0);
});

test('with the erase permit the fallback goes on and needs no permit of its own to write again', () => {
  const rig = rigAtWork(UPDATE, 40);
  runTo(rig, 'erase-next', 'write');
  runTo(rig, 'erase', 'erase');
  runTo(rig, 'write', 'none');
  rig.run(2500);
  expect(rig.last('ENDED')?.fields.result).toBe('erased');
  expect(rig.events('crossing').map((entry) => entry.event === 'crossing' && entry.point)).toEqual(['write', 'erase']);
});

test('in erase-next a permit for write alone is a lapse', () => {
  const rig = rigAtWork(ERASE);
  runTo(rig, 'erase-next', 'erase');
  rig.answer('write');
  expect(rig.beat.fields.phase).toBe('stopped');
});

test('silence of 2 s in a safe phase ends the restore undone; in committed it does nothing', () => {
  const rig = rigAtWork();
  rig.run(1990, 'silent');
  expect(rig.beat.fields.phase).toBe('unpack');
  rig.run(20, 'silent');
  expect(rig.last('ENDED')?.fields.result).toBe('undone');
  const writing = rigAtWork();
  runTo(writing, 'write', 'write');
  writing.run(10_000, 'silent');
  expect(writing.last('ENDED')?.fields.result).toBe('kept');
});

test('garbage is no sign of life', () => {
  const rig = rigAtWork();
  for (let turn = 0; turn < 25; turn += 1) {
    rig.run(100, 'silent');
    rig.bytes('060 A1B20001 00001 HB re=1*0000\n');
  }
  expect(rig.last('ENDED')?.fields.result).toBe('undone');
});

test.each([['unpack', 'none', 'undone'], ['start', 'write', 'failed'], ['erase-next', 'erase', 'failed']] as const)('a phone taken out in %s', (phase, permit, result) => {
  const rig = rigAtWork(phase === 'erase-next' ? ERASE : UPDATE);
  runTo(rig, phase, permit);
  rig.pull('unseat');
  expect(rig.last('ENDED')?.fields.result).toBe(result);
  expect(rig.beat.fields).toMatchObject({ seat: '0', phase: 'idle', restore: 'none' });
});

test('power loss: before the crossing the restore is gone, after it the rig finishes alone under the same id', () => {
  const early = rigAtWork();
  runTo(early, 'start', 'write');
  early.powerCycle();
  early.hello();
  expect(early.beat.fields).toMatchObject({ phase: 'idle', restore: 'none', permit: 'none' });
  early.start();
  expect(early.beat.fields.restore).toBe('00020001');
  const late = rigAtWork();
  runTo(late, 'write', 'write');
  late.powerCycle();
  late.hello();
  expect(late.beat.fields).toMatchObject({ phase: 'write', zone: 'committed', restore: '00010001' });
  late.run(2500);
  expect(late.last('ENDED')?.fields).toMatchObject({ restore: '00010001', result: 'kept' });
});

test('PROGRESS tells the point ahead and the time left to it', () => {
  const rig = rigAtWork();
  runTo(rig, 'unpack', 'none');
  rig.run(500);
  const said = rig.last('PROGRESS')?.fields;
  expect(said?.next).toBe('write');
  expect(Math.abs(Number(said?.next_ms) - 3500)).toBeLessThanOrEqual(200);
  runTo(rig, 'write', 'write');
  rig.run(50);
  expect(rig.last('PROGRESS')?.fields).toMatchObject({ next: 'none' });
  expect(rig.last('PROGRESS')?.fields.next_ms).toBeUndefined();
});

test('by hand: only the ways of the protocol are open, and gates hold', () => {
  const rig = rigAtWork();
  rig.go('write');
  expect(rig.lastRefusal).toBe('phase-order');
  rig.go('verify');
  expect(rig.beat.fields.phase).toBe('verify');
  rig.go('unpack');
  expect(rig.lastRefusal).toBe('phase-order');
  rig.go('start');
  expect(rig.beat.fields).toMatchObject({ phase: 'recovery', gate: 'write' });
  rig.answer('write');
  expect(rig.beat.fields.phase).toBe('start');
  rig.go('write');
  expect(rig.beat.fields.phase).toBe('write');
});
