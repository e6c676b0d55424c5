/** INSERT OR REPLACE deletes a row without asking a trigger against deletion: evidence, judgements and erasures refuse it too. */
import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { AT_ISO, lifeOfAStop } from '../made-evidence.ts';
import { temporaryFolder } from '../running-server.ts';

function filled() {
  const { database, close } = openDatabase(temporaryFolder());
  onTestFinished(close);
  const store = createStore(database, randomUUID, close);
  const life = lifeOfAStop('S1', 'VIRTUAL-1', 1).map((event) => ({ event, raw: JSON.stringify(event) }));
  const append = () => store.append(life, [], AT_ISO);
  append();
  store.judge({ rig: 'VIRTUAL-1', stopId: 'S1' }, { id: randomUUID(), verdict: 'true', actor: { kind: 'person', name: 'P-7QK2X0' }, words: null, atIso: AT_ISO });
  database.exec(`INSERT INTO erasures (case_id, erased_by, why, erased_at_iso, final_at_iso) VALUES ('C1', 'P-7QK2X0', 'asked', '${AT_ISO}', '${AT_ISO}')`);
  const rows = (): unknown[] => ['evidence', 'judgements', 'erasures'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  return { database, store, append, life, rows };
}

const EVIDENCE = 'INSERT OR REPLACE INTO evidence (id, bridge, boot_id, seq, event_id, kind, bench, stop_id, at_iso, received_at_iso, raw) SELECT';
const BEGIN = 'bridge, boot_id';
const END = "event_id, kind, bench, stop_id, at_iso, received_at_iso, '{}'";
test.each([
  ['evidence by its number', `${EVIDENCE} id, ${BEGIN}, seq + 100, ${END} FROM evidence WHERE id = 1`, 'evidence is never replaced'],
  ['the newest evidence by its number', `${EVIDENCE} id, ${BEGIN}, seq + 100, ${END} FROM evidence ORDER BY id DESC LIMIT 1`, 'evidence is never replaced'],
  ['a judgement by its number', "INSERT OR REPLACE INTO judgements SELECT number, 'x', rig, stop_id, bench, 'false', actor_kind, actor_name, words, at_iso FROM judgements", 'a judgement is never replaced'],
  ['a judgement by its id', "INSERT OR REPLACE INTO judgements SELECT NULL, id, rig, stop_id, bench, 'false', actor_kind, actor_name, words, at_iso FROM judgements", 'a judgement is never replaced'],
  ['an erasure by its number', "INSERT OR REPLACE INTO erasures SELECT number, 'C2', kind, key_id, erased_by, why, erased_at_iso, final_at_iso FROM erasures", 'an erasure is never replaced'],
])('%s cannot be replaced', (_name, sql, words) => {
  const { database, rows } = filled();
  const before = rows();
  expect(() => database.exec(sql)).toThrow(words);
  expect(rows()).toEqual(before);
});

test('a report that takes the place of another one is passed over, and that one stays', () => {
  const { database, rows } = filled();
  const before = rows();
  database.exec(`${EVIDENCE} NULL, ${BEGIN}, seq, ${END} FROM evidence WHERE id = 1`);
  expect(rows()).toEqual(before);
});

test('reports still come in, once each, and one of another content under a known number is kept aside', () => {
  const { store, append, life, rows } = filled();
  const before = rows();
  expect(append().appended).toEqual([]);
  expect(rows()).toEqual(before);
  const [first] = life;
  if (first === undefined) expect.fail();
  expect(store.append([{ ...first, event: { ...first.event, id: randomUUID() } }], [], AT_ISO).appended).toEqual([]);
  expect(store.counts()).toMatchObject({ lastEvidenceId: life.length, unreadable: 1 });
  const more = lifeOfAStop('S2', 'VIRTUAL-1', 100).map((event) => ({ event, raw: JSON.stringify(event) }));
  expect(store.append(more, [], AT_ISO).appended.map(({ id }) => id)).toEqual(more.map((_, index) => life.length + 1 + index));
});
