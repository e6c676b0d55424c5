/** Property: a reset alone never permits. The bench is inhibited after it, and the next permit has to be earned anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BenchScript } from '../bench-script.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves, stepsOf } from './steps.ts';

/** People and rig do what a reset needs. */
function wayOut(bench: BenchScript): void {
  bench.take({ kind: 'port-opened' });
  bench.hb = { seat: '0', phase: 'idle', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch: bench.hb.latch };
  bench.shake();
  bench.run(300);
  bench.stopped('idle');
  bench.run(300);
  bench.reset();
  bench.run(100);
  bench.say('RESET-DONE', { id: bench.state.reset?.rigLatch ?? '5C1E77A90001' });
}

test('reset alone never permits', () => {
  let released = 0;
  fc.assert(fc.property(anyPlace, moves(8), (place, list) => {
    const bench = play(place, list);
    if (bench.state.trip === null) bench.stop();
    wayOut(bench);
    bench.run(300);
    let beats = Infinity;
    for (const { before, event, after, effects } of stepsOf(bench)) {
      if (event.kind === 'line' && event.message.verb === 'HB') beats += 1;
      if (before.trip !== null && after.trip === null) {
        released += 1;
        beats = 0;
        expect(after.permit).toBeNull();
        expect(['inhibited', 'handshaking']).toContain(after.mode);
        expect(effects.filter((effect) => effect.do === 'write-line' && effect.permits)).toEqual([]);
      }
      if (after.permit !== null) expect(beats).toBeGreaterThanOrEqual(2);
    }
  }), { numRuns: 120 });
  expect(released).toBeGreaterThan(0);
});
