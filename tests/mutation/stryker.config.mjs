/**
 * How the mutants of `guard` and `wire` are made and tried, for `npm run mutation`. Every mutant is tried with the tests that
 * run its line, in a copy of the sources; nothing of the project itself is changed.
 */
import { fileURLToPath } from 'node:url';

export default {
  packageManager: 'npm',
  testRunner: 'pure',
  plugins: [fileURLToPath(new URL('./pure-runner.mjs', import.meta.url))],
  mutate: ['firmware-bridge/guard/**/*.ts', 'firmware-bridge/wire/**/*.ts'],
  ignorePatterns: ['/web', '/server', '/.holdfast', '/tests/.output', '/tests/bench', '/tests/web', '/tests/server', '/tests/journeys', '/tests/house', '/.github', '/.ci'],
  disableTypeChecks: false,
  coverageAnalysis: 'perTest',
  concurrency: 1,
  timeoutMS: 3000,
  tempDirName: '.stryker-tmp',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: 'tests/.output/mutation.json' },
  allowConsoleColors: false,
};
