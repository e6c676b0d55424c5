/** Reads the drills of one bench from the evidence. They are few (one a day), so no table of their own is kept. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { drillRecordSchema } from '../../firmware-bridge/contract/drill.ts';
import type { StoredDrill } from '../contract/drills.ts';

const eventSchema = z.object({ body: drillRecordSchema });

/** Newest first; one that this release cannot read is left out here and stays in the evidence. */
export function drillReader(database: Database): (bench: string, limit: number) => StoredDrill[] {
  const rows = database.prepare<[string, number], { id: number; raw: string }>(
    "SELECT id, raw FROM evidence WHERE kind = 'drill-done' AND bench = ? ORDER BY id DESC LIMIT ?",
  );
  return (bench, limit) => rows.all(bench, limit).flatMap(({ id, raw }) => {
    const parsed = eventSchema.safeParse(JSON.parse(raw));
    return parsed.success ? [{ ...parsed.data.body, evidenceId: id }] : [];
  });
}
