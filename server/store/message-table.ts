/** The messages of cases: from whom to whom in the open, the words sealed among what is personal, under the key of the contact. */
import type { Database } from 'better-sqlite3';
import type { CaseMessage, MessageSide } from '../contract/case-messages.ts';
import type { Messages } from '../domain/cases/messages-port.ts';
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
}

const utf8 = new TextEncoder();
const text = new TextDecoder();
const MESSAGES_MAX = 500;

export function createMessageTable(database: Database, records: PrivateRecords): Messages {
  const insert = database.prepare<(string | number | null)[]>('INSERT INTO case_messages (id, case_id, from_whom, to_whom, transfer_id, row_id, asks_call, at_iso) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const ofCase = database.prepare<[string, number], Row>('SELECT * FROM (SELECT * FROM case_messages WHERE case_id = ? ORDER BY at_iso DESC, id DESC LIMIT ?) ORDER BY at_iso, id');
  const open = (row: Row): CaseMessage => {
    const item = records.open(row.case_id, 'contact', row.row_id);
    return {
      id: row.id, from: row.from_whom, to: row.to_whom, transferId: row.transfer_id, atIso: row.at_iso, asksCall: row.asks_call === 1, words: item === null ? null : text.decode(item.content),
    };
  };
  const rows = (caseIds: readonly string[]): Row[] => caseIds.flatMap((caseId) => ofCase.all(caseId, MESSAGES_MAX)).toSorted((left, right) => (left.at_iso < right.at_iso ? -1 : 1));
  return {
    canKeep: (caseId) => !records.erasures(caseId).some(({ kind }) => kind === null),
    keep({ id, caseId, from, to, transferId, atIso, asksCall, words }, doer) {
      const kept = records.write({ caseId, kind: 'contact', content: utf8.encode(words), replaces: null }, doer, atIso);
      if ('refusal' in kept) throw new Error(`a message cannot be sealed: ${kept.refusal}`);
      insert.run(id, caseId, from, to, transferId, kept.id, asksCall ? 1 : 0, atIso);
    },
    all: (caseIds) => rows(caseIds).map(open),
    of: (caseIds, side, transferId) => rows(caseIds)
      .filter((row) => (row.from_whom === side || row.to_whom === side) && (side !== 'partner' || row.transfer_id === transferId)).map(open),
  };
}
