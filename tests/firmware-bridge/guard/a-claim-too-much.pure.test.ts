/** What is said of the customer's data is taken from what was proved, never from what would be nice. */
import { expect, test } from 'vitest';
import { RESTORE } from './bench-script.ts';
import { committed, critical, permitted } from './places.ts';

test('a rig that stopped with nothing open proves nothing of a restore that was open before', () => {
  const bench = critical();
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  bench.shake();
  bench.hb = { ...bench.hb, phase: 'idle', zone: 'safe', restore: 'none' };
  bench.beat();
  expect(bench.stops()).toHaveLength(1);
  bench.stopped('idle');
  expect(bench.state.trip?.trip).toMatchObject({ outcome: 'unknown', receipt: { answer: 'stopped' } });
});

test('the result of a later restore says nothing of the one that was stopped', () => {
  const bench = permitted();
  bench.stop();
  bench.say('STOPPED', { id: bench.state.trip?.trip.id ?? '', phase: 'unpack', zone: 'safe', restore: RESTORE });
  bench.hb = { ...bench.hb, restore: '00070002', phase: 'unpack', zone: 'safe' };
  bench.plan = null;
  bench.run(300);
  bench.say('ENDED', { restore: '00070002', result: 'kept' });
  expect(bench.state.trip?.trip.outcome).toBe('intact');
});

test('an erase that begins after the trip is told as destroying', () => {
  const bench = committed();
  bench.stop();
  bench.phase('erase-next');
  expect(bench.state.trip?.trip).toMatchObject({ eraseArmed: true, dataAtStake: true });
  bench.phase('erase');
  expect(bench.state.trip?.trip.outcome).toBe('destroying');
});

test('a stop answered in a safe phase leaves the data intact, in critical unknown', () => {
  const safe = permitted();
  safe.stop();
  expect(safe.state.trip?.trip.outcome).toBe('unknown');
  safe.stopped('unpack');
  expect(safe.state.trip?.trip).toMatchObject({ outcome: 'intact', dataAtStake: false });
  const next = critical();
  next.stop();
  next.stopped('start');
  expect(next.state.trip?.trip).toMatchObject({ outcome: 'unknown', dataAtStake: true });
});

test('seen stopped needs a later heartbeat with the latch, never the answer itself', () => {
  const bench = permitted();
  bench.stop();
  bench.say('STOPPED', { id: bench.state.trip?.trip.id ?? '', phase: 'unpack', zone: 'safe', restore: RESTORE });
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'confirmed', seenStoppedAfterUs: null });
  bench.beat({ phase: 'stopped', restore: 'none', latch: 'none' });
  expect(bench.state.trip?.trip.receipt.seenStoppedAfterUs).toBeNull();
});

test('an answer that names another stop is no answer', () => {
  const bench = permitted();
  bench.stop();
  bench.say('STOPPED', { id: '7F00AA120001', phase: 'unpack', zone: 'safe', restore: RESTORE });
  expect(bench.state.trip?.trip.receipt).toMatchObject({ answer: 'none', state: 'pending' });
});

test('the number beside a stop by two of three is never below the hold limit', () => {
  const bench = permitted();
  bench.sample({ l_um: '0,0,-350,0,0' });
  bench.sample();
  bench.sample({ l_um: '0,0,-310,0,0' });
  expect(bench.state.trip?.trip.causes[0]?.params['deviationUm']).toBeGreaterThanOrEqual(300);
});

test('a late word that the port refused a write does not undo the answer of the rig', () => {
  const bench = permitted();
  bench.stop();
  bench.stopped('unpack');
  bench.take({ kind: 'port-closed', problem: null });
  bench.take({ kind: 'stop-written', stopId: bench.state.trip?.trip.receipt.stopId ?? '', ok: false });
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'confirmed', rung: 1 });
});

test('a heartbeat of the same instant as the answer is not a later one', () => {
  const bench = permitted();
  bench.stop();
  const id = bench.state.trip?.trip.id ?? '';
  bench.say('STOPPED', { id, phase: 'unpack', zone: 'safe', restore: RESTORE });
  const after = { phase: 'stopped', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch: id };
  bench.beat(after);
  expect(bench.state.trip?.trip.receipt.seenStoppedAfterUs).toBeNull();
  bench.nowMs += 4;
  bench.beat(after);
  expect(bench.state.trip?.trip.receipt.seenStoppedAfterUs).toBe(4000);
});
