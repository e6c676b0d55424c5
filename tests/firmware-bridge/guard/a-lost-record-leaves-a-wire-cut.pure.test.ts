/** The file that said which wires were cut is gone, and a relay keeps what it took: a reset gives back all that may be off. */
import { expect, test } from 'vitest';
import { keptAtStart } from '../../../firmware-bridge/link/kept-at-start.ts';
import { BenchScript } from './bench-script.ts';
import { DTR, PORT, POWER, RELAY, released, used, wired } from './wired-bench.ts';

function withoutRecord(...wiring: Parameters<typeof wired> extends [unknown, ...infer Rest] ? Rest : never): BenchScript {
  const kept = keptAtStart({ kind: 'unreadable', why: 'damaged' }, '5C1E77A9AAAA', '2026-03-02T09:00:00.000Z');
  return wired(new BenchScript(kept), ...wiring);
}
const answers = (bench: BenchScript): readonly string[] =>
  bench.effects.flatMap((effect) => (effect.do === 'answer-order' ? [effect.result.refusal ?? effect.result.outcome] : []));

test('nothing is cut anew at the start, and the reset drives every declared wire back', () => {
  const bench = withoutRecord(PORT, DTR, RELAY);
  bench.open();
  bench.welcome();
  bench.run(40);
  expect(used(bench.effects)).toEqual([]);
  bench.stopped('idle');
  bench.run(400);
  bench.reset();
  bench.run(100);
  bench.hb.latch = 'none';
  bench.say('RESET-DONE', { id: bench.state.trip?.trip.id ?? '' });
  expect(bench.state.trip).toBeNull();
  expect(released(bench.effects)).toEqual([[1, 2]]);
});

test('a rig that may be without power because of it gets its power back by the first order, and the trip stays', () => {
  const bench = withoutRecord(PORT, POWER);
  bench.open();
  bench.pass(3000);
  bench.effects = [];
  bench.reset();
  expect(answers(bench)).toEqual(['power-back']);
  expect(released(bench.effects)).toEqual([[1]]);
  expect(bench.state.trip).not.toBeNull();
});

test('without such a wire it waits for the rig as ever', () => {
  const bench = withoutRecord(PORT, RELAY);
  bench.open();
  bench.pass(3000);
  bench.effects = [];
  bench.reset();
  expect(answers(bench)).toEqual(['rig-not-live']);
  expect(released(bench.effects)).toEqual([]);
});
