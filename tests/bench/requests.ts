/**
 * `npm run requests -- --runs N`: generated requests to every route of a running virtual store, judged by its own document.
 * It ends with 1 when an answer was a fault of the server, not in the document or not of its shape, or too few were accepted.
 */
import { parseArgs } from 'node:util';
import { driveAll, NEVER_ACCEPTED } from './requests/drive.ts';
import type { RouteResult } from './requests/drive.ts';
import { openScene } from './requests/scene.ts';

const USAGE = 'usage: npm run requests -- [--runs N] [--seed N] [--skip N] [--json]   N requests for each route, 1000 when left out; --skip goes on behind so many routes';
const RUNS = 1000;
const SEED = 20_261_124;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const sum = (results: readonly RouteResult[], key: 'requests' | 'accepted' | 'fivexx' | 'undocumented' | 'misshapen'): number => results.reduce((total, result) => total + result[key], 0);
const hasTooFew = ({ route, requests, accepted }: RouteResult): boolean => !NEVER_ACCEPTED.has(route) && accepted * 5 < requests;

function tell({ route, requests, accepted, statuses, faults }: RouteResult): void {
  say(`${route}: ${requests} requests, ${accepted} accepted; ${Object.entries(statuses).toSorted().map(([status, count]) => `${status} ${count}`).join(', ')}`);
  for (const fault of faults) say(`  BROKEN ${fault}`);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' }, skip: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const [runs, seed, skip] = [Number(values.runs ?? RUNS), Number(values.seed ?? SEED), Number(values.skip ?? 0)];
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed) || !Number.isSafeInteger(skip) || skip < 0) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const scene = await openScene();
  try {
    const results = await driveAll(scene, runs, seed, tell, skip);
    const tooFew = results.filter(hasTooFew).map(({ route }) => route);
    for (const route of tooFew) say(`TOO FEW ACCEPTED  ${route}`);
    const counts = { routes: results.length, requests: sum(results, 'requests'), accepted: sum(results, 'accepted'), fivexx: sum(results, 'fivexx'), undocumented: sum(results, 'undocumented'), misshapen: sum(results, 'misshapen') };
    const isWell = counts.fivexx + counts.undocumented + counts.misshapen + tooFew.length === 0;
    say(`${counts.requests} requests to ${counts.routes} routes, ${counts.accepted} accepted, ${counts.fivexx} faults of the server: ${isWell ? 'nothing broke' : 'FAILED'}`);
    if (values.json) say(JSON.stringify({ ...counts, runs, seed, tooFew }));
    return isWell ? 0 : 1;
  } finally {
    await scene.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
}
