/**
 * A text that no page says is translated for nobody. Each top-level key of a table in web/words stands somewhere outside of its own
 * place; a key that is a common word may slip through, an unused one of a telling name does not.
 */
import { expect, test } from 'vitest';
import { codeOnly, productSources, read } from './sources.ts';

const TABLE = /^export const \w+English\b[^=]*= \{$/;

/** Each with its file; a key begins a line at two spaces. */
function keysOf(path: string): readonly string[] {
  const lines = read(path).split('\n');
  const from = lines.findIndex((line) => TABLE.test(line));
  if (from === -1) return [];
  const to = lines.findIndex((line, at) => at > from && line.startsWith('}'));
  return lines.slice(from, to).flatMap((line) => /^ {2}([a-z]\w*)(?::|,$)/.exec(line)?.[1] ?? []);
}

const tables = productSources().filter((path) => /^web\/words\/[^/]+\.ts$/.test(path) && keysOf(path).length > 0);
const sayers = productSources().filter((path) => path.startsWith('web/') && !/^web\/words\/[^/]+\//.test(path));
const said = new Map(sayers.map((path) => [path, new Set(codeOnly(path).match(/\b[a-z]\w*\b/g))]));
/** The table itself may say one of its own texts, never by the line that holds it. */
const saysItself = (path: string, key: string): boolean => new RegExp(`\\.${key}\\b`).test(read(path));

test('tables are found', () => {
  expect(tables.length).toBeGreaterThan(20);
});

test.each(tables)('every text of %s is said somewhere', (path) => {
  const unused = keysOf(path).filter((key) => ![...said].some(([sayer, words]) => sayer !== path && words.has(key)) && !saysItself(path, key));
  expect(unused.map((key) => `${key}: no page says it; say it or remove it`)).toEqual([]);
});
