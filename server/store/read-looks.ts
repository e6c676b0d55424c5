/** Reads from the audit who looked at the personal data of one case: role, code, time and reason, and nothing else of anybody. */
import type { Database } from 'better-sqlite3';
import { lookSchema } from '../contract/private-data.ts';
import type { Look } from '../contract/private-data.ts';

interface LookRow {
  readonly at_iso: string;
  readonly kind: string;
  readonly role: string | null;
  readonly code: string;
  readonly why: string | null;
}

export function lookReader(database: Database): (caseId: string, limit: number) => Look[] {
  const read = database.prepare<[string, number], LookRow>(
    `SELECT at_iso, substr(what, 11) AS kind, json_extract(detail, '$.role') AS role, who_name AS code, why FROM audit
     WHERE subject = ? AND what GLOB 'looked-at-*' ORDER BY number DESC LIMIT ?`,
  );
  return (caseId, limit) => read.all(`case:${caseId}`, limit).map((row) => lookSchema.parse({ atIso: row.at_iso, kind: row.kind, role: row.role, code: row.code, why: row.why }));
}
