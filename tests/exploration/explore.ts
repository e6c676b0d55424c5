/**
 * `npm run explore`: every move from every state, level by level, of the interlock alone and of permit and firmware at both
 * ends of a bad line. It says how many states it met and to which depth; a broken property comes with the shortest way.
 */
import { parseArgs } from 'node:util';
import { explore, type Explored, type Model } from './breadth-first.ts';
import { guardModel } from './guard-model.ts';
import { permitModel } from './permit-model.ts';

const USAGE = [
  'usage: npm run explore -- [--depth N] [--states N] [--json]',
  '  --depth N    moves from each place (1 to 40; default 3 for the interlock, 5 for both ends)',
  '  --states N   stop when so many states are known, for each of the two (default 1000000)',
  '  --json       end with one line of JSON: guard and permit, each with states, transitions, depth, violations',
].join('\n');
const GUARD_DEPTH = 3;
const PERMIT_DEPTH = 5;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

function whole(text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= most) return value;
  say(`${text} is no whole number from 1 to ${most}.\n${USAGE}`);
  process.exit(2);
}

function run<Node>(name: string, model: Model<Node>, depth: number, statesMax: number): Explored {
  const startedAtMs = performance.now();
  say(`${name}: ${model.roots.length} places, to depth ${depth}`);
  const result = explore(model, depth, statesMax, (done, states) => { say(`  depth ${done}: ${states} states`); });
  const seconds = (performance.now() - startedAtMs) / 1000;
  const end = result.isClosed ? 'nothing new is left' : result.depth < depth ? `the limit of states was met at depth ${result.depth + 1}` : `every move to depth ${depth} was made`;
  say(`  ${result.states} states, ${result.transitions} transitions, ${Math.round(result.transitions / seconds)} per s; ${end}; ${result.violations.length} properties broken`);
  for (const { property, way } of result.violations) say(`  BROKEN: ${property}\n    ${way.join(' → ')}`);
  return result;
}

function main(argv: readonly string[]): number {
  const { values } = parseArgs({ args: [...argv], options: { depth: { type: 'string' }, states: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const depth = values.depth === undefined ? null : whole(values.depth, 40);
  const states = values.states === undefined ? 1_000_000 : whole(values.states, 100_000_000);
  const guard = run('the interlock', guardModel, depth ?? GUARD_DEPTH, states);
  const permit = run('permit and firmware, both ends', permitModel, depth ?? PERMIT_DEPTH, states);
  if (values.json === true) say(JSON.stringify({ guard, permit }));
  return guard.violations.length + permit.violations.length === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
