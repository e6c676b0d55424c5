/**
 * Installs exactly what the lock file names, when it changed since the last complete install. The stamp is removed
 * before and written after, so an interrupted install is never taken for a whole one. No package's script is run.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { findRuntime } from './pinned-runtime.mjs';
import { PROJECT_ROOT, atRoot } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const STAMP = atRoot('node_modules', '.holdfast-install');
const ARGUMENTS = [
  'ci', '--ignore-scripts', '--include=dev', '--include=optional', '--include=peer',
  '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error', '--progress=false',
];

function wantedStamp() {
  const lock = createHash('sha256').update(readFileSync(atRoot('package-lock.json'))).digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

function isInstalled() {
  try {
    if (readFileSync(STAMP, 'utf8') !== wantedStamp()) return false;
    findRuntime();
    return true;
  } catch {
    return false;
  }
}

/** The npm that called us, else the one on the PATH; another package manager does not read this lock file. */
function npmCommand() {
  const caller = process.env['npm_execpath'] ?? '';
  if (!/^npm(-cli)?(\.[cm]?js)?$/.test(basename(caller))) return { file: 'npm', args: ARGUMENTS };
  return /\.[cm]?js$/.test(caller) ? { file: process.execPath, args: [caller, ...ARGUMENTS] } : { file: caller, args: ARGUMENTS };
}

async function install(say) {
  const startedMs = Date.now();
  say('Installing packages (once)…');
  rmSync(STAMP, { force: true });
  const npm = npmCommand();
  // A production setting would leave out what builds the web room.
  const result = await runQuietly(npm.file, npm.args, { cwd: PROJECT_ROOT, env: { ...process.env, NODE_ENV: 'development' } });
  if (!result.ok) {
    throw new Error(`${result.output.trimEnd()}\nThe packages could not be installed. Check the connection to the npm registry and the free disk space, `
      + 'then run the same command again; it begins afresh.');
  }
  findRuntime();
  mkdirSync(atRoot('node_modules'), { recursive: true });
  writeFileSync(STAMP, wantedStamp());
  say(`Packages installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
}

export async function installPackages(say) {
  if (isInstalled()) return;
  await oneAtATime(atRoot('.holdfast', 'start.lock'), say, async () => {
    if (!isInstalled()) await install(say);
  });
}
