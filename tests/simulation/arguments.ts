/** What `npm run sim` can be told: one parse, and a refusal that says what would be right. It reads nothing else. */
import { parseArgs } from 'node:util';

export interface SimArguments {
  readonly seeds: number;
  readonly from: number;
  /** One seed, with its trace. */
  readonly seed: number | null;
  readonly json: boolean;
  readonly workers: number;
}

export const USAGE = [
  'usage: npm run sim -- [--seeds N] [--from N] [--seed N] [--workers N] [--json]',
  '  --seeds N     how many seeds (1 to 100000000; default 1000)',
  '  --from N      the first of them (default 1)',
  '  --seed N      only this one, with everything that happened in it',
  '  --workers N   processes (1 to 64; default one for each core)',
  '  --json        end with one line of JSON: seeds, steps, violations',
].join('\n');

export class WrongArgument extends Error {}

export function readArguments(argv: readonly string[], cores: number): SimArguments | 'help' {
  const { values } = parse(argv);
  if (values.help === true) return 'help';
  return {
    seeds: whole('--seeds', values.seeds ?? '1000', 1, 100_000_000),
    from: whole('--from', values.from ?? '1', 0, 0xffff_ffff),
    seed: values.seed === undefined ? null : whole('--seed', values.seed, 0, 0xffff_ffff),
    json: values.json ?? false,
    workers: whole('--workers', values.workers ?? String(Math.min(64, Math.max(1, cores))), 1, 64),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv], strict: true, allowPositionals: false,
      options: {
        seeds: { type: 'string' }, from: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' }, workers: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message : String(error));
  }
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongArgument(`${name} is ${text}; give a whole number from ${least} to ${most}.`);
}
