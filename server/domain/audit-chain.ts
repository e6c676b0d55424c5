/**
 * The chain of the audit: the one text that stands for an entry, the hash over it and the hash before, and the check of a
 * whole chain. A chain alone cannot show a cut tail; the head that is kept elsewhere does.
 */
import type { AuditEntry, Deed } from './audit-port.ts';

/** SHA-256 of a text's UTF-8 bytes, as lower-case hex. */
export type Sha256 = (text: string) => string;

export interface AuditHead {
  readonly number: number;
  readonly hash: string;
}

/** As a row comes back: it may have been tampered with, so its actor is any text. */
export interface ChainedEntry extends Omit<AuditEntry, 'who'> {
  readonly who: { readonly kind: string; readonly name: string };
}

export const EMPTY_AUDIT: AuditHead = { number: 0, hash: '0'.repeat(64) };

/** Longer texts are cut with a sign: an entry must not fail because somebody sent a long name. */
const CODE_CHARS_MAX = 200;
const TEXT_CHARS_MAX = 500;
const DETAILS_MAX = 40;

/** Half a surrogate pair would come back from the database as another character, and break the chain. */
const cut = (text: string, charsMax: number): string => (text.length > charsMax ? `${text.slice(0, charsMax - 1)}…` : text).toWellFormed();
const cutOrNull = (text: string | null, charsMax: number): string | null => (text === null ? null : cut(text, charsMax));

type DetailValue = Deed['detail'][string];

/** What JSON cannot say becomes what it would come back as. */
function plain(value: DetailValue): DetailValue {
  if (typeof value === 'string') return cut(value, TEXT_CHARS_MAX);
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? value + 0 : null;
}

/** The deed as it will be kept and read again: texts of bounded length, details in one order. */
export function keptDeed({ who, what, subject, why, from, detail }: Deed): Deed {
  const details = Object.entries(detail).slice(0, DETAILS_MAX).map(([key, value]) => [cut(key, CODE_CHARS_MAX), plain(value)] as const);
  return {
    who: { kind: who.kind, name: cut(who.name, CODE_CHARS_MAX) },
    what: cut(what, CODE_CHARS_MAX),
    subject: cutOrNull(subject, CODE_CHARS_MAX),
    why: cutOrNull(why, TEXT_CHARS_MAX),
    from: { address: cut(from.address, CODE_CHARS_MAX), machine: cutOrNull(from.machine, CODE_CHARS_MAX) },
    detail: Object.fromEntries(details.toSorted(byKey)),
  };
}

/** Order of code units, the same in every language and on every machine. */
const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number => (left < right ? -1 : left > right ? 1 : 0);

/** One text for one entry and one entry for one text: JSON of a list whose places never move. */
export function canonicalText({ number, atIso, who, what, subject, why, from, detail }: Omit<ChainedEntry, 'hash'>): string {
  return JSON.stringify(['holdfast-audit-1', number, atIso, who.kind, who.name, what, subject, why, from.address, from.machine, Object.entries(detail).toSorted(byKey)]);
}

export const hashOfEntry = (before: string, entry: Omit<ChainedEntry, 'hash'>, sha: Sha256): string => sha(`${before}\n${canonicalText(entry)}`);

/**
 * The number of the first entry that was changed, put in, moved or taken out, or that the head does not know or does not
 * find; null when all is whole.
 */
export function firstBrokenOf(entries: Iterable<ChainedEntry>, head: AuditHead, sha: Sha256): number | null {
  let last = EMPTY_AUDIT;
  for (const entry of entries) {
    const number = last.number + 1;
    if (entry.number !== number || hashOfEntry(last.hash, entry, sha) !== entry.hash) return number;
    last = { number, hash: entry.hash };
  }
  if (last.number !== head.number) return Math.min(last.number, head.number) + 1;
  return last.hash === head.hash ? null : Math.max(last.number, 1);
}
