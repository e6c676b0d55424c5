/**
 * Runs the pure tests for Stryker in one process that stays: modules are loaded once, and a mutant is switched on inside them.
 * Only what a module does while it loads needs loading anew. Tests that are quick come first, and the first failure ends a run.
 */
import { globSync, readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PluginKind, declareClassPlugin } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';
import { takeCollected } from './small-vitest.mjs';

const TESTS = `tests/firmware-bridge/${process.env['HOLDFAST_MUTATED_ROOM'] ?? '{guard,wire}'}/*.pure.test.ts`;
/**
 * Random from end to end: what such a run notices says little of what a test states. And those that play minutes of a bench,
 * because a change that lives is tried with every test: what they show at length, others show at its edge.
 */
const LEFT_OUT = /(any-order-of-events|a-noisy-phone-is-not-stopped|a-bench-nobody-drills|a-phone-that-drops-off|a-near-bend-is-measured-again)\.pure\.test\.ts$/;
const STAND_IN = new URL('./small-vitest.mjs', import.meta.url).href;
const stryker = globalThis.__stryker__ ??= {};

class PureTestRunner {
  #root = pathToFileURL(`${process.cwd()}/`).href;
  #files = globSync(TESTS).filter((path) => !LEFT_OUT.test(path)).sort();
  #load = 0;
  #stripped = new Map();
  /** Milliseconds that each test last took. */
  #tookMs = new Map();
  #tests = [];

  capabilities() { return { reloadEnvironment: true }; }

  async init() {
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === 'vitest') return { url: STAND_IN, shortCircuit: true };
        const found = next(specifier, context);
        return found.url.startsWith(this.#root) && found.url.endsWith('.ts') ? { ...found, url: `${found.url}?load=${this.#load}` } : found;
      },
      load: (url, context, next) => (url.startsWith(this.#root) && url.includes('.ts?') ? { format: 'module', source: this.#sourceOf(url), shortCircuit: true } : next(url, context)),
    });
  }

  #sourceOf(url) {
    const path = fileURLToPath(url.split('?')[0]);
    const known = this.#stripped.get(path);
    if (known !== undefined) return known;
    const source = stripTypeScriptTypes(readFileSync(path, 'utf8'));
    this.#stripped.set(path, source);
    return source;
  }

  async #testsOf(file) {
    takeCollected();
    await import(`${pathToFileURL(join(process.cwd(), file)).href}?load=${this.#load}`);
    return takeCollected().map((one, index) => ({ ...one, file, id: `${file}#${index} ${one.name}` }));
  }

  async #run(one) {
    const startMs = performance.now();
    let failureMessage;
    try { await one.run(); } catch (error) { failureMessage = error instanceof Error ? error.message : String(error); }
    const timeSpentMs = performance.now() - startMs;
    this.#tookMs.set(one.id, timeSpentMs);
    const told = { id: one.id, name: one.id, fileName: one.file, timeSpentMs };
    return failureMessage === undefined ? { ...told, status: TestStatus.Success } : { ...told, status: TestStatus.Failed, failureMessage };
  }

  async #loadAll() {
    this.#tests = [];
    for (const file of this.#files) this.#tests.push(...await this.#testsOf(file));
  }

  async dryRun() {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = { static: {}, perTest: {} };
    await this.#loadAll();
    const results = [];
    for (const one of this.#tests) {
      stryker.currentTestId = one.id;
      results.push(await this.#run(one));
      stryker.currentTestId = undefined;
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }) {
    stryker.activeMutant = undefined;
    if (this.#tests.length === 0) await this.#loadAll();
    Object.assign(stryker, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
    const results = [];
    const take = async (tests) => {
      for (const one of tests.toSorted((a, b) => (this.#tookMs.get(a.id) ?? 0) - (this.#tookMs.get(b.id) ?? 0))) {
        const result = await this.#run(one);
        results.push(result);
        if (result.status === TestStatus.Failed && !disableBail) return true;
      }
      return false;
    };
    try {
      if (mutantActivation === 'static') await this.#takeAnew(take);
      else await take(this.#tests.filter((one) => testFilter?.includes(one.id) ?? true));
    } catch (error) {
      // A module that does not even load was noticed, whatever test would have asked for it.
      return { status: MutantRunStatus.Killed, failureMessage: String(error), killedBy: [this.#tests[0].id], nrOfTests: 1 };
    } finally {
      stryker.activeMutant = undefined;
    }
    return toMutantRunResult(determineHitLimitReached(stryker.hitCount, hitLimit) ?? { status: DryRunStatus.Complete, tests: results });
  }

  /** Everything loaded anew with the mutant on, the quickest file first. */
  async #takeAnew(take) {
    const costMs = new Map();
    for (const one of this.#tests) costMs.set(one.file, (costMs.get(one.file) ?? 0) + (this.#tookMs.get(one.id) ?? 0));
    this.#load += 1;
    for (const file of this.#files.toSorted((a, b) => (costMs.get(a) ?? 0) - (costMs.get(b) ?? 0))) if (await take(await this.#testsOf(file))) return;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'pure', PureTestRunner)];
