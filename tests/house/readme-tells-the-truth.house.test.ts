/**
 * The README tells the truth: its commands, flags, levers, paths, keys with their defaults, causes and glossary are those
 * of the code. It only reads; it starts nothing.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigRefusal, parseRigs } from '../../firmware-bridge/config.ts';
import { CAUSES, CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import { LIMIT_TRAITS } from '../../firmware-bridge/guard/limit-traits.ts';
import { DEFAULT_LIMITS, type Limits } from '../../firmware-bridge/guard/limits.ts';
import { RULE_TABLE } from '../../firmware-bridge/guard/rule-table.ts';
import { LEVER_NAMES } from '../../firmware-bridge/virtual-rig/lever.ts';
import { parseServerConfig } from '../../server/config.ts';
import { ACTIONS, RIGHTS } from '../../server/contract/rights.ts';
import { StartRefusal } from '../../server/start-refusal.ts';
import { ROOT, read } from './sources.ts';

const readme = read('README.md');
const papers = ['README.md', '.github/CONTRIBUTING.md', 'CHANGELOG.md'] as const;
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** Rows between `<!-- name -->` and `<!-- /name -->`, each as its cells, without the two lines of the heading. */
function rowsOf(name: string): string[][] {
  const table = new RegExp(`<!-- ${name} -->\\n([\\s\\S]*?)<!-- /${name} -->`).exec(readme)?.[1];
  expect(table, `README.md has no table between <!-- ${name} --> and <!-- /${name} -->`).toBeDefined();
  return (table ?? '').trim().split('\n').slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

test.each(papers)('every npm script that %s names is there', (paper) => {
  const manifest: unknown = JSON.parse(read('package.json'));
  const scripts: unknown = typeof manifest === 'object' && manifest !== null ? Reflect.get(manifest, 'scripts') : null;
  const known = typeof scripts === 'object' && scripts !== null ? Object.keys(scripts) : [];
  const named = [...found(read(paper), /\bnpm run ([\w:-]+)/g), ...found(read(paper), /\bnpm (start|test)\b/g)];
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test.each(papers)('every command, flag and lever that %s names is there', (paper) => {
  const code = read('server/command/holdfast.ts') + read('server/command/more-commands.ts');
  const lines = read(paper).split('\n');
  const typed = lines.flatMap((line) => found(line, /npm (?:start|run holdfast) -- ([^`#]+)/g));
  const commands = lines.flatMap((line) => found(line, /npm run holdfast -- ([a-z]+(?:-[a-z]+)*)/g)).filter((name) => name !== 'help');
  expect(commands.filter((name) => !new RegExp(`command\\('${name}[ ']`).test(code))).toEqual([]);
  const flags = typed.flatMap((line) => found(line, /(?:^|\s)(--[a-z][a-z-]+)/g));
  expect(flags.filter((flag) => !code.includes(`'${flag} `) && !code.includes(`'${flag}'`))).toEqual([]);
  const levers = typed.flatMap((line) => found(line, /\blever [a-z]+-\d+ ([a-z][a-z-]*)/g));
  expect(levers.filter((lever) => !LEVER_NAMES.some((name) => name === lever))).toEqual([]);
});

/** Made by a build, so not in a fresh clone. */
const GENERATED = /^web\/dist(\/|$)/;

test.each(papers)('every path that %s names is there', (paper) => {
  const named = found(read(paper), /`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)
    .filter((path) => /^(firmware-bridge|server|web|tests|\.github|\.ci)(\/|$)/.test(path) || /^(package(-lock)?|tsconfig)\.json$|^[A-Z]+\.md$|^LICENSE$/.test(path));
  expect(named.filter((path) => !GENERATED.test(path) && !existsSync(join(ROOT, path)))).toEqual([]);
});

test('every cause has one row with its tier, its clearing and its second person, and there is no other row', () => {
  const rows = rowsOf('causes').map(([code, when, tier, clears, two]) => ({ code, hasWhen: (when ?? '').length > 5, tier, clears, two }));
  const right = CAUSE_CODES.map((code) => {
    const { tier, clearing, dataAtStake } = CAUSES[code];
    return { code: `\`${code}\``, hasWhen: true, tier, clears: clearing, two: dataAtStake ? 'yes' : 'no' };
  });
  expect(rows).toEqual(right);
});

test('every rule has one row as in the table of the guard, and every cause is raised by a rule', () => {
  const right = RULE_TABLE.map(({ id, group, tier, kind, limits, cause }) => [
    `\`${id}\``, group, tier, kind, limits.map((key) => `\`${key}\``).join(', ') || '–', id === cause ? 'itself' : `\`${cause}\``,
  ]);
  expect(rowsOf('rules')).toEqual(right);
  const raised = new Set(RULE_TABLE.map(({ cause }) => cause));
  expect(CAUSE_CODES.filter((code) => !raised.has(code))).toEqual([]);
  expect(new Set(RULE_TABLE.map(({ id }) => id)).size).toBe(RULE_TABLE.length);
});

test('every number of the guard has one row with its default, its unit and its source', () => {
  const right = (Object.keys(LIMIT_TRAITS) as (keyof Limits)[]).map((key) => [`\`${key}\``, String(DEFAULT_LIMITS[key]), LIMIT_TRAITS[key].unit, LIMIT_TRAITS[key].source]);
  expect(rowsOf('limits')).toEqual(right);
});

/** The keys that a parser itself names when it refuses an unknown one. */
function keysKnownTo(parse: () => unknown): string[] {
  try {
    parse();
  } catch (error) {
    const sentence = error instanceof ConfigRefusal ? error.remedy : error instanceof StartRefusal ? String(error.params['right']) : '';
    return (/(?:Known keys here:|The keys are) ([^.]+)\./.exec(sentence)?.[1] ?? '').split(', ').filter((key) => key !== '');
  }
  return [];
}

test('every key of holdfast.yaml has one row, and there is no other row', () => {
  const rig = 'rigs:\n  - bench: bench-1\n    path: /dev/ttyUSB0\n';
  const rigKeys = keysKnownTo(() => parseRigs(`${rig}    nonsense: 1\n`, 'holdfast.yaml'));
  const cutKeys = keysKnownTo(() => parseRigs(`${rig}    cut:\n      - nonsense: 1\n`, 'holdfast.yaml'));
  const sideKeys = keysKnownTo(() => parseRigs(`${rig}    secondPort:\n      nonsense: 1\n`, 'holdfast.yaml'));
  const limitKeys = keysKnownTo(() => parseRigs(`${rig}    limits:\n      nonsense: 1\n`, 'holdfast.yaml'));
  const modelKeys = keysKnownTo(() => parseRigs('models:\n  - match: iPad\n    nonsense: 1\n', 'holdfast.yaml'));
  const serverKeys = keysKnownTo(() => parseServerConfig('server:\n  nonsense: 1\n', 'holdfast.yaml'));
  const [tlsKeys, publicKeys, oidcKeys, mailKeys] = ['tls', 'public', 'oidc', 'mail'].map((map) => keysKnownTo(() => parseServerConfig(`server:\n  ${map}:\n    nonsense: 1\n`, 'holdfast.yaml')));
  const fromKeys = keysKnownTo(() => parseServerConfig('server:\n  mail:\n    from:\n      nonsense: 1\n', 'holdfast.yaml'));
  for (const keys of [fromKeys, mailKeys ?? [], tlsKeys ?? [], publicKeys ?? [], oidcKeys ?? [], rigKeys, cutKeys, sideKeys, limitKeys, modelKeys, serverKeys]) expect(keys.length).toBeGreaterThan(1);
  const right = [
    ...rigKeys.filter((key) => !['limits', 'cut', 'secondPort'].includes(key)).map((key) => `\`rigs[].${key}\``),
    ...cutKeys.map((key) => `\`rigs[].cut[].${key}\``), ...sideKeys.map((key) => `\`rigs[].secondPort.${key}\``), ...limitKeys.map((key) => `\`rigs[].limits.${key}\``),
    ...modelKeys.map((key) => `\`models[].${key}\``), ...serverKeys.filter((key) => !['tls', 'public', 'oidc', 'mail'].includes(key)).map((key) => `\`server.${key}\``),
    ...(tlsKeys ?? []).map((key) => `\`server.tls.${key}\``), ...(publicKeys ?? []).map((key) => `\`server.public.${key}\``), ...(oidcKeys ?? []).map((key) => `\`server.oidc.${key}\``),
    ...(mailKeys ?? []).filter((key) => key !== 'from').map((key) => `\`server.mail.${key}\``), ...fromKeys.map((key) => `\`server.mail.from.${key}\``),
  ];
  expect(rowsOf('keys').map(([key]) => key).toSorted()).toEqual(right.toSorted());
});

test('the defaults beside the keys are those of the code', () => {
  const said = new Map(rowsOf('keys').map(([key, value]) => [key?.replaceAll('`', '') ?? '', value ?? '']));
  const wrong = Object.entries(DEFAULT_LIMITS).flatMap(([key, value]) => {
    const shown = said.get(`rigs[].limits.${key}`);
    return shown === undefined || shown === String(value) ? [] : [`${key} is ${String(value)}, the README says ${shown}`];
  });
  expect(wrong).toEqual([]);
  const [rig] = parseRigs('rigs:\n  - bench: bench-1\n    path: /dev/ttyUSB0\n', 'holdfast.yaml');
  expect(said.get('rigs[].baud')).toBe(String(rig?.baud));
});

test('the holdfast.yaml of the README is accepted', () => {
  const [example] = found(readme, /```yaml\n([\s\S]*?)```/g);
  expect(parseRigs(example ?? '', 'README.md').map((rig) => rig.bench)).toEqual(['bench-1']);
  expect(parseServerConfig(example ?? '', 'README.md').port).not.toBeNull();
  const servers = found(readme, /```yaml\n(server:[\s\S]*?)```/g).map((text) => parseServerConfig(text, 'README.md'));
  expect(servers.map((server) => [server.host, server.tls?.names, server.public?.url, server.oidc?.userClaim, server.mail?.security])).toEqual([
    ['0.0.0.0', ['bench-pc.example'], undefined, undefined, undefined], [null, undefined, 'https://repairs.example', undefined, undefined], [null, undefined, undefined, undefined, 'starttls'],
    [null, undefined, undefined, 'preferred_username', undefined],
  ]);
});

const GLOSSARY = [
  'bench', 'rig', 'device', 'restore', 'zone', 'permissive', 'permit', 'inhibit', 'trip', 'cause', 'first-out', 'latch', 'reset', 'E-stop', 'frame',
  'heartbeat', 'watchdog', 'fresh', 'stale', 'lost', 'hold', 'drill', 'out of service', 'case', 'brief', 'custody event', 'handoff', 'partner',
];

test('every word of the trade has one meaning in the glossary', () => {
  const rows = rowsOf('glossary');
  expect(rows.map(([word]) => word).toSorted()).toEqual(GLOSSARY.map((word) => `**${word}**`).toSorted());
  expect(rows.filter(([, meaning]) => (meaning ?? '').length < 10)).toEqual([]);
});

test('the table of rights is the one that the server enforces', () => {
  const rows = rowsOf('rights').map(([action, who, withData, strength, proved]) => ({ action: action?.replaceAll('`', ''), who, withData, strength, proved }));
  expect(rows).toEqual(ACTIONS.map((action) => {
    const { who, whoWithDataAtStake, strength, confirmed } = RIGHTS[action];
    return { action, who: who.join(', '), withData: whoWithDataAtStake?.join(', ') ?? '–', strength, proved: confirmed ? 'yes' : '–' };
  }));
});
