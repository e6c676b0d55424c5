/**
 * Counts tests for the last line of a run and writes the numbers to a file for whoever started it. A file that does not
 * load and an error outside any test count as failed: a run must never look better than it was.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function countTests(modules: readonly TestModule[], outside: readonly SerializedError[], reason: TestRunEndReason): Counts {
  let [passed, failed, skipped] = [0, outside.length, 0];
  for (const module of modules) {
    failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'skipped') skipped += 1;
      else failed += 1;
    }
    for (const suite of module.children.allSuites()) failed += suite.errors().length;
  }
  // Cut off in the middle: what did not run did not pass.
  if (reason !== 'passed' && failed === 0) failed = 1;
  return { passed, failed, skipped };
}

export class CountReporter implements Reporter {
  readonly #path: string | undefined;

  constructor(path: string | undefined) {
    this.#path = path;
  }

  onTestRunEnd(modules: readonly TestModule[], outside: readonly SerializedError[], reason: TestRunEndReason): void {
    if (this.#path === undefined) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, JSON.stringify(countTests(modules, outside, reason)));
  }
}
