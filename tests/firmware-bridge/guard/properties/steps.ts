/** Random runs for the properties: what was played, step by step, and moves without those that a property leaves out. */
import fc from 'fast-check';
import { initialState } from '../../../../firmware-bridge/guard/state.ts';
import { step } from '../../../../firmware-bridge/guard/step.ts';
import type { Taken } from '../always.ts';
import { SETUP, type BenchScript } from '../bench-script.ts';
import { move, type Move } from '../random-events.ts';

/** Every step of a bench that began with nothing kept, from its events. */
export function stepsOf(bench: BenchScript): readonly Taken[] {
  let before = initialState(SETUP, null);
  return bench.events.map((event) => {
    const { state, effects } = step(before, event);
    const taken = { before, event, after: state, effects };
    before = state;
    return taken;
  });
}

const RESETS = ['reset', 'reset done', 'reset refused'];
const FROM_SERVER = ['held', 'agreed', 'other database'];

const without = (names: readonly string[]): fc.Arbitrary<Move> => move.filter(([name]) => !names.includes(name));
/** Everything that can happen while nobody resets. */
export const unresetMoves = (most: number): fc.Arbitrary<Move[]> => fc.array(without(RESETS), { maxLength: most });
/** Everything that can happen while no server says anything. */
export const serverlessMoves = (most: number): fc.Arbitrary<Move[]> => fc.array(without(FROM_SERVER), { maxLength: most });
export const moves = (most: number): fc.Arbitrary<Move[]> => fc.array(move, { maxLength: most });

export function playOn(bench: BenchScript, list: readonly Move[]): void {
  for (const [, next] of list) {
    bench.nowMs += 3;
    next(bench);
  }
}

/** Sees to it that the bench is tripped. */
export function trip(bench: BenchScript): void {
  if (bench.state.trip === null) bench.stop();
}
