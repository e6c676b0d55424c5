/**
 * `npm run mutation`: changes `guard` and `wire` in thousands of small ways and sees whether a test fails each time. It prints
 * every change that no test noticed, with its place, and ends with 1 when too many of them lived. The tester is installed at its
 * first use, from a lock file of its own, so that no bench PC carries it.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '..', '..');
const REPORT = join(ROOT, 'tests', '.output', 'mutation.json');
const TESTER = join(ROOT, 'tests', 'mutation');
const STAMP = join(TESTER, 'node_modules', '.holdfast-install');
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--progress=false'];
const ROOM = 'firmware-bridge';
const ROOMS = ['wire', 'guard'] as const;
/** Units and sources in words, compared with the README word for word in tests/house; they decide nothing. */
const WORDS_ONLY = `${ROOM}/guard/limit-traits.ts`;
const LEAST_PCT = 90;
const USAGE = `usage: npm run mutation -- [--only FILE]... [--least PCT] [--workers N] [--resume] [--json]
  --only FILE   one file of ${ROOM}, for example guard/ladder.ts; may be given again (all of guard and wire)
  --least PCT   end with 1 when fewer per cent were noticed (${String(LEAST_PCT)})
  --workers N   processes side by side, 1 to 16 (1)
  --resume      takes over what the last run noticed, where neither the change nor its tests are new
  --json        one object as the last line`;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

class WrongArgument extends Error {}

const say = (text: string): void => { process.stdout.write(`${text}\n`); };

const mutantSchema = z.object({
  mutatorName: z.string(), replacement: z.string().optional(), status: z.string(),
  location: z.object({ start: z.object({ line: z.number(), column: z.number() }), end: z.object({ line: z.number(), column: z.number() }) }),
});
const reportSchema = z.object({ files: z.record(z.string(), z.object({ source: z.string(), mutants: z.array(mutantSchema) })) });
const foundSchema = z.looseObject({ files: z.record(z.string(), z.looseObject({ mutants: z.array(z.looseObject({ status: z.string() })) })) });
type Files = z.infer<typeof reportSchema>['files'];
type Mutant = z.infer<typeof mutantSchema>;
interface Score { readonly file: string; readonly noticed: number; readonly lived: number }

interface Wanted { readonly files: readonly string[]; readonly leastPct: number; readonly workers: number; readonly resume: boolean; readonly json: boolean }

function whole(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongArgument(`${name} is ${text}; give a whole number from ${String(least)} to ${String(most)}.`);
}

function readWanted(): Wanted | 'help' {
  let values;
  try {
    ({ values } = parseArgs({
      allowPositionals: false,
      options: {
        only: { type: 'string', multiple: true, default: [] }, least: { type: 'string', default: String(LEAST_PCT) }, workers: { type: 'string', default: '1' },
        resume: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    throw new WrongArgument(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return 'help';
  const files = values.only.map((file) => `${ROOM}/${file.replace(new RegExp(`^${ROOM}/`), '')}`);
  const unknown = files.find((file) => !/^firmware-bridge\/(guard|wire)\/[a-z0-9-]+\.ts$/.test(file) || !existsSync(join(ROOT, file)));
  if (unknown !== undefined) throw new WrongArgument(`--only ${unknown}: there is no such file in guard or wire.`);
  return { files, leastPct: whole('--least', values.least, 0, 100), workers: whole('--workers', values.workers, 1, 16), resume: values.resume, json: values.json };
}

function run(file: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const forward = (signal: NodeJS.Signals): void => { child.kill(signal); };
    for (const signal of SIGNALS) process.on(signal, forward);
    child.once('error', fail);
    child.once('exit', (code) => {
      for (const signal of SIGNALS) process.off(signal, forward);
      done(code ?? 1);
    });
  });
}

async function installTester(): Promise<void> {
  const wanted = createHash('sha256').update(readFileSync(join(TESTER, 'package-lock.json'))).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  say('Installing the mutation tester (once)…');
  const npm = process.env['npm_execpath'];
  const code = npm === undefined ? await run('npm', INSTALL, TESTER) : await run(process.execPath, [npm, ...INSTALL], TESTER);
  if (code !== 0) throw new Error('The mutation tester could not be installed. Check the connection to the npm registry, then run the same command again.');
  writeFileSync(STAMP, wanted);
}

/** What lived in these files is tried anew: the tester asks only the tests that it knows to run the line, and of what a module does while it loads it knows none. */
function forgetLiving(found: string, mutated: (file: string) => boolean): void {
  if (!existsSync(found)) return;
  const report = foundSchema.parse(JSON.parse(readFileSync(found, 'utf8')));
  for (const [path, file] of Object.entries(report.files)) if (mutated(path)) file.mutants = file.mutants.filter(({ status }) => status !== 'Survived');
  writeFileSync(found, JSON.stringify(report));
}

/** One room after the other: the lines of `wire` are run by everything, and judged by its own tests. */
async function runTester({ files, workers, resume }: Wanted, room: (typeof ROOMS)[number]): Promise<Files> {
  const mutated = files.length === 0 ? [`${ROOM}/${room}/*.ts`, `!${WORDS_ONLY}`] : files.filter((file) => file.startsWith(`${ROOM}/${room}/`));
  if (mutated.length === 0) return {};
  rmSync(REPORT, { force: true });
  const found = join(ROOT, 'tests', '.output', `mutation-${room}.json`);
  const isMutated = (file: string): boolean => files.length === 0 || files.includes(file);
  if (resume) forgetLiving(found, isMutated);
  const args = [join(TESTER, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', 'tests/mutation/stryker.config.mjs', '--concurrency', String(workers), '--mutate', mutated.join(','),
    '--incremental', '--incrementalFile', found, ...(resume ? [] : ['--force'])];
  const code = await run(process.execPath, args, ROOT, { ...process.env, HOLDFAST_MUTATED_ROOM: room });
  if (code !== 0 || !existsSync(REPORT)) throw new Error(`The mutation tester ended with ${String(code)} and left no report.`);
  const told = Object.entries(reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8'))).files);
  return Object.fromEntries(told.filter(([file]) => isMutated(file)));
}

/** The changed text on one line, short enough to read. */
function inShort(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 87)}…` : line;
}

function originalOf(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : line.length)).join('\n');
}

const isNoticed = (mutant: Mutant): boolean => mutant.status === 'Killed' || mutant.status === 'Timeout';
const isLiving = (mutant: Mutant): boolean => mutant.status === 'Survived' || mutant.status === 'NoCoverage';
const pctOf = ({ noticed, lived }: Omit<Score, 'file'>): number => (noticed + lived === 0 ? 100 : (noticed * 100) / (noticed + lived));

function report(wanted: Wanted, files: Files): boolean {
  const scores: Score[] = [];
  for (const [file, { source, mutants }] of Object.entries(files)) {
    const living = mutants.filter(isLiving);
    scores.push({ file, noticed: mutants.filter(isNoticed).length, lived: living.length });
    for (const mutant of living) {
      const { line, column } = mutant.location.start;
      say(`lived  ${file}:${String(line)}:${String(column)}  ${inShort(originalOf(source, mutant.location))}  →  ${inShort(mutant.replacement ?? '')}`);
    }
  }
  const together = (some: readonly Score[], file: string): Score =>
    some.reduce((sum, one) => ({ file, noticed: sum.noticed + one.noticed, lived: sum.lived + one.lived }), { file, noticed: 0, lived: 0 });
  const rooms = ROOMS.map((room) => together(scores.filter(({ file }) => file.startsWith(`${ROOM}/${room}/`)), `all of ${room}`)).filter((one) => one.noticed + one.lived > 0);
  const all = together(scores, 'all');
  for (const one of [...scores, ...rooms]) say(`${pctOf(one).toFixed(1).padStart(5)} %  ${one.file}  ${String(one.noticed)} of ${String(one.noticed + one.lived)}`);
  const pct = pctOf(all);
  say(`${String(all.noticed)} of ${String(all.noticed + all.lived)} changes were noticed: ${pct.toFixed(1)} %${pct < wanted.leastPct ? `, less than ${String(wanted.leastPct)}` : ''}`);
  if (wanted.json) say(JSON.stringify({ mutants: all.noticed + all.lived, killed: all.noticed, survived: all.lived, scorePct: Number(pct.toFixed(2)), rooms, files: scores }));
  return all.noticed + all.lived > 0 && pct >= wanted.leastPct;
}

async function main(): Promise<number> {
  const wanted = readWanted();
  if (wanted === 'help') {
    say(USAGE);
    return 0;
  }
  await installTester();
  let files: Files = {};
  for (const room of ROOMS) files = { ...files, ...await runTester(wanted, room) };
  return report(wanted, files) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${error instanceof WrongArgument ? `${USAGE}\n` : ''}`);
  process.exitCode = error instanceof WrongArgument ? 2 : 1;
}
