/** Past the point of no return nothing may be written, and nobody may be told to pull the cable. */
import { expect, test } from 'vitest';
import { BENT, RESTORE, BenchScript, facts } from './bench-script.ts';
import { committed, critical } from './places.ts';

test('committed is believed over a restart of the bridge, before the first heartbeat too', () => {
  const before = committed();
  const bench = new BenchScript(before.kept);
  bench.take({ kind: 'record-health', canRecord: true });
  bench.give(facts());
  bench.open();
  bench.shake();
  bench.plan = before.plan;
  bench.say('PLAN', before.plan ?? {});
  bench.probe = BENT;
  bench.sample();
  bench.sample();
  expect(bench.state.mode).toBe('tripped');
  expect(bench.stops()).toEqual([]);
  expect(bench.state.zone).toBe('committed');
  bench.hb = before.hb;
  bench.run(500);
  expect(bench.stops()).toEqual([]);
  expect(bench.state.trip?.trip.operator).toBe('keep-cable');
});

test('a restarted bridge lets go of a restore that is over', () => {
  const bench = new BenchScript(committed().kept);
  bench.open();
  bench.shake();
  bench.beat();
  expect(bench.state.zone).toBe('committed');
  bench.beat();
  expect(bench.state).toMatchObject({ zone: 'safe', restore: null, known: null });
});

test('committed holds through unknown phases, silence and new sessions', () => {
  const bench = committed();
  bench.phase('unknown');
  bench.hb = { ...bench.hb, phase: 'unpack', zone: 'safe' };
  bench.beat();
  bench.pass(5000);
  bench.shake();
  bench.beat();
  expect(bench.state.zone).toBe('committed');
  expect(bench.stops()).toEqual([]);
  expect(bench.state.trip).toBeNull();
});

test('nobody is told to pull the device once committed is established, although no answer came', () => {
  const bench = critical();
  bench.stop();
  bench.phase('write');
  bench.beat();
  expect(bench.state.zone).toBe('committed');
  bench.take({ kind: 'port-closed', problem: null });
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'keep-cable', receipt: { state: 'too-late' } });
});

test('a link cause that comes again while hands are shaken writes no stop before the first zone report', () => {
  const bench = critical();
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  bench.pass(400);
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  expect(bench.causes).toEqual(['rig-restarted']);
  expect(bench.stops()).toEqual([]);
  bench.shake();
  bench.hb = { ...bench.hb, phase: 'idle', zone: 'safe', restore: 'none' };
  expect(bench.stops(bench.beat())).toHaveLength(1);
});

test('a claim of committed without a permit is critical, and is stopped', () => {
  const bench = critical();
  const claim = new BenchScript();
  expect(bench.state.restore?.permitted).toBe('write');
  claim.take({ kind: 'record-health', canRecord: true });
  claim.open();
  claim.shake();
  claim.beat();
  claim.phase('write', { restore: RESTORE, seat: '1' });
  expect(claim.state.zone).toBe('critical');
  expect(claim.causes[0]).toBe('commit-without-permit');
  claim.run(300);
  expect(claim.state.restore?.established).toBe(false);
});

test('two claims in a row establish committed, one does not, and garbage between them is no agreement', () => {
  const bench = critical();
  bench.phase('write');
  expect(bench.state).toMatchObject({ zone: 'critical', restore: { established: false } });
  bench.phase('start');
  bench.phase('write');
  expect(bench.state.zone).toBe('critical');
  bench.beat();
  expect(bench.state.zone).toBe('committed');
  const gone = critical();
  gone.phase('write');
  gone.beat({ phase: 'idle', zone: 'safe', restore: 'none' });
  gone.beat();
  expect(gone.state).toMatchObject({ zone: 'critical', restore: { established: false } });
  gone.beat();
  expect(gone.state.zone).toBe('committed');
});

test('a claim of the session before does not count beside one of the new session', () => {
  const bench = critical();
  bench.phase('write');
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  bench.shake();
  bench.beat();
  expect(bench.state).toMatchObject({ zone: 'critical', restore: { established: false } });
  bench.beat();
  expect(bench.state.zone).toBe('committed');
});

test('an announced erase makes an established restore critical again', () => {
  const bench = committed('erase');
  expect(bench.state.zone).toBe('committed');
  bench.phase('erase-next');
  expect(bench.state.zone).toBe('critical');
});

test('who was told to pull the device hears at once that he must not, when the rig is past the point after all', () => {
  const bench = critical();
  bench.run(100);
  bench.stop();
  bench.pass(400);
  expect(bench.state.trip?.trip.receipt.state).toBe('not-confirmed');
  bench.phase('write');
  bench.beat();
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'keep-cable', receipt: { state: 'too-late' } });
});
