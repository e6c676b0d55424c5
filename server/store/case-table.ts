/**
 * Cases in the database as the fold over their custody events gives them. Nothing here is a truth of its own: every row is
 * made again from the chain, and a row that does not fit its shape is refused where it is read.
 */
import type { Database } from 'better-sqlite3';
import { STAGES } from '../contract/case-parts.ts';
import type { DeviceIds, Stage } from '../contract/case-parts.ts';
import { caseStateSchema } from '../contract/case-state.ts';
import type { CaseState } from '../contract/case-state.ts';
import { hasEnded } from '../domain/cases/has-ended.ts';
import type { KnownDevice } from '../domain/cases/decision.ts';

export interface KeptHold {
  readonly caseId: string;
  readonly holdId: string;
  readonly firstVersion: number;
}

export interface CaseTable {
  get(caseId: string): CaseState | null;
  put(state: CaseState, tellsBenches: boolean, factsVersion: number): void;
  idOfCode(code: string): string | null;
  /** Newest first. */
  list(filter: { readonly stage: Stage | null; readonly before: string | null; readonly limit: number }): CaseState[];
  inStages(stages: readonly Stage[]): CaseState[];
  filedBy(personId: string, limit: number): CaseState[];
  /** In these stages, with any of these identifiers. */
  withIds(ids: readonly (readonly [kind: IdKind, value: string])[], stages: readonly Stage[]): KnownDevice[];
  /** With this text in an identifier, read as scanners and people write it; newest first. */
  withText(plain: string, limit: number): string[];
  /** What the benches have to know of; kept in memory as long as the case stands still. */
  thatTell(): CaseState[];
  holdOfStop(stop: { readonly rig: string | null; readonly stopId: string; readonly bench: string }): string | null;
  holds(caseId: string): KeptHold[];
  allHolds(): KeptHold[];
  setFirstVersion(holdId: string, version: number): void;
  handoffs(): ReadonlyMap<string, number>;
  clear(): void;
}

export const ID_KINDS = ['serial', 'imei', 'ecid'] as const;
export type IdKind = (typeof ID_KINDS)[number];

export const NOT_ENDED: readonly Stage[] = STAGES.filter((stage) => !hasEnded({ stage }));

interface StateRow { readonly state: string }

const parse = ({ state }: StateRow): CaseState => caseStateSchema.parse(JSON.parse(state));

export const pairsOf = (ids: DeviceIds): (readonly [IdKind, string])[] => ID_KINDS.flatMap((kind) => (ids[kind] === null ? [] : [[kind, ids[kind]] as const]));

export function createCaseTable(database: Database): CaseTable {
  const get = database.prepare<[string], StateRow>('SELECT state FROM cases WHERE id = ?');
  const byCode = database.prepare<[string], { id: string }>('SELECT id FROM cases WHERE code = ?');
  const lists = listReader(database);
  const telling = database.prepare<[], { id: string; last_seq: number }>('SELECT id, last_seq FROM cases WHERE tells_benches = 1 ORDER BY id');
  const byStop = database.prepare<[string, string | null, string | null, string], { hold_id: string }>(
    'SELECT hold_id FROM case_holds WHERE stop_id = ? AND (rig = ? OR ((rig IS NULL OR ? IS NULL) AND bench = ?)) LIMIT 1',
  );
  const holdsOf = database.prepare<[string], KeptHold>('SELECT case_id AS caseId, hold_id AS holdId, first_version AS firstVersion FROM case_holds WHERE case_id = ?');
  const allHolds = database.prepare<[], KeptHold>('SELECT case_id AS caseId, hold_id AS holdId, first_version AS firstVersion FROM case_holds ORDER BY hold_id');
  const setFirst = database.prepare<[number, string]>('UPDATE case_holds SET first_version = ? WHERE hold_id = ?');
  const handoffs = database.prepare<[], { partner_id: string; count: number }>('SELECT partner_id, sum(devices) AS count FROM case_handoffs GROUP BY partner_id');
  const known = new Map<string, CaseState>();
  const stateOf = (id: string): CaseState | null => {
    const row = get.get(id);
    return row === undefined ? null : parse(row);
  };
  return {
    get: stateOf,
    put: rowWriter(database),
    idOfCode: (code) => byCode.get(code)?.id ?? null,
    ...lists,
    thatTell() {
      const rows = telling.all();
      const states = rows.flatMap(({ id, last_seq: seq }) => {
        const kept = known.get(id);
        return (kept?.lastSeq === seq ? kept : stateOf(id)) ?? [];
      });
      known.clear();
      // Inside a transaction that may yet be undone nothing is remembered.
      if (!database.inTransaction) for (const state of states) known.set(state.id, state);
      return states;
    },
    holdOfStop: ({ rig, stopId, bench }) => byStop.get(stopId, rig, rig, bench)?.hold_id ?? null,
    holds: (caseId) => holdsOf.all(caseId),
    allHolds: () => allHolds.all(),
    setFirstVersion: (holdId, version) => void setFirst.run(version, holdId),
    handoffs: () => new Map(handoffs.all().map((row) => [row.partner_id, row.count])),
    clear() {
      known.clear();
      database.exec('DELETE FROM case_devices; DELETE FROM case_holds; DELETE FROM case_handoffs; DELETE FROM cases');
    },
  };
}

function rowWriter(database: Database): CaseTable['put'] {
  const put = database.prepare<(string | number | null)[]>(
    `INSERT INTO cases (id, code, stage, last_seq, last_at_iso, filed_by_id, tells_benches, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET stage = excluded.stage, last_seq = excluded.last_seq, last_at_iso = excluded.last_at_iso,
     filed_by_id = excluded.filed_by_id, tells_benches = excluded.tells_benches, state = excluded.state`,
  );
  const forgetDevices = database.prepare<[string]>('DELETE FROM case_devices WHERE case_id = ?');
  const addDevice = database.prepare<string[]>('INSERT OR IGNORE INTO case_devices (kind, value, case_id, device_id) VALUES (?, ?, ?, ?)');
  const addHold = database.prepare<(string | number | null)[]>('INSERT INTO case_holds (hold_id, case_id, rig, stop_id, bench, first_version) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (hold_id) DO UPDATE SET case_id = excluded.case_id');
  const forgetHandoffs = database.prepare<[string]>('DELETE FROM case_handoffs WHERE case_id = ?');
  const addHandoff = database.prepare<(string | number)[]>('INSERT INTO case_handoffs (transfer_id, case_id, partner_id, devices) VALUES (?, ?, ?, ?) ON CONFLICT (transfer_id) DO UPDATE SET case_id = excluded.case_id');
  return (state, tellsBenches, factsVersion) => {
    put.run(state.id, state.code, state.stage, state.lastSeq, state.lastAtIso, state.filedById, tellsBenches ? 1 : 0, JSON.stringify(state));
    forgetDevices.run(state.id);
    for (const { id, ids, formerIds } of state.devices) {
      for (const [kind, value] of [ids, ...formerIds].flatMap(pairsOf)) addDevice.run(kind, value, state.id, id);
    }
    forgetHandoffs.run(state.id);
    // What a merge brought over belongs to the case that it went into.
    if (state.stage === 'merged') return;
    for (const { id, stop } of state.holds) addHold.run(id, state.id, stop?.rig ?? null, stop?.stopId ?? null, stop?.bench ?? null, factsVersion);
    for (const { id, to, taken, devices } of state.transfers) if (to.partner !== null && taken !== null) addHandoff.run(id, state.id, to.partner, devices.length);
  };
}

function listReader(database: Database): Pick<CaseTable, 'list' | 'inStages' | 'filedBy' | 'withIds' | 'withText'> {
  const listed = database.prepare<[Record<string, string | number | null>], StateRow>(
    `SELECT state FROM cases WHERE (@stage IS NULL OR stage = @stage) AND (@before IS NULL OR id < @before) ORDER BY id DESC LIMIT @limit`,
  );
  const inStages = database.prepare<[string], StateRow>('SELECT state FROM cases WHERE stage IN (SELECT value FROM json_each(?)) ORDER BY id');
  const filed = database.prepare<[string, number], StateRow>('SELECT state FROM cases WHERE filed_by_id = ? ORDER BY id DESC LIMIT ?');
  const found = database.prepare<[string, string, string], { case_id: string; device_id: string }>(
    'SELECT case_id, device_id FROM case_devices JOIN cases ON cases.id = case_id WHERE kind = ? AND value = ? AND stage IN (SELECT value FROM json_each(?)) ORDER BY case_id, device_id',
  );
  // A scanner may put an S before a serial number.
  const withText = database.prepare<[string, string, number], { case_id: string }>(
    `SELECT DISTINCT case_id FROM (SELECT case_id, replace(replace(replace(replace(value, '-', ''), 'O', '0'), 'I', '1'), 'L', '1') AS plain FROM case_devices)
     WHERE instr(plain, ?) > 0 OR 'S' || plain = ? ORDER BY case_id DESC LIMIT ?`,
  );
  const get = database.prepare<[string], StateRow>('SELECT state FROM cases WHERE id = ?');
  return {
    list: ({ stage, before, limit }) => listed.all({ stage, before, limit }).map(parse),
    inStages: (stages) => inStages.all(JSON.stringify(stages)).map(parse),
    filedBy: (personId, limit) => filed.all(personId, limit).map(parse),
    withIds(ids, stages) {
      const places = new Map(ids.flatMap(([kind, value]) => found.all(kind, value, JSON.stringify(stages))).map((row) => [`${row.case_id} ${row.device_id}`, row]));
      return [...places.values()].flatMap(({ case_id: caseId, device_id: deviceId }) => {
        const row = get.get(caseId);
        const state = row === undefined ? null : parse(row);
        const device = state?.devices.find(({ id }) => id === deviceId);
        return state === null || device === undefined ? [] : [{ caseId, code: state.code, deviceId, ids: device.ids }];
      });
    },
    withText: (plain, limit) => (plain === '' ? [] : withText.all(plain, plain, limit).map((row) => row.case_id)),
  };
}
