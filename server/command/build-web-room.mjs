/**
 * Builds the web room when its sources, the contracts it reads or the lock file changed. It builds beside and swaps,
 * so a running server never serves half a build.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { atRoot } from './project-root.mjs';
import { runQuietly } from './run-quietly.mjs';

const STAMP_NAME = '.holdfast-build';
const SOURCES = ['web', 'firmware-bridge/contract', 'server/contract', 'package-lock.json', 'tsconfig.json'];
const LEFT_OUT = new Set(['dist', 'node_modules', '.vite']);

function filesBelow(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const child = join(path, entry.name);
    return entry.isDirectory() ? filesBelow(child) : entry.isFile() ? [child] : [];
  });
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = atRoot(source);
    if (!existsSync(path)) continue;
    for (const file of source.includes('.') ? [path] : filesBelow(path)) {
      hash.update(file.slice(atRoot('.').length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function isBuilt(wanted) {
  try {
    return readFileSync(atRoot('web', 'dist', STAMP_NAME), 'utf8') === wanted;
  } catch {
    return false;
  }
}

async function build(runtime, wanted, say) {
  say('Building the web room…');
  const fresh = atRoot('.holdfast', 'web-build');
  rmSync(fresh, { recursive: true, force: true });
  const vite = atRoot('node_modules', 'vite', 'bin', 'vite.js');
  // An environment that says "development" or "test" must not decide how the pages are built.
  const env = { ...process.env, NODE_ENV: 'production' };
  const result = await runQuietly(runtime, [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'warn'], { cwd: atRoot('web'), env });
  if (!result.ok || !existsSync(join(fresh, 'index.html'))) {
    throw new Error(`${result.output.trimEnd()}\nThe web room could not be built; the lines above say where.`);
  }
  writeFileSync(join(fresh, STAMP_NAME), wanted);
  const target = atRoot('web', 'dist');
  const former = atRoot('.holdfast', 'web-build-former');
  rmSync(former, { recursive: true, force: true });
  mkdirSync(atRoot('web'), { recursive: true });
  if (existsSync(target)) renameSync(target, former);
  renameSync(fresh, target);
  rmSync(former, { recursive: true, force: true });
}

export async function buildWebRoom(runtime, say) {
  if (!existsSync(atRoot('web', 'index.html'))) throw new Error('The web room is missing: web/index.html is not there. This clone is incomplete; clone it again.');
  if (isBuilt(sourcesHash())) return;
  await oneAtATime(atRoot('.holdfast', 'start.lock'), say, async () => {
    const wanted = sourcesHash();
    if (!isBuilt(wanted)) await build(runtime, wanted, say);
  });
}
