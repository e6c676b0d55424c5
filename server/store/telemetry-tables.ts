/** Roll-ups of telemetry: seconds for two days, minutes for ninety. They carry no evidence and are pruned. */
import type { Database, Statement } from 'better-sqlite3';
import type { RollupPoint } from '../contract/live.ts';
import { mergePoints } from '../contract/rollup-point.ts';
import { daysInMs, KEPT } from '../domain/retention.ts';
import type { BenchPoint } from '../domain/roll-up.ts';
import type { Step } from '../domain/store-port.ts';
import { packProbes, readProbes } from './probe-blob.ts';

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
  readonly battery_min_pct: number | null;
  readonly battery_max_pct: number | null;
  readonly battery_last_pct: number | null;
  readonly force_min_cn: number | null;
  readonly force_max_cn: number | null;
  readonly force_last_cn: number | null;
  readonly device_min_dc: number | null;
  readonly device_max_dc: number | null;
  readonly device_last_dc: number | null;
  readonly probes: Buffer | null;
  readonly samples: number;
}

const COLUMNS = [
  'at_ms', 'deviation_min_um', 'deviation_max_um', 'deviation_last_um', 'battery_min_pct', 'battery_max_pct', 'battery_last_pct',
  'force_min_cn', 'force_max_cn', 'force_last_cn', 'device_min_dc', 'device_max_dc', 'device_last_dc', 'probes', 'samples',
] as const satisfies readonly (keyof PointRow)[];

export interface TelemetryTables {
  write(points: readonly BenchPoint[]): void;
  read(bench: string, step: Step, fromMs: number, toMs: number): RollupPoint[];
  prune(epochMs: number): void;
}

interface Prepared {
  readonly stepMs: number;
  readonly keepMs: number;
  readonly one: Statement<[string, number], PointRow>;
  readonly upsert: Statement<[PointRow & { readonly bench: string }]>;
  readonly read: Statement<[string, number, number], PointRow>;
  readonly benches: Statement<[], { bench: string }>;
  readonly prune: Statement<[{ bench: string; limit: number; rows: number }]>;
}

export function createTelemetryTables(database: Database): TelemetryTables {
  const prepared: Readonly<Record<Step, Prepared>> = { '1s': prepare(database, '1s'), '1m': prepare(database, '1m') };
  const write = database.transaction((points: readonly BenchPoint[]) => {
    for (const point of points) {
      for (const { stepMs, one, upsert } of Object.values(prepared)) {
        const atMs = Math.floor(point.atMs / stepMs) * stepMs;
        const known = one.get(point.bench, atMs);
        upsert.run({ bench: point.bench, ...rowOf(known === undefined ? { ...point, atMs } : mergePoints(readRow(known), point)) });
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
    one: database.prepare(`SELECT * FROM ${table} WHERE bench = ? AND at_ms = ?`),
    upsert: database.prepare(
      `INSERT INTO ${table} (bench, ${COLUMNS.join(', ')}) VALUES (@bench, ${COLUMNS.map((name) => `@${name}`).join(', ')})
       ON CONFLICT (bench, at_ms) DO UPDATE SET ${COLUMNS.filter((name) => name !== 'at_ms').map((name) => `${name} = excluded.${name}`).join(', ')}`,
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
  deviationMinUm: row.deviation_min_um, deviationMaxUm: row.deviation_max_um, deviationLastUm: row.deviation_last_um,
  batteryMinPct: row.battery_min_pct, batteryMaxPct: row.battery_max_pct, batteryLastPct: row.battery_last_pct,
  forceMinCn: row.force_min_cn, forceMaxCn: row.force_max_cn, forceLastCn: row.force_last_cn,
  deviceMinDc: row.device_min_dc, deviceMaxDc: row.device_max_dc, deviceLastDc: row.device_last_dc,
  probes: readProbes(row.probes),
  samples: row.samples,
});

const rowOf = (point: RollupPoint): PointRow => ({
  at_ms: point.atMs,
  deviation_min_um: point.deviationMinUm, deviation_max_um: point.deviationMaxUm, deviation_last_um: point.deviationLastUm,
  battery_min_pct: point.batteryMinPct, battery_max_pct: point.batteryMaxPct, battery_last_pct: point.batteryLastPct,
  force_min_cn: point.forceMinCn, force_max_cn: point.forceMaxCn, force_last_cn: point.forceLastCn,
  device_min_dc: point.deviceMinDc, device_max_dc: point.deviceMaxDc, device_last_dc: point.deviceLastDc,
  probes: packProbes(point.probes),
  samples: point.samples,
});
