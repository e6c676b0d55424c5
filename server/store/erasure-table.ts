/**
 * Erasures of personal data: recorded and rows deleted in one step, then the keys destroyed. The record outlives the keys,
 * so that at every start, and after any crash in between, what was erased is erased again.
 */
import { erasureSchema } from '../contract/private-data.ts';
import type { Erasure, PrivateKind } from '../contract/private-data.ts';
import type { Doer, PrivateRecords } from '../domain/private-port.ts';
import { finalAtIso } from '../domain/retention.ts';
import type { KeyTable } from './key-table.ts';
import type { PrivateCaseParts } from './private-case-table.ts';

interface ErasureRow {
  readonly case_id: string;
  readonly kind: string | null;
  readonly key_id: string | null;
  readonly erased_at_iso: string;
  readonly final_at_iso: string;
}

export interface ErasureTable {
  erase: PrivateRecords['erase'];
  ofCase(caseId: string): Erasure[];
  /** The whole case is erased, for ever. */
  isErased(caseId: string): boolean;
  destroyKeys(): number;
}

export interface ErasureParts extends Pick<PrivateCaseParts, 'database' | 'record'> {
  readonly keys: KeyTable;
  isNamed(caseId: string): boolean;
  isKept(caseId: string): boolean;
}

export function createErasureTable({ database, keys, record, isNamed, isKept }: ErasureParts): ErasureTable {
  const removeCase = database.prepare<[string]>('DELETE FROM private_rows WHERE case_id = ?');
  const removeKind = database.prepare<[string, string]>('DELETE FROM private_rows WHERE case_id = ? AND kind = ?');
  const insert = database.prepare<(string | null)[]>('INSERT INTO erasures (case_id, kind, key_id, erased_by, why, erased_at_iso, final_at_iso) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const ofCase = database.prepare<[string], ErasureRow>('SELECT * FROM erasures WHERE case_id = ? ORDER BY number');
  const whole = database.prepare<[string], ErasureRow>('SELECT * FROM erasures WHERE case_id = ? AND kind IS NULL ORDER BY number LIMIT 1');
  const all = database.prepare<[], ErasureRow>('SELECT * FROM erasures ORDER BY number');

  const destroyKeyOf = ({ case_id: caseId, kind, key_id: keyId }: ErasureRow): number => {
    if (kind === null) return keys.destroyCase(caseId);
    return keyId === null ? 0 : keys.destroy(keyId);
  };
  const note = database.transaction((caseId: string, kind: PrivateKind | null, doer: Doer, atIso: string): ErasureRow | 'case-kept' | 'nothing-private' => {
    const before = whole.get(caseId);
    if (before !== undefined) return before;
    if (isKept(caseId)) return 'case-kept';
    const keyId = kind === null ? null : keys.idOf(caseId, kind);
    const rows = kind === null ? removeCase.run(caseId).changes : removeKind.run(caseId, kind).changes;
    if (rows === 0 && keyId === null && (kind !== null || !isNamed(caseId))) return 'nothing-private';
    const final = finalAtIso(atIso);
    insert.run(caseId, kind, keyId, doer.who.name, doer.why, atIso, final);
    record(`erased-${kind ?? 'case'}`, caseId, doer, atIso, { rows, final });
    return { case_id: caseId, kind, key_id: keyId, erased_at_iso: atIso, final_at_iso: final };
  });
  return {
    erase(caseId, kind, doer, atIso) {
      const noted = note.immediate(caseId, kind, doer, atIso);
      if (typeof noted === 'string') return { refusal: noted };
      destroyKeyOf(noted);
      keys.sweep();
      return { erasure: readRow(noted) };
    },
    ofCase: (caseId) => ofCase.all(caseId).map(readRow),
    isErased: (caseId) => whole.get(caseId) !== undefined,
    destroyKeys() {
      const count = all.all().reduce((sum, row) => sum + destroyKeyOf(row), 0);
      // Also where none had come back: a crash may have come between a deletion and its sweeping.
      keys.sweep();
      return count;
    },
  };
}

const readRow = (row: ErasureRow): Erasure =>
  erasureSchema.parse({ caseId: row.case_id, kind: row.kind, erasedAtIso: row.erased_at_iso, finalAtIso: row.final_at_iso });
