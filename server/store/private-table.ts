/**
 * Personal data of cases: rows sealed under a key of their case and kind. Plain bytes exist only in memory, between a look
 * that is on record and whoever asked. What is erased is recorded first, and then its key is destroyed.
 */
import type { Database } from 'better-sqlite3';
import { LOOK_REASON_CHARS_MAX, LOOK_REASON_CHARS_MIN, PRIVATE_BYTES_MAX } from '../contract/private-data.ts';
import type { PrivateKind } from '../contract/private-data.ts';
import type { Audit } from '../domain/audit-port.ts';
import { rowBinding } from '../domain/private-binding.ts';
import type { Doer, NewPrivate, PrivateItem, PrivateRecords, PrivateRefusal } from '../domain/private-port.ts';
import { createErasureTable } from './erasure-table.ts';
import type { KeyTable } from './key-table.ts';
import { createPrivateCaseTable } from './private-case-table.ts';
import type { PrivateCaseParts } from './private-case-table.ts';
import { lookReader } from './read-looks.ts';
import { seal, unseal } from './seal.ts';

export interface PrivateParts {
  readonly database: Database;
  readonly keys: KeyTable;
  readonly audit: Audit;
  newUuid(): string;
}

interface PrivateRow {
  readonly id: string;
  readonly key_id: string;
  readonly nonce: Buffer;
  readonly sealed: Buffer;
  readonly written_at_iso: string;
}

export function createPrivateRecords({ database, keys, audit, newUuid }: PrivateParts): PrivateRecords {
  const record: PrivateCaseParts['record'] = (what, caseId, doer, atIso, detail) => {
    audit.append({ who: doer.who, what, subject: `case:${caseId}`, why: doer.why, from: doer.from, detail: { role: doer.role, ...detail } }, atIso);
  };
  const { name, isNamed, ...cases } = createPrivateCaseTable({ database, record, newUuid });
  const erasures = createErasureTable({ database, keys, record, isNamed, isKept: cases.isKept });
  const insert = database.prepare<(string | Uint8Array)[]>('INSERT INTO private_rows (id, case_id, kind, key_id, nonce, sealed, written_at_iso) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = database.prepare<[string | null, string, string]>('DELETE FROM private_rows WHERE id = ? AND case_id = ? AND kind = ?');
  const rowsOf = database.prepare<[string, string], PrivateRow>('SELECT * FROM private_rows WHERE case_id = ? AND kind = ? ORDER BY written_at_iso, id');
  const rowOf = database.prepare<[string, string, string], PrivateRow>('SELECT * FROM private_rows WHERE id = ? AND case_id = ? AND kind = ?');
  const caseOf = database.prepare<[string], { case_id: string }>('SELECT case_id FROM private_rows WHERE id = ?');
  const keyIds = database.prepare<[], { key_id: string; count: number }>('SELECT key_id, count(*) AS count FROM private_rows GROUP BY key_id');

  const write = database.transaction(({ caseId, kind, content, replaces, id: rowId = newUuid() }: NewPrivate, doer: Doer, atIso: string): string => {
    const { id: keyId, key } = keys.take(caseId, kind, atIso);
    const { nonce, sealed } = seal(key, content, rowBinding({ caseId, kind, rowId, keyId }));
    key.fill(0);
    name(caseId);
    const replaced = remove.run(replaces, caseId, kind).changes;
    insert.run(rowId, caseId, kind, keyId, nonce, sealed, atIso);
    record(`wrote-${kind}`, caseId, doer, atIso, { row: rowId, replaced });
    return rowId;
  });
  const openRow = (row: PrivateRow, caseId: string, kind: PrivateKind): PrivateItem | null => {
    const key = keys.read(row.key_id);
    if (key === null) return null;
    const content = unseal(key, row, rowBinding({ caseId, kind, rowId: row.id, keyId: row.key_id }));
    key.fill(0);
    return content === null ? null : { id: row.id, content, writtenAtIso: row.written_at_iso };
  };
  const opened = (row: PrivateRow | undefined, caseId: string, kind: PrivateKind): PrivateItem | null => (row === undefined ? null : openRow(row, caseId, kind));
  const look = (caseId: string, kind: PrivateKind, rows: readonly PrivateRow[], doer: Doer, atIso: string): { readonly rows: readonly PrivateRow[] } | { readonly refusal: PrivateRefusal } => {
    const why = doer.why.trim();
    if (doer.who.kind !== 'person' && doer.who.kind !== 'system') return { refusal: 'look-person-needed' };
    if (why.length < LOOK_REASON_CHARS_MIN || why.length > LOOK_REASON_CHARS_MAX) return { refusal: 'look-reason-needed' };
    if (rows.length === 0) return { refusal: erasures.isErased(caseId) ? 'case-erased' : 'nothing-private' };
    if (!rows.some(({ key_id: keyId }) => keys.has(keyId))) return { refusal: 'private-unreadable' };
    record(`looked-at-${kind}`, caseId, { ...doer, why }, atIso, { rows: rows.length });
    return { rows };
  };
  return {
    write(row, doer, atIso) {
      if (row.content.length > PRIVATE_BYTES_MAX) return { refusal: 'private-too-large' };
      if (erasures.isErased(row.caseId)) return { refusal: 'case-erased' };
      return { id: write.immediate(row, doer, atIso) };
    },
    read(caseId, kind, doer, atIso) {
      const looked = look(caseId, kind, rowsOf.all(caseId, kind), doer, atIso);
      if ('refusal' in looked) return looked;
      const items = looked.rows.flatMap((row) => openRow(row, caseId, kind) ?? []);
      return { items, unreadable: looked.rows.length - items.length };
    },
    readRow(caseId, kind, rowId, doer, atIso) {
      const looked = look(caseId, kind, rowOf.all(rowId, caseId, kind), doer, atIso);
      return 'refusal' in looked ? looked : opened(looked.rows[0], caseId, kind) ?? { refusal: 'private-unreadable' };
    },
    look(caseId, kind, doer, atIso) {
      const looked = look(caseId, kind, rowsOf.all(caseId, kind), doer, atIso);
      return 'refusal' in looked ? looked : { ids: looked.rows.map(({ id }) => id) };
    },
    open: (caseId, kind, id) => opened(rowOf.get(id, caseId, kind), caseId, kind),
    caseOf: (id) => caseOf.get(id)?.case_id ?? null,
    looks: lookReader(database),
    ...cases,
    erase: erasures.erase,
    erasures: erasures.ofCase,
    destroyErasedKeys: erasures.destroyKeys,
    keyless: () => keyIds.all().reduce((count, row) => (keys.has(row.key_id) ? count : count + row.count), 0),
  };
}
