/** Two rigs may use the same ids for their restores: what was believed of one must never be believed of the other. */
import { expect, test } from 'vitest';
import type { KeptLatch } from '../../../firmware-bridge/guard/state.ts';
import { BENT, BenchScript, RESTORE } from './bench-script.ts';
import { committed, handshaken } from './places.ts';

/** Another rig answers the next HELLO, with a restore of the same id in `unpack`. */
function swapped(bench: BenchScript): BenchScript {
  bench.hb = { ...bench.hb, phase: 'unpack', zone: 'safe', permit: 'none', seat: '1', restore: RESTORE };
  bench.device = { model: 'Pixel%208', serial: '39281FDJH000AB' };
  bench.take({ kind: 'port-closed', problem: null });
  bench.open();
  bench.welcome({ rig: 'R-OTHER' });
  bench.fixture();
  return bench;
}

test('a restore that was committed on another rig is not committed here', () => {
  const bench = swapped(committed());
  expect(bench.state.zone).toBe('safe');
  expect(bench.state.restore).toBeNull();
  expect(bench.state.device).toBeNull();
});

test('a bend on the other rig is stopped', () => {
  const bench = swapped(committed());
  bench.run(300);
  bench.probe = BENT;
  bench.sample();
  bench.sample();
  expect(bench.state.trip?.trip.causes[0]?.code).toBe('device-frame-bent');
  expect(bench.effects.some((effect) => effect.do === 'stop-restore')).toBe(true);
});

test('what a latch file says of a restore on another rig is not believed after a restart', () => {
  const restore = { id: RESTORE, rig: 'R-OTHER', device: null, permitted: 'write', established: true, eraseSeen: false, erasing: false, written: true } as const;
  const kept: KeptLatch = { v: 1, trip: null, restore };
  const bench = new BenchScript(kept);
  expect(bench.state.zone).toBe('committed');
  bench.open();
  bench.hb = { ...bench.hb, seat: '1', phase: 'unpack', restore: RESTORE };
  bench.shake();
  bench.run(200);
  expect(bench.state.zone).toBe('safe');
  expect(bench.state.trip?.trip.causes[0]?.code).toBe('bridge-restarted');
});

test('the same rig again keeps what was known', () => {
  const bench = committed();
  bench.take({ kind: 'port-closed', problem: null });
  bench.open();
  bench.shake();
  bench.run(200);
  expect(bench.state.zone).toBe('committed');
  expect(bench.state.trip).toBeNull();
});

test('a rig that comes back to its own bench finds its restore again', () => {
  const bench = swapped(committed());
  bench.hb = { ...bench.hb, restore: 'none', phase: 'idle' };
  bench.run(300);
  bench.hb = { ...bench.hb, restore: RESTORE, phase: 'write', zone: 'committed' };
  bench.take({ kind: 'port-closed', problem: null });
  bench.open();
  bench.welcome();
  bench.run(200);
  expect(bench.state.zone).toBe('committed');
  expect(bench.state.trip).toBeNull();
});

test('an empty bench has nothing to leave', () => {
  const bench = handshaken();
  bench.take({ kind: 'port-closed', problem: null });
  bench.open();
  bench.welcome({ rig: 'R-OTHER' });
  expect(bench.state.trip).toBeNull();
});
