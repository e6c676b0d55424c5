/** A rig that answers STOPPED and goes on with the same restore, not latched: its word is not taken, and nobody is told that all is well. */
import { expect, test } from 'vitest';
import { RESTORE, type BenchScript } from './bench-script.ts';
import { critical, permitted } from './places.ts';

const saysStopped = (bench: BenchScript): void => {
  bench.say('STOPPED', { id: bench.state.trip?.trip.receipt.stopId ?? '', phase: bench.hb.phase, zone: bench.hb.zone, restore: RESTORE });
  bench.nowMs += 5;
};

test.each([['in safe', permitted], ['in critical', critical]] as const)('%s it is stopped again after two heartbeats, and then a person is called', (_where, place) => {
  const bench = place();
  bench.stop();
  const first = bench.state.trip?.trip.receipt.stopId;
  saysStopped(bench);
  expect(bench.stops(bench.beat())).toEqual([]);
  bench.nowMs += 100;
  const again = bench.stops(bench.beat());
  expect(again).toHaveLength(1);
  expect(again).not.toContain(first);
  expect(bench.state.trip?.trip).toMatchObject({ outcome: 'unknown', dataAtStake: true, earlierIds: [first], receipt: { state: 'pending', answer: 'none' } });
  saysStopped(bench);
  bench.beat();
  bench.nowMs += 100;
  bench.beat();
  // It was stopped while a permit had just been given, so a person looks first.
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'look-first', outcome: 'unknown', receipt: { state: 'not-confirmed', answer: 'none' } });
  expect(bench.stops(bench.run(1000))).toEqual([]);
});

test('past the point nobody is told that it stopped: the cable stays in', () => {
  const bench = critical();
  bench.stop();
  saysStopped(bench);
  bench.phase('write', { permit: 'none' });
  bench.nowMs += 100;
  const effects = bench.beat();
  expect(bench.state.zone).toBe('committed');
  expect(bench.stops(effects)).toEqual([]);
  expect(effects.some((effect) => effect.do === 'warn-committed')).toBe(true);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'keep-cable', outcome: 'unknown', receipt: { state: 'too-late', answer: 'none' } });
});

test('a rig that is latched, or whose heartbeat was on its way before the answer, is believed', () => {
  const bench = permitted();
  bench.stop();
  bench.beat();
  saysStopped(bench);
  bench.beat();
  expect(bench.stops()).toHaveLength(1);
  bench.hb = { ...bench.hb, latch: bench.state.trip?.trip.receipt.stopId ?? '' };
  bench.run(300);
  expect(bench.stops()).toHaveLength(1);
  expect(bench.state.trip?.trip.receipt).toMatchObject({ state: 'confirmed', answer: 'stopped' });
});
