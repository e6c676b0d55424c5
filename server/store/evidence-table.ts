/** The append-only table of evidence. It never changes or deletes a row; a resent report changes nothing. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { evidenceSchema } from '../../firmware-bridge/contract/evidence.ts';
import type { StoredEvidence } from '../contract/live.ts';
import { stopIdOf } from '../domain/project-stops.ts';
import type { AppendedEvidence, Page, ReceivedEvidence, UnreadableReport } from '../domain/store-port.ts';

export interface EvidenceRow {
  readonly id: number;
  readonly received_at_iso: string;
  readonly raw: string;
}

const startedSchema = z.object({ body: z.object({ benches: z.array(z.string()) }) });

export interface EvidenceTable {
  /** Null when it was there already. A number that comes again with other content is kept aside. */
  insert(received: ReceivedEvidence, receivedAtIso: string): AppendedEvidence | null;
  keepUnreadable(report: UnreadableReport, receivedAtIso: string): void;
  ofStop(stopId: string): StoredEvidence[];
  stopIds(): string[];
  page(bench: string | null, page: Page): StoredEvidence[];
  /** By the wall clock of the bridge, oldest first. */
  between(bench: string, fromIso: string, toIso: string, limit: number): StoredEvidence[];
  lastId(): number;
  countAfter(after: number, limit: number): number;
  benchesByBridge(): { bridge: string; benches: string[] }[];
  unreadableCount(): number;
}

export function createEvidenceTable(database: Database): EvidenceTable {
  const insert = database.prepare<(string | number | null)[]>(
    `INSERT INTO evidence (bridge, boot_id, seq, event_id, kind, bench, stop_id, at_iso, received_at_iso, raw)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bridge, boot_id, seq) DO NOTHING`,
  );
  const known = database.prepare<[string, string, number], { event_id: string }>(
    'SELECT event_id FROM evidence WHERE bridge = ? AND boot_id = ? AND seq = ?',
  );
  const unreadable = database.prepare<(string | number)[]>(
    `INSERT INTO unreadable_reports (bridge, outbox_seq, received_at_iso, why, raw) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (bridge, outbox_seq, raw) DO NOTHING`,
  );
  const columns = 'id, received_at_iso, raw';
  const ofStop = database.prepare<[string], EvidenceRow>(`SELECT ${columns} FROM evidence WHERE stop_id = ? ORDER BY id`);
  const between = database.prepare<[string, string, string, number], EvidenceRow>(`SELECT ${columns} FROM evidence WHERE bench = ? AND at_iso >= ? AND at_iso <= ? ORDER BY at_iso, id LIMIT ?`);
  const stopIds = database.prepare<[], { stop_id: string }>('SELECT DISTINCT stop_id FROM evidence WHERE stop_id IS NOT NULL ORDER BY stop_id');
  const countAfter = database.prepare<[number, number], { count: number }>('SELECT count(*) AS count FROM (SELECT 1 FROM evidence WHERE id > ? LIMIT ?)');
  const lastId = database.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM evidence');
  const started = database.prepare<[], { bridge: string; raw: string }>(
    "SELECT bridge, raw FROM evidence WHERE id IN (SELECT max(id) FROM evidence WHERE kind = 'bridge-started' GROUP BY bridge)",
  );
  const unreadableCount = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM unreadable_reports');
  const keepUnreadable = (report: UnreadableReport, receivedAtIso: string): void => {
    unreadable.run(report.bridge, report.outboxSeq, receivedAtIso, report.why, report.raw);
  };
  return {
    insert({ event, raw }, receivedAtIso) {
      const done = insert.run(event.bridge, event.bootId, event.seq, event.id, event.kind, event.bench, stopIdOf(event), event.atIso, receivedAtIso, raw);
      if (done.changes === 1) return { id: Number(done.lastInsertRowid), receivedAtIso, event, raw };
      if (known.get(event.bridge, event.bootId, event.seq)?.event_id !== event.id) {
        keepUnreadable({ bridge: event.bridge, outboxSeq: event.seq, raw, why: 'another report already has this number' }, receivedAtIso);
      }
      return null;
    },
    keepUnreadable,
    ofStop: (stopId) => ofStop.all(stopId).map(readRow),
    stopIds: () => stopIds.all().map((row) => row.stop_id),
    page(bench, { limit, before, after }) {
      const where = [bench === null ? null : 'bench = @bench', before === null ? null : 'id < @before', after === null ? null : 'id > @after'].filter((part) => part !== null);
      const direction = after === null ? 'DESC' : 'ASC';
      const rows = database.prepare<[Record<string, string | number | null>], EvidenceRow>(
        `SELECT ${columns} FROM evidence ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY id ${direction} LIMIT @limit`,
      ).all({ bench, before, after, limit });
      return (after === null ? rows.reverse() : rows).map(readRow);
    },
    between: (...asked) => between.all(...asked).map(readRow),
    lastId: () => lastId.get()?.id ?? 0,
    countAfter: (after, limit) => countAfter.get(after, limit)?.count ?? 0,
    benchesByBridge: () => started.all().map(({ bridge, raw }) => {
      const parsed = startedSchema.safeParse(JSON.parse(raw));
      return { bridge, benches: parsed.success ? parsed.data.body.benches : [] };
    }),
    unreadableCount: () => unreadableCount.get()?.count ?? 0,
  };
}

export const readRow = (row: EvidenceRow): StoredEvidence => ({ id: row.id, receivedAtIso: row.received_at_iso, event: evidenceSchema.parse(JSON.parse(row.raw)) });
