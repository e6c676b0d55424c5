/**
 * `npm run cases -- --runs N`: generated days of a store, acts of several people over several cases, phones and benches. It ends with
 * 1 when a promise broke, and prints the shortest day that breaks it.
 */
import { parseArgs } from 'node:util';
import { CASE_ACT_NAMES } from '../../server/contract/case-acts.ts';
import { AT_THE_END, INVARIANTS } from '../server/domain/cases/model/case-invariants.ts';
import { playDays } from '../server/domain/cases/model/play-days.ts';

const USAGE = 'usage: npm run cases -- [--runs N] [--seed N]   N days of up to 120 acts, 10000 when left out';
const RUNS = 10_000;
const SEED = 20_261_124;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const list = (counts: ReadonlyMap<string, number>): string => [...counts].toSorted(([, left], [, right]) => right - left).map(([name, count]) => `${name} ${count}`).join(', ');

function main(): number {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const [runs, seed] = [Number(values.runs ?? RUNS), Number(values.seed ?? SEED)];
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const { failure, accepted, refused, sequences, steps } = playDays(runs, seed);
  for (const { name } of [...INVARIANTS, ...AT_THE_END]) say(`holds: ${name}`);
  say(`done: ${list(accepted)}`);
  say(`refused: ${list(refused)}`);
  if (failure !== null) say(failure);
  const never = CASE_ACT_NAMES.filter((name) => !accepted.has(name));
  say(`${sequences} days, ${steps} steps, ${never.length} acts never done: ${failure === null ? 'nothing broke' : 'FAILED'}`);
  return failure === null ? 0 : 1;
}

process.exitCode = main();
