/**
 * The parts of an act beside its decision: whether the same was sent before, what the decision is handed, the sealing of what
 * is personal, and what follows once it stands. To be called inside the transaction of the act.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CaseState } from '../contract/case-state.ts';
import type { Audit } from '../domain/audit-port.ts';
import type { ActBy } from '../domain/cases/cases-port.ts';
import type { Given } from '../domain/cases/decision.ts';
import { canonicalText } from '../domain/custody/canonical.ts';
import type { Doer, PrivateRecords } from '../domain/private-port.ts';
import { ActUndone } from './case-keeping.ts';
import type { Kept } from './case-keeping.ts';
import type { CaseMail } from './case-mail.ts';
import { keepRows, refsOf } from './case-rows.ts';
import type { ReadyRow, ReadyRows } from './case-rows.ts';
import type { CaseTable } from './case-table.ts';
import type { BlindNames } from './blind-names.ts';

export interface Sent {
  readonly name: string;
  readonly caseId: string | null;
  readonly body: { readonly id: string; readonly private?: unknown } & Readonly<Record<string, unknown>>;
}

interface SentRow {
  readonly case_id: string;
  readonly digest: string;
  readonly private_digest: string | null;
}

export interface SentBefore {
  /** The case in which the very same was done; null when this id was not sent before. Another content is refused. */
  find(asked: Sent): string | null;
  note(asked: Sent, caseId: string): void;
}

const textOf = (value: unknown): string => {
  const written = canonicalText(JSON.parse(JSON.stringify(value ?? null)));
  return 'text' in written ? written.text : JSON.stringify(value);
};

export function sentBefore(database: Database, names: BlindNames): SentBefore {
  const byId = database.prepare<[string], SentRow>('SELECT case_id, digest, private_digest FROM case_acts WHERE id = ?');
  const insert = database.prepare<(string | null)[]>('INSERT INTO case_acts (id, case_id, digest, private_digest) VALUES (?, ?, ?, ?)');
  const publicOf = ({ name, body: { private: _sealed, confirmation: _first, secondConfirmation: _second, ...rest } }: Sent): string => createHash('sha256').update(`${name}\n${textOf(rest)}`, 'utf8').digest('hex');
  const privateOf = ({ body }: Sent): string | null => (body['private'] === undefined ? null : names.digest(textOf(body['private'])));
  return {
    find(asked) {
      const known = byId.get(asked.body.id);
      if (known === undefined) return null;
      const isSame = known.digest === publicOf(asked) && (asked.caseId === null || asked.caseId === known.case_id) && (known.private_digest === null || known.private_digest === privateOf(asked));
      if (!isSame) throw new ActUndone('act-id-used', {}, 'body.id');
      return known.case_id;
    },
    note: (asked, caseId) => void insert.run(asked.body.id, caseId, publicOf(asked), privateOf(asked)),
  };
}

/** The first event takes the id of what was sent, so that the chain itself knows it. */
export function idsFrom(first: string, newUuid: () => string): () => string {
  let given = false;
  return () => {
    if (given) return newUuid();
    given = true;
    return first;
  };
}

const doerOf = (by: ActBy, why: string): Doer => ({ who: by.actor, role: by.role, why, from: by.from });

type ReplacedSlot = 'contact' | 'story' | 'agent';

/** What takes the place of what; a signature takes nobody's. */
export function placedRows(rows: ReadyRows, state: CaseState | null): (ReadyRow & { readonly replaces: string | null })[] {
  const slots: readonly ReplacedSlot[] = ['contact', 'story', 'agent'];
  const placed = slots.flatMap((slot) => {
    const row = rows[slot];
    return row === undefined ? [] : [{ ...row, replaces: state?.rows[slot]?.row ?? null }];
  });
  return rows.signature === undefined ? placed : [...placed, { ...rows.signature, replaces: null }];
}

export function keepPrivate(records: PrivateRecords, caseId: string, rows: readonly (ReadyRow & { readonly replaces: string | null })[], name: string, by: ActBy): void {
  const refusal = keepRows(records, caseId, rows, doerOf(by, name), by.atIso);
  if (refusal !== null) throw new ActUndone(refusal, {}, 'body.private');
}

export interface GivenParts {
  readonly database: Database;
  readonly cases: CaseTable;
  readonly mail: CaseMail;
  readonly terms: Given['terms'];
  partnerIsActive(id: string): boolean;
  newUuid(): string;
  newFreeCode(): string;
  known: Given['known'];
}

export function givenMaker(parts: GivenParts): (state: CaseState | null, rows: ReadyRows, target: CaseState | null, by: ActBy) => Given {
  const looked = parts.database.prepare<[string, string, string], { number: number }>("SELECT number FROM audit WHERE subject = ? AND what = 'looked-at-story' AND who_name = ? AND at_iso >= ? LIMIT 1");
  // A story that was told anew since is another one.
  const hasLooked = (state: CaseState, code: string): boolean => {
    const sinceIso = state.amended?.what.includes('story') === true ? state.amended.atIso : '';
    return everyIdOf(state).some((id) => looked.get(`case:${id}`, code, sinceIso) !== undefined);
  };
  return (state, rows, target, by) => ({
    atIso: by.atIso, actor: by.actor, person: by.person, second: by.second, newUuid: parts.newUuid, rows: refsOf(rows), target, terms: parts.terms,
    storyRead: state !== null && by.person !== null && hasLooked(state, by.person.code),
    known: parts.known, partnerIsActive: parts.partnerIsActive,
    whyNoMail: (who, of) => (state === null ? 'the case is not open yet' : parts.mail.whyNot(who, of, state, by)),
    newCode: parts.newFreeCode,
  });
}

/** Times of keeping begin and end with the case, and the audit says who did what with the head that it led to. */
export function finisher({ records, audit }: { readonly records: PrivateRecords; readonly audit: Audit }): (asked: Sent, before: CaseState | null, kept: Kept, by: ActBy) => void {
  return ({ name, body }, before, { state, head }, by) => {
    if (state.stage === 'closed' && before?.stage !== 'closed') for (const id of everyIdOf(state)) records.settle(id, by.atIso);
    if (before?.stage === 'closed' && state.stage !== 'closed') for (const id of everyIdOf(state)) records.settle(id, null);
    const why = typeof body['why'] === 'string' && body['why'] !== '' ? body['why'] : null;
    audit.append({ who: by.actor, what: name, subject: `case:${state.id}`, why, from: by.from, detail: { code: state.code, second: by.second?.code ?? null, custody: `${String(head.seq)}:${head.hash}` } }, by.atIso);
  };
}

/** A case with those that were merged into it: what is personal stays under the case that it came with. */
export const everyIdOf = (state: CaseState): string[] => [state.id, ...state.absorbed.map(({ id }) => id)];
