/**
 * The append-only table of judgements. A judgement belongs to a stop by rig and stop id, or by bench and stop id where the
 * rig was not known yet; stops are projections and may be made again without losing it.
 */
import type { Database } from 'better-sqlite3';
import { judgementSchema } from '../contract/judgement.ts';
import type { Judgement, StopVerdict } from '../contract/judgement.ts';
import type { CauseCode } from '../../firmware-bridge/contract/causes.ts';
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import type { StopCount } from '../domain/nuisance.ts';
import type { JudgeResult, StopKey, StopPlace } from '../domain/store-port.ts';

interface JudgementRow {
  readonly id: string;
  readonly verdict: string;
  readonly actor_kind: string;
  readonly actor_name: string;
  readonly words: string | null;
  readonly at_iso: string;
}

/** More of one stop than a person reads. */
const SHOWN_MAX = 100;

export interface JudgementTable {
  judge(key: StopKey, judgement: Judgement): JudgeResult;
  /** Newest first; null when there is no such stop. */
  ofStop(key: StopKey): Judgement[] | null;
  newestOf(place: StopPlace): Judgement | null;
  stopCounts(sinceIso: string): StopCount[];
  restoreCount(sinceIso: string): number;
}

const OWN = 'stop_id = @stopId AND (rig = @rig OR (rig IS NULL AND bench = @bench))';

export function createJudgementTable(database: Database): JudgementTable {
  const places = database.prepare<[string], StopPlace>('SELECT rig, stop_id AS stopId, bench FROM stops WHERE stop_id = ?');
  const known = database.prepare<[string], JudgementRow & StopPlace>('SELECT *, stop_id AS stopId FROM judgements WHERE id = ?');
  const insert = database.prepare<(string | null)[]>(
    'INSERT INTO judgements (id, rig, stop_id, bench, verdict, actor_kind, actor_name, words, at_iso) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const ofStop = database.prepare<[StopPlace & { limit: number }], JudgementRow>(`SELECT * FROM judgements WHERE ${OWN} ORDER BY number DESC LIMIT @limit`);
  const counts = database.prepare<[string], { code: string; bench: string; verdict: StopVerdict | null; count: number }>(
    `SELECT code, bench, verdict, count(*) AS count FROM (
       SELECT json_extract(s.trip, '$.causes[0].code') AS code, s.bench,
         (SELECT j.verdict FROM judgements j WHERE j.stop_id = s.stop_id AND (j.rig = s.rig OR (j.rig IS NULL AND j.bench = s.bench))
          ORDER BY j.number DESC LIMIT 1) AS verdict
       FROM stops s WHERE s.recorded_at_iso >= ?)
     GROUP BY code, bench, verdict ORDER BY bench, code`,
  );
  const restores = database.prepare<[string], { count: number }>("SELECT count(*) AS count FROM evidence WHERE kind = 'restore-opened' AND received_at_iso >= ?");

  /** The one stop that is meant. A page may still show it without the name of its rig. */
  const find = ({ rig, stopId }: StopKey): StopPlace | null => {
    const all = places.all(stopId);
    const exact = all.filter((place) => place.rig === rig);
    const meant = exact.length === 0 && rig === null ? all : exact;
    return meant.length === 1 ? meant[0] ?? null : null;
  };
  const judge = database.transaction((key: StopKey, judgement: Judgement): JudgeResult => {
    const stop = find(key);
    if (stop === null) return { refusal: 'no-such-stop' };
    const before = known.get(judgement.id);
    if (before !== undefined) {
      const isSame = before.stopId === stop.stopId && (before.rig === stop.rig || (before.rig === null && before.bench === stop.bench))
        && before.verdict === judgement.verdict && before.actor_name === judgement.actor.name && before.words === judgement.words;
      return isSame ? { stop, judgement: readRow(before), isNew: false } : { refusal: 'judgement-id-used' };
    }
    const { id, verdict, actor, words, atIso } = judgement;
    insert.run(id, stop.rig, stop.stopId, stop.bench, verdict, actor.kind, actor.name, words, atIso);
    return { stop, judgement, isNew: true };
  });
  return {
    judge: (key, judgement) => judge.immediate(key, judgement),
    ofStop(key) {
      const stop = find(key);
      return stop === null ? null : ofStop.all({ ...stop, limit: SHOWN_MAX }).map(readRow);
    },
    newestOf(place) {
      const row = ofStop.get({ rig: place.rig, stopId: place.stopId, bench: place.bench, limit: 1 });
      return row === undefined ? null : readRow(row);
    },
    stopCounts: (sinceIso) => counts.all(sinceIso).map((row) => ({ ...row, code: codeOf(row.code) })),
    restoreCount: (sinceIso) => restores.get(sinceIso)?.count ?? 0,
  };
}

/** The projection wrote it, so it is one of the list. */
function codeOf(text: string): CauseCode {
  const code = CAUSE_CODES.find((known) => known === text);
  if (code === undefined) throw new Error(`a stop has the unknown cause ${text}`);
  return code;
}

const readRow = (row: JudgementRow): Judgement => judgementSchema.parse({
  id: row.id, verdict: row.verdict, actor: { kind: row.actor_kind, name: row.actor_name }, words: row.words, atIso: row.at_iso,
});
