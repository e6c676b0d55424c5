/** What `npm run fuzz` can be told: one parse, and a refusal that says what would be right. It reads nothing else. */
import { parseArgs } from 'node:util';

export interface FuzzArguments {
  readonly runs: number;
  /** Ends after this time even if runs are left; null: never. */
  readonly seconds: number | null;
  readonly seed: number;
  readonly workers: number;
  readonly json: boolean;
}

export const USAGE = [
  'usage: npm run fuzz -- [--runs N] [--seconds S] [--seed N] [--workers N] [--json]',
  '  --runs N     inputs in all (1 to 10000000000; default 10000000)',
  '  --seconds S  end after S seconds even if inputs are left (default: never)',
  '  --seed N     the same inputs again (default: 1)',
  '  --workers N  threads (1 to 64; default 2)',
  '  --json       end with one line of JSON',
].join('\n');

export class WrongArgument extends Error {}

export function readArguments(argv: readonly string[]): FuzzArguments | 'help' {
  const { values } = parse(argv);
  if (values.help === true) return 'help';
  return {
    runs: whole('--runs', values.runs ?? '10000000', 1, 10_000_000_000),
    seconds: values.seconds === undefined ? null : whole('--seconds', values.seconds, 1, 1_000_000),
    seed: whole('--seed', values.seed ?? '1', 0, 0xffff_ffff),
    workers: whole('--workers', values.workers ?? '2', 1, 64),
    json: values.json ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv], strict: true, allowPositionals: false,
      options: {
        runs: { type: 'string' }, seconds: { type: 'string' }, seed: { type: 'string' }, workers: { type: 'string' }, json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,11}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongArgument(`${name} is ${text}; give a whole number from ${least} to ${most}.`);
}
