/**
 * The tests that no mutant of `guard` and `wire` should survive: the pure ones beside them. Random runs are
 * left out, because what they notice once they may miss again.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..', '..');

export default defineConfig({
  root,
  test: {
    environment: 'node', include: [`tests/firmware-bridge/${process.env['HOLDFAST_MUTATED_ROOM'] ?? '{guard,wire}'}/**/*.pure.test.ts`], isolate: false, testTimeout: 10_000,
    exclude: ['**/any-order-of-events.pure.test.ts', '**/guard/properties/**'],
  },
});
