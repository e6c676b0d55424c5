/** Property: outside `committed` dropping the permit is the first effect of a trip, the stop the second; nothing is written before them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlace, play } from '../random-events.ts';
import { moves, stepsOf } from './steps.ts';

test('outside committed dropping the permit is the first effect', () => {
  let trips = 0;
  fc.assert(fc.property(anyPlace, moves(15), (place, list) => {
    for (const { before, after, effects } of stepsOf(play(place, list))) {
      const done = effects.map((effect) => effect.do);
      const stop = done.indexOf('stop-restore');
      if (stop !== -1) expect(done.slice(0, stop).filter((one) => one !== 'drop-permit')).toEqual([]);
      if (before.permit !== null && after.permit === null) expect(done[0], 'a permit that ends, ends first').toBe(after.trip !== null && [before.zone, after.zone].includes('committed') ? done[0] : 'drop-permit');
      if (before.trip !== null || after.trip === null || after.trip.trip.zone === 'committed') continue;
      trips += 1;
      expect(done[0]).toBe('drop-permit');
      expect(effects.some((effect) => effect.do === 'write-line' && effect.permits)).toBe(false);
    }
  }), { numRuns: 120 });
  expect(trips).toBeGreaterThan(0);
});
