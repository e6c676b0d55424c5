/**
 * What is known of a case beside its personal data: whether it is settled, from when on its times of keeping run, and the
 * orders that nothing of it is erased, as a court or a dispute demands. Orders are released, never deleted.
 */
import type { Database } from 'better-sqlite3';
import { keepOrderSchema } from '../contract/private-data.ts';
import type { Doer, PrivateRecords } from '../domain/private-port.ts';

export interface PrivateCaseParts {
  readonly database: Database;
  /** Into the audit. */
  record(what: string, caseId: string, doer: Doer, atIso: string, detail: Record<string, string | number>): void;
  newUuid(): string;
}

export interface PrivateCaseTable extends Pick<PrivateRecords, 'settle' | 'settledBefore' | 'keep' | 'release' | 'isKept' | 'keepOrders'> {
  /** So that rows and orders have a case to belong to. */
  name(caseId: string): void;
  isNamed(caseId: string): boolean;
}

export function createPrivateCaseTable({ database, record, newUuid }: PrivateCaseParts): PrivateCaseTable {
  const insertCase = database.prepare<[string]>('INSERT INTO private_cases (case_id) VALUES (?) ON CONFLICT DO NOTHING');
  const named = database.prepare<[string], { case_id: string }>('SELECT case_id FROM private_cases WHERE case_id = ?');
  const settle = database.prepare<[string | null, string]>('UPDATE private_cases SET settled_at_iso = ? WHERE case_id = ?');
  const settledBefore = database.prepare<[string, string, number], { case_id: string }>(
    `SELECT c.case_id FROM private_cases c WHERE c.settled_at_iso <= ? AND EXISTS (SELECT 1 FROM private_rows r WHERE r.case_id = c.case_id AND r.kind = ?)
     AND NOT EXISTS (SELECT 1 FROM keep_orders k WHERE k.case_id = c.case_id AND k.released_at_iso IS NULL) ORDER BY c.settled_at_iso, c.case_id LIMIT ?`,
  );
  const insertOrder = database.prepare<string[]>('INSERT INTO keep_orders (id, case_id, why, placed_by, placed_at_iso) VALUES (?, ?, ?, ?, ?)');
  const closeOrder = database.prepare<[string, string, string], { case_id: string }>(
    'UPDATE keep_orders SET released_by = ?, released_at_iso = ? WHERE id = ? AND released_at_iso IS NULL RETURNING case_id',
  );
  const orders = database.prepare<[string]>(
    `SELECT id, why, placed_by AS placedBy, placed_at_iso AS placedAtIso, released_by AS releasedBy, released_at_iso AS releasedAtIso
     FROM keep_orders WHERE case_id = ? ORDER BY placed_at_iso, id`,
  );
  const openOrder = database.prepare<[string], { id: string }>('SELECT id FROM keep_orders WHERE case_id = ? AND released_at_iso IS NULL LIMIT 1');
  const name = (caseId: string): void => {
    insertCase.run(caseId);
  };
  const keep = database.transaction((caseId: string, doer: Doer, atIso: string) => {
    const orderId = newUuid();
    name(caseId);
    insertOrder.run(orderId, caseId, doer.why, doer.who.name, atIso);
    record('keep-ordered', caseId, doer, atIso, { order: orderId });
    return { orderId };
  });
  const release = database.transaction((orderId: string, doer: Doer, atIso: string): boolean => {
    const released = closeOrder.get(doer.who.name, atIso, orderId);
    if (released === undefined) return false;
    record('keep-released', released.case_id, doer, atIso, { order: orderId });
    return true;
  });
  return {
    name,
    isNamed: (caseId) => named.get(caseId) !== undefined,
    settle(caseId, atIso) {
      name(caseId);
      settle.run(atIso === null ? null : new Date(atIso).toISOString(), caseId);
    },
    settledBefore: (kind, beforeIso, limit) => settledBefore.all(beforeIso, kind, limit).map((row) => row.case_id),
    keep: (caseId, doer, atIso) => keep.immediate(caseId, doer, atIso),
    release: (orderId, doer, atIso) => release.immediate(orderId, doer, atIso),
    keepOrders: (caseId) => orders.all(caseId).map((row) => keepOrderSchema.parse(row)),
    isKept: (caseId) => openOrder.get(caseId) !== undefined,
  };
}
