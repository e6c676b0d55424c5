/** The paper of a history and a letter are anchors of their own; what an older Holdfast noted stays as it was noted, and a cut tail stops no start. */
import { readdirSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrate } from '../../../server/store/migrate.ts';
import { AT_ISO } from '../made-evidence.ts';
import { CASE, fill, openCustody } from './custody-bench.ts';

const FOLDER = new URL('../../../server/store/migrations/', import.meta.url);
const sqlOf = (number: number): string => readFileSync(new URL(readdirSync(FOLDER).find((name) => name.startsWith(String(number).padStart(3, '0'))) ?? '', FOLDER), 'utf8');

/** As the version before left it: one event, two papers, one of them of a tail that somebody cut off. */
function olderStore() {
  const database = new Sqlite(':memory:');
  onTestFinished(() => { database.close(); });
  database.exec(Array.from({ length: 13 }, (_, index) => sqlOf(index + 1)).join('\n'));
  database.pragma('application_id = 1213156420');
  database.pragma('user_version = 13');
  database.pragma('foreign_keys = OFF');
  const note = database.prepare('INSERT INTO custody_anchors (case_id, seq, hash, kind, at_iso, ref) VALUES (?, ?, ?, ?, ?, ?)');
  note.run(CASE, 1, 'a'.repeat(64), 'export', AT_ISO, null);
  note.run(CASE, 7, 'b'.repeat(64), 'receipt', AT_ISO, 'a device');
  database.pragma('foreign_keys = ON');
  return database;
}

test('what was noted stays, in its order, also of events that are gone', () => {
  const database = olderStore();
  const kept = database.prepare('SELECT * FROM custody_anchors ORDER BY number').all();
  migrate(database, 'memory');
  expect(kept).toHaveLength(2);
  expect(database.prepare('SELECT * FROM custody_anchors ORDER BY number').all()).toEqual(kept);
  expect(() => database.exec('DELETE FROM custody_anchors')).toThrow('never deleted');
  expect(() => database.exec(`UPDATE custody_anchors SET kind = 'label'`)).toThrow('never changed');
  expect(() => database.exec(`INSERT INTO custody_anchors (case_id, seq, hash, kind, at_iso) VALUES ('${CASE}', 9, '${'c'.repeat(64)}', 'letter', '${AT_ISO}')`)).toThrow('of an event that is there');
});

test.each(['history', 'letter'] as const)('a %s is noted as what it is', (kind) => {
  const { custody } = openCustody();
  fill(custody, 2);
  custody.anchor(CASE, { kind, atIso: AT_ISO, ref: null });
  expect(custody.anchors(CASE)).toMatchObject([{ kind, seq: 2 }]);
});
