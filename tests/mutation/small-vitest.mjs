/**
 * What the pure tests use of vitest, and no more: `test`, `describe`, `expect`. The runner beside it puts this in vitest's place, so
 * that a mutant costs the milliseconds of its tests and not the start of a test run. It must never pass a test that vitest fails.
 */
import { readFileSync } from 'node:fs';
import { ASYMMETRIC_MATCHERS_OBJECT, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai, setState } from '@vitest/expect';
import fc from 'fast-check';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
chai.use(({ Assertion }, { addMethod }) => {
  addMethod(Assertion.prototype, 'toMatchFileSnapshot', function (path) { new Assertion(this._obj).toBe(readFileSync(path, 'utf8')); });
});
export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
globalThis[GLOBAL_EXPECT] = expect;
setState({ assertionCalls: 0, isExpectingAssertions: false, isExpectingAssertionsError: null, expectedAssertionsNumber: null, expectedAssertionsNumberErrorGen: null }, expect);

/** One seed for every run: what is noticed once is noticed again. The first failure is enough, the shortest one is not wanted. */
fc.configureGlobal({ seed: 20_260_302, endOnFailure: true });

let collected = [];
let groups = [];

/** The tests that a file declared since the last call. */
export function takeCollected() {
  const tests = collected;
  collected = [];
  return tests;
}

const rowOf = (row) => (Array.isArray(row) ? row : [row]);

export function test(name, ...rest) {
  const run = rest.find((part) => typeof part === 'function');
  collected.push({ name: [...groups, name].join(' > '), run: () => run({}) });
}
test.each = (rows) => (name, ...rest) => {
  const run = rest.find((part) => typeof part === 'function');
  rows.forEach((row, index) => { test(`${name} (${index + 1})`, () => run(...rowOf(row))); });
};

export function describe(name, declare) {
  const outer = groups;
  groups = [...outer, name];
  declare();
  groups = outer;
}
describe.each = (rows) => (name, declare) => {
  rows.forEach((row, index) => { describe(`${name} (${index + 1})`, () => declare(...rowOf(row))); });
};
