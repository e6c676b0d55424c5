/** The messages of cases: from whom to whom in the open, the words sealed among what is personal, under the key of the contact. */
import type { Database } from 'better-sqlite3';
import type { CaseMessage, MessageSide } from '../contract/case-messages.ts';
import type { Messages, StoredMessage } from '../domain/cases/messages-port.ts';
import type { PrivateRecords } from '../domain/private-port.ts';

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly from_whom: MessageSide;
  readonly to_whom: MessageSide;
  readonly transfer_id: string | null;
  readonly row_id: string;
  readonly asks_call: number;
  readonly at_iso: string;
  readonly by_code: string | null;
  readonly passed_transfer_id: string | null;
  readonly passed_by: string | null;
  readonly passed_at_iso: string | null;
}

const utf8 = new TextEncoder();
const text = new TextDecoder();
const MESSAGES_MAX = 500;

const passedOf = ({ passed_transfer_id: transferId, passed_by: by, passed_at_iso: atIso }: Row): CaseMessage['passed'] => (transferId === null || by === null || atIso === null ? null : { transferId, by, atIso });
const storedOf = (row: Row): StoredMessage => ({
  id: row.id, caseId: row.case_id, from: row.from_whom, to: row.to_whom, transferId: row.transfer_id, asksCall: row.asks_call === 1, atIso: row.at_iso, by: row.by_code, passed: passedOf(row),
});
/** The words of a customer are for a partner once a person has passed them on. */
const isFor = (row: Row, side: MessageSide, transferId: string | null): boolean =>
  (side === 'partner' ? row.passed_transfer_id === transferId || (row.from_whom !== 'customer' && row.transfer_id === transferId && (row.from_whom === side || row.to_whom === side)) : row.from_whom === side || row.to_whom === side);

export function createMessageTable(database: Database, records: PrivateRecords): Messages {
  const insert = database.prepare<(string | number | null)[]>('INSERT INTO case_messages (id, case_id, from_whom, to_whom, transfer_id, row_id, asks_call, at_iso, by_code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const ofCase = database.prepare<[string, number], Row>('SELECT * FROM (SELECT * FROM case_messages WHERE case_id = ? ORDER BY at_iso DESC, id DESC LIMIT ?) ORDER BY at_iso, id');
  const byId = database.prepare<[string], Row>('SELECT * FROM case_messages WHERE id = ?');
  const setPassed = database.prepare<[string, string, string, string]>('UPDATE case_messages SET passed_transfer_id = ?, passed_by = ?, passed_at_iso = ? WHERE id = ? AND passed_transfer_id IS NULL');
  const readsOf = database.prepare<[string], { by: string; atIso: string }>('SELECT person_code AS by, at_iso AS atIso FROM message_reads WHERE message_id = ? ORDER BY at_iso, person_code');
  const addRead = database.prepare<[string, string, string]>('INSERT INTO message_reads (message_id, person_code, at_iso) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const dropReads = database.prepare<[string]>('DELETE FROM message_reads WHERE message_id = ?');
  const open = (row: Row): CaseMessage => {
    const item = records.open(row.case_id, 'contact', row.row_id);
    const { id, from, to, transferId, asksCall, atIso, by, passed } = storedOf(row);
    return { id, from, to, transferId, asksCall, atIso, by, passed, reads: readsOf.all(row.id), words: item === null ? null : text.decode(item.content) };
  };
  const rows = (caseIds: readonly string[]): Row[] => caseIds.flatMap((caseId) => ofCase.all(caseId, MESSAGES_MAX)).toSorted((left, right) => (left.at_iso < right.at_iso ? -1 : 1));
  return {
    canKeep: (caseId) => !records.erasures(caseId).some(({ kind }) => kind === null),
    keep({ id, caseId, from, to, transferId, atIso, asksCall, words, by }, doer) {
      const kept = records.write({ caseId, kind: 'contact', content: utf8.encode(words), replaces: null }, doer, atIso);
      if ('refusal' in kept) throw new Error(`a message cannot be sealed: ${kept.refusal}`);
      insert.run(id, caseId, from, to, transferId, kept.id, asksCall ? 1 : 0, atIso, by);
    },
    all: (caseIds) => rows(caseIds).map(open),
    of: (caseIds, side, transferId) => rows(caseIds).filter((row) => isFor(row, side, transferId)).map(open),
    stored: (caseIds) => rows(caseIds).map(storedOf),
    one(id) {
      const row = byId.get(id);
      return row === undefined ? null : storedOf(row);
    },
    pass: (id, { transferId, by, atIso }) => void setPassed.run(transferId, by, atIso, id),
    read(ids, by, atIso) {
      for (const id of ids) addRead.run(id, by, atIso);
    },
    unread: (id) => void dropReads.run(id),
  };
}
