/**
 * The append-only table of the audit. Each entry carries a hash over itself and the one before, and the head is kept apart
 * from the entries, so that a cut-off tail shows. It never changes or deletes a row, whoever asks.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { actorSchema } from '../../firmware-bridge/contract/actor.ts';
import { EMPTY_AUDIT, firstBrokenOf, hashOfEntry, keptDeed } from '../domain/audit-chain.ts';
import type { AuditHead, ChainedEntry, Sha256 } from '../domain/audit-chain.ts';
import type { Audit, AuditEntry, Deed } from '../domain/audit-port.ts';
import type { Meta } from './meta.ts';

interface AuditRow {
  readonly number: number;
  readonly at_iso: string;
  readonly who_kind: string;
  readonly who_name: string;
  readonly what: string;
  readonly subject: string | null;
  readonly why: string | null;
  readonly address: string;
  readonly machine: string | null;
  readonly detail: string;
  readonly hash: string;
}

const HEAD = 'audit_head';
const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export function createAuditTable(database: Database, meta: Meta): Audit {
  const insert = database.prepare<(string | number | null)[]>(
    'INSERT INTO audit (number, at_iso, who_kind, who_name, what, subject, why, address, machine, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const last = database.prepare<[], { number: number | null }>('SELECT max(number) AS number FROM audit');
  const all = database.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY number');

  const head = (): AuditHead => {
    const match = /^(\d{1,15}):([0-9a-f]{64})$/.exec(meta.text(HEAD) ?? '');
    return match === null ? EMPTY_AUDIT : { number: Number(match[1]), hash: match[2] ?? '' };
  };
  // The head leads, not the last row: where a tail was cut off, the gap stays for ever.
  const append = database.transaction((deed: Deed, atIso: string): AuditEntry => {
    const before = head();
    const number = Math.max(before.number, last.get()?.number ?? 0) + 1;
    const unhashed = { ...keptDeed(deed), number, atIso };
    const hash = hashOfEntry(before.hash, unhashed, sha256);
    const { who, what, subject, why, from, detail } = unhashed;
    insert.run(number, atIso, who.kind, who.name, what, subject, why, from.address, from.machine, JSON.stringify(detail), hash);
    meta.set(HEAD, `${number}:${hash}`);
    return { ...unhashed, hash };
  });
  return {
    append: (deed, atIso) => append.immediate(deed, atIso),
    page({ subject, who }, { limit, before, after }) {
      const where = [
        subject === null ? null : 'subject = @subject', who === null ? null : 'who_name = @who',
        before === null ? null : 'number < @before', after === null ? null : 'number > @after',
      ].filter((part) => part !== null);
      const rows = database.prepare<[Record<string, string | number | null>], AuditRow>(
        `SELECT * FROM audit ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY number ${after === null ? 'DESC' : 'ASC'} LIMIT @limit`,
      ).all({ subject, who, before, after, limit });
      return rows.map((row) => ({ ...readRow(row), who: actorSchema.parse({ kind: row.who_kind, name: row.who_name }) }));
    },
    firstBroken: () => firstBrokenOf(entriesOf(all.iterate()), head(), sha256),
    head,
  };
}

function* entriesOf(rows: Iterable<AuditRow>): Generator<ChainedEntry> {
  for (const row of rows) yield readRow(row);
}

const readRow = (row: AuditRow): ChainedEntry => ({
  number: row.number, atIso: row.at_iso, who: { kind: row.who_kind, name: row.who_name }, what: row.what, subject: row.subject, why: row.why,
  from: { address: row.address, machine: row.machine }, detail: readDetail(row.detail), hash: row.hash,
});

/** A detail that cannot be read any more is shown as such, and its hash no longer fits. */
function readDetail(text: string): Deed['detail'] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { unreadable: true };
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, isPlain(one) ? one : JSON.stringify(one)]));
  } catch {
    return { unreadable: true };
  }
}

const isPlain = (value: unknown): value is Deed['detail'][string] => value === null || ['string', 'number', 'boolean'].includes(typeof value);
