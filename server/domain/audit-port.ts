/** What the HTTP side may ask of the audit: to add what somebody did, and to read. Nobody can change or delete an entry. */
import type { Actor } from '../../firmware-bridge/contract/actor.ts';

/** One thing that somebody did, or one look at personal data. Names and contact words never stand in it, only ids and codes. */
export interface Deed {
  readonly who: Actor;
  /** A code such as `signed-in`, `person-added`, `reset-ordered`, `looked-at-contact`. */
  readonly what: string;
  /** What it was done to, such as `bench:bench-1`, `person:P7QK2`, `case:K7Q2`; null where there is no such thing. */
  readonly subject: string | null;
  /** The reason given, if the act asks for one. */
  readonly why: string | null;
  readonly from: { readonly address: string; readonly machine: string | null };
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface AuditEntry extends Deed {
  readonly number: number;
  readonly atIso: string;
  /** Hex; over this entry and the hash of the one before. */
  readonly hash: string;
}

export interface AuditFilter {
  readonly subject: string | null;
  readonly who: string | null;
}

export interface Audit {
  /** On the disk when it returns. */
  append(deed: Deed, atIso: string): AuditEntry;
  /** Newest first; oldest first when `after` is given. */
  page(filter: AuditFilter, page: { readonly limit: number; readonly before: number | null; readonly after: number | null }): AuditEntry[];
  /** Checks the whole chain: null when it is whole, else the number of the first entry that does not fit. */
  firstBroken(): number | null;
  head(): { readonly number: number; readonly hash: string };
}
