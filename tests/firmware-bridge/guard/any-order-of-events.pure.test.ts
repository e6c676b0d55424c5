/** Random rigs, people, servers and cables, from every place: what must always be so is asserted at every step (always.ts). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeBench } from '../../../firmware-bridge/guard/describe.ts';
import { benchStatusSchema } from '../../../firmware-bridge/contract/bench-status.ts';
import { EVIDENCE_BODIES } from '../../../firmware-bridge/contract/evidence.ts';
import { BenchScript, WALL_MS } from './bench-script.ts';
import { PLACES } from './places.ts';
import { anyPlace, move, play } from './random-events.ts';
import { DTR, PORT, POWER, RELAY, wired } from './wired-bench.ts';

const moves = (length: number): fc.Arbitrary<Parameters<typeof play>[1]> => fc.array(move, { minLength: 1, maxLength: length });

test('what must always be so is so at every step, in any order of events', () => {
  fc.assert(fc.property(anyPlace, moves(25), (place, list) => { play(place, list); }), { numRuns: 80 });
});

test('what is shown and recorded is always of the shape that was promised', () => {
  fc.assert(fc.property(anyPlace, moves(12), (place, list) => {
    const bench = play(place, list);
    benchStatusSchema.parse(describeBench(bench.state, bench.nowMs, WALL_MS, { bootId: 'boot', stallWorstMs: 0 }));
    for (const effect of bench.effects) if (effect.do === 'record') EVIDENCE_BODIES[effect.item.kind].parse(effect.item.body);
  }), { numRuns: 20 });
});

test('step never throws, whatever is said', () => {
  const value = fc.oneof(fc.constantFrom('0', '1', 'none', 'write', 'erase', 'safe', 'critical', 'committed', 'unpack', 'x', '4294967295', '-1', '0,0,0'), fc.stringMatching(/^[!-)+-<>-~]{1,12}$/));
  const keys = ['t_ms', 'ack', 'seat', 'phase', 'zone', 'restore', 'gate', 'permit', 'latch', 'id', 'l_um', 'r_um', 'temp_dc', 'fixture', 'kind', 'hash', 'cause', 'answer', 'at_ms', 'model'];
  const fields = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 5 });
  const verb = fc.constantFrom('HB', 'PROBE', 'DEVICE', 'PLAN', 'FIXTURE', 'POWER', 'LATCH', 'STOPPED', 'TOO-LATE', 'ENDED', 'EVENT', 'RESET-DONE', 'REFUSED', 'WELCOME', 'BOOT', 'NEW-VERB');
  fc.assert(fc.property(anyPlace, fc.array(fc.tuple(verb, fields), { maxLength: 12 }), (place, lines) => {
    const bench = play(place, []);
    for (const [name, said] of lines) {
      bench.nowMs += 7;
      bench.say(name, said);
    }
    bench.run(200);
  }), { numRuns: 40 });
});

test('text of any kind is a line or a corrupt one, never a fault', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 5 }), (texts) => {
    const bench = new BenchScript();
    bench.open();
    for (const text of texts) bench.hear(text);
    expect(bench.state.permit).toBeNull();
  }), { numRuns: 25 });
});

test('in any order of events, on any bench: no wire is switched unseen, in doubt or in committed, and none goes back without a reset', () => {
  fc.assert(fc.property(anyPlace, fc.array(move, { maxLength: 40 }), (place, moves) => {
    const made = PLACES[place]?.();
    if (made === undefined) throw new Error(place);
    const bench = wired(made, PORT, DTR, RELAY, POWER);
    for (const [, next] of moves) {
      bench.nowMs += 3;
      next(bench);
    }
  }), { numRuns: 400 });
});
