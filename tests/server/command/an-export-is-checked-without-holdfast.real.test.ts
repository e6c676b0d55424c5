/** `holdfast custody`: an export that openssl and sha256sum alone can check, by the commands that it brings; and a key that was lost. */
import { execFileSync } from 'node:child_process';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CHECK_COMMANDS } from '../../../server/domain/custody/export-files.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import { CASE, happened, openCustody } from '../store/custody-bench.ts';
import { filled, flat, like } from './custody-store.ts';
import type { Filled } from './custody-store.ts';
import { holdfast } from './running-holdfast.ts';

async function exported(): Promise<{ readonly folder: string; readonly store: Filled }> {
  const store = filled();
  const folder = join(temporaryFolder(), 'copy');
  const { code, out, err } = await holdfast(['custody', 'export', 'k7q2', '--out', folder, '--state', store.stateDir]);
  expect([code, err, out.split('\n').slice(0, 2)]).toEqual([0, '', [`Exported to ${folder}`, store.newest]]);
  return { folder, store };
}

/** Each tool where it exists; where it does not, the same bytes by the runtime, so that nothing passes unchecked. */
function has(tool: string, ...args: string[]): boolean {
  try {
    execFileSync(tool, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What the commands of the README say of a folder. */
function byHand(folder: string): string {
  const readme = readFileSync(join(folder, 'README.txt'), 'utf8');
  expect(readme).toContain(CHECK_COMMANDS);
  if (has('openssl', 'version') && has('sha256sum', '--version')) return execFileSync('sh', ['-c', CHECK_COMMANDS], { cwd: folder, encoding: 'utf8' });
  const keys = readdirSync(folder).filter((name) => name.startsWith('store-public')).map((name) => createPublicKey(readFileSync(join(folder, name))));
  const said: string[] = [];
  let prev = '0'.repeat(64);
  const lines = readFileSync(join(folder, 'custody.jsonl'), 'utf8').split('\n').slice(0, -1);
  for (const [index, line] of lines.entries()) {
    const seq = index + 1;
    if (!line.endsWith(`,"prev":"${prev}","seq":${String(seq)},"v":1}`)) said.push(`event ${String(seq)} does not follow the one before it`);
    const signature = readFileSync(join(folder, 'signatures', `${String(seq).padStart(4, '0')}.sig`));
    if (!keys.some((key) => verify(null, Buffer.from(line), key, signature))) said.push(`event ${String(seq)} is not signed by this store`);
    prev = createHash('sha256').update(line).digest('hex');
  }
  return `${[...said, `${String(lines.length)} events, head ${prev}`].join('\n')}\n`;
}

test('an export is checked with openssl and sha256sum alone, by the commands that it brings', async () => {
  const { folder, store } = await exported();
  expect(readdirSync(folder).toSorted()).toEqual(['README.txt', 'anchors.json', 'custody.jsonl', 'signatures', 'store-public.pem']);
  expect(readdirSync(join(folder, 'signatures')).map((name) => [name, statSync(join(folder, 'signatures', name)).size])).toEqual([1, 2, 3, 4, 5].map((seq) => [`000${String(seq)}.sig`, 64]));
  const head = store.newest.split(':').at(-1)?.toLowerCase() ?? '';
  expect(byHand(folder)).toBe(`5 events, head ${head}\n`);
  expect(readFileSync(join(folder, 'README.txt'), 'utf8').split('\n').filter((line) => line.length > 80 && !line.startsWith('HOLDFAST1:'))).toEqual([]);

  const edit = (change: (text: string) => string): string => {
    const copy = join(temporaryFolder(), 'edited');
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'custody.jsonl'), change(readFileSync(join(copy, 'custody.jsonl'), 'utf8')));
    return byHand(copy);
  };
  expect(edit((text) => text.replace('step-2', 'step-9'))).toMatch(/^event 2 is not signed by this store\nevent 3 does not follow the one before it\n5 events, head/);
  expect(edit((text) => text.split('\n').toSpliced(1, 1).join('\n'))).toMatch(/^event 2 does not follow the one before it\n/);
  // Cut short it holds by itself: number and head are not those at the top of the page.
  expect(edit((text) => text.split('\n').slice(0, 3).join('\n').concat('\n'))).toBe(`3 events, head ${store.label.split(':').at(-1)?.toLowerCase() ?? ''}\n`);
});

test('the fingerprint by openssl is the one that verify says, and a paper is found by its number', async () => {
  const { folder, store } = await exported();
  const check = await holdfast(['verify', '--export', folder, '--json']);
  const [key] = (JSON.parse(check.out) as { keys: string[] }).keys;
  const der = has('openssl', 'version')
    ? execFileSync('openssl', ['pkey', '-pubin', '-in', join(folder, 'store-public.pem'), '-outform', 'DER'])
    : createPublicKey(readFileSync(join(folder, 'store-public.pem'))).export({ type: 'spki', format: 'der' });
  expect(createHash('sha256').update(der).digest('hex')).toBe(key);
  const line = readFileSync(join(folder, 'custody.jsonl'), 'utf8').split('\n')[2] ?? '';
  expect(store.label).toBe(`HOLDFAST1:K7Q2:3:${createHash('sha256').update(line).digest('hex').toUpperCase()}`);
});

test('the export is an anchor and stands in the audit; it overwrites nothing', async () => {
  const { folder, store } = await exported();
  const { out } = await holdfast(['verify', 'K7Q2', '--state', store.stateDir]);
  expect(flat(out)).toMatch(/Complete up to event 5: exported copy of .* Not anchored: nothing\./);
  const shown = await holdfast(['verify', 'K7Q2', '--anchor', store.label, '--state', store.stateDir]);
  expect(flat(shown.out)).toMatch(/Complete up to event 5: exported copy of \S+ So this store noted it\..* Complete up to event 3: label L-1 of/);
  expect(['', 'custody.jsonl', 'signatures/0001.sig'].map((name) => (statSync(join(folder, name)).mode & 0o777).toString(8))).toEqual(['700', '600', '600']);
  const again = await holdfast(['custody', 'export', 'K7Q2', '--out', folder, '--state', store.stateDir]);
  expect([again.code, flat(again.err)]).toEqual([2, expect.stringContaining('is there already')]);
  const file = new Sqlite(join(store.stateDir, 'server.sqlite'), { readonly: true });
  expect(file.prepare("SELECT what, subject FROM audit WHERE what = 'custody-exported'").all()).toEqual([{ what: 'custody-exported', subject: 'case:K7Q2' }]);
  file.close();
});

test.each<[string, (folder: string) => void, number, RegExp]>([
  ['as it was made', () => undefined, 0, /Case K7Q2: 5 events Intact: .* Complete up to event 3: label L-1 of/],
  ['with an edited line', (folder) => { writeFileSync(join(folder, 'custody.jsonl'), readFileSync(join(folder, 'custody.jsonl'), 'utf8').replace('step-2', 'step-9')); }, 1, /NOT INTACT at event 2: its content was changed/],
  ['cut short', (folder) => { writeFileSync(join(folder, 'custody.jsonl'), `${readFileSync(join(folder, 'custody.jsonl'), 'utf8').split('\n').slice(0, 2).join('\n')}\n`); }, 1, /NOT INTACT at event 3: one or more events are missing here/],
  ['without a signature', (folder) => { rmSync(join(folder, 'signatures', '0004.sig')); }, 1, /NOT INTACT at event 4: this store did not sign it/],
  ['without its lines', (folder) => { rmSync(join(folder, 'custody.jsonl')); }, 2, /custody\.jsonl in \S+ cannot be read/],
  ['with a key that is none', (folder) => { writeFileSync(join(folder, 'store-public.pem'), 'key'); }, 2, /store-public\.pem in \S+ is no public key/],
  ['with anchors that are none', (folder) => { writeFileSync(join(folder, 'anchors.json'), '{}'); }, 2, /anchors\.json in \S+ is not what an export holds/],
])('an export %s is judged by verify', async (_name, harm, code, words) => {
  const { folder } = await exported();
  harm(folder);
  const checked = await holdfast(['verify', '--export', folder]);
  expect([checked.code, flat(checked.out + checked.err)]).toEqual([code, expect.stringMatching(words)]);
});

test('a lost key is replaced by a person with a reason, on a store that does not run; what was signed before stays good', async () => {
  const { stateDir } = filled();
  const make = () => holdfast(['custody', 'new-key', '--name', 'Manager', '--reason', 'the disk was lost', '--state', stateDir]);
  expect(await make()).toMatchObject({ code: 2, err: like(/custody\.key is\s+there/) });
  const server = await runServer({ stateDir, virtual: false });
  rmSync(join(stateDir, 'custody.key'));
  expect(await make()).toMatchObject({ code: 2, err: like(/Another Holdfast server uses/) });
  await server.close();
  const made = await make();
  expect([made.code, made.out.split('\n')[0]]).toEqual([0, 'Key 2 of this store signs from now on:']);
  const { custody, close } = openCustody(stateDir);
  custody.append(CASE, 5, [happened('after')]);
  close();
  const { code, out } = await holdfast(['verify', 'K7Q2', '--state', stateDir]);
  expect([code, out.match(/^Signed with/gm)?.length]).toEqual([0, 2]);
  const folder = join(temporaryFolder(), 'copy');
  expect(await holdfast(['custody', 'export', 'K7Q2', '--out', folder, '--state', stateDir])).toMatchObject({ code: 0 });
  expect([byHand(folder), existsSync(join(folder, 'store-public-2.pem'))]).toEqual([expect.stringMatching(/^6 events, head/), true]);
  expect(await holdfast(['verify', '--export', folder])).toMatchObject({ code: 0 });
  // What the newer key signed and somebody edited is an edit, not a signature of a former key.
  writeFileSync(join(folder, 'custody.jsonl'), readFileSync(join(folder, 'custody.jsonl'), 'utf8').replace('"kind":"after"', '"kind":"other"'));
  expect(flat((await holdfast(['verify', '--export', folder])).out)).toContain('NOT INTACT at event 6: its content was changed');
});
