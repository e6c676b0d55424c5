/** Property: the same events give the same states and the same effects, and a step never changes the state that it was given. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { initialState } from '../../../../firmware-bridge/guard/state.ts';
import { step } from '../../../../firmware-bridge/guard/step.ts';
import { SETUP } from '../bench-script.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves, stepsOf } from './steps.ts';

test('same events, same states', () => {
  fc.assert(fc.property(anyPlace, moves(12), (place, list) => {
    const bench = play(place, list);
    const steps = stepsOf(bench);
    expect(steps.at(-1)?.after).toEqual(bench.state);
    expect(steps.flatMap((taken) => taken.effects)).toEqual(bench.effects);
  }), { numRuns: 20 });
});

test('a step never changes the state that it was given', () => {
  fc.assert(fc.property(anyPlace, moves(6), (place, list) => {
    const bench = play(place, list);
    let state = initialState(SETUP, null);
    for (const event of bench.events.slice(-40)) {
      const copy = structuredClone(state);
      const next = step(state, event).state;
      expect(state).toEqual(copy);
      state = next;
    }
  }), { numRuns: 10 });
});
