/** Personal data is in no file of the state folder as text, at no time; a row or key that was moved no longer opens. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRIVATE_BYTES_MAX } from '../../../server/contract/private-data.ts';
import { openKeys } from '../../../server/store/key-table.ts';
import { newKey, seal, unseal } from '../../../server/store/seal.ts';
import { temporaryFolder } from '../running-server.ts';
import { CONTACT, DAY_MS, filesHolding, MANAGER, openPrivateStore, STORY } from './private-bench.ts';

/** A part of each that stands alone, so that a cut text is found too. */
const PARTS = [STORY, CONTACT, 'last photos', '0000-417', 'celik@example'];
const plainIn = (folder: string, log: readonly string[]): string[] =>
  PARTS.flatMap((part) => [...filesHolding(folder, part), ...log.filter((line) => line.includes(part))]);

test('the search finds a text in every coding, also in a journal and in a database', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a-wal'), Buffer.concat([Buffer.from('x'), Buffer.from(STORY, 'utf16le')]));
  writeFileSync(join(folder, 'b'), Buffer.from(STORY, 'utf16le').swap16());
  const database = new Sqlite(join(folder, 'c.sqlite'));
  database.exec('CREATE TABLE t (a)');
  database.prepare('INSERT INTO t VALUES (?)').run(STORY);
  database.close();
  expect(filesHolding(folder, STORY).map((path) => path.split('/').at(-1))).toEqual(['a-wal', 'b', 'c.sqlite']);
  expect(filesHolding(folder, 'nowhere')).toEqual([]);
});

test('not while it is written, changed, read, copied, refused and erased, with the journals as they lie there', () => {
  const store = openPrivateStore();
  const plain = (): string[] => plainIn(store.stateDir, store.log);
  const first = store.write('K7Q2', 'contact', `${CONTACT} (old)`);
  store.write('K7Q2', 'contact', CONTACT, first);
  store.write('K7Q2', 'story', STORY);
  expect(plain()).toEqual([]);
  expect(store.read('K7Q2', 'contact')).toEqual([CONTACT]);
  expect(store.read('K7Q2', 'story')).toEqual([STORY]);
  expect(store.read('K7Q2', 'story', { ...MANAGER, why: '' })).toBe('look-reason-needed');
  store.clock.ms += DAY_MS;
  store.daily();
  expect(plain()).toEqual([]);
  // The search looks where the data lies: the case is there, sealed.
  expect(filesHolding(store.stateDir, 'K7Q2').length).toBeGreaterThan(1);
  store.erase('K7Q2');
  expect(plain()).toEqual([]);
  store.close();
  expect(plain()).toEqual([]);
});

test('whatever bytes were written come back, after a new start too', () => {
  const store = openPrivateStore();
  fc.assert(fc.property(fc.uint8Array({ maxLength: 3000 }), (content) => {
    const written = store.records.write({ caseId: 'K7Q2', kind: 'photo', content, replaces: null }, MANAGER, store.nowIso());
    const found = store.records.read('K7Q2', 'photo', MANAGER, store.nowIso());
    const item = 'items' in found && 'id' in written ? found.items.find(({ id }) => id === written.id) : null;
    expect(new Uint8Array(item?.content ?? [1])).toEqual(content);
  }), { numRuns: 20 });
  store.write('H0LD', 'story', STORY);
  store.close();
  expect(openPrivateStore(store.stateDir).read('H0LD', 'story')).toEqual([STORY]);
});

test('what is larger than a photo is refused', () => {
  const store = openPrivateStore();
  const write = (length: number) => store.records.write({ caseId: 'K7Q2', kind: 'photo', content: new Uint8Array(length), replaces: null }, MANAGER, store.nowIso());
  expect(write(PRIVATE_BYTES_MAX + 1)).toEqual({ refusal: 'private-too-large' });
  expect(write(PRIVATE_BYTES_MAX)).toHaveProperty('id');
});

test('the same text sealed twice differs, and every changed bit is refused', () => {
  const [key, content, binding] = [newKey(), new TextEncoder().encode(STORY), new TextEncoder().encode('binding')];
  const [one, other] = [seal(key, content, binding), seal(key, content, binding)];
  expect(Buffer.from(one.sealed).equals(other.sealed) || Buffer.from(one.nonce).equals(other.nonce)).toBe(false);
  expect(new Uint8Array(unseal(key, one, binding) ?? [])).toEqual(content);
  const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
  for (let at = 0; at < one.sealed.length; at += 1) expect(unseal(key, { ...one, sealed: flipped(one.sealed, at) }, binding)).toBeNull();
  for (let at = 0; at < 12; at += 1) expect(unseal(key, { ...one, nonce: flipped(one.nonce, at) }, binding)).toBeNull();
  expect(unseal(key, one, flipped(binding, 0))).toBeNull();
  expect(unseal(flipped(key, 0), one, binding)).toBeNull();
  expect(unseal(key, { ...one, sealed: one.sealed.subarray(0, 15) }, binding)).toBeNull();
});

test('a row that was moved to another case, kind, id or key is not opened, and is counted', () => {
  const store = openPrivateStore();
  const unreadable = (sql: string): unknown => {
    store.database.exec(`SAVEPOINT t; ${sql}`);
    const found = store.records.read('K7Q2', 'story', MANAGER, store.nowIso());
    store.database.exec('ROLLBACK TO t; RELEASE t');
    return 'items' in found ? [found.items.length, found.unreadable] : found.refusal;
  };
  store.write('K7Q2', 'story', STORY);
  store.write('K7Q2', 'contact', CONTACT);
  store.write('H0LD', 'story', 'another one');
  expect(unreadable('SELECT 1')).toEqual([1, 0]);
  expect(unreadable("UPDATE private_rows SET case_id = 'K7Q2' WHERE case_id = 'H0LD'")).toEqual([1, 1]);
  expect(unreadable("UPDATE private_rows SET kind = 'story' WHERE kind = 'contact'")).toEqual([1, 1]);
  expect(unreadable("UPDATE private_rows SET id = 'other' WHERE case_id = 'K7Q2'  AND kind = 'story'")).toEqual([0, 1]);
  expect(unreadable("UPDATE private_rows SET key_id = (SELECT key_id FROM private_rows WHERE case_id = 'H0LD') WHERE case_id = 'K7Q2' AND kind = 'story'")).toEqual([0, 1]);
  expect(unreadable("UPDATE private_rows SET nonce = (SELECT nonce FROM private_rows WHERE case_id = 'H0LD') WHERE case_id = 'K7Q2' AND kind = 'story'")).toEqual([0, 1]);
  expect(unreadable("UPDATE private_rows SET key_id = 'gone' WHERE case_id = 'K7Q2'")).toBe('private-unreadable');
});

test('two cases, and two kinds of one case, have different keys, and a key moved in its file no longer opens', () => {
  const folder = temporaryFolder();
  const keys = openKeys(folder, 'database-1');
  const taken = [keys.take('K7Q2', 'story', 'now'), keys.take('K7Q2', 'contact', 'now'), keys.take('H0LD', 'story', 'now')];
  expect(new Set(taken.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(3);
  expect(keys.take('K7Q2', 'story', 'later').id).toBe(taken[0]?.id);
  keys.close();
  const moved = (from: string, to: string): void => {
    const file = new Sqlite(join(folder, 'keys.sqlite'));
    file.exec(`UPDATE keys SET ${to} WHERE ${from}`);
    file.close();
  };
  const opens = (databaseId = 'database-1'): boolean[] => {
    const again = openKeys(folder, databaseId);
    const can = taken.map(({ id }) => again.read(id) !== null);
    again.close();
    return can;
  };
  expect(opens()).toEqual([true, true, true]);
  moved("case_id = 'K7Q2' AND kind = 'story'", "case_id = 'M0VE'");
  expect(opens()).toEqual([false, true, true]);
  moved("case_id = 'K7Q2' AND kind = 'contact'", "kind = 'photo'");
  expect(opens()).toEqual([false, false, true]);
  moved("case_id = 'H0LD'", "id = 'other'");
  const last = openKeys(folder, 'database-1');
  expect(last.read('other')).toBeNull();
  expect(() => last.take('M0VE', 'story', 'now')).toThrow('was changed');
  last.close();
});

test('a key brought in from another store with the same store key does not open', () => {
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  const keys = openKeys(one, 'database-1');
  const { id } = keys.take('K7Q2', 'story', 'now');
  keys.close();
  copyFileSync(join(one, 'store.key'), join(other, 'store.key'));
  openKeys(other, 'database-2').close();
  const file = new Sqlite(join(other, 'keys.sqlite'));
  file.exec(`ATTACH '${join(one, 'keys.sqlite')}' AS one; INSERT INTO keys SELECT * FROM one.keys`);
  file.close();
  const brought = openKeys(other, 'database-2');
  expect(brought.read(id)).toBeNull();
  brought.close();
});
