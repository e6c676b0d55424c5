/**
 * An entry of its own: makes one backup of the database of a state folder and prints one JSON line. It runs beside a
 * server or without one, and changes nothing in the state folder.
 */
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fillWords, SERVER_WORDS_EN } from './contract/words.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';

/** The guard comes first on a bench PC with two cores. */
const PRIORITY = 10;

async function main(): Promise<object> {
  const { state, to } = parseArgs({ options: { state: { type: 'string' }, to: { type: 'string' } } }).values;
  if (state === undefined || to === undefined) throw new StartRefusal('backup-failed', { detail: 'it needs --state DIR and --to DIR' });
  setPriority(PRIORITY);
  const { backUpDatabase } = await import('./store/back-up-database.ts');
  return backUpDatabase(resolve(state), resolve(to), new Date().toISOString());
}

try {
  process.stdout.write(`${JSON.stringify(await main())}\n`);
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : new StartRefusal('backup-failed', { detail: detailOf(error) }, error);
  const words = SERVER_WORDS_EN[refusal.code];
  process.stdout.write(`${JSON.stringify({ refused: refusal.code, what: fillWords(words.what, refusal.params), remedy: fillWords(words.remedy, refusal.params) })}\n`);
  process.exitCode = 2;
}
