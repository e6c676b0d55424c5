/**
 * Looks at what is personal in a case. Each is on record before anything is shown; what a person has looked at is remembered
 * for a short time in memory only, so that a page that draws itself again writes no second entry. It goes with an erasure.
 */
import { LOOK_REMEMBERED_MS } from '../contract/case-looks.ts';
import type { LookedAt, LookReply } from '../contract/case-looks.ts';
import type { RowRef } from '../contract/case-parts.ts';
import type { CaseState } from '../contract/case-state.ts';
import type { PrivateKind } from '../contract/private-data.ts';
import { contentOf, KIND_OF_SLOT, valueOf } from '../domain/cases/private-content.ts';
import type { Doer, PrivateRecords, PrivateRefusal } from '../domain/private-port.ts';
import type { Edges } from './ports.ts';

const REMEMBERED_MAX = 500;
const KIND_OF: Readonly<Record<LookedAt, PrivateKind>> = { ...KIND_OF_SLOT, photo: 'photo' };

export interface CaseLooks {
  look(state: CaseState, what: LookedAt, personId: string, doer: Doer): LookReply | { readonly refusal: PrivateRefusal };
  /** Null: this person has not looked at the photos of this case just before, or it is gone. */
  photo(state: CaseState, personId: string, row: string): Uint8Array | null | 'look-first';
  forget(caseId: string): void;
}

interface Remembered {
  readonly caseId: string;
  readonly rows: string;
  readonly untilMs: number;
  readonly reply: LookReply;
}

export function createCaseLooks({ records, edges }: { readonly records: PrivateRecords; readonly edges: Pick<Edges, 'nowMs' | 'epochMs'> }): CaseLooks {
  const remembered = new Map<string, Remembered>();
  const keyOf = (personId: string, caseId: string, what: LookedAt): string => `${personId} ${caseId} ${what}`;
  const prune = (nowMs: number): void => {
    for (const [key, { untilMs }] of remembered) if (untilMs <= nowMs || remembered.size > REMEMBERED_MAX) remembered.delete(key);
  };
  const known = (state: CaseState, what: LookedAt, personId: string): LookReply | null => {
    prune(edges.nowMs());
    const one = remembered.get(keyOf(personId, state.id, what));
    // The rows are asked for each time: whatever erased one, it is not shown from memory.
    return one?.rows === placesOf(records, rowsOf(state, what)) ? one.reply : null;
  };
  return {
    look(state, what, personId, doer) {
      const again = known(state, what, personId);
      if (again !== null) return again;
      const rows = rowsOf(state, what);
      if (rows.length === 0) return { refusal: 'nothing-private' };
      const kind = KIND_OF[what];
      const caseIds = [...new Set(rows.map(({ row }) => records.caseOf(row) ?? state.id))];
      for (const caseId of caseIds) {
        const looked = records.look(caseId, kind, doer, new Date(edges.epochMs()).toISOString());
        if ('refusal' in looked) return looked;
      }
      const reply = replyOf(records, state, what, edges.epochMs());
      remembered.set(keyOf(personId, state.id, what), { caseId: state.id, rows: placesOf(records, rows), untilMs: edges.nowMs() + LOOK_REMEMBERED_MS, reply });
      return reply;
    },
    photo(state, personId, row) {
      if (!rowsOf(state, 'photo').some((ref) => ref.row === row)) return null;
      if (known(state, 'photo', personId) === null) return 'look-first';
      const caseId = records.caseOf(row);
      const item = caseId === null ? null : records.open(caseId, 'photo', row);
      return item === null ? null : contentOf(item.content);
    },
    forget(caseId) {
      for (const [key, one] of remembered) if (one.caseId === caseId) remembered.delete(key);
    },
  };
}

/** Which rows there are now; those that were erased are missing. */
const placesOf = (records: PrivateRecords, rows: readonly RowRef[]): string => rows.map(({ row }) => `${row}@${records.caseOf(row) ?? 'gone'}`).join(' ');

function rowsOf(state: CaseState, what: LookedAt): RowRef[] {
  if (what === 'photo') return state.devices.flatMap(({ photos }) => photos.map(({ photo }) => photo));
  if (what !== 'signature') return [...(state.rows[what] === null ? [] : [state.rows[what]]), ...(what === 'agent' ? state.otherAgents.map(({ row }) => row) : [])];
  const signed = [...state.consents.map((consent) => consent.signed), ...state.transfers.flatMap(({ given, taken }) => [given, taken])];
  return signed.flatMap((one) => one?.row ?? []);
}

function replyOf(records: PrivateRecords, state: CaseState, what: LookedAt, epochMs: number): LookReply {
  const rows = rowsOf(state, what);
  const reply: LookReply = { what, contact: null, story: null, agent: null, otherAgents: [], signatures: [], photos: [], unreadable: 0, untilIso: new Date(epochMs + LOOK_REMEMBERED_MS).toISOString() };
  const open = (row: string): Uint8Array | null => {
    const caseId = records.caseOf(row);
    return caseId === null ? null : records.open(caseId, KIND_OF[what], row)?.content ?? null;
  };
  if (what === 'photo') {
    const photos = rows.map(({ row }) => row).filter((row) => records.caseOf(row) !== null);
    return { ...reply, photos, unreadable: rows.length - photos.length };
  }
  if (what === 'signature') {
    const signatures = rows.flatMap(({ row }) => {
      const content = open(row);
      const signature = content === null ? null : valueOf('signature', content);
      return signature === null ? [] : [{ row, signature }];
    });
    return { ...reply, signatures, unreadable: rows.length - signatures.length };
  }
  if (what === 'agent') {
    const agents = rows.flatMap(({ row }) => {
      const content = open(row);
      return (content === null ? null : valueOf('agent', content)) ?? [];
    });
    return { ...reply, agent: agents[0] ?? null, otherAgents: agents.slice(1), unreadable: rows.length - agents.length };
  }
  const content = rows[0] === undefined ? null : open(rows[0].row);
  const value = content === null ? null : valueOf(what, content);
  return { ...reply, [what]: value, unreadable: value === null ? 1 : 0 };
}
