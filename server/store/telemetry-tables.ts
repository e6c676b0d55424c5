/** Roll-ups of telemetry: seconds for two days, minutes for ninety. They carry no evidence and are pruned. */
import type { Database, Statement } from 'better-sqlite3';
import type { RollupPoint } from '../contract/live.ts';
import { daysInMs, KEPT } from '../domain/retention.ts';
import type { BenchPoint } from '../domain/roll-up.ts';
import type { Step } from '../domain/store-port.ts';

const TABLES: Readonly<Record<Step, { readonly table: string; readonly stepMs: number; readonly keepMs: number }>> = {
  '1s': { table: 'telemetry_1s', stepMs: 1000, keepMs: daysInMs(KEPT['telemetry by the second'].days) },
  '1m': { table: 'telemetry_1m', stepMs: 60_000, keepMs: daysInMs(KEPT['telemetry by the minute'].days) },
};
/** One pruning must not hold up the server: at most this many rows per bench and table. */
const PRUNE_ROWS_MAX = 5000;

interface PointRow {
  readonly at_ms: number;
  readonly deviation_min_um: number | null;
  readonly deviation_max_um: number | null;
  readonly deviation_last_um: number | null;
  readonly battery_last_pct: number | null;
  readonly samples: number;
}

export interface TelemetryTables {
  write(points: readonly BenchPoint[]): void;
  read(bench: string, step: Step, fromMs: number, toMs: number): RollupPoint[];
  prune(epochMs: number): void;
}

interface Prepared {
  readonly stepMs: number;
  readonly keepMs: number;
  readonly upsert: Statement<(string | number | null)[]>;
  readonly read: Statement<[string, number, number], PointRow>;
  readonly benches: Statement<[], { bench: string }>;
  readonly prune: Statement<[{ bench: string; limit: number; rows: number }]>;
}

export function createTelemetryTables(database: Database): TelemetryTables {
  const prepared: Readonly<Record<Step, Prepared>> = { '1s': prepare(database, '1s'), '1m': prepare(database, '1m') };
  const write = database.transaction((points: readonly BenchPoint[]) => {
    for (const point of points) {
      for (const { stepMs, upsert } of Object.values(prepared)) {
        upsert.run(
          point.bench, Math.floor(point.atMs / stepMs) * stepMs, point.deviationMinUm, point.deviationMaxUm,
          point.deviationLastUm, point.batteryLastPct, point.samples,
        );
      }
    }
  });
  return {
    write(points) {
      if (points.length > 0) write.immediate(points);
    },
    read: (bench, step, fromMs, toMs) => prepared[step].read.all(bench, fromMs, toMs).map(readRow),
    prune(epochMs) {
      for (const { keepMs, benches, prune } of Object.values(prepared)) {
        for (const { bench } of benches.all()) prune.run({ bench, limit: epochMs - keepMs, rows: PRUNE_ROWS_MAX });
      }
    },
  };
}

function prepare(database: Database, step: Step): Prepared {
  const { table, stepMs, keepMs } = TABLES[step];
  return {
    stepMs,
    keepMs,
    upsert: database.prepare(
      `INSERT INTO ${table} AS old (bench, at_ms, deviation_min_um, deviation_max_um, deviation_last_um, battery_last_pct, samples)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (bench, at_ms) DO UPDATE SET
         deviation_min_um = coalesce(min(old.deviation_min_um, excluded.deviation_min_um), old.deviation_min_um, excluded.deviation_min_um),
         deviation_max_um = coalesce(max(old.deviation_max_um, excluded.deviation_max_um), old.deviation_max_um, excluded.deviation_max_um),
         deviation_last_um = coalesce(excluded.deviation_last_um, old.deviation_last_um),
         battery_last_pct = coalesce(excluded.battery_last_pct, old.battery_last_pct),
         samples = old.samples + excluded.samples`,
    ),
    read: database.prepare(`SELECT * FROM ${table} WHERE bench = ? AND at_ms >= ? AND at_ms <= ? ORDER BY at_ms`),
    // A skip scan over the key: as many steps as there are benches.
    benches: database.prepare(
      `WITH RECURSIVE found (bench) AS (SELECT min(bench) FROM ${table} UNION ALL
       SELECT (SELECT min(bench) FROM ${table} WHERE bench > found.bench) FROM found WHERE found.bench IS NOT NULL)
       SELECT bench FROM found WHERE bench IS NOT NULL`,
    ),
    prune: database.prepare(
      `DELETE FROM ${table} WHERE bench = @bench AND at_ms < min(@limit,
       coalesce((SELECT at_ms FROM ${table} WHERE bench = @bench ORDER BY at_ms LIMIT 1 OFFSET @rows), @limit))`,
    ),
  };
}

const readRow = (row: PointRow): RollupPoint => ({
  atMs: row.at_ms,
  deviationMinUm: row.deviation_min_um,
  deviationMaxUm: row.deviation_max_um,
  deviationLastUm: row.deviation_last_um,
  batteryLastPct: row.battery_last_pct,
  samples: row.samples,
});
