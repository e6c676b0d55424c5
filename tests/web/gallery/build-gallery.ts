/**
 * Builds the gallery (`index.html`, which loads `begin.ts`) once per process, into a folder of that process in the cache beside
 * the packages, which goes with it: two test files at once never read half of it.
 */
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const CACHE = resolve(import.meta.dirname, '../../../node_modules/.cache');
let built: Promise<string> | null = null;

async function buildAnew(): Promise<string> {
  await mkdir(CACHE, { recursive: true });
  const folder = await mkdtemp(join(CACHE, 'holdfast-gallery-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false, root: import.meta.dirname, base: '/gallery/', logLevel: 'error',
    // As the product is built: within a run of tests it would else take what warns developers.
    resolve: { conditions: ['module', 'browser', 'production'] },
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2023' },
  });
  return folder;
}

/** The folder that holds it. */
export function builtGallery(): Promise<string> {
  built ??= buildAnew();
  return built;
}
