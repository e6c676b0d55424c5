/** Custody chains in the real database: added once, at the end, whole over restarts, part of a larger transaction, never changed. */
import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CUSTODY_LINE_BYTES_MAX, FIRST_PREV } from '../../../server/contract/custody.ts';
import { AT_ISO } from '../made-evidence.ts';
import { CASE, eventsOf, fill, happened, openCustody, OTHER_CASE } from './custody-bench.ts';

const LATER = '2026-12-24T18:00:00.000Z';

test('what was added comes back as it was returned, also after a new start, each linked to the one before and signed', () => {
  const bench = openCustody();
  bench.custody.name(CASE, 'K7Q2');
  const events = [
    ...eventsOf(bench.custody.append(CASE, 0, [happened('case-opened', { body: { b: 1, a: ['ä', null, true] } }), happened('device-received')])),
    ...eventsOf(bench.custody.append(CASE, 2, [happened('hold-placed', { actor: { kind: 'rig', name: 'VIRTUAL-1', id: randomUUID() } })])),
  ];
  expect(events.map(({ event }) => [event.seq, event.kind, event.case, event.prev])).toEqual([
    [1, 'case-opened', CASE, FIRST_PREV], [2, 'device-received', CASE, events[0]?.hash], [3, 'hold-placed', CASE, events[1]?.hash],
  ]);
  const lines = bench.database.prepare<[], { line: string }>('SELECT line FROM custody_events ORDER BY seq').all().map(({ line }) => Buffer.from(line));
  const key = createPublicKey(readFileSync(join(bench.stateDir, 'custody.key')));
  expect(lines.map((line) => createHash('sha256').update(line).digest('hex'))).toEqual(events.map(({ hash }) => hash));
  expect(lines.map((line, index) => verify(null, line, key, Buffer.from(events[index]?.signature ?? '', 'base64')))).toEqual([true, true, true]);
  bench.close();
  const again = openCustody(bench.stateDir);
  expect(again.custody.events(CASE, 0)).toEqual(events);
  expect(again.custody.events(CASE, 2)).toEqual(events.slice(2));
  expect(again.custody.head(CASE)).toEqual({ case: CASE, code: 'K7Q2', seq: 3, hash: events[2]?.hash });
  expect(again.custody.find(events[1]?.event.id ?? '')).toEqual(events[1]);
  expect(again.custody.find(randomUUID())).toBeNull();
});

test('whoever decided upon an older state is refused, and nothing of it is kept', () => {
  const { custody } = openCustody();
  fill(custody, 2);
  for (const expected of [0, 1, 3, -1]) expect(custody.append(CASE, expected, [happened('late'), happened('later')])).toEqual({ refusal: 'case-moved-on' });
  expect(custody.head(CASE)?.seq).toBe(2);
});

test('the same sent again is kept once, whatever the clock says and however far the case went on', () => {
  const { custody } = openCustody();
  custody.name(CASE, 'K7Q2');
  const drafts = [happened('a', { body: { x: 1, y: 2 } }), happened('b')] as const;
  const first = eventsOf(custody.append(CASE, 0, drafts));
  custody.append(CASE, 2, [happened('c')]);
  // What follows the first one may have got another id: whoever asks again makes it anew.
  const again = [{ ...drafts[0], atIso: LATER, body: { y: 2, x: 1 } }, { ...drafts[1], id: randomUUID(), atIso: LATER }] as const;
  expect(custody.append(CASE, 0, again)).toEqual({ events: first });
  expect(custody.append(CASE, 3, drafts)).toEqual({ events: first });
  expect(custody.events(CASE, 0)).toHaveLength(3);
});

test('an id that was used for anything else is refused', () => {
  const { custody } = openCustody();
  custody.name(CASE, 'K7Q2');
  custody.name(OTHER_CASE, 'H0TD');
  const [one, two] = [happened('a'), happened('b')];
  custody.append(CASE, 0, [one, two]);
  const others = [
    custody.append(CASE, 2, [{ ...one, kind: 'c' }]), custody.append(CASE, 2, [{ ...one, body: { place: 'locker' } }]), custody.append(CASE, 2, [{ ...one, actor: { kind: 'person', name: 'P-OTHER0' } }]),
    custody.append(OTHER_CASE, 0, [one]), custody.append(CASE, 2, [one, two, happened('c')]), custody.append(CASE, 2, [happened('c'), two]),
  ];
  expect(others).toEqual(others.map(() => ({ refusal: 'event-id-used' })));
  const twice = happened('d');
  expect(custody.append(CASE, 2, [twice, twice])).toEqual({ refusal: 'event-id-used' });
  expect([custody.head(CASE)?.seq, custody.head(OTHER_CASE)]).toEqual([2, null]);
});

test.each([
  ['a fraction', { weight: 1.5 }, 'event.body.weight is no whole number'],
  ['half a character', { words: '\ud800' }, 'event.body.words holds half a character'],
  ['more than a line may hold', { words: 'x'.repeat(CUSTODY_LINE_BYTES_MAX) }, `the event is longer than ${String(CUSTODY_LINE_BYTES_MAX)} bytes`],
])('%s is refused in words, and the case stays as it was', (_name, body, detail) => {
  const { custody } = openCustody();
  fill(custody, 1);
  expect(custody.append(CASE, 1, [happened('a'), happened('b', { body })])).toEqual({ refusal: 'event-unfit', detail });
  expect(custody.head(CASE)?.seq).toBe(1);
});

test('what is no event is refused before it is kept', () => {
  const { custody } = openCustody();
  fill(custody, 1);
  for (const wrong of [happened('No Code'), happened('a', { id: 'x' }), happened('a', { atIso: 'yesterday' }), happened('a', { actor: { kind: 'person', name: '' } })]) {
    expect(custody.append(CASE, 1, [wrong])).toMatchObject({ refusal: 'event-unfit' });
  }
  expect(custody.events(CASE, 1)).toEqual([]);
});

test('a code belongs to one case for ever, and a case has one code', () => {
  const { custody } = openCustody();
  expect(custody.name(CASE, 'K7Q2')).toBe('named');
  expect(custody.name(CASE, 'K7Q2')).toBe('named');
  expect([custody.name(OTHER_CASE, 'K7Q2'), custody.name(CASE, 'H0TD')]).toEqual([{ refusal: 'case-code-used' }, { refusal: 'case-code-used' }]);
  expect([custody.caseOf('K7Q2'), custody.caseOf('H0TD')]).toEqual([CASE, null]);
  expect(() => custody.append(OTHER_CASE, 0, [happened('a')])).toThrow('has no code yet');
  for (const wrong of ['', 'K7Q', 'k7q2', 'K7U2', 'K7Q2X0Y']) expect(() => custody.name(OTHER_CASE, wrong)).toThrow('Invalid string');
  // A case to which nothing happened has no head yet.
  expect([custody.head(CASE), custody.heads(), custody.anchor(CASE, { kind: 'label', atIso: AT_ISO, ref: null })]).toEqual([null, [], null]);
});

test('each anchor is the head of its moment, and every head is listed by its code', () => {
  const { custody } = openCustody();
  const events = fill(custody, 1);
  fill(custody, 1, OTHER_CASE, 'H0TD');
  const first = custody.anchor(CASE, { kind: 'label', atIso: AT_ISO, ref: 'L-1' });
  custody.append(CASE, 1, [happened('more')]);
  const second = custody.anchor(CASE, { kind: 'mail', atIso: LATER, ref: null });
  expect(first).toEqual({ case: CASE, seq: 1, hash: events[0]?.hash, kind: 'label', atIso: AT_ISO, ref: 'L-1' });
  expect([custody.anchors(CASE), custody.anchors(OTHER_CASE)]).toEqual([[first, second], []]);
  expect(second).toMatchObject({ seq: 2, hash: custody.head(CASE)?.hash });
  expect(custody.heads().map(({ code, seq }) => [code, seq])).toEqual([['H0TD', 1], ['K7Q2', 2]]);
});

test('inside a larger transaction it goes and stays with that one', () => {
  const { custody, database } = openCustody();
  fill(custody, 1);
  database.exec('CREATE TABLE projection (seq INTEGER)');
  const both = (fails: boolean): void => database.transaction(() => {
    const [done] = eventsOf(custody.append(CASE, 1, [happened('a')]));
    database.prepare('INSERT INTO projection VALUES (?)').run(done?.event.seq);
    if (fails) throw new Error('the projection cannot be made');
  }).immediate();
  const count = (): unknown => database.prepare('SELECT count(*) AS count FROM projection').pluck().get();
  expect(() => { both(true); }).toThrow('cannot be made');
  expect([custody.head(CASE)?.seq, custody.events(CASE, 0).length, count()]).toEqual([1, 1, 0]);
  both(false);
  expect([custody.head(CASE)?.seq, custody.events(CASE, 0).length, count()]).toEqual([2, 2, 1]);
});

test('it is on the disk for everybody when it returns, and a database that cannot write keeps nothing', () => {
  const { custody, database, stateDir } = openCustody();
  fill(custody, 1);
  expect(database.pragma('synchronous', { simple: true })).toBe(2);
  const other = new Sqlite(join(stateDir, 'server.sqlite'), { readonly: true });
  expect(other.prepare('SELECT count(*) FROM custody_events').pluck().get()).toBe(1);
  other.close();
  database.pragma('query_only = ON');
  expect(() => custody.append(CASE, 1, [happened('a')])).toThrow('readonly');
  database.pragma('query_only = OFF');
  expect(eventsOf(custody.append(CASE, 1, [happened('a')])).map(({ event }) => event.seq)).toEqual([2]);
});

const copied = (which: string): string => `SELECT case_id, seq, id, line, hash, signature, key FROM custody_events WHERE ${which}`;
test.each([
  ['a changed event', "UPDATE custody_events SET hash = hash WHERE seq = 2", 'never changed'],
  ['a changed event by replacing', 'UPDATE OR REPLACE custody_events SET seq = 1 WHERE seq = 3', 'never changed'],
  ['a deleted event', 'DELETE FROM custody_events WHERE seq = 3', 'never deleted'],
  ['a replaced event', `INSERT OR REPLACE INTO custody_events ${copied('seq = 2')}`, 'comes once'],
  ['an event replaced by another one in its place', `INSERT OR REPLACE INTO custody_events SELECT case_id, seq, 'x', json_set(line, '$.id', 'x'), hash, signature, key FROM custody_events WHERE seq = 3`, 'only at its end'],
  ['an event replaced by its id from another case', `INSERT OR REPLACE INTO custody_events SELECT '${OTHER_CASE}', 1, id, json_set(line, '$.case', '${OTHER_CASE}'), hash, signature, key FROM custody_events WHERE seq = 1`, 'comes once'],
  ['a gap', "INSERT INTO custody_events SELECT case_id, 5, 'x', json_set(line, '$.seq', 5, '$.id', 'x', '$.prev', hash), hash, signature, key FROM custody_events WHERE seq = 3", 'only at its end'],
  ['one that does not follow', "INSERT INTO custody_events SELECT case_id, 4, 'x', json_set(line, '$.seq', 4, '$.id', 'x'), hash, signature, key FROM custody_events WHERE seq = 3", 'only at its end'],
  ['a line that says another place', "INSERT INTO custody_events SELECT case_id, 4, 'x', json_set(line, '$.id', 'x', '$.prev', hash), hash, signature, key FROM custody_events WHERE seq = 3", 'CHECK constraint'],
  ['a head put back', 'UPDATE custody_heads SET seq = 2, hash = (SELECT hash FROM custody_events WHERE seq = 2)', 'only moves on'],
  ['a head of nothing', `UPDATE custody_heads SET seq = 9 WHERE case_id = '${CASE}'`, 'only moves on'],
  ['another code', "UPDATE custody_heads SET code = 'AAAA', seq = seq + 1", 'only moves on'],
  ['a head deleted', 'DELETE FROM custody_heads', 'never deleted'],
  ['a head replaced', `INSERT OR REPLACE INTO custody_heads SELECT case_id, code, 0, hash FROM custody_heads WHERE case_id = '${CASE}'`, 'begins once'],
  ['a head replaced by its code', `INSERT OR REPLACE INTO custody_heads SELECT 'x', code, 0, hash FROM custody_heads WHERE case_id = '${CASE}'`, 'begins once'],
  ['an anchor changed', "UPDATE custody_anchors SET seq = 1", 'never changed'],
  ['an anchor deleted', 'DELETE FROM custody_anchors', 'never deleted'],
  ['an anchor replaced', 'INSERT OR REPLACE INTO custody_anchors SELECT number, case_id, 1, hash, kind, at_iso, ref FROM custody_anchors', 'only added'],
  ['a key changed', "UPDATE custody_keys SET since_iso = 'x'", 'never changed'],
  ['a key deleted', 'DELETE FROM custody_keys', 'never deleted'],
  ['a key replaced', "INSERT OR REPLACE INTO custody_keys SELECT 1, x'00', since_iso FROM custody_keys", 'only added'],
  ['a key replaced by itself', 'INSERT OR REPLACE INTO custody_keys SELECT 2, public_key, since_iso FROM custody_keys', 'only added'],
])('%s is refused by the database itself', (_name, sql, words) => {
  const { custody, database } = openCustody();
  fill(custody, 3);
  custody.name(OTHER_CASE, 'H0TD');
  custody.anchor(CASE, { kind: 'label', atIso: AT_ISO, ref: null });
  const before = ['events', 'heads', 'anchors', 'keys'].map((table) => database.prepare(`SELECT * FROM custody_${table}`).all());
  expect(() => database.exec(sql)).toThrow(words);
  expect(['events', 'heads', 'anchors', 'keys'].map((table) => database.prepare(`SELECT * FROM custody_${table}`).all())).toEqual(before);
});

test('a head that moves on keeps its case and its code', () => {
  const { custody, database } = openCustody();
  fill(custody, 2);
  database.exec("INSERT INTO custody_events SELECT case_id, 3, 'x', json_set(line, '$.seq', 3, '$.id', 'x', '$.prev', hash), hash, signature, key FROM custody_events WHERE seq = 2");
  const move = (more: string): void => { database.exec(`UPDATE custody_heads SET seq = 3, hash = (SELECT hash FROM custody_events WHERE seq = 3)${more}`); };
  expect(() => { move(", code = 'AAAA'"); }).toThrow('only moves on');
  expect(() => { move(`, case_id = '${OTHER_CASE}'`); }).toThrow('only moves on');
  move('');
  expect(custody.head(CASE)?.seq).toBe(3);
});
