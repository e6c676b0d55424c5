/** Which papers and copies were given which head of a case. Only ever added to, and only with the head of that moment. */
import type { Database } from 'better-sqlite3';
import { anchorSchema } from '../contract/custody.ts';
import type { Custody } from '../domain/custody/custody-port.ts';

export function createAnchorTable(database: Database, head: Custody['head']): Pick<Custody, 'anchor' | 'anchors'> {
  const insert = database.prepare<(string | number | null)[]>('INSERT INTO custody_anchors (case_id, seq, hash, kind, at_iso, ref) VALUES (?, ?, ?, ?, ?, ?)');
  const ofCase = database.prepare<[string]>('SELECT case_id AS "case", seq, hash, kind, at_iso AS atIso, ref FROM custody_anchors WHERE case_id = ? ORDER BY number');
  const anchor = database.transaction((caseId: string, { kind, atIso, ref }: Parameters<Custody['anchor']>[1]): ReturnType<Custody['anchor']> => {
    const at = head(caseId);
    if (at === null) return null;
    const noted = anchorSchema.parse({ case: caseId, seq: at.seq, hash: at.hash, kind, atIso, ref });
    insert.run(caseId, at.seq, at.hash, kind, atIso, ref);
    return noted;
  });
  return {
    anchor: (caseId, outside) => anchor.immediate(caseId, outside),
    anchors: (caseId) => ofCase.all(caseId).map((row) => anchorSchema.parse(row)),
  };
}
