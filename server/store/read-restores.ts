/** Reads what the evidence says of restores and devices since a moment, and the stops of that time; for the certificate of one device. */
import type { Database } from 'better-sqlite3';
import { evidenceSchema } from '../../firmware-bridge/contract/evidence.ts';
import type { StoredEvidence } from '../contract/live.ts';
import { RESTORE_KINDS } from '../domain/papers/restores-of-device.ts';

interface Row {
  readonly id: number;
  readonly received_at_iso: string;
  readonly raw: string;
}

/** In the order in which it came. Times are compared as the store received it: the clock of a bench PC may be wrong. */
export function restoreReader(database: Database): (sinceIso: string) => StoredEvidence[] {
  const rows = database.prepare<string[], Row>(
    `SELECT id, received_at_iso, raw FROM evidence WHERE kind IN (${RESTORE_KINDS.map(() => '?').join(', ')}) AND received_at_iso >= ? ORDER BY id`,
  );
  return (sinceIso) => rows.all(...RESTORE_KINDS, sinceIso).map(({ id, received_at_iso: receivedAtIso, raw }) => ({ id, receivedAtIso, event: evidenceSchema.parse(JSON.parse(raw)) }));
}
