/** Whatever the guard asked for ends by its own limit, also while the rig goes on beating and says everything but the answer. */
import { expect, test } from 'vitest';
import type { BenchScript } from './bench-script.ts';
import { confirmedTrip } from './places.ts';

const refusals = (bench: BenchScript): readonly unknown[] =>
  bench.effects.flatMap((effect) => (effect.do === 'answer-order' && effect.result.refusal !== null ? [effect.result.refusal] : []));

test('a reset that the rig hears and never answers is sent once and ends after its second, however much it beats', () => {
  const bench = confirmedTrip();
  bench.probe = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
  bench.run(300);
  bench.reset();
  bench.run(100);
  expect(bench.state.reset?.sent).not.toBeNull();
  const effects = bench.run(900);
  expect(bench.verbs(effects)).not.toContain('RESET');
  expect(refusals(bench)).toEqual([]);
  bench.run(200);
  expect(refusals(bench)).toEqual(['no-answer']);
  expect(bench.state.mode).toBe('tripped');
});
