/** Property: a restart of either end never clears a latch: what the bridge kept trips it again, and a rig that forgot releases nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BenchScript, facts } from '../bench-script.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves, playOn, trip, unresetMoves } from './steps.ts';

test('a restart of the bridge never clears a latch', () => {
  fc.assert(fc.property(anyPlace, moves(10), unresetMoves(10), (place, before, after) => {
    const old = play(place, before);
    trip(old);
    expect(old.kept?.trip?.id, 'the latch that is kept is the latch there is').toBe(old.state.trip?.trip.id);
    const bench = new BenchScript(old.kept);
    expect(bench.state).toMatchObject({ mode: 'tripped', permit: null });
    bench.take({ kind: 'record-health', canRecord: true });
    bench.give(facts());
    bench.open();
    bench.shake();
    playOn(bench, after);
    expect(bench.state.mode).toBe('tripped');
    expect(bench.causes[0]).toBe(old.causes[0]);
    expect(bench.grants()).toEqual([]);
  }), { numRuns: 120 });
});

test('a restart of the rig never clears a latch, and a latch of the rig trips a bridge that knows of none', () => {
  fc.assert(fc.property(anyPlace, moves(10), fc.constantFrom('none', 'R00070000001', '5C1E77A90009'), (place, list, latch) => {
    const bench = play(place, list);
    const wasTripped = bench.state.trip !== null;
    bench.take({ kind: 'port-opened' });
    bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
    bench.hb = { ...bench.hb, phase: latch === 'none' ? 'idle' : 'stopped', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch };
    bench.shake();
    bench.run(300);
    if (wasTripped || latch !== 'none') expect(bench.state.mode).toBe('tripped');
  }), { numRuns: 120 });
});
