/** A tripped bench stays locked, also when its rig never learned of the trip and begins another restore. */
import { expect, test } from 'vitest';
import { RESTORE } from './bench-script.ts';
import { committed } from './places.ts';

test('after a stop that came too late, the next restore on the locked bench is stopped', () => {
  const bench = committed();
  bench.stop();
  expect(bench.stops()).toEqual([]);
  const first = bench.state.trip?.trip.id;
  bench.say('ENDED', { restore: RESTORE, result: 'kept' });
  bench.phase('idle', { restore: 'none' });
  bench.run(300);
  expect(bench.state.restore).toBeNull();
  const before = bench.stops().length;
  bench.phase('unpack', { restore: '00070002' });
  bench.run(300);
  const written = bench.stops().slice(before);
  expect(new Set(written).size).toBe(1);
  expect(written[0]).not.toBe(first);
  expect(bench.state.trip?.trip).toMatchObject({ id: written[0], earlierIds: [first], causes: [{ code: 'operator-stop' }] });
  expect(bench.grants(bench.run(300))).toEqual([]);
});
