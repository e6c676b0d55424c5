/**
 * Everything that must hold before a change is good: the rules for the sources, the types of both halves, and every
 * test. Says little when all is well, and ends with one plain line of counts that never hides a failure.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Counts } from './count-reporter.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const OUTPUT = join(ROOT, 'tests', '.output');
const COUNTS = join(OUTPUT, `counts-${process.pid}.json`);
const tool = (...parts: string[]): string => join(ROOT, 'node_modules', ...parts);
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

interface Check {
  readonly name: string;
  readonly args: readonly string[];
}

const ESLINT: Check = {
  name: 'rules for the sources (eslint)',
  args: [
    tool('eslint/bin/eslint.js'), '--config', 'tests/eslint.config.js', '--max-warnings', '0', '--no-warn-ignored', '--cache', '--cache-strategy', 'content',
    '--cache-location', tool('.cache/eslint/'), 'firmware-bridge', 'server', 'tests', 'web',
  ],
};
const types = (project: string): Check => ({
  name: `types (${project})`,
  args: [tool('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', tool(`.cache/tsc/${project.replaceAll('/', '-')}.info`), '-p', project],
});

/** Sources that were read once are not parsed again by each of the many processes that a run starts; nothing else changes. */
const ENVIRONMENT = { NODE_COMPILE_CACHE: tool('.cache/compiled'), ...process.env };

const running = new Set<ReturnType<typeof spawn>>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    process.exitCode = 130;
  });
}

function runNode(args: readonly string[], quiet: boolean, env: NodeJS.ProcessEnv): Promise<{ ok: boolean; output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'] });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer): void => { output += chunk.toString(); };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('close', (code) => {
      running.delete(child);
      done({ ok: code === 0, output });
    });
  });
}

async function runCheck(check: Check): Promise<boolean> {
  const result = await runNode(check.args, true, ENVIRONMENT);
  if (!result.ok) say(`FAILED: ${check.name}\n${result.output.trim()}\n`);
  return result.ok;
}

/** The two slow readers of all sources run side by side, one for each core; the web's types follow the root's. */
async function runChecks(): Promise<Counts> {
  say('Checking rules and types…');
  const projects = ['tsconfig.json', 'web/tsconfig.json'].filter((path) => existsSync(join(ROOT, path)));
  const typesInTurn = async (): Promise<boolean[]> => {
    const results: boolean[] = [];
    for (const project of projects) results.push(await runCheck(types(project)));
    return results;
  };
  const results = (await Promise.all([typesInTurn(), runCheck(ESLINT).then((ok) => [ok])])).flat();
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

function readCounts(ok: boolean): Counts {
  try {
    const read: unknown = JSON.parse(readFileSync(COUNTS, 'utf8'));
    if (typeof read === 'object' && read !== null && 'passed' in read && 'failed' in read && 'skipped' in read) {
      const counts = { passed: Number(read.passed), failed: Number(read.failed), skipped: Number(read.skipped) };
      return !ok && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
    }
  } catch {
    // No counts were written: the run itself broke off, and its output says why.
  }
  return { passed: 0, failed: 1, skipped: 0 };
}

async function runTests(args: readonly string[]): Promise<Counts> {
  say('Running tests…');
  mkdirSync(OUTPUT, { recursive: true });
  const env = { ...ENVIRONMENT, HOLDFAST_COUNTS: COUNTS };
  const result = await runNode([tool('vitest/vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts', ...args], false, env);
  const counts = readCounts(result.ok);
  rmSync(COUNTS, { force: true });
  return counts;
}

async function main(args: readonly string[]): Promise<number> {
  const onlyRules = args[0] === '--only-rules';
  const filtered = args.length > 0 && !onlyRules;
  // Whoever asks for some tests gets those, and waits for nothing else.
  const checks = filtered ? { passed: 0, failed: 0, skipped: 0 } : await runChecks();
  const tests = onlyRules ? { passed: 0, failed: 0, skipped: 0 } : await runTests(args);
  const counts = { passed: checks.passed + tests.passed, failed: checks.failed + tests.failed, skipped: checks.skipped + tests.skipped };
  if (counts.passed + counts.failed === 0) say('Nothing was run: no test has that name. `npm test` alone runs them all.');
  if (counts.skipped > 0 && !filtered) say(`${counts.skipped} skipped: a whole run skips nothing, so it does not count as passed.`);
  say(`${counts.passed} passed, ${counts.failed} failed`);
  const isGood = counts.failed === 0 && counts.passed > 0 && (filtered || counts.skipped === 0);
  return isGood ? 0 : 1;
}

process.exitCode = Math.max(await main(process.argv.slice(2)), Number(process.exitCode ?? 0));
