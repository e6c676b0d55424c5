/**
 * `npm run crash:custody`: kill -9 of a process that writes custody events, again and again, at its start, before a write and
 * after one; at the end a separate process compares what was told with what is there. Ends with 1 when anything differs.
 */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';

const FOLDER = join(import.meta.dirname, 'custody-kill');
const USAGE = 'usage: npm run crash:custody -- [--kills N] [--seed N]   (1 to 10000 kills, default 50)';
/** Every fifth kill comes while it still opens the database (ms). */
const START_WITHIN_MS = 400;
const WITHIN_MS = 120_000;

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

const faults = z.array(z.union([z.string(), z.number()]));
const comparedSchema = z.object({
  told: z.number(), events: z.number(), cases: z.number(), anchors: z.number(), lost: faults, twice: faults, half: faults, unknown: faults, besideWrong: faults, broken: faults,
});

/** The same kills for the same seed, as far as the machine allows. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Ends when the process is dead; whether it was our kill. */
function killOnce(stateDir: string, kill: { readonly afterLines: number } | { readonly afterMs: number }): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(FOLDER, 'appender.ts'), stateDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const timer = 'afterMs' in kill ? setTimeout(() => child.kill('SIGKILL'), kill.afterMs) : setTimeout(() => child.kill('SIGKILL'), WITHIN_MS);
    let lines = 0;
    child.stdout.on('data', (piece: Buffer) => {
      lines += piece.toString().split('\n').length - 1;
      if ('afterLines' in kill && lines >= kill.afterLines) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
  const [kills, seed] = [Number(values.kills ?? 50), Number(values.seed ?? 1)];
  if (!Number.isInteger(kills) || kills < 1 || kills > 10_000 || !Number.isInteger(seed)) {
    say(USAGE);
    return 2;
  }
  const chance = chances(seed);
  const stateDir = mkdtempSync(join(tmpdir(), 'holdfast-custody-kill-'));
  for (let kill = 1; kill <= kills; kill += 1) {
    const where = kill % 5 === 0 ? { afterMs: Math.floor(chance() * START_WITHIN_MS) } : { afterLines: 1 + Math.floor(chance() * 40) };
    if (!await killOnce(stateDir, where)) {
      say(`It ended by itself before kill ${String(kill)}; its state folder is ${stateDir}`);
      return 1;
    }
  }
  const run = promisify(execFile);
  await run(process.execPath, [join(FOLDER, 'appender.ts'), stateDir, 'finish'], { timeout: WITHIN_MS });
  const { stdout } = await run(process.execPath, [join(FOLDER, 'compare.ts'), stateDir], { timeout: WITHIN_MS, maxBuffer: 64 * 1024 * 1024 });
  const { told, events, cases, anchors, ...found } = comparedSchema.parse(JSON.parse(stdout));
  const isWell = Object.values(found).every((list) => list.length === 0) && events > 0;
  say(`${String(kills)} kills: ${String(events)} events of ${String(cases)} cases, ${String(anchors)} anchors, ${String(told)} answers.`);
  say(Object.entries(found).map(([name, list]) => `${name} ${String(list.length)}`).join(', '));
  if (isWell) rmSync(stateDir, { recursive: true, force: true });
  else say(`${JSON.stringify(found, null, 2).slice(0, 4000)}\nIts state folder is kept: ${stateDir}`);
  return isWell ? 0 : 1;
}

process.exitCode = await main();
