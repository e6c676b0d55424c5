/** The audit in the real database: added at the end only, whole over restarts, and every trick with the file is found. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Audit, Deed } from '../../../server/domain/audit-port.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { AT_ISO } from '../made-evidence.ts';
import { temporaryFolder } from '../running-server.ts';

function openAudit(stateDir = temporaryFolder()) {
  const { database, close } = openDatabase(stateDir);
  onTestFinished(close);
  return { audit: createStore(database, randomUUID, close).audit, database, stateDir, close };
}

const deed = (what: string, differs: Partial<Deed> = {}): Deed =>
  ({ who: { kind: 'person', name: 'P7QK2' }, what, subject: 'bench:bench-1', why: null, from: { address: '127.0.0.1', machine: null }, detail: {}, ...differs });
const ALL = { subject: null, who: null };
const NEWEST = { limit: 100, before: null, after: null };
const numbers = (audit: Audit, page: Parameters<Audit['page']>[1], filter: Parameters<Audit['page']>[0] = ALL): number[] => audit.page(filter, page).map(({ number }) => number);
const fill = (audit: Audit, count: number): void => {
  for (let index = 1; index <= count; index += 1) audit.append(deed(index % 2 === 0 ? 'drill-ordered' : 'signed-in', { subject: `bench:bench-${index % 3}`, who: { kind: 'person', name: index > 4 ? 'PSAM3' : 'P7QK2' } }), AT_ISO);
};

test('what was added comes back as it was returned, also after a new start, and the chain is whole', () => {
  const { audit, stateDir, close } = openAudit();
  expect(audit.head()).toEqual({ number: 0, hash: '0'.repeat(64) });
  const first = audit.append(deed('reset-ordered', { why: 'the device frame is straight', detail: { stop: 'S1', second: true, tries: 2, none: null } }), AT_ISO);
  const second = audit.append(deed('signed-out', { subject: null, from: { address: '::1', machine: 'bench PC 1' } }), AT_ISO);
  expect([first.number, second.number]).toEqual([1, 2]);
  expect(audit.page(ALL, NEWEST)).toEqual([second, first]);
  close();
  const again = openAudit(stateDir);
  expect(again.audit.page(ALL, NEWEST)).toEqual([second, first]);
  expect(again.audit.head()).toEqual({ number: 2, hash: second.hash });
  expect(again.audit.firstBroken()).toBeNull();
});

test('whatever text comes, the chain stays whole', () => {
  const { audit, stateDir, close } = openAudit();
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), fc.constantFrom('\ud800', 'a\u0000b', '', "'; DROP TABLE audit; --"));
  fc.assert(fc.property(text, text, text, fc.dictionary(text, fc.oneof(text, fc.double()), { maxKeys: 3 }), (name, what, why, detail) => {
    const entry = audit.append({ who: { kind: 'unverified-name', name: `x${name}` }, what, subject: what, why, from: { address: why, machine: name }, detail }, AT_ISO);
    expect(audit.page(ALL, { limit: 1, before: null, after: null })).toEqual([entry]);
  }), { numRuns: 60 });
  close();
  expect(openAudit(stateDir).audit.firstBroken()).toBeNull();
});

test('pages and filters lead to every entry once, from both ends', () => {
  const { audit } = openAudit();
  fill(audit, 7);
  expect(numbers(audit, { limit: 3, before: null, after: null })).toEqual([7, 6, 5]);
  expect(numbers(audit, { limit: 3, before: 5, after: null })).toEqual([4, 3, 2]);
  expect(numbers(audit, { limit: 3, before: null, after: 0 })).toEqual([1, 2, 3]);
  expect(numbers(audit, { limit: 3, before: 7, after: 5 })).toEqual([6]);
  expect(numbers(audit, NEWEST, { subject: 'bench:bench-1', who: null })).toEqual([7, 4, 1]);
  expect(numbers(audit, NEWEST, { subject: 'bench:bench-1', who: 'PSAM3' })).toEqual([7]);
  expect(numbers(audit, NEWEST, { subject: null, who: 'P7QK2' })).toEqual([4, 3, 2, 1]);
});

test('no statement changes, deletes, replaces or inserts between', () => {
  const { audit, database } = openAudit();
  fill(audit, 3);
  expect(() => database.exec("UPDATE audit SET why = 'x' WHERE number = 2")).toThrow('never changed');
  expect(() => database.exec('DELETE FROM audit WHERE number = 3')).toThrow('never deleted');
  expect(() => database.exec('INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE number = 2')).toThrow('only at its end');
  expect(() => database.exec("UPDATE OR REPLACE audit SET number = 1 WHERE number = 3")).toThrow('never changed');
  expect(audit.firstBroken()).toBeNull();
});

/** With the file in hand a person can do anything; it must show. */
function tampered(sql: string): { broken: number | null; after: number | null; next: number } {
  const { audit, stateDir, close } = openAudit();
  fill(audit, 5);
  close();
  const file = new Sqlite(join(stateDir, 'server.sqlite'));
  file.exec('DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_deleted; DROP TRIGGER audit_grows_at_its_end; PRAGMA ignore_check_constraints = ON;');
  file.exec(sql);
  file.close();
  const again = openAudit(stateDir);
  const broken = again.audit.firstBroken();
  const next = again.audit.append(deed('signed-in'), AT_ISO).number;
  return { broken, after: again.audit.firstBroken(), next };
}

test.each([
  ['nothing', 'SELECT 1', null, null, 6],
  ['a changed word', "UPDATE audit SET why = 'x' WHERE number = 3", 3, 3, 6],
  ['another actor kind that nobody knows', "UPDATE audit SET who_kind = 'ghost' WHERE number = 2", 2, 2, 6],
  ['details that are a list', "UPDATE audit SET detail = '[]' WHERE number = 4", 4, 4, 6],
  ['details within details', "UPDATE audit SET detail = '{\"a\":{}}' WHERE number = 4", 4, 4, 6],
  ['one taken out', 'DELETE FROM audit WHERE number = 2', 2, 2, 6],
  ['a tail cut off', 'DELETE FROM audit WHERE number > 3', 4, 4, 6],
  ['all of it gone', 'DELETE FROM audit', 1, 1, 6],
  ['two swapped', "UPDATE audit SET number = 9 WHERE number = 1; UPDATE audit SET number = 1 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 9", 1, 1, 6],
  ['an entry behind the head', "INSERT INTO audit SELECT 6, at_iso, who_kind, who_name, what, subject, why, address, machine, detail, hash FROM audit WHERE number = 5", 6, 6, 7],
  ['the head taken away', "DELETE FROM meta WHERE key = 'audit_head'", 1, 6, 6],
])('%s shows, and goes on showing after the next entry', (_name, sql, broken, after, next) => {
  expect(tampered(sql)).toEqual({ broken, after, next });
});

test('details that are no JSON any more break the chain and not the reader', () => {
  const { audit, database } = openAudit();
  fill(audit, 3);
  database.exec("DROP TRIGGER audit_is_never_changed; PRAGMA ignore_check_constraints = ON; UPDATE audit SET detail = '{' WHERE number = 2");
  expect(audit.firstBroken()).toBe(2);
  expect(audit.page(ALL, NEWEST)[1]?.detail).toEqual({ unreadable: true });
});

test('an entry is on the disk when append returns, and a database that cannot write adds none', () => {
  const { audit, database, stateDir } = openAudit();
  audit.append(deed('signed-in'), AT_ISO);
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  const other = new Sqlite(join(stateDir, 'server.sqlite'), { readonly: true });
  expect(other.prepare('SELECT what FROM audit').all()).toEqual([{ what: 'signed-in' }]);
  other.close();
  database.pragma('query_only = ON');
  expect(() => audit.append(deed('signed-out'), AT_ISO)).toThrow('readonly');
  database.pragma('query_only = OFF');
  expect(audit.append(deed('signed-out'), AT_ISO).number).toBe(2);
  expect(audit.firstBroken()).toBeNull();
});
