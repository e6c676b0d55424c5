/**
 * The entrance of a fresh clone, run as it is in a project made for the test; only npm is played, so that no registry is
 * needed. Installs happen once, never two at a time, and a broken one is never taken for a whole one.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROOT, until } from './running-holdfast.ts';

const RUNTIME = `node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** Does what `npm ci` does, as far as the entrance can see: empties, installs, takes its time, and may fail. */
const PLAYED_NPM = `
import { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
const put = (path, text) => { mkdirSync(dirname(path), { recursive: true }); writeFileSync(path, text); };
put('node_modules/half', '');
if (existsSync('npm-fails')) { console.error('registry says no'); process.exit(1); }
if (existsSync('npm-hangs')) await new Promise((done) => { setTimeout(done, 60_000); });
await new Promise((done) => { setTimeout(done, 50); });
mkdirSync(dirname('${RUNTIME}'), { recursive: true });
symlinkSync(process.env.PLAYED_RUNTIME, '${RUNTIME}');
put('node_modules/vite/bin/vite.js', \`
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  const out = process.argv[process.argv.indexOf('--outDir') + 1];
  mkdirSync(out, { recursive: true });
  writeFileSync(out + '/index.html', '');
  appendFileSync('../vite.log', 'built ' + process.env.NODE_ENV + '\\\\n');
\`);
put('node_modules/vite/package.json', '{"type":"module"}');
`;

let project = '';
const path = (...parts: string[]): string => join(project, ...parts);
const logged = (name: string): string[] => (existsSync(path(name)) ? readFileSync(path(name), 'utf8').trim().split('\n') : []);

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'hf-clone-'));
  mkdirSync(path('server/command'), { recursive: true });
  mkdirSync(path('web'));
  for (const name of readdirSync(join(ROOT, 'server/command')).filter((file) => file.endsWith('.mjs'))) {
    cpSync(join(ROOT, 'server/command', name), path('server/command', name));
  }
  writeFileSync(path('package.json'), '{"type":"module"}');
  writeFileSync(path('package-lock.json'), '{"lockfileVersion":3}');
  writeFileSync(path('web/index.html'), '<p>one</p>');
  writeFileSync(path('server/command/holdfast.ts'), 'const args: string[] = process.argv.slice(2);\nprocess.stdout.write(`ran ${args.join(" ")}\\n`);\nprocess.exitCode = args.includes("seven") ? 7 : 0;\n');
  writeFileSync(path('npm-cli.js'), PLAYED_NPM);
});
afterEach(() => { rmSync(project, { recursive: true, force: true }); });

function begin(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [path('server/command/bootstrap.mjs'), ...args], {
    cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, npm_execpath: path('npm-cli.js'), NODE_DISABLE_COMPILE_CACHE: '1', PLAYED_RUNTIME: process.execPath, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString(); });
  child.stderr.on('data', (chunk: Buffer) => { err += chunk.toString(); });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((done) => { child.once('close', (code) => { done({ code, out, err }); }); });
  return { child, ended, said: () => err };
}

test('the first start installs, builds and runs; the second only runs, and says nothing', async () => {
  const first = await begin(['start', '--port', '1']).ended;
  expect(first).toMatchObject({ code: 0, out: 'ran start --port 1\n' });
  expect(first.err).toMatch(/^Installing packages \(once\)…\nPackages installed in \d+ s\.\nBuilding the web room…\n$/);
  expect(await begin(['start']).ended).toEqual({ code: 0, out: 'ran start\n', err: '' });
  expect([logged('npm.log').length, logged('vite.log').length]).toEqual([1, 1]);
});

test('it installs what tests and build need, runs no script of a package, and a production setting changes nothing', async () => {
  await begin(['start'], { NODE_ENV: 'production' }).ended;
  expect(logged('npm.log')[0]).toMatch(/^ci --ignore-scripts --include=dev --include=optional /);
  expect(logged('vite.log')).toEqual(['built production']);
});

test('two starts at once install once and build once', async () => {
  const both = await Promise.all([begin(['start', 'a']).ended, begin(['start', 'b']).ended]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect([logged('npm.log').length, logged('vite.log').length]).toEqual([1, 1]);
});

test('another lock file is another install; another page another build', async () => {
  await begin(['start']).ended;
  writeFileSync(path('web/index.html'), '<p>two</p>');
  await begin(['start']).ended;
  expect([logged('npm.log').length, logged('vite.log').length]).toEqual([1, 2]);
  writeFileSync(path('package-lock.json'), '{"lockfileVersion":3,"name":"x"}');
  await begin(['start']).ended;
  expect([logged('npm.log').length, logged('vite.log').length]).toEqual([2, 3]);
});

test('an install that failed shows why, and the next start begins afresh', async () => {
  writeFileSync(path('npm-fails'), '');
  const failed = await begin(['start']).ended;
  expect([failed.code, failed.out]).toEqual([1, '']);
  expect(failed.err).toMatch(/registry says no[\s\S]*could not be installed[\s\S]*begins afresh/);
  rmSync(path('npm-fails'));
  expect((await begin(['start']).ended).code).toBe(0);
  expect(logged('npm.log')).toHaveLength(2);
});

test('an install that was interrupted is not taken for a whole one, and its lock does not stay', async () => {
  writeFileSync(path('npm-hangs'), '');
  const hanging = begin(['start']);
  await until('npm works', () => existsSync(path('node_modules/half')));
  hanging.child.kill('SIGINT');
  expect((await hanging.ended).code).toBe(130);
  rmSync(path('npm-hangs'));
  expect(await begin(['start']).ended).toMatchObject({ code: 0, out: 'ran start\n' });
});

test('the lock of a start that was killed does not hold up the next', async () => {
  writeFileSync(path('npm-hangs'), '');
  const killed = begin(['start']);
  await until('npm works', () => existsSync(path('node_modules/half')));
  const npmOfKilled = readFileSync(`/proc/${killed.child.pid ?? 0}/task/${killed.child.pid ?? 0}/children`, 'utf8').trim();
  killed.child.kill('SIGKILL');
  process.kill(Number(npmOfKilled), 'SIGKILL');
  await killed.ended;
  expect(existsSync(path('.holdfast/start.lock'))).toBe(true);
  rmSync(path('npm-hangs'));
  expect((await begin(['start']).ended).code).toBe(0);
  expect(existsSync(path('.holdfast/start.lock'))).toBe(false);
});

test('a lock whose number belongs to another process meanwhile is recognised', async () => {
  mkdirSync(path('.holdfast'));
  writeFileSync(path('.holdfast/start.lock'), `${process.pid} 1\n`);
  expect((await begin(['start']).ended).code).toBe(0);
});

test('a living holder is waited for', async () => {
  mkdirSync(path('.holdfast'));
  const ticks = readFileSync('/proc/self/stat', 'latin1').split(') ').at(-1)?.split(' ')[19] ?? '';
  writeFileSync(path('.holdfast/start.lock'), `${process.pid} ${ticks}\n`);
  const waiting = begin(['start']);
  await until('it says so', () => waiting.said().includes(`(process ${process.pid})`));
  expect(logged('npm.log')).toEqual([]);
  rmSync(path('.holdfast/start.lock'));
  expect((await waiting.ended).code).toBe(0);
});

test('the exit code of what runs is the exit code of the command', async () => {
  expect((await begin(['run', 'seven']).ended).code).toBe(7);
  expect(await begin(['exec', 'server/command/holdfast.ts', 'a', 'b']).ended).toMatchObject({ code: 0, out: 'ran a b\n' });
});

test('a clone without its pages is said to be incomplete', async () => {
  rmSync(path('web/index.html'));
  const outcome = await begin(['start']).ended;
  expect([outcome.code, outcome.err]).toEqual([1, expect.stringContaining('web/index.html is not there')]);
});

test('packages that were removed are installed anew', async () => {
  await begin(['start']).ended;
  rmSync(path('node_modules'), { recursive: true });
  expect((await begin(['start']).ended).code).toBe(0);
  expect(logged('npm.log')).toHaveLength(2);
});

test('what cannot be meant is answered with what can', async () => {
  const outcome = await begin(['begin']).ended;
  expect([outcome.code, outcome.err]).toEqual([2, expect.stringMatching(/There is no "begin" here\.\nusage: /)]);
});

test('npm of the path is taken when another package manager called', async () => {
  mkdirSync(path('bin'));
  writeFileSync(path('bin/npm'), `#!/bin/sh\nexec "${process.execPath}" "${path('npm-cli.js')}" "$@"\n`);
  chmodSync(path('bin/npm'), 0o755);
  const outcome = await begin(['run', 'x'], { npm_execpath: '/somewhere/pnpm.cjs', PATH: `${path('bin')}:${process.env['PATH'] ?? ''}` }).ended;
  expect(outcome).toMatchObject({ code: 0, out: 'ran x\n' });
});
