/**
 * The store: evidence, its projections and the roll-ups over one database. A burst of evidence is one transaction with its
 * projections and the version of the facts, so that an acknowledgement never outruns the disk.
 */
import type { Database } from 'better-sqlite3';
import { NO_CASES } from '../domain/cases/cases-port.ts';
import type { BesideStops } from '../domain/cases/cases-port.ts';
import { factsOf } from '../domain/facts.ts';
import { projectStops, stopIdOf } from '../domain/project-stops.ts';
import type { AppendedEvidence, AppendResult, ReceivedEvidence, Store, UnreadableReport } from '../domain/store-port.ts';
import { createAuditTable } from './audit-table.ts';
import { createEvidenceTable } from './evidence-table.ts';
import { createJudgementTable } from './judgement-table.ts';
import { awayReader } from './read-away.ts';
import { drillReader } from './read-drills.ts';
import { restoreReader } from './read-restores.ts';
import { createMeta } from './meta.ts';
import { createStopTable } from './stop-table.ts';
import { createTelemetryTables } from './telemetry-tables.ts';

/** Raised whenever the projection changes its mind; older rows are then made again at the next start. */
const PROJECTION_VERSION = '1';

/** `cases` is asked for at use: it stands beside and needs the store first. */
export function createStore(database: Database, newUuid: () => string, close: () => void, cases: () => BesideStops = () => NO_CASES): Store {
  const evidence = createEvidenceTable(database);
  const stops = createStopTable(database);
  const judgements = createJudgementTable(database);
  const telemetry = createTelemetryTables(database);
  const meta = createMeta(database);
  const audit = createAuditTable(database, meta);
  const drills = drillReader(database);
  const happenedSince = awayReader(database);
  const restoreEvidence = restoreReader(database);
  const databaseId = meta.takeOrMake('database_id', newUuid);
  const projectStop = (stopId: string): boolean => stops.replace(stopId, projectStops(stopId, evidence.ofStop(stopId)));
  const raiseFacts = (): void => meta.set('facts_version', String(meta.number('facts_version') + 1));

  const append = database.transaction(
    (events: readonly ReceivedEvidence[], unreadable: readonly UnreadableReport[], receivedAtIso: string): AppendResult => {
      const appended: AppendedEvidence[] = [];
      for (const received of events) {
        const added = evidence.insert(received, receivedAtIso);
        if (added !== null) appended.push(added);
      }
      for (const report of unreadable) evidence.keepUnreadable(report, receivedAtIso);
      const touched = new Set(appended.flatMap(({ event }) => stopIdOf(event) ?? []));
      const stopsChanged = [...touched].map(projectStop).some((changed) => changed);
      if (stopsChanged) raiseFacts();
      // A reset tells nothing new of the device: it must not hold anew what a manager has released.
      const stopped = new Set(appended.flatMap(({ event }) => (event.kind === 'reset-done' ? [] : stopIdOf(event) ?? [])));
      const casesChanged = cases().holdStops([...stopped].flatMap((stopId) => projectStops(stopId, evidence.ofStop(stopId))), receivedAtIso);
      return { appended, factsChanged: stopsChanged || casesChanged };
    },
  );
  const rebuild = database.transaction(() => {
    const before = JSON.stringify(stops.activeHolds());
    stops.clear();
    for (const stopId of evidence.stopIds()) projectStop(stopId);
    if (JSON.stringify(stops.activeHolds()) !== before) raiseFacts();
    meta.set('projection_version', PROJECTION_VERSION);
  });
  if (meta.text('projection_version') !== PROJECTION_VERSION) rebuild.immediate();

  return {
    databaseId,
    audit,
    append: (events, unreadable, receivedAtIso) => append.immediate(events, unreadable, receivedAtIso),
    lastEvidenceId: () => evidence.lastId(),
    events: (bench, page) => evidence.page(bench, page),
    eventsBetween: (bench, fromIso, toIso, limit) => evidence.between(bench, fromIso, toIso, limit),
    happenedSince,
    countAfter: (after, limit) => evidence.countAfter(after, limit),
    stops(filter, page) {
      const listed = stops.list(filter, page);
      return { ...listed, stops: listed.stops.map((stop) => ({ ...stop, judgement: judgements.newestOf(stop) })) };
    },
    restoreEvidence,
    stop: ({ rig, stopId }) => stops.one(rig, stopId), stopsSince: stops.since,
    judge: (key, judgement) => judgements.judge(key, judgement),
    judgements: (key) => judgements.ofStop(key),
    stopCounts: (sinceIso) => judgements.stopCounts(sinceIso),
    restoreCount: (sinceIso) => judgements.restoreCount(sinceIso),
    drills,
    facts: (nowMs) => factsOf(databaseId, meta.number('facts_version'), stops.activeHolds(), cases().facts(nowMs)),
    benchesByBridge: () => evidence.benchesByBridge(),
    writeTelemetry: (points) => telemetry.write(points),
    telemetry: (bench, step, fromMs, toMs) => telemetry.read(bench, step, fromMs, toMs),
    pruneTelemetry: (epochMs) => telemetry.prune(epochMs),
    rebuildProjections: () => rebuild.immediate(),
    counts: () => ({ lastEvidenceId: evidence.lastId(), stops: stops.count(), unreadable: evidence.unreadableCount() }),
    close,
  };
}
