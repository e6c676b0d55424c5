/**
 * What the server says: only ever from the database that is believed, and never older than what it said before. Anything
 * else is refused until a person at the bench PC confirms it by its id, and even that loosens nothing by itself.
 */
import type { Problem } from '../contract/bench-status.ts';
import type { Confirmation, Facts, FactsRefusal, KnownDatabase, OrderRefusal } from '../contract/uplink.ts';
import { answer, isPerson, plainName, refuse } from './answer-order.ts';
import type { BenchState } from './state.ts';
import { keepLatch, put, record, type Turn } from './turn.ts';

type Carried = NonNullable<KnownDatabase['carried']>;
type Keys = Facts['holds'][number]['device'];

const sameKeys = (a: Keys, b: Keys): boolean => a.serial === b.serial && a.ecid === b.ecid && a.imei === b.imei;
const countOf = (carried: Carried | null): number =>
  (carried === null ? 0 : carried.holds.length + carried.unlocksAsked.length + carried.irreplaceable.length);

/** `ageMs` null: read back from the disk, so that it may be behind; it is never the newest word of a database. */
export function takeFacts(turn: Turn, facts: Facts, ageMs: number | null): void {
  const { database, factsAtMs } = turn.state;
  const why = refusalOf(turn.state, facts, ageMs);
  if (why !== null) return refuseFacts(turn, facts, why, ageMs);
  const carried = database === null ? null : leftOver(database.carried, facts);
  const version = database === null || ageMs !== null ? facts.version : database.version;
  put(turn, {
    facts: together(facts, carried), factsAtMs: ageMs === null ? factsAtMs : turn.nowMs - Math.max(0, ageMs), database: { id: facts.databaseId, version, carried },
    refusedFacts: ageMs === null ? turn.state.refusedFacts : null,
  });
  if (database?.version !== version || countOf(carried) !== countOf(database.carried)) keepLatch(turn);
  return undefined;
}

function refusalOf({ database, facts: known }: BenchState, facts: Facts, ageMs: number | null): FactsRefusal | null {
  if (database === null) return null;
  if (facts.databaseId !== database.id) return 'other-database';
  // What was read back may be behind what was kept here, and is only ever waited with; never behind what is known now.
  const least = ageMs !== null ? database.version : known?.databaseId === facts.databaseId ? known.version : 0;
  return facts.version < least ? 'older-version' : null;
}

/** Told once: the server repeats its facts every few seconds. */
function refuseFacts(turn: Turn, { databaseId, version }: Facts, why: FactsRefusal, ageMs: number | null): void {
  const { refusedFacts } = turn.state;
  const isKnown = refusedFacts?.databaseId === databaseId && refusedFacts.why === why;
  if (ageMs !== null) put(turn, { refusedFacts: { databaseId, version, why } });
  if (!isKnown) record(turn, { kind: 'facts-refused', body: { why, databaseId, version } });
}

/** What a former database left, without that which the present one knows itself: it may also let go of it. */
function leftOver(carried: Carried | null, facts: Facts): Carried | null {
  if (carried === null) return null;
  const unknown = (list: Facts['irreplaceable']) => (one: Facts['irreplaceable'][number]): boolean => !list.some((known) => sameKeys(known.device, one.device));
  const left: Carried = {
    holds: carried.holds.filter((hold) => !facts.holds.some((known) => known.id === hold.id)),
    unlocksAsked: carried.unlocksAsked.filter(unknown(facts.unlocksAsked)), irreplaceable: carried.irreplaceable.filter(unknown(facts.irreplaceable)),
  };
  return countOf(left) === 0 ? null : left;
}

const together = (facts: Facts, carried: Carried | null): Facts => (carried === null ? facts : {
  ...facts, holds: [...facts.holds, ...carried.holds], unlocksAsked: [...facts.unlocksAsked, ...carried.unlocksAsked],
  irreplaceable: [...facts.irreplaceable, ...carried.irreplaceable],
});

/** What `status` and page say of a server that is not believed. */
export const unconfirmed = ({ refusedFacts }: BenchState): Problem | null =>
  (refusedFacts === null ? null : { code: 'database-unconfirmed', params: { database: refusedFacts.databaseId, why: refusedFacts.why } });

export const carriedCount = ({ database }: BenchState): number => countOf(database?.carried ?? null);

/**
 * A person says which database is right. What was held stays held, its age counts as unknown, and permits wait for the
 * first facts of the confirmed database. Two people may let go of what the former one left.
 */
export function confirmDatabase(turn: Turn, asked: Confirmation): void {
  const { state } = turn;
  const { databaseId, actor, second, reason, dropHolds } = asked;
  const refusal = confirmBlock(state, asked);
  if (refusal !== null) return refuse(turn, { id: asked.id, kind: 'confirm-database', actor }, refusal);
  const { database, facts, refusedFacts } = state;
  const known: Carried | null = facts === null ? database?.carried ?? null : { holds: facts.holds, unlocksAsked: facts.unlocksAsked, irreplaceable: facts.irreplaceable };
  const isNew = refusedFacts?.databaseId === databaseId;
  const carried = dropHolds || countOf(known) === 0 ? null : known;
  put(turn, {
    database: { id: databaseId, version: isNew ? refusedFacts.version : database?.version ?? 0, carried }, factsAtMs: null, refusedFacts: null,
  });
  const dropped = dropHolds ? countOf(isNew ? known : database?.carried ?? null) : 0;
  const body = { databaseId, former: database?.id ?? null, reason, second: second?.name ?? null, carried: countOf(carried), dropped };
  record(turn, { kind: 'database-confirmed', body }, actor);
  keepLatch(turn);
  answer(turn, asked.id, { ok: true, outcome: 'database-confirmed', refusal: null, tripId: state.trip?.trip.id ?? null });
  return undefined;
}

function confirmBlock({ database, facts, refusedFacts }: BenchState, { databaseId, actor, second, reason, dropHolds }: Confirmation): OrderRefusal | null {
  if (!isPerson(actor)) return 'name-needed';
  if (reason.trim() === '') return 'reason-needed';
  if (dropHolds && (second === null || !isPerson(second))) return 'second-person-needed';
  if (second !== null && plainName(second.name) === plainName(actor.name)) return 'same-person-twice';
  if (refusedFacts?.databaseId === databaseId) return facts === null && !dropHolds ? 'holds-not-known' : null;
  if (dropHolds && database?.id === databaseId && database.carried !== null) return null;
  return refusedFacts === null ? 'nothing-to-confirm' : 'not-that-database';
}
