/**
 * What is personal in an act: named and committed to before anything is decided, sealed once the decision stands. Refused
 * acts leave nothing behind, not even a key.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { RowRef } from '../contract/case-parts.ts';
import type { PrivateSlot } from '../contract/case-private.ts';
import { privateSlotsOf } from '../contract/case-acts.ts';
import type { PrivateKind } from '../contract/private-data.ts';
import { bytesOfValue, KIND_OF_SLOT, laidOut, SALT_BYTES } from '../domain/cases/private-content.ts';
import type { Doer, PrivateRecords, PrivateRefusal } from '../domain/private-port.ts';

export interface ReadyRow {
  readonly kind: PrivateKind;
  readonly ref: RowRef;
  readonly content: Uint8Array;
}

export type ReadyRows = Partial<Record<PrivateSlot, ReadyRow>>;

export function readyRow(kind: PrivateKind, row: string, plain: Uint8Array): ReadyRow {
  const content = laidOut(randomBytes(SALT_BYTES), plain);
  return { kind, content, ref: { row, sha256: createHash('sha256').update(content).digest('hex') } };
}

export function readyRows(sent: { readonly private?: unknown }, newUuid: () => string): ReadyRows {
  const values = new Map(Object.entries((sent.private ?? {}) as Readonly<Record<string, unknown>>));
  return Object.fromEntries(privateSlotsOf(sent).map((slot) => [slot, readyRow(KIND_OF_SLOT[slot], newUuid(), bytesOfValue(values.get(slot)))]));
}

export const refsOf = (rows: ReadyRows): Partial<Record<PrivateSlot, RowRef>> =>
  Object.fromEntries(Object.entries(rows).map(([slot, { ref }]) => [slot, ref]));

/** The first refusal; null when all are kept. */
export function keepRows(records: PrivateRecords, caseId: string, rows: readonly (ReadyRow & { readonly replaces: string | null })[], doer: Doer, atIso: string): PrivateRefusal | null {
  for (const { kind, ref, content, replaces } of rows) {
    const kept = records.write({ caseId, kind, content, replaces, id: ref.row }, doer, atIso);
    if ('refusal' in kept) return kept.refusal;
  }
  return null;
}
