/** Plays generated sequences with fast-check's commands, shrinks one that breaks, and counts what was done. */
import fc from 'fast-check';
import { AT_THE_END } from './case-invariants.ts';
import { Dice } from './dice.ts';
import { Day, newTally } from './one-day.ts';
import type { Tally } from './one-day.ts';

export const STEPS_MAX = 120;

export interface Played extends Tally {
  readonly sequences: number;
  readonly steps: number;
  /** Null when nothing broke. */
  readonly failure: string | null;
}

/** The whole of the model is in the day: each command is one throw of the dice in it. */
class Throw implements fc.Command<object, Day> {
  readonly #seed: number;
  readonly #done: () => void;

  constructor(seed: number, done: () => void) {
    this.#seed = seed;
    this.#done = done;
  }

  check(): boolean {
    return true;
  }

  run(_model: object, day: Day): void {
    this.#done();
    day.step(new Dice(this.#seed));
  }

  toString(): string {
    return `throw(${this.#seed})`;
  }
}

export function playDays(runs: number, seed: number): Played {
  const tally = newTally();
  let [sequences, steps] = [0, 0];
  let story: readonly string[] = [];
  const command = fc.integer({ min: 0, max: 0x7fff_ffff }).map((dice) => new Throw(dice, () => { steps += 1; }));
  const property = fc.property(fc.commands([command], { maxCommands: STEPS_MAX, size: 'max' }), fc.boolean(), (commands, isMidway) => {
    sequences += 1;
    const day = new Day(tally);
    if (isMidway) day.beginMidway();
    try {
      fc.modelRun(() => ({ model: {}, real: day }), commands);
      for (const { name, broken } of AT_THE_END) {
        const where = broken(day.world);
        if (where !== null) throw new Error(`${name}: ${where}`);
      }
    } catch (fault) {
      story = day.told;
      throw fault;
    }
  });
  const result = fc.check(property, { numRuns: runs, seed });
  const failure = result.failed ? [...story, String(result.errorInstance), fc.defaultReportMessage(result) ?? ''].join('\n') : null;
  return { ...tally, sequences, steps, failure };
}
