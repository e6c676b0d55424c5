/** Property: while the E-stop is held no order and no line of the rig releases the latch. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlace, play } from '../random-events.ts';
import { moves } from './steps.ts';

test('an E-stop held cannot be reset', () => {
  fc.assert(fc.property(anyPlace, moves(8), fc.integer({ min: 1, max: 4 }), (place, list, tries) => {
    const bench = play(place, list);
    bench.take({ kind: 'port-opened' });
    bench.hb = { ...bench.hb, estop: '1' };
    bench.shake();
    bench.run(200);
    bench.stopped(bench.hb.phase);
    for (let times = 0; times < tries; times += 1) {
      bench.run(200);
      bench.effects = [];
      bench.reset();
      expect(bench.effects.some((effect) => effect.do === 'answer-order' && effect.result.refusal === 'estop-held')).toBe(true);
      bench.say('RESET-DONE', { id: bench.hb.latch });
      expect(bench.state).toMatchObject({ mode: 'tripped', reset: null });
    }
  }), { numRuns: 120 });
});
