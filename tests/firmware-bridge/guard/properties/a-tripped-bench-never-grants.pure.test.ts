/** Property: a tripped bench never grants, whatever the rig, the people and the server do, until it is reset. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlace, play } from '../random-events.ts';
import { moves, playOn, trip, unresetMoves } from './steps.ts';

test('a tripped bench never grants', () => {
  fc.assert(fc.property(anyPlace, moves(8), unresetMoves(12), (place, before, after) => {
    const bench = play(place, before);
    trip(bench);
    bench.effects = [];
    playOn(bench, after);
    bench.run(400);
    expect(bench.grants()).toEqual([]);
    expect(bench.state).toMatchObject({ mode: 'tripped', permit: null });
  }), { numRuns: 120 });
});
