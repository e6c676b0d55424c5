/** What `npm run crash` can be told: one parse, and a refusal that says what would be right. It reads nothing else. */
import { parseArgs } from 'node:util';

export interface CrashArguments {
  /** Rounds for each of the four targets: guard, recorder, server, and all at once. */
  readonly rounds: number;
  readonly json: boolean;
  readonly seed: number;
  /** Stores that run side by side, each a whole Holdfast with two virtual rigs. */
  readonly stores: number;
  readonly each: boolean;
}

export const USAGE = [
  'usage: npm run crash -- [--rounds N] [--json] [--seed N] [--stores N] [--each]',
  '  --rounds N   kill each of guard, recorder, server, and all at once, N times (1 to 1000; default 50)',
  '  --json       end with one line of JSON: rounds, kills, missing, doubled, unpermitted, recovered',
  '  --seed N     the same rounds again (default: 1)',
  '  --stores N   whole stores that run side by side (1 to 8; default 3)',
  '  --each       print every round, not every tenth',
].join('\n');

export class WrongArgument extends Error {}

export function readArguments(argv: readonly string[]): CrashArguments | 'help' {
  const { values } = parse(argv);
  if (values.help === true) return 'help';
  return {
    rounds: whole('--rounds', values.rounds ?? '50', 1, 1000),
    json: values.json ?? false,
    seed: whole('--seed', values.seed ?? '1', 0, 0xffff_ffff),
    stores: whole('--stores', values.stores ?? '3', 1, 8),
    each: values.each ?? false,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv], strict: true, allowPositionals: false,
      options: {
        rounds: { type: 'string' }, json: { type: 'boolean' }, seed: { type: 'string' }, stores: { type: 'string' },
        each: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
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
