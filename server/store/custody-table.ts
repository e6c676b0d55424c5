/**
 * The custody chains in the database. An event and the head that it moves are one transaction, synced when it ends; inside
 * a larger transaction they are part of that one. It never changes or deletes an event, whoever asks.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Database } from 'better-sqlite3';
import { caseCodeSchema, chainedEventSchema, custodyEventSchema, custodyHeadSchema } from '../contract/custody.ts';
import type { ChainedEvent, CustodyDraft } from '../contract/custody.ts';
import { askedFor, linkEvents } from '../domain/custody/chain.ts';
import type { LinkedEvent, Place } from '../domain/custody/chain.ts';
import type { AppendCustody, Custody } from '../domain/custody/custody-port.ts';
import { createAnchorTable } from './custody-anchors.ts';
import { hashOf } from './custody-key.ts';
import type { CustodyKey } from './custody-key.ts';

interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly line: string;
  readonly hash: string;
  readonly signature: string;
}

interface HeadRow extends Place {
  readonly case: string;
  readonly code: string;
}

const EVENT = 'case_id, seq, line, hash, signature';
const HEAD = 'case_id AS "case", code, seq, hash';

export function createCustodyTable(database: Database, key: CustodyKey): Custody {
  const insertHead = database.prepare<[string, string, string]>('INSERT INTO custody_heads (case_id, code, seq, hash) VALUES (?, ?, 0, ?)');
  const moveHead = database.prepare<[number, string, string]>('UPDATE custody_heads SET seq = ?, hash = ? WHERE case_id = ?');
  const headOf = database.prepare<[string], HeadRow>(`SELECT ${HEAD} FROM custody_heads WHERE case_id = ?`);
  const byCode = database.prepare<[string], HeadRow>(`SELECT ${HEAD} FROM custody_heads WHERE code = ?`);
  const allHeads = database.prepare<[], HeadRow>(`SELECT ${HEAD} FROM custody_heads WHERE seq >= 1 ORDER BY code`);
  const insert = database.prepare<(string | number)[]>('INSERT INTO custody_events (case_id, seq, id, line, hash, signature, key) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const byId = database.prepare<[string], EventRow>(`SELECT ${EVENT} FROM custody_events WHERE id = ?`);
  const after = database.prepare<[string, number], EventRow>(`SELECT ${EVENT} FROM custody_events WHERE case_id = ? AND seq > ? ORDER BY seq`);

  const name = database.transaction((caseId: string, code: string): ReturnType<Custody['name']> => {
    const known = headOf.get(caseId);
    if (known !== undefined) return known.code === code ? 'named' : { refusal: 'case-code-used' };
    if (byCode.get(code) !== undefined) return { refusal: 'case-code-used' };
    insertHead.run(caseId, code, '0'.repeat(64));
    return 'named';
  });
  /** What was kept when these drafts came before; null when they did not. */
  const keptOf = (caseId: string, drafts: readonly CustodyDraft[]): AppendCustody | null => {
    const [first] = drafts;
    const known = first === undefined ? undefined : byId.get(first.id);
    if (known === undefined) return drafts.some(({ id }) => byId.get(id) !== undefined) ? { refusal: 'event-id-used' } : null;
    const kept = after.all(known.case_id, known.seq - 1).slice(0, drafts.length).map(readRow);
    const isSame = known.case_id === caseId && isDeepStrictEqual(kept.map(({ event }) => askedFor(event)), drafts.map(askedFor));
    return isSame ? { events: kept } : { refusal: 'event-id-used' };
  };
  const keep = (caseId: string, { event, line, seq, hash, signature }: LinkedEvent): ChainedEvent => {
    insert.run(caseId, seq, event.id, line, hash, signature, key.number);
    return { event, hash, signature };
  };
  const append = database.transaction((caseId: string, expectedSeq: number, drafts: readonly CustodyDraft[]): AppendCustody => {
    const kept = keptOf(caseId, drafts);
    if (kept !== null) return kept;
    const head = headOf.get(caseId);
    if (head === undefined) throw new Error(`the case ${caseId} has no code yet`);
    if (head.seq !== expectedSeq) return { refusal: 'case-moved-on' };
    const made = linkEvents(caseId, head, drafts, hashOf, key.sign);
    if ('unfit' in made) return { refusal: 'event-unfit', detail: made.unfit };
    const wrong = made.linked.map(({ event }) => custodyEventSchema.safeParse(event).error?.issues[0]).find((issue) => issue !== undefined);
    if (wrong !== undefined) return { refusal: 'event-unfit', detail: `${wrong.path.join('.')}: ${wrong.message}` };
    const ids = new Set(drafts.map(({ id }) => id));
    if (ids.size < drafts.length) return { refusal: 'event-id-used' };
    const events = made.linked.map((linked) => keep(caseId, linked));
    const last = made.linked.at(-1) ?? head;
    moveHead.run(last.seq, last.hash, caseId);
    return { events };
  });
  const head = (caseId: string): ReturnType<Custody['head']> => {
    const row = headOf.get(caseId);
    return row === undefined || row.seq === 0 ? null : custodyHeadSchema.parse(row);
  };
  return {
    name: (caseId, code) => name.immediate(caseId, caseCodeSchema.parse(code)),
    append: (caseId, expectedSeq, drafts) => append.immediate(caseId, expectedSeq, drafts),
    events: (caseId, afterSeq) => after.all(caseId, afterSeq).map(readRow),
    find(eventId) {
      const row = byId.get(eventId);
      return row === undefined ? null : readRow(row);
    },
    caseOf: (code) => byCode.get(code)?.case ?? null,
    head,
    heads: () => allHeads.all().map((row) => custodyHeadSchema.parse(row)),
    ...createAnchorTable(database, head),
  };
}

function readRow({ line, hash, signature }: EventRow): ChainedEvent {
  const event: unknown = JSON.parse(line);
  return chainedEventSchema.parse({ event, hash, signature });
}
