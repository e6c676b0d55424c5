/** Property: no stop is written in established `committed`, except before a destroying step that the permit does not cover. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { committed } from '../places.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves, playOn, stepsOf } from './steps.ts';

test('no stop is written in established committed', () => {
  fc.assert(fc.property(fc.oneof(anyPlace, fc.constantFrom('committed', 'committed after an erase')), moves(15), (place, list) => {
    for (const { before, event, after, effects } of stepsOf(play(place, list))) {
      if (before.restore?.established !== true || !effects.some((effect) => effect.do === 'stop-restore')) continue;
      const isOver = after.restore?.id !== before.restore.id;
      const isBeforeErase = event.kind === 'line' && event.message.verb === 'HB' && event.message.phase === 'erase-next';
      expect(isOver || isBeforeErase, `${event.kind} wrote a stop`).toBe(true);
    }
  }), { numRuns: 120 });
});

test('before a destroying step that no permit covers, it is', () => {
  const bench = committed();
  playOn(bench, [['fallback', (one) => { one.phase('erase-next'); }]]);
  expect(bench.stops()).toHaveLength(1);
  const agreed = committed('erase');
  agreed.phase('erase-next');
  expect(agreed.stops()).toEqual([]);
});
