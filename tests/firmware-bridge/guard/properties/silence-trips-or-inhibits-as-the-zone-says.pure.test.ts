/** Property: silence beyond the limit trips or inhibits as the zone says, from every state. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlace, play } from '../random-events.ts';
import { moves } from './steps.ts';

test('silence beyond the limit trips or inhibits as the zone says, from every state', () => {
  const seen = new Set<string>();
  fc.assert(fc.property(anyPlace, moves(12), (place, list) => {
    const bench = play(place, list);
    const { zone, trip } = bench.state;
    if (trip === null) seen.add(zone);
    bench.pass(zone === 'critical' ? 560 : 2060);
    expect(bench.state.permit).toBeNull();
    bench.effects = [];
    bench.pass(1000);
    expect(bench.grants()).toEqual([]);
    if (trip !== null) expect(bench.causes[0]).toBe(trip.trip.causes[0]?.code);
    else if (zone === 'critical') expect(bench.state.mode).toBe('tripped');
    else expect(bench.state.trip).toBeNull();
    if (zone === 'committed') expect(bench.stops()).toEqual([]);
  }), { numRuns: 150 });
  expect([...seen].toSorted(), 'the runs came to every zone').toEqual(['committed', 'critical', 'safe']);
});
