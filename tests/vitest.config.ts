/**
 * The four kinds of test, told apart by the end of the file's name: pure (fast, no input or output), real (terminals,
 * databases, processes), browser, house. Few workers: a bench PC has two cores and timing is what is tested.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './house/count-reporter.ts';
import { LongFirst } from './house/long-first.ts';

const root = resolve(import.meta.dirname, '..');
const shared = { root, environment: 'node', restoreMocks: true, unstubEnvs: true } as const;

export default defineConfig({
  root,
  cacheDir: resolve(root, 'node_modules/.cache/vitest'),
  test: {
    reporters: [process.env['HOLDFAST_COUNTS'] === undefined ? 'default' : 'minimal', new CountReporter(process.env['HOLDFAST_COUNTS'])],
    maxWorkers: 2,
    passWithNoTests: false,
    sequence: { sequencer: LongFirst },
    projects: [
      { test: { ...shared, name: 'pure', include: ['tests/**/*.pure.test.ts'], testTimeout: 10_000, isolate: false, sequence: { groupOrder: 0 } } },
      { test: { ...shared, name: 'house', include: ['tests/**/*.house.test.ts'], isolate: false, testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      { test: { ...shared, name: 'real', include: ['tests/**/*.real.test.ts'], pool: 'forks', maxWorkers: 3, testTimeout: 30_000, hookTimeout: 30_000, sequence: { groupOrder: 1 } } },
      // Beside the real ones: both wait for others most of the time.
      { test: { ...shared, name: 'browser', include: ['tests/**/*.browser.test.ts'], pool: 'forks', maxWorkers: 3, testTimeout: 60_000, hookTimeout: 60_000, sequence: { groupOrder: 1 } } },
    ],
  },
});
