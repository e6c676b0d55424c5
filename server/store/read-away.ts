/** Counts and lists what happened after a number of the evidence. It reads what is there and keeps nothing of its own. */
import type { Database } from 'better-sqlite3';
import { PROBLEM_CODES } from '../../firmware-bridge/contract/bench-status.ts';
import type { ProblemCode } from '../../firmware-bridge/contract/bench-status.ts';
import { AWAY_SHOWN_MAX } from '../contract/away.ts';
import type { Away } from '../contract/away.ts';
import { readRow } from './evidence-table.ts';
import type { EvidenceRow } from './evidence-table.ts';

/** Problems in which nobody hears the rig: then the bench was without a guard. */
const IS_SILENCE: Readonly<Record<ProblemCode, boolean>> = {
  'port-missing': true, 'port-lost': true, 'port-failed': true, 'rig-silent': true, 'rig-deaf': true, 'port-taken': true, 'port-denied': true, 'rig-not-understood': true,
  'corrupt-frames': false, 'protocol-newer': false, 'rig-identity-clash': false, 'rig-unexpected': false, 'virtual-mismatch': false, 'port-slow': false, 'recorder-lost': false,
  'disk-full': false, 'black-box-stopped': false, 'wire-lost': false, 'database-unconfirmed': false,
};
const SILENCES = PROBLEM_CODES.filter((code) => IS_SILENCE[code]).map((code) => `'${code}'`).join(', ');

/** Which kind of the count one row is; a stop that is told again after a restart is the same stop. */
const KIND = `CASE
  WHEN kind = 'tripped' OR kind = 'trip-recovered' THEN 'stops'
  WHEN kind = 'reset-done' THEN 'resets'
  WHEN kind = 'service-changed' THEN 'service'
  WHEN kind = 'drill-done' AND json_extract(raw, '$.body.passed') = 0 THEN 'failedDrills'
  WHEN kind = 'drill-done' THEN 'drills'
  WHEN kind = 'problem-raised' AND json_extract(raw, '$.body.code') IN (${SILENCES}) THEN 'silences'
END`;
const TOLD = "kind IN ('tripped', 'trip-recovered', 'reset-done', 'service-changed', 'drill-done', 'problem-raised')";

type Asked = { readonly bench: string | null; readonly after: number };

export function awayReader(database: Database): (bench: string | null, after: number) => Away {
  const ofBench = '(@bench IS NULL OR bench = @bench)';
  const counts = database.prepare<[Asked], { what: keyof Away['counts'] | null; count: number; first: string }>(
    `SELECT what, count(DISTINCT coalesce(stop_id || what, id)) AS count, min(received_at_iso) AS first
     FROM (SELECT id, stop_id, received_at_iso, ${KIND} AS what FROM evidence WHERE id > @after AND ${TOLD} AND ${ofBench}) GROUP BY what`,
  );
  const holds = database.prepare<[Asked], { count: number }>(
    `SELECT count(*) AS count FROM holds JOIN stops USING (stop_id) WHERE stops.first_evidence_id > @after AND (@bench IS NULL OR stops.bench = @bench)`,
  );
  const newest = database.prepare<[Asked & { readonly limit: number }], EvidenceRow>(
    `SELECT id, received_at_iso, raw FROM evidence WHERE id > @after AND ${TOLD} AND ${ofBench} AND ${KIND} IS NOT NULL ORDER BY id DESC LIMIT @limit`,
  );
  const last = database.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM evidence');
  return (bench, after) => {
    const told = { stops: 0, holds: holds.get({ bench, after })?.count ?? 0, silences: 0, failedDrills: 0, drills: 0, resets: 0, service: 0 };
    let fromIso: string | null = null;
    for (const { what, count, first } of counts.all({ bench, after })) {
      if (what === null) continue;
      told[what] = count;
      if (fromIso === null || first < fromIso) fromIso = first;
    }
    return { lastId: last.get()?.id ?? 0, fromIso, counts: told, events: newest.all({ bench, after, limit: AWAY_SHOWN_MAX }).reverse().map(readRow) };
  };
}
