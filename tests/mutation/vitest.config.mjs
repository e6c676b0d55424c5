/**
 * The tests that no mutant of `guard` and `wire` should survive: the pure ones beside them. The matrix is left out, because it
 * shows every change and would hide what no named test judges, and so are random runs, because what they notice once they may miss again.
 */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..', '..');

export default defineConfig({
  root,
  test: {
    environment: 'node', include: ['tests/firmware-bridge/{guard,wire}/**/*.pure.test.ts'], isolate: false, testTimeout: 10_000,
    exclude: ['**/every-state-meets-every-event.pure.test.ts', '**/any-order-of-events.pure.test.ts', '**/guard/properties/**'],
  },
});
