/** Stops and holds as projected from the evidence. Nothing here is a truth of its own: every row can be made again. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { storedStopSchema } from '../contract/live.ts';
import type { StoredStop } from '../contract/live.ts';
import { holdOf, isActive } from '../domain/facts.ts';
import type { FactsHold } from '../domain/facts.ts';
import type { ProjectedStop } from '../domain/project-stops.ts';
import type { Page } from '../domain/store-port.ts';

interface StopRow {
  readonly first_evidence_id: number;
  readonly rig: string | null;
  readonly stop_id: string;
  readonly bench: string;
  readonly device: string | null;
  readonly trip: string;
  readonly recovered: number;
  readonly recorded_at_iso: string;
  readonly reset: string | null;
}

const holdDeviceSchema = z.object({ serial: z.string().nullable(), ecid: z.string().nullable(), imei: z.string().nullable() });

export interface StopTable {
  /** Puts the projection of one stop id in the place of the old one; returns whether the active holds changed. */
  replace(stopId: string, projected: readonly ProjectedStop[]): boolean;
  clear(): void;
  one(rig: string | null, stopId: string): StoredStop | null;
  list(filter: { readonly rig: string | null; readonly bench: string | null }, page: Page): { stops: StoredStop[]; cursor: number | null };
  /** Oldest first. */
  since(recordedAtIso: string): StoredStop[];
  activeHolds(): FactsHold[];
  count(): number;
}

export function createStopTable(database: Database): StopTable {
  const deleteStops = database.prepare<[string]>('DELETE FROM stops WHERE stop_id = ?');
  const deleteHolds = database.prepare<[string]>('DELETE FROM holds WHERE stop_id = ?');
  const insertStop = database.prepare<(string | number | null)[]>(
    `INSERT INTO stops (first_evidence_id, rig, stop_id, bench, device, trip, recovered, recorded_at_iso, reset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertHold = database.prepare<(string | null)[]>(
    'INSERT INTO holds (id, stop_id, device, code, placed_at_iso, released_at_iso, released_by) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const activeOfStop = database.prepare<[string], { id: string; device: string; code: string }>(
    'SELECT id, device, code FROM holds WHERE stop_id = ? AND released_at_iso IS NULL ORDER BY id',
  );
  const one = database.prepare<[string, string | null], StopRow>('SELECT * FROM stops WHERE stop_id = ? AND rig IS ?');
  const active = database.prepare<[], { id: string; device: string; code: string }>('SELECT id, device, code FROM holds WHERE released_at_iso IS NULL ORDER BY id');
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM stops');
  const since = database.prepare<[string], StopRow>('SELECT * FROM stops WHERE recorded_at_iso >= ? ORDER BY first_evidence_id');
  return {
    replace(stopId, projected) {
      const before = JSON.stringify(activeOfStop.all(stopId));
      deleteStops.run(stopId);
      deleteHolds.run(stopId);
      for (const { firstEvidenceId, stop } of projected) {
        insertStop.run(firstEvidenceId, stop.rig, stopId, stop.bench, textOf(stop.device), JSON.stringify(stop.trip), stop.recovered ? 1 : 0, stop.recordedAtIso, textOf(stop.reset));
      }
      for (const hold of projected.flatMap((stop) => holdOf(stop) ?? [])) {
        insertHold.run(hold.id, stopId, JSON.stringify(hold.device), hold.code, hold.placedAtIso, isActive(hold) ? null : hold.releasedAtIso, hold.releasedBy);
      }
      return JSON.stringify(activeOfStop.all(stopId)) !== before;
    },
    clear() {
      database.exec('DELETE FROM stops; DELETE FROM holds');
    },
    list({ rig, bench }, { limit, before, after }) {
      const where = [
        rig === null ? null : 'rig = @rig', bench === null ? null : 'bench = @bench',
        before === null ? null : 'first_evidence_id < @before', after === null ? null : 'first_evidence_id > @after',
      ].filter((part) => part !== null);
      const rows = database.prepare<[Record<string, string | number | null>], StopRow>(
        `SELECT * FROM stops ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`}
         ORDER BY first_evidence_id ${after === null ? 'DESC' : 'ASC'} LIMIT @limit`,
      ).all({ rig, bench, before, after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      return { stops: shown.map(readRow), cursor: rows.length > limit ? (shown.at(-1)?.first_evidence_id ?? null) : null };
    },
    one(rig, stopId) {
      const row = one.get(stopId, rig);
      return row === undefined ? null : readRow(row);
    },
    since: (recordedAtIso) => since.all(recordedAtIso).map(readRow),
    activeHolds: () => active.all().map(({ id, device, code }) => ({ id, code, device: holdDeviceSchema.parse(JSON.parse(device)) })),
    count: () => count.get()?.count ?? 0,
  };
}

const textOf = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

const readRow = (row: StopRow): StoredStop => storedStopSchema.parse({
  rig: row.rig, stopId: row.stop_id, bench: row.bench, device: parseText(row.device), trip: parseText(row.trip),
  recovered: row.recovered === 1, recordedAtIso: row.recorded_at_iso, reset: parseText(row.reset),
});

const parseText = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
