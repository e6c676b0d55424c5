/**
 * A stop that nobody confirmed called for the cable to be pulled; then the rig turned out to be past the point of no return.
 * From then on the cable stays in, over a restart of the bridge too, and whatever of the two writes was lost with it.
 */
import { expect, test } from 'vitest';
import { BenchScript, RESTORE } from './bench-script.ts';
import { permitted } from './places.ts';

/** Announces an erase, stays silent about the stop, and finishes. */
function crossedUnheard(): BenchScript {
  const bench = permitted();
  bench.phase('erase-next', { restore: RESTORE });
  bench.run(600);
  expect(bench.state.trip?.trip).toMatchObject({ operator: 'pull-device', receipt: { state: 'not-confirmed' } });
  bench.phase('finish', { restore: RESTORE });
  bench.run(300);
  expect(bench.state).toMatchObject({ zone: 'committed', trip: { trip: { operator: 'keep-cable', receipt: { state: 'too-late' } } } });
  return bench;
}

test('what stands in the latch file says so too', () => {
  expect(crossedUnheard().kept).toMatchObject({ restore: { established: true }, trip: { operator: 'keep-cable', receipt: { state: 'too-late' } } });
});

test('a bridge that was killed between the two writes calls nobody to pull the cable', () => {
  const { kept } = crossedUnheard();
  if (kept?.trip === null || kept === null) throw new Error('nothing was kept');
  const half = { ...kept, trip: { ...kept.trip, operator: 'pull-device' as const, receipt: { ...kept.trip.receipt, state: 'not-confirmed' as const } } };
  const next = new BenchScript(half);
  expect(next.state).toMatchObject({ mode: 'tripped', zone: 'committed', trip: { stopWanted: false, trip: { id: kept.trip.id, operator: 'keep-cable', receipt: { state: 'too-late' } } } });
  const before = new BenchScript({ ...half, restore: null });
  expect(before.state.trip?.trip.operator).toBe('pull-device');
});
