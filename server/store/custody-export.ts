/** The export of one case out of the database, as names and bytes; the same content serves a command and a route. */
import type { Database } from 'better-sqlite3';
import type { CustodyHead } from '../contract/custody.ts';
import type { Custody } from '../domain/custody/custody-port.ts';
import { exportFiles } from '../domain/custody/export-files.ts';
import { fingerprintOf, knownKeys, pemOf } from './custody-key.ts';

export interface CustodyExport {
  readonly head: CustodyHead;
  readonly keys: readonly string[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Null as long as nothing happened to the case. */
export function exportCustody(database: Database, custody: Custody, caseId: string, atIso: string): CustodyExport | null {
  return database.transaction((): CustodyExport | null => {
    const head = custody.head(caseId);
    if (head === null) return null;
    const rows = database.prepare<[string], { line: string; signature: string }>('SELECT line, signature FROM custody_events WHERE case_id = ? ORDER BY seq').all(caseId);
    const keys = knownKeys(database).map((key) => ({ pem: pemOf(key), fingerprint: fingerprintOf(key) }));
    const signatures = rows.map(({ signature }) => Buffer.from(signature, 'base64'));
    const files = exportFiles({ head, lines: rows.map(({ line }) => line), signatures, keys, anchors: custody.anchors(caseId), atIso });
    return { head, keys: keys.map(({ fingerprint }) => fingerprint), files };
  })();
}
