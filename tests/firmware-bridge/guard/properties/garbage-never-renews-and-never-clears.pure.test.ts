/** Property: garbage never renews and never clears. Noise, damaged lines, lines of other sessions and doubled ones do nothing good. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BenchScript } from '../bench-script.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves } from './steps.ts';

type Garbage = (bench: BenchScript) => void;
const beat = (bench: BenchScript): Record<string, string> => ({ ack: String(bench.state.link.txN), ...bench.hb });
const garbage: fc.Arbitrary<Garbage> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }).map((text): Garbage => (bench) => { bench.hear(text); }),
  fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 255 })).map(([place, change]): Garbage => (bench) => {
    const line = bench.line('HB', beat(bench), { n: (bench.state.link.rxN + 1) & 0xffff });
    const at = place % line.length;
    bench.hear(line.slice(0, at) + String.fromCharCode(line.charCodeAt(at) ^ change) + line.slice(at + 1));
  }),
  fc.constant<Garbage>((bench) => { bench.say('HB', beat(bench), { session: 'FFFF0007' }); }),
  fc.constant<Garbage>((bench) => { bench.say('HB', beat(bench), { n: bench.state.link.rxN }); }),
  fc.constant<Garbage>((bench) => { bench.say('PROBE', { fixture: 'F2', l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1', temp_dc: '238' }, { n: bench.state.link.rxN }); }),
  fc.constant<Garbage>((bench) => { bench.say('RESET-DONE', { id: bench.state.reset?.rigLatch ?? 'A' }, { session: 'FFFF0007' }); }),
);

test('garbage never renews and never clears', () => {
  fc.assert(fc.property(anyPlace, moves(8), fc.array(garbage, { minLength: 1, maxLength: 6 }), (place, before, noise) => {
    const bench = play(place, before);
    const { link, trip, permit } = bench.state;
    bench.effects = [];
    for (const make of noise) {
      bench.nowMs += 3;
      make(bench);
    }
    expect([null, link.lineMadeAtMs]).toContain(bench.state.link.lineMadeAtMs);
    expect(bench.grants()).toEqual([]);
    if (permit === null) expect(bench.state.permit).toBeNull();
    if (trip === null) return;
    const cleared = (causes: typeof trip.trip.causes | undefined): number => causes?.filter((cause) => cause.cleared).length ?? -1;
    expect(cleared(bench.state.trip?.trip.causes)).toBe(cleared(trip.trip.causes));
  }), { numRuns: 120 });
});
