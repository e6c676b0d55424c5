/** An erasure holds: over restarts, crashes in the middle, old databases and old keys put back; and it says when it is final. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { PrivateKind } from '../../../server/contract/private-data.ts';
import { openKeys } from '../../../server/store/key-table.ts';
import { temporaryFolder } from '../running-server.ts';
import { CONTACT, DAY_MS, filesHolding, MANAGER, NOW_ISO, openPrivateStore, STORY } from './private-bench.ts';
import type { PrivateStore } from './private-bench.ts';

const FINAL_ISO = '2026-12-24T10:00:00.000Z';

function filled(): PrivateStore {
  const store = openPrivateStore();
  store.write('K7Q2', 'story', STORY);
  store.write('K7Q2', 'contact', CONTACT);
  store.write('H0LD', 'story', 'another one');
  return store;
}

/** Of the file as it is, the wrapped keys of one case. */
function wrappedKeys(stateDir: string, caseId: string): Buffer[] {
  const file = new Sqlite(join(stateDir, 'keys.sqlite'), { readonly: true });
  const rows = file.prepare<[string], { wrapped: Buffer }>('SELECT wrapped FROM keys WHERE case_id = ?').all(caseId);
  file.close();
  return rows.map(({ wrapped }) => wrapped);
}

/** `server.sqlite` with its journal, or `keys.sqlite`, put aside or back while nothing runs. */
function copies(stateDir: string, name: string, from: string, to: string): void {
  mkdirSync(join(stateDir, to), { recursive: true });
  for (const ending of ['', '-wal', '-shm']) {
    rmSync(join(stateDir, to, `${name}${ending}`), { force: true });
    if (existsSync(join(stateDir, from, `${name}${ending}`))) copyFileSync(join(stateDir, from, `${name}${ending}`), join(stateDir, to, `${name}${ending}`));
  }
}

test('an erased case is gone at once, its key is in no file, and other cases stay', () => {
  const store = filled();
  const keys = wrappedKeys(store.stateDir, 'K7Q2');
  expect(keys).toHaveLength(2);
  expect(keys.flatMap((key) => filesHolding(store.stateDir, key)).length).toBe(2);
  expect(store.erase('K7Q2')).toEqual({ erasure: { caseId: 'K7Q2', kind: null, erasedAtIso: NOW_ISO, finalAtIso: FINAL_ISO } });
  expect([store.read('K7Q2', 'story'), store.read('K7Q2', 'contact'), store.read('H0LD', 'story')]).toEqual(['case-erased', 'case-erased', ['another one']]);
  expect(keys.flatMap((key) => filesHolding(store.stateDir, key))).toEqual([]);
  expect(store.records.write({ caseId: 'K7Q2', kind: 'contact', content: new Uint8Array(1), replaces: null }, MANAGER, NOW_ISO)).toEqual({ refusal: 'case-erased' });
});

/** Puts many keys into the file at once, as years of work would; each with its place and its wrapped bytes. */
function putKeys(folder: string, count: number, place: (index: number) => readonly [caseId: string, kind: string]): Map<string, Buffer> {
  const file = new Sqlite(join(folder, 'keys.sqlite'));
  const insert = file.prepare('INSERT INTO keys (id, case_id, kind, nonce, wrapped, made_at_iso) VALUES (?, ?, ?, ?, ?, ?)');
  const wrapped = new Map(Array.from({ length: count }, (_, index) => [`${String(index).padStart(8, '0')}-0000-7000-8000-000000000000`, randomBytes(48)]));
  file.transaction(() => [...wrapped].forEach(([id, bytes], index) => insert.run(id, ...place(index), randomBytes(12), bytes, NOW_ISO)))();
  file.close();
  return wrapped;
}

test('the database alone leaves copies of deleted keys behind, where rows had moved between pages; a sweep leaves none', () => {
  const folder = temporaryFolder();
  openKeys(folder, 'database-1').close();
  const wrapped = putKeys(folder, 2000, (index) => [`C${(index * 79) % 2000}`, 'story']);
  const gone = [...wrapped.keys()].filter((_, index) => index % 3 !== 0);
  const file = new Sqlite(join(folder, 'keys.sqlite'));
  file.pragma('secure_delete = ON');
  const remove = file.prepare('DELETE FROM keys WHERE id = ?');
  file.transaction(() => gone.forEach((id) => remove.run(id)))();
  file.close();
  const left = (): number => {
    const bytes = readFileSync(join(folder, 'keys.sqlite'));
    return gone.filter((id) => bytes.includes(wrapped.get(id) ?? '')).length;
  };
  expect(left()).toBeGreaterThan(0);
  const keys = openKeys(folder, 'database-1');
  keys.sweep();
  expect(left()).toBe(0);
  expect([...wrapped.keys()].filter((id) => keys.has(id))).toHaveLength(wrapped.size - gone.length);
  keys.close();
});

test('every erasure, and every start, writes the file of keys anew', () => {
  const store = filled();
  store.close();
  const size = (): number => statSync(join(store.stateDir, 'keys.sqlite')).size;
  const small = size();
  putKeys(store.stateDir, 500, (index) => ['K7Q2', `kind-${index}`]);
  const second = openPrivateStore(store.stateDir);
  expect(size()).toBeGreaterThan(small * 5);
  second.erase('K7Q2');
  expect(size()).toBe(small);
  second.close();
  putKeys(store.stateDir, 500, (index) => ['M4NY', `kind-${index}`]);
  const third = new Sqlite(join(store.stateDir, 'keys.sqlite'));
  third.exec("DELETE FROM keys WHERE case_id = 'M4NY'");
  third.close();
  expect(size()).toBeGreaterThan(small * 5);
  openPrivateStore(store.stateDir);
  expect(size()).toBe(small);
});

test('the erasure is on record: in the audit and in its own table, which nobody can change', () => {
  const store = filled();
  store.erase('K7Q2', 'story');
  store.erase('K7Q2');
  expect(store.records.erasures('K7Q2').map(({ kind, finalAtIso }) => [kind, finalAtIso])).toEqual([['story', FINAL_ISO], [null, FINAL_ISO]]);
  const [newest, before] = store.audit.page({ subject: 'case:K7Q2', who: null }, { limit: 2, before: null, after: null });
  expect(newest).toMatchObject({ what: 'erased-case', who: { name: 'P7QK2' }, why: MANAGER.why, atIso: NOW_ISO, detail: { role: 'manager', rows: 1, final: FINAL_ISO } });
  expect(before).toMatchObject({ what: 'erased-story', detail: { rows: 1 } });
  expect(() => store.database.exec('DELETE FROM erasures')).toThrow('never deleted');
  expect(() => store.database.exec("UPDATE erasures SET final_at_iso = 'x'")).toThrow('never changed');
  store.close();
  expect(openPrivateStore(store.stateDir).records.erasures('K7Q2')).toHaveLength(2);
});

test('erasing twice is one erasure; where nothing is there is none', () => {
  const store = filled();
  const first = store.erase('K7Q2');
  store.clock.ms += DAY_MS;
  expect(store.erase('K7Q2')).toEqual(first);
  expect(store.records.erasures('K7Q2')).toHaveLength(1);
  expect([store.erase('NONE'), store.erase('H0LD', 'photo')]).toEqual([{ refusal: 'nothing-private' }, { refusal: 'nothing-private' }]);
});

test('one kind can go before another, and may be written anew', () => {
  const store = filled();
  store.erase('K7Q2', 'story');
  expect([store.read('K7Q2', 'story'), store.read('K7Q2', 'contact')]).toEqual(['nothing-private', [CONTACT]]);
  store.write('K7Q2', 'story', 'told again');
  store.close();
  const again = openPrivateStore(store.stateDir);
  expect([again.read('K7Q2', 'story'), again.log.filter((line) => line.startsWith('warn'))]).toEqual([['told again'], []]);
});

test.each<[string, PrivateKind | null]>([['the whole case', null], ['one kind', 'story']])('a database from before the erasure of %s, put back, stays unreadable', (_name, kind) => {
  const store = filled();
  store.close();
  copies(store.stateDir, 'server.sqlite', '.', 'aside');
  const second = openPrivateStore(store.stateDir);
  second.erase('K7Q2', kind);
  second.close();
  copies(store.stateDir, 'server.sqlite', 'aside', '.');
  const third = openPrivateStore(store.stateDir);
  expect(third.database.prepare("SELECT count(*) AS rows FROM private_rows WHERE case_id = 'K7Q2'").get()).toEqual({ rows: 2 });
  expect(third.read('K7Q2', 'story')).toBe('private-unreadable');
  expect(third.read('K7Q2', 'contact')).toEqual(kind === null ? 'private-unreadable' : [CONTACT]);
  expect(third.read('H0LD', 'story')).toEqual(['another one']);
  expect(third.log.filter((line) => line.includes('have no key'))).toHaveLength(1);
});

test.each<[string, PrivateKind | null]>([['the whole case', null], ['one kind', 'story']])('keys from before the erasure of %s, put back, are destroyed at the start', (_name, kind) => {
  const store = filled();
  store.close();
  copies(store.stateDir, 'keys.sqlite', '.', 'aside');
  const old = wrappedKeys(store.stateDir, 'K7Q2');
  const second = openPrivateStore(store.stateDir);
  second.erase('K7Q2', kind);
  second.close();
  copies(store.stateDir, 'keys.sqlite', 'aside', '.');
  expect(wrappedKeys(store.stateDir, 'K7Q2')).toHaveLength(2);
  rmSync(join(store.stateDir, 'aside'), { recursive: true });
  const third = openPrivateStore(store.stateDir);
  expect(third.log.filter((line) => line.includes('were destroyed again'))).toHaveLength(1);
  expect(wrappedKeys(store.stateDir, 'K7Q2')).toHaveLength(kind === null ? 0 : 1);
  // Only the copy of the day, from before, still holds them: it goes within its 30 days.
  expect(old.flatMap((key) => filesHolding(store.stateDir, key)).filter((path) => !path.includes('key-backups'))).toHaveLength(kind === null ? 0 : 1);
  expect(third.read('K7Q2', 'contact')).toEqual(kind === null ? 'case-erased' : [CONTACT]);
});

test('a crash between the record and the key is made good at the next start', () => {
  const store = filled();
  // What a crash leaves: the record and the deleted rows, with the key still there.
  store.database.exec("INSERT INTO erasures (case_id, erased_by, why, erased_at_iso, final_at_iso) VALUES ('K7Q2', 'P7QK2', 'asked', 'x', 'y'); DELETE FROM private_rows WHERE case_id = 'K7Q2'");
  store.close();
  expect(wrappedKeys(store.stateDir, 'K7Q2')).toHaveLength(2);
  openPrivateStore(store.stateDir);
  expect(wrappedKeys(store.stateDir, 'K7Q2')).toEqual([]);
});

test('under an order to keep nothing is erased, and after its release it is', () => {
  const store = filled();
  const { orderId } = store.records.keep('K7Q2', { ...MANAGER, why: 'letter of a court' }, NOW_ISO);
  expect([store.records.isKept('K7Q2'), store.records.isKept('H0LD')]).toEqual([true, false]);
  expect([store.erase('K7Q2'), store.erase('K7Q2', 'story')]).toEqual([{ refusal: 'case-kept' }, { refusal: 'case-kept' }]);
  expect(store.read('K7Q2', 'story')).toEqual([STORY]);
  expect(store.erase('H0LD')).toHaveProperty('erasure');
  expect([store.records.release(orderId, MANAGER, NOW_ISO), store.records.release(orderId, MANAGER, NOW_ISO), store.records.release('none', MANAGER, NOW_ISO)]).toEqual([true, false, false]);
  expect(store.erase('K7Q2')).toHaveProperty('erasure');
  expect(store.audit.page({ subject: 'case:K7Q2', who: null }, { limit: 9, before: null, after: null }).map(({ what, why }) => [what, why]).slice(0, 4)).toEqual([
    ['erased-case', MANAGER.why], ['keep-released', MANAGER.why], ['looked-at-story', MANAGER.why], ['keep-ordered', 'letter of a court'],
  ]);
});

test('on the day that it is final no copy of the keys holds the erased one, and a copy made after it never did', () => {
  const store = filled();
  const keys = wrappedKeys(store.stateDir, 'K7Q2');
  store.clock.ms += DAY_MS;
  store.daily();
  const erased = store.erase('K7Q2');
  if ('refusal' in erased) throw new Error(erased.refusal);
  const holding = (): string[] => [...new Set(keys.flatMap((key) => filesHolding(store.stateDir, key)))].map((path) => path.split('/').at(-1) ?? '');
  // One copy was made at the start, before anything was written.
  expect(readdirSync(join(store.stateDir, 'key-backups'))).toHaveLength(2);
  expect(holding()).toEqual(['keys-2026-11-25.sqlite']);
  for (; store.clock.ms < Date.parse(erased.erasure.finalAtIso) - DAY_MS; store.clock.ms += DAY_MS) {
    store.daily();
    expect(holding().length).toBeLessThanOrEqual(1);
  }
  store.daily();
  expect(holding()).toEqual([]);
  expect(readdirSync(join(store.stateDir, 'key-backups')).length).toBeLessThanOrEqual(30);
  expect(readdirSync(join(store.stateDir, 'key-backups')).length).toBeGreaterThanOrEqual(28);
});
