/** The latch file keeps which phones still need three measurements: a restart of the bridge must not make one enough. */
import { expect, test } from 'vitest';
import { parseKept } from '../../../firmware-bridge/link/latch-file.ts';
import { handshaken } from './places.ts';
import { isPermitted, progress, seat, takeOut } from './seatings.ts';

const NEAR = 270;

test('a restart keeps that a phone must be measured again, not how often it was: nobody saw whether it stayed in its seating', () => {
  const before = handshaken();
  seat(before, NEAR);
  takeOut(before);
  seat(before, NEAR, true);
  expect(progress(before)).toMatchObject({ count: 2 });
  const kept = parseKept(JSON.stringify(before.kept));
  expect(kept.remeasure).toEqual([before.state.device?.value]);
  const bench = handshaken(kept);
  // Far below the review limit: one measurement would be enough if nobody knew.
  seat(bench, 60);
  expect(progress(bench)).toMatchObject({ count: 1, next: 'turn' });
  expect(isPermitted(bench, 60)).toBe(false);
  for (const turned of [true, false]) {
    takeOut(bench);
    seat(bench, 60, turned);
  }
  expect(progress(bench)).toMatchObject({ count: 3, next: 'done' });
  expect(isPermitted(bench, 60)).toBe(true);
  expect(parseKept(JSON.stringify(bench.kept)).remeasure).toEqual([]);
  expect(handshaken(parseKept(JSON.stringify(bench.kept))).state.remeasures).toEqual([]);
});
