/** Nothing lies about: every source is reached from an entry, every package is used, the map of the house is true. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, filesBelow, importsOf, isTypeScript, productFiles, productSources, read, testSources } from './sources.ts';

/** What a process, a page or a tool begins with. Nothing imports these; everything else must be reached from one. */
const ENTRIES = [
  'server/backup-main.ts', 'server/custody-main.ts', 'server/contract/case-state.ts', 'server/contract/partners.ts', 'server/contract/words-of-case-parts.ts',
  'server/domain/cases/decide.ts', 'server/domain/cases/fold.ts', 'server/domain/cases/case-line.ts', 'server/domain/cases/case-facts.ts', 'server/domain/cases/on-stop.ts',
  'server/domain/cases/on-mail.ts', 'server/domain/cases/hold-reach.ts', 'server/domain/cases/code.ts', 'server/domain/cases/search.ts', 'server/domain/cases/diagram.ts',
  'firmware-bridge/main.ts', 'firmware-bridge/report/main.ts', 'firmware-bridge/virtual-rig/main.ts', 'firmware-bridge/virtual-rig/by-hand.ts',
  'firmware-bridge/link/ports-main.ts', 'firmware-bridge/link/holder-main.ts', 'firmware-bridge/link/rules-main.ts', 'firmware-bridge/black-box-main.ts',
  'server/main.ts', 'server/tls/main.ts', 'server/people-main.ts', 'server/mail-main.ts', 'server/command/holdfast.ts', 'web/main.ts', 'web/vite.config.ts',
  // The build puts it in the place of zod.
  'web/small-zod.ts',
];

/** Scripts that a page loads by itself, as index.html names them. */
const pageScripts = (): string[] => filesBelow('web').filter((path) => path.endsWith('.html')).flatMap((path) =>
  [...read(path).matchAll(/src="\/?([^"]+\.ts)"/g)].map((match) => `web/${match[1] ?? ''}`));

test('every entry is there', () => {
  expect(ENTRIES.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every source of the product is reached from an entry', () => {
  const known = new Set(productSources());
  const reached = new Set<string>();
  const queue = [...ENTRIES, ...pageScripts()].filter((path) => known.has(path));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { target } of importsOf(path)) if (target !== null && known.has(target)) queue.push(target);
  }
  const dead = [...known].filter((path) => !reached.has(path) && !path.endsWith('.d.ts'));
  expect(dead.map((path) => `${path}: nothing reaches it; use it or remove it`)).toEqual([]);
});

test('every module of the entrance is reached from it', () => {
  const scripts = productFiles().filter((path) => path.endsWith('.mjs') && path.startsWith('server/command/'));
  const texts = scripts.map(read).join('\n');
  const dead = scripts.filter((path) => !['bootstrap.mjs', 'holdfast.mjs'].some((name) => path.endsWith(`/${name}`)) && !texts.includes(`'./${path.split('/').at(-1) ?? ''}'`));
  expect(dead).toEqual([]);
});

test('every helper of the tests is used by a test', () => {
  const helpers = testSources().filter((path) => !path.includes('.test.'));
  const used = new Set([...testSources().flatMap(importsOf).map(({ target }) => target)]);
  const everyText = [...testSources(), ...filesBelow('tests').filter((path) => /\.(mjs|js)$/.test(path)), ...productFiles().filter((path) => path.endsWith('.mjs')), 'package.json'].map(read).join('\n');
  const dead = helpers.filter((path) => !used.has(path) && !everyText.includes(path.split('/').at(-1) ?? path));
  expect(dead.map((path) => `${path}: no test uses it`)).toEqual([]);
});

/** Needed without being imported: binaries of the runtime, types, and what a tool or a style sheet takes by its name. */
const USED_OTHERWISE = /^(node-linux-.+|@types\/.+|vite|typescript)$/;

test('every package is used', () => {
  const manifest: unknown = JSON.parse(read('package.json'));
  const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => {
    const part: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, group) : null;
    return typeof part === 'object' && part !== null ? Object.keys(part) : [];
  });
  const texts = [...productFiles(), ...filesBelow('tests')].filter((path) => isTypeScript(path) || /\.(css|html|js|mjs)$/.test(path)).map(read).join('\n');
  const unused = names.filter((name) => !USED_OTHERWISE.test(name) && !texts.includes(`'${name}`) && !texts.includes(`"${name}`) && !texts.includes(`node_modules/${name}`));
  expect(unused.map((name) => `${name}: nothing uses it; remove it from package.json`)).toEqual([]);
});

const MAP_PAPERS = ['README.md', '.github/CONTRIBUTING.md'];
const GENERATED = new Set(['node_modules', '.git', '.holdfast', 'coverage', '.stryker-tmp']);

test.each(MAP_PAPERS)('the picture of the house in %s is what lies there', (paper) => {
  const text = read(paper);
  const picture = /<!-- house -->\s*```text\n([\s\S]*?)```/.exec(text)?.[1];
  expect(picture, `${paper} holds no picture between <!-- house --> and its code block`).toBeDefined();
  const drawn = (picture ?? '').split('\n').flatMap((line) => /^([\w.-]+)\/?(\s|$)/.exec(line)?.[1] ?? []);
  const there = readdirSync(ROOT).filter((name) => !GENERATED.has(name) && !name.startsWith('.'));
  expect(drawn.filter((name) => !existsSync(join(ROOT, name))), 'drawn and not there').toEqual([]);
  expect(there.filter((name) => !drawn.includes(name)), 'there and not drawn').toEqual([]);
  const rooms = (picture ?? '').split('\n').reduce<{ room: string; drawn: string[] }>((so, line) => {
    const room = /^([\w.-]+)\//.exec(line)?.[1];
    const inner = /^ {2}([\w.-]+)\/?/.exec(line)?.[1];
    return { room: room ?? so.room, drawn: inner === undefined ? so.drawn : [...so.drawn, `${so.room}/${inner}`] };
  }, { room: '', drawn: [] });
  expect(rooms.drawn.filter((path) => !existsSync(join(ROOT, path))), 'drawn in a room and not there').toEqual([]);
});

test('links between the papers lead somewhere', () => {
  const offences = [...MAP_PAPERS, 'CHANGELOG.md', ...productFiles().filter((path) => path.endsWith('.md'))].filter((path) => existsSync(join(ROOT, path))).flatMap((paper) =>
    [...read(paper).matchAll(/\]\((?!https?:|#|mailto:|\/)([^)#\s]+)[^)]*\)/g)].flatMap((match) => {
      const target = join(ROOT, paper, '..', match[1] ?? '');
      return existsSync(target) ? [] : [`${paper}  links to ${match[1] ?? ''}, which is not there`];
    }));
  expect(offences).toEqual([]);
});
