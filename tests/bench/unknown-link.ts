/**
 * `npm run bench:links -- --tries N`: how long a try of a PIN takes on a link that is there, one that was taken back, called off or
 * is over, and one that nobody knows. It prints medians and their ratio to the first and judges nothing: a busy machine is no fault.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createHasher } from '../../server/sign-in/secrets.ts';
import { LINKS, madePartnerDesk } from '../server/outside/made-partner-desk.ts';
import type { LinkName } from '../server/outside/made-partner-desk.ts';

const TRIES = 40;
const medianOf = (list: readonly number[]): number => list.toSorted((left, right) => left - right)[Math.floor(list.length / 2)] ?? 0;

async function main(): Promise<number> {
  const tries = Number(parseArgs({ options: { tries: { type: 'string' } } }).values.tries ?? TRIES);
  if (!Number.isSafeInteger(tries) || tries < 1) {
    process.stderr.write(`usage: npm run bench:links -- [--tries N]   N tries of each link, ${String(TRIES)} when left out\n`);
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-links-'));
  const { desk, tokens, close, forgiveTries } = await madePartnerDesk(folder, await createHasher(randomBytes(32)));
  const timesMs = new Map<LinkName, number[]>(LINKS.map((name) => [name, []]));
  try {
    // One after the other in turn, so that what else the machine does falls on all alike.
    for (let round = 0; round < tries; round += 1) {
      for (const name of LINKS.toSorted((left, right) => (LINKS.indexOf(left) + round) % LINKS.length - (LINKS.indexOf(right) + round) % LINKS.length)) {
        // Before each, so that its commit is paid by none of them.
        forgiveTries();
        const fromMs = performance.now();
        await desk.enter(tokens[name], 'no PIN', { address: '192.0.2.1' });
        timesMs.get(name)?.push(performance.now() - fromMs);
      }
    }
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
  const first = medianOf(timesMs.get('true') ?? []);
  for (const name of LINKS) {
    const median = medianOf(timesMs.get(name) ?? []);
    process.stdout.write(`${name.padEnd(10)}  median ${median.toFixed(1)} ms, ratio ${(median / first).toFixed(2)}\n`);
  }
  return 0;
}

process.exitCode = await main();
