/** A stranger must be able to read it: ceilings for files and functions, and what a file opens with. */
import { expect, test } from 'vitest';
import { codeOnly, filesBelow, functionsOf, isPure, placesOf, productFiles, productSources, read, testSources } from './sources.ts';

const FILE_LINES_MAX = 250;
const FUNCTION_LINES_MAX = 70;
const PURE_FUNCTION_LINES_MAX = 50;
const LINE_CHARS_MAX = 260;

const scripts = [...productFiles(), ...filesBelow('tests')].filter((path) => /\.(ts|mjs|js|css|sql)$/.test(path));
const lineCount = (path: string): number => read(path).trimEnd().split('\n').length;

test('no file is longer than 250 lines', () => {
  const offences = scripts.filter((path) => lineCount(path) > FILE_LINES_MAX).map((path) => `${path}  ${lineCount(path)} lines: split it by what it does`);
  expect(offences).toEqual([]);
});

test('no function is longer than 70 lines, 50 in pure folders', () => {
  const offences = productSources().flatMap(functionsOf)
    .filter(({ path, lines }) => lines > (isPure(path) ? PURE_FUNCTION_LINES_MAX : FUNCTION_LINES_MAX))
    .map(({ path, line, name, lines }) => `${path}:${line}  ${name} has ${lines} lines`);
  expect(offences).toEqual([]);
});

test('no line runs out of sight', () => {
  // In the tables of words one sentence is one line, however long it is.
  const offences = scripts.filter((path) => !/(^|[/-])words[.-]/.test(path)).flatMap((path) => read(path).split('\n').flatMap((line, index) =>
    (line.length > LINE_CHARS_MAX && !/https?:/.test(line) ? [`${path}:${index + 1}  ${line.length} characters`] : [])));
  expect(offences).toEqual([]);
});

test('every source opens with a sentence on what it is', () => {
  const offences = [...scripts].filter((path) => /\.(ts|mjs)$/.test(path)).filter((path) => !/^(#!.*\n)?\/\*\*?/.test(read(path)))
    .map((path) => `${path}  begins without the comment that says what it is and what it must never do`);
  expect(offences).toEqual([]);
});

test('files are named in kebab-case', () => {
  const offences = scripts.filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|mjs|js|css|sql)$/.test(path));
  expect(offences).toEqual([]);
});

test('the types have no hole: no any, nothing silenced', () => {
  const silenced = new RegExp(['@ts-', '(ignore|nocheck|expect-error)|eslint-', 'disable'].join(''));
  const offences = [...productSources(), ...testSources()].flatMap((path) => [
    ...placesOf(path, codeOnly(path), /(:\s*|<|\bas\s+|\|\s*)any\b(?![-'"\w])/),
    ...placesOf(path, read(path), silenced),
  ]);
  expect(offences).toEqual([]);
});

test('only erasable syntax, so that the runtime reads it without a build', () => {
  const offences = productSources().flatMap((path) => placesOf(path, codeOnly(path), /^\s*(export\s+)?(declare\s+)?(const\s+)?(enum|namespace)\s+\w+\s*\{/));
  expect(offences).toEqual([]);
});
