/** Nobody sees personal data without a named reason that is on the disk before; and the customer can see every look. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Doer } from '../../../server/domain/private-port.ts';
import { lookReasonSchema } from '../../../server/contract/private-data.ts';
import { CONTACT, MANAGER, NOW_ISO, openPrivateStore, STORY } from './private-bench.ts';

const looked = (stateDir: string): unknown[] => {
  const file = new Sqlite(join(stateDir, 'server.sqlite'), { readonly: true });
  const rows = file.prepare("SELECT what, who_name, subject, why FROM audit WHERE what LIKE 'looked%'").all();
  file.close();
  return rows;
};

test('the look is on the disk, with who and why, when the data is handed out', () => {
  const store = openPrivateStore();
  store.write('K7Q2', 'contact', CONTACT);
  expect(looked(store.stateDir)).toEqual([]);
  expect(store.read('K7Q2', 'contact', { ...MANAGER, why: '  calling back  ' })).toEqual([CONTACT]);
  expect(looked(store.stateDir)).toEqual([{ what: 'looked-at-contact', who_name: 'P7QK2', subject: 'case:K7Q2', why: 'calling back' }]);
});

test('where the audit cannot be written nothing is handed out', () => {
  const store = openPrivateStore();
  store.write('K7Q2', 'contact', CONTACT);
  store.database.exec("CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
  expect(() => store.read('K7Q2', 'contact')).toThrow('the disk is full');
  expect(() => store.write('K7Q2', 'story', STORY)).toThrow('the disk is full');
  expect(() => store.erase('K7Q2')).toThrow('the disk is full');
  store.database.exec('DROP TRIGGER full');
  // None of them has happened.
  expect([store.read('K7Q2', 'contact'), store.read('K7Q2', 'story'), store.records.erasures('K7Q2')]).toEqual([[CONTACT], 'nothing-private', []]);
});

test.each<[string, Partial<Doer>, string]>([
  ['no reason', { why: '' }, 'look-reason-needed'], ['blanks', { why: '      ' }, 'look-reason-needed'], ['two letters', { why: ' ab ' }, 'look-reason-needed'],
  ['501 letters', { why: 'x'.repeat(501) }, 'look-reason-needed'], ['a typed name', { who: { kind: 'unverified-name', name: 'Somebody' } }, 'look-person-needed'],
  ['a bridge', { who: { kind: 'bridge', name: 'bridge-1' } }, 'look-person-needed'],
])('%s shows nothing and is no look', (_name, differs, refusal) => {
  const store = openPrivateStore();
  store.write('K7Q2', 'contact', CONTACT);
  expect(store.read('K7Q2', 'contact', { ...MANAGER, ...differs })).toBe(refusal);
  expect(store.records.looks('K7Q2', 10)).toEqual([]);
  if (differs.why !== undefined) expect(lookReasonSchema.safeParse(differs.why).success).toBe(false);
});

test('three and five hundred letters are a reason, and the product itself may look', () => {
  const store = openPrivateStore();
  store.write('K7Q2', 'contact', CONTACT);
  for (const why of ['abc', 'x'.repeat(500)]) expect(store.read('K7Q2', 'contact', { ...MANAGER, why })).toEqual([CONTACT]);
  expect(store.read('K7Q2', 'contact', { ...MANAGER, who: { kind: 'system', name: 'mail' }, role: 'system', why: 'sending the outcome' })).toEqual([CONTACT]);
  expect(store.records.looks('K7Q2', 1)).toEqual([{ atIso: NOW_ISO, kind: 'contact', role: 'system', code: 'mail', why: 'sending the outcome' }]);
});

test('the customer sees time, kind, role, code and reason of each look at this case, newest first, also after the erasure', () => {
  const store = openPrivateStore();
  store.write('K7Q2', 'contact', CONTACT);
  store.write('K7Q2', 'story', STORY);
  store.write('H0LD', 'story', 'another one');
  store.read('K7Q2', 'contact');
  store.clock.ms += 1000;
  store.read('K7Q2', 'story', { ...MANAGER, who: { kind: 'person', name: 'PTEC4' }, role: 'technician', why: 'preparing the bench' });
  store.read('H0LD', 'story');
  store.erase('K7Q2');
  const looks = store.records.looks('K7Q2', 10);
  expect(looks).toEqual([
    { atIso: '2026-11-24T10:00:01.000Z', kind: 'story', role: 'technician', code: 'PTEC4', why: 'preparing the bench' },
    { atIso: NOW_ISO, kind: 'contact', role: 'manager', code: 'P7QK2', why: MANAGER.why },
  ]);
  expect(JSON.stringify(looks)).not.toContain('bench PC 1');
  expect(JSON.stringify(looks)).not.toContain('127.0.0.1');
});

test('who wrote is on record too, without what was written', () => {
  const store = openPrivateStore();
  const first = store.write('K7Q2', 'contact', CONTACT);
  const second = store.write('K7Q2', 'contact', `${CONTACT} new`, first);
  const entries = store.audit.page({ subject: 'case:K7Q2', who: null }, { limit: 9, before: null, after: null });
  expect(entries.map(({ what, detail }) => [what, detail])).toEqual([
    ['wrote-contact', { role: 'manager', row: second, replaced: 1 }], ['wrote-contact', { role: 'manager', row: first, replaced: 0 }],
  ]);
  expect(JSON.stringify(entries)).not.toContain('elik');
  expect(store.read('K7Q2', 'contact')).toEqual([`${CONTACT} new`]);
});

test('only an item of the same case and kind can be replaced', () => {
  const store = openPrivateStore();
  const other = store.write('H0LD', 'contact', 'another one');
  const story = store.write('K7Q2', 'story', STORY);
  store.write('K7Q2', 'contact', CONTACT, other);
  store.write('K7Q2', 'contact', CONTACT, story);
  expect([store.read('H0LD', 'contact'), store.read('K7Q2', 'story')]).toEqual([['another one'], [STORY]]);
});
