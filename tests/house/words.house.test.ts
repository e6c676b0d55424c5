/** Words that do not belong, and doors to the world in places that have none. Each offence with its place. */
import { expect, test } from 'vitest';
import { codeOnly, filesBelow, placesOf, productFiles, productSources, read, testSources } from './sources.ts';

const TEXT = /\.(ts|mjs|js|css|html|md|sql|json|svg|ya?ml)$/;
const papers = ['.github/CONTRIBUTING.md', 'CHANGELOG.md', 'README.md', 'package.json', 'tsconfig.json', '.ci/run']
  .filter((path) => filesBelow('.').includes(path));
const everything = [...productFiles(), ...filesBelow('tests'), ...papers].filter((path) => TEXT.test(path) || path === '.ci/run');

/** Put together from parts, so that this file does not hold them itself. */
const word = (...parts: string[]): string => parts.join('');
const UNFINISHED = new RegExp(`\\b(${[word('TO', 'DO'), word('FIX', 'ME'), word('XX', 'X'), word('HA', 'CK')].join('|')})\\b`);
const MACHINE_PATHS = new RegExp(`(^|[\\s'"\`(=])/(${['work', 'root', 'home/[a-z]'].join('|')})/|/tmp/${word('br', 'ief')}`);
const TOOLS = new RegExp(`\\b(${[word('chat', 'gpt'), word('cla', 'ude'), word('co', 'pilot'), word('an', 'thropic'), word('open', 'ai'), word('ll', 'm')].join('|')})\\b`, 'i');

test.each([
  ['nothing is left unfinished in the text', UNFINISHED],
  ['no path of the machine it was written on', MACHINE_PATHS],
  ['no word about the tools it was written with', TOOLS],
])('%s', (_name, pattern) => {
  expect(everything.flatMap((path) => placesOf(path, read(path), pattern))).toEqual([]);
});

test('no name that says nothing, and none that handles', () => {
  const pattern = /\b(class|interface|type|function|const|let)\s+(\w*(Manager|Helper|Helpers|Utils?|Service|Info)\b|handle[A-Z]\w*)/;
  const offences = productSources().flatMap((path) => placesOf(path, codeOnly(path), pattern));
  expect(offences.map((place) => `${place}: name what it is or does`)).toEqual([]);
});

test('no file is named after nothing', () => {
  const offences = productFiles().filter((path) => /(^|[/-])(utils?|helpers?|manager|service|common|misc|index)\.(ts|mjs)$/.test(path));
  expect(offences).toEqual([]);
});

/** Where the world comes in: entries, and the files whose very work it is. Everybody else has it handed in. */
const EDGES: readonly { readonly what: string; readonly pattern: RegExp; readonly allowed: RegExp }[] = [
  { what: 'process.env', pattern: /\bprocess\.env\b/, allowed: /^(server\/command\/.+\.(ts|mjs)|(.+\/)?(main|by-hand)\.ts|firmware-bridge\/.+\/main\.ts)$/ },
  { what: 'process.argv', pattern: /\bprocess\.argv\b/, allowed: /^(server\/command\/.+\.(ts|mjs)|(.+\/)?(main|by-hand|ports-main)\.ts)$/ },
  { what: 'console', pattern: /\bconsole\s*\./, allowed: /^$/ },
  { what: 'Math.random', pattern: /\bMath\.random\b/, allowed: /(^|\/)(main|live-feed)\.ts$/ },
  { what: 'Date.now', pattern: /\bDate\.now\b|\bnew Date\(\)/, allowed: /(^|\/)([a-z-]*main|[a-z-]*clock|by-hand|live-feed)\.ts$|\.mjs$/ },
];

test.each(EDGES)('$what only at the edges', ({ what, pattern, allowed }) => {
  const sources = productFiles().filter((path) => /\.(ts|mjs)$/.test(path) && !allowed.test(path));
  const offences = sources.flatMap((path) => placesOf(path, codeOnly(path), pattern));
  expect(offences.map((place) => `${place}: have ${what} handed in by main.ts`)).toEqual([]);
});

test('the product does not ask whether it is under test', () => {
  const offences = productSources().flatMap((path) => placesOf(path, read(path), /\b(VITEST|isTest|underTest|NODE_ENV)\b/));
  expect(offences).toEqual([]);
});

test('no test is switched off, runs alone, or sleeps', () => {
  const off = /\b(test|it|describe)\s*\.\s*(skip|only|todo|fails|skipIf)\b/;
  const sleeping = /setTimeout\(\s*(resolve|done|r|\w+)\s*,\s*([1-9]\d{2,}|\d+_\d+)\s*\)/;
  const offences = testSources().flatMap((path) => [...placesOf(path, codeOnly(path), off), ...placesOf(path, codeOnly(path), sleeping)]);
  expect(offences).toEqual([]);
});

test('every test file says by its ending what it needs', () => {
  const offences = testSources().filter((path) => path.includes('.test.') && !/\.(pure|real|browser|house)\.test\.ts$/.test(path));
  expect(offences.map((path) => `${path}: end it in .pure.test.ts, .real.test.ts, .browser.test.ts or .house.test.ts`)).toEqual([]);
});

test('a pure test touches nothing', () => {
  const offences = testSources().filter((path) => path.endsWith('.pure.test.ts')).flatMap((path) =>
    placesOf(path, read(path), /from 'node:(child_process|net|http|https|worker_threads|dgram|tls)'|from '(serialport|better-sqlite3|playwright-core|@lydell\/node-pty)'/));
  expect(offences.map((place) => `${place}: name the file .real.test.ts`)).toEqual([]);
});
