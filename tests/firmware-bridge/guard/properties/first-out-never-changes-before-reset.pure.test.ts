/** Property: the first cause of a trip never changes before its reset; later causes stand behind it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlace, play } from '../random-events.ts';
import { moves, playOn, trip, unresetMoves } from './steps.ts';

test('first-out never changes before reset', () => {
  fc.assert(fc.property(anyPlace, moves(8), unresetMoves(15), (place, before, after) => {
    const bench = play(place, before);
    trip(bench);
    const first = bench.state.trip?.trip;
    playOn(bench, after);
    const now = bench.state.trip?.trip;
    const { code, params, atIso } = now?.causes[0] ?? {};
    expect({ code, params, atIso }).toEqual({ code: first?.causes[0]?.code, params: first?.causes[0]?.params, atIso: first?.causes[0]?.atIso });
    expect(now?.atIso).toBe(first?.atIso);
    expect([now?.id, ...now?.earlierIds ?? []]).toContain(first?.id);
  }), { numRuns: 120 });
});
