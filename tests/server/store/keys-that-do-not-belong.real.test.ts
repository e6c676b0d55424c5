/** Keys, store key and database belong together: what was lost or swapped is refused by name, and nothing is made anew over it. */
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { fillWords, SERVER_WORDS_EN } from '../../../server/contract/words.ts';
import { StartRefusal } from '../../../server/start-refusal.ts';
import { openKeys } from '../../../server/store/key-table.ts';
import { temporaryFolder } from '../running-server.ts';
import { filesHolding, openPrivateStore, STORY } from './private-bench.ts';

function refused(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof StartRefusal)) return String(error);
    return `${error.code}: ${fillWords(SERVER_WORDS_EN[error.code].what, error.params)}`;
  }
  return 'accepted';
}

function withOneKey(): string {
  const folder = temporaryFolder();
  const keys = openKeys(folder, 'database-1');
  keys.take('K7Q2', 'story', 'now');
  keys.close();
  return folder;
}
const reopened = (folder: string, databaseId = 'database-1'): string => refused(() => openKeys(folder, databaseId).close());

test('the files are for their owner alone, overwrite what is deleted, and keep no write-ahead log', () => {
  const store = openPrivateStore();
  store.write('K7Q2', 'story', STORY);
  store.clock.ms += 86_400_000;
  store.daily();
  const modes = ['keys.sqlite', 'store.key', 'key-backups', 'key-backups/keys-2026-11-25.sqlite'].map((name) => (statSync(join(store.stateDir, name)).mode & 0o777).toString(8));
  expect(modes).toEqual(['600', '600', '700', '600']);
  expect(readdirSync(store.stateDir).filter((name) => name.startsWith('keys.sqlite'))).toEqual(['keys.sqlite']);
  const file = new Sqlite(join(store.stateDir, 'keys.sqlite'), { readonly: true });
  expect(file.pragma('journal_mode', { simple: true })).toBe('delete');
  file.close();
});

test('a store key that others may read is closed to them at the start', () => {
  const folder = withOneKey();
  chmodSync(join(folder, 'store.key'), 0o644);
  openKeys(folder, 'database-1').close();
  expect(statSync(join(folder, 'store.key')).mode & 0o777).toBe(0o600);
});

test('without its store key no key is in the clear: neither in the file nor in its copy', () => {
  const folder = temporaryFolder();
  const keys = openKeys(folder, 'database-1');
  const { key } = keys.take('K7Q2', 'story', 'now');
  keys.copyTo(join(folder, 'copy'));
  expect(filesHolding(folder, key)).toEqual([]);
  keys.close();
});

test.each<[string, (folder: string) => void, string]>([
  ['a lost store key', (folder) => rmSync(join(folder, 'store.key')), 'store.key is missing'],
  ['a store key cut short', (folder) => writeFileSync(join(folder, 'store.key'), readFileSync(join(folder, 'store.key'), 'utf8').slice(0, 20)), 'store.key is damaged'],
  ['an empty store key', (folder) => writeFileSync(join(folder, 'store.key'), ''), 'store.key is damaged'],
  ['the store key of another store', (folder) => writeFileSync(join(folder, 'store.key'), readFileSync(join(withOneKey(), 'store.key'))), 'store.key is another one'],
])('%s is refused, and stays so', (_name, harm, detail) => {
  const folder = withOneKey();
  harm(folder);
  for (let turn = 0; turn < 2; turn += 1) expect(reopened(folder)).toBe(`keys-unusable: The keys of personal data in ${folder} cannot be used: ${detail}.`);
});

test('keys beside another database are refused; where there are none yet, they begin anew', () => {
  expect(reopened(withOneKey(), 'database-2')).toContain('keys.sqlite belongs to another server.sqlite');
  const folder = temporaryFolder();
  openKeys(folder, 'database-1').close();
  expect(reopened(folder, 'database-2')).toBe('accepted');
  rmSync(join(folder, 'store.key'));
  expect(reopened(folder, 'database-2')).toBe('accepted');
  const keys = openKeys(folder, 'database-2');
  keys.take('K7Q2', 'story', 'now');
  keys.close();
  expect(reopened(folder, 'database-2')).toBe('accepted');
});

test('a damaged file of keys is refused and left as it is', () => {
  const folder = withOneKey();
  const bytes = readFileSync(join(folder, 'keys.sqlite'));
  writeFileSync(join(folder, 'keys.sqlite'), bytes.fill(0x5a, 4096, 4096 * 3));
  expect(reopened(folder)).toContain('database-corrupt');
  expect(readFileSync(join(folder, 'keys.sqlite')).equals(bytes)).toBe(true);
});

test('keys that are older than the data leave that data unreadable, say so, and new data is kept', () => {
  const store = openPrivateStore();
  store.write('K7Q2', 'story', STORY);
  store.close();
  rmSync(join(store.stateDir, 'keys.sqlite'));
  const again = openPrivateStore(store.stateDir);
  expect(again.log.filter((line) => line.startsWith('warn'))).toEqual(['warn 1 rows of personal data have no key: erased, or older than the keys']);
  expect(again.read('K7Q2', 'story')).toBe('private-unreadable');
  again.write('K7Q2', 'story', 'told again');
  expect(again.read('K7Q2', 'story')).toEqual(['told again']);
});
