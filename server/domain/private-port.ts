/** What may be asked of the personal data of cases. Nobody gets any of it without a named reason that is on record first. */
import type { Actor } from '../../firmware-bridge/contract/actor.ts';
import type { Erasure, KeepOrder, Look, PrivateKind } from '../contract/private-data.ts';
import type { Deed } from './audit-port.ts';

/** Who does it, in which role, why, and from where. */
export interface Doer {
  readonly who: Actor;
  readonly role: string;
  readonly why: string;
  readonly from: Deed['from'];
}

export interface PrivateItem {
  readonly id: string;
  readonly content: Uint8Array;
  readonly writtenAtIso: string;
}

export type PrivateRefusal = 'look-person-needed' | 'look-reason-needed' | 'private-unreadable' | 'case-erased' | 'case-kept' | 'nothing-private' | 'private-too-large';
interface Refused {
  readonly refusal: PrivateRefusal;
}

export interface NewPrivate {
  readonly caseId: string;
  readonly kind: PrivateKind;
  readonly content: Uint8Array;
  /** The item that this one takes the place of; it goes. */
  readonly replaces: string | null;
  /** Of the row, where something else names it before it is written. */
  readonly id?: string;
}

export interface PrivateRecords {
  /** On the disk, sealed, when it returns. */
  write(row: NewPrivate, doer: Doer, atIso: string): { readonly id: string } | Refused;
  /** The look is in the audit, on the disk, before anything is handed out; where it cannot be written, this throws. */
  read(caseId: string, kind: PrivateKind, doer: Doer, atIso: string): { readonly items: readonly PrivateItem[]; readonly unreadable: number } | Refused;
  /** The same for one item; a look at one row is on record as such. */
  readRow(caseId: string, kind: PrivateKind, rowId: string, doer: Doer, atIso: string): PrivateItem | Refused;
  /** The same record of a look, and only which items there are; each is opened by itself. */
  look(caseId: string, kind: PrivateKind, doer: Doer, atIso: string): { readonly ids: readonly string[] } | Refused;
  /** Only for whoever has looked at this kind just before, on record. Null: it is erased, or was never of this kind. */
  open(caseId: string, kind: PrivateKind, id: string): PrivateItem | null;
  /** The case under whose key an item is sealed; null when it is gone. */
  caseOf(id: string): string | null;
  /** For the customer; newest first. */
  looks(caseId: string, limit: number): Look[];
  /** The outcome is told and confirmed: from here on the times of keeping run. Null: the case is open again. */
  settle(caseId: string, atIso: string | null): void;
  /** An order that nothing of the case is erased, until it is released. */
  keep(caseId: string, doer: Doer, atIso: string): { readonly orderId: string };
  /** False when there is no such open order. */
  release(orderId: string, doer: Doer, atIso: string): boolean;
  isKept(caseId: string): boolean;
  /** Unreadable when it returns: recorded, rows deleted, key destroyed. Kind null: the whole case, for ever. */
  erase(caseId: string, kind: PrivateKind | null, doer: Doer, atIso: string): { readonly erasure: Erasure } | Refused;
  erasures(caseId: string): Erasure[];
  keepOrders(caseId: string): KeepOrder[];
  /** Cases with something of this kind, settled then or before, that no order keeps; oldest first. */
  settledBefore(kind: PrivateKind, beforeIso: string, limit: number): string[];
  /** Destroys again the keys of everything erased, should an old copy of them have come back; how many. */
  destroyErasedKeys(): number;
  /** Rows that no key opens: they were erased, or their keys are older than the data. */
  keyless(): number;
}
