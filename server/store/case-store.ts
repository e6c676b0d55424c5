/**
 * The cases of a store over one database. An act is one transaction from its idempotency to its audit note; a second person
 * who acts at the same moment meets the state that the first one left, never a mixture.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CaseState } from '../contract/case-state.ts';
import type { Audit } from '../domain/audit-port.ts';
import type { Acted, ActBy, ActRefused, BesideStops, Cases } from '../domain/cases/cases-port.ts';
import { decide } from '../domain/cases/decide.ts';
import type { Decided, Given } from '../domain/cases/decision.ts';
import { withWordToAgent } from '../domain/cases/word-to-agent.ts';
import type { Custody } from '../domain/custody/custody-port.ts';
import type { PrivateRecords } from '../domain/private-port.ts';
import { finisher, givenMaker, idsFrom, keepPrivate, placedRows, sentBefore } from './case-act-parts.ts';
import type { Sent, SentBefore } from './case-act-parts.ts';
import { ActUndone, createKeeping } from './case-keeping.ts';
import type { Keeping, Kept } from './case-keeping.ts';
import type { CaseMail } from './case-mail.ts';
import { caseReader } from './case-reading.ts';
import { readyRow, readyRows } from './case-rows.ts';
import { withWhatStays } from './amended-private.ts';
import { createCaseTable } from './case-table.ts';
import type { CaseTable } from './case-table.ts';
import type { Meta } from './meta.ts';
import type { BlindNames } from './blind-names.ts';
import { stopHolder } from './stop-holder.ts';

/** Raised whenever the fold changes its mind; every case is then made again from its chain at the next start. */
const PROJECTION_VERSION = '6';

export interface CaseStoreParts {
  readonly database: Database;
  readonly meta: Meta;
  readonly audit: Audit;
  readonly custody: Custody;
  readonly records: PrivateRecords;
  readonly names: BlindNames;
  readonly mail: CaseMail;
  readonly terms: Given['terms'];
  partnerIsActive(id: string): boolean;
  newUuid(): string;
  newCode(isTaken: (code: string) => boolean): string;
  nowIso(): string;
  log(level: 'error', text: string): void;
  /** After the transaction: benches and pages are told. */
  changed(factsChanged: boolean): void;
}

interface Done {
  readonly acted: Acted;
  readonly factsChanged: boolean;
}

interface Tools {
  readonly cases: CaseTable;
  readonly sent: SentBefore;
  readonly keeping: Keeping;
  readonly given: ReturnType<typeof givenMaker>;
  readonly finish: ReturnType<typeof finisher>;
  transact(work: () => Done): Acted | ActRefused;
}

export function createCaseStore(parts: CaseStoreParts): Cases & BesideStops {
  const { database, custody, meta, names, changed, newUuid } = parts;
  const cases = createCaseTable(database);
  const keeping = createKeeping({ cases, custody, meta, log: parts.log });
  const sent = sentBefore(database, names);
  const finish = finisher(parts);
  const reader = caseReader({ ...parts, cases });
  const newFreeCode = (): string => parts.newCode((code) => custody.caseOf(code) !== null);
  const given = givenMaker({ ...parts, cases, known: reader.known, newFreeCode });

  /** One transaction; what was thrown in it as a refusal is the answer. */
  const transact = (work: () => Done): Acted | ActRefused => orRefused(() => {
    const { acted, factsChanged } = database.transaction(work).immediate();
    if (acted.isNew) changed(factsChanged);
    return acted;
  });
  const rebuild = database.transaction(() => {
    keeping.rebuild(parts.nowIso());
    meta.set('cases_projection_version', PROJECTION_VERSION);
  });
  if (meta.text('cases_projection_version') !== PROJECTION_VERSION) rebuild.immediate();
  return {
    ...reader,
    ...stopHolder({ database, cases, keeping, finish, known: reader.known, newUuid, newFreeCode, log: parts.log }),
    ...actsOf(parts, { cases, sent, keeping, given, finish, transact }),
    record(caseId, expectedSeq, drafts, by, besides) {
      return !('refusal' in transact(() => {
        const state = standing(cases, caseId);
        if (state.lastSeq !== expectedSeq) throw new ActUndone('case-moved-on');
        const kept = keeping.keep(caseId, state, drafts, newUuid, by);
        besides?.();
        finish({ name: drafts[0]?.kind ?? 'recorded', caseId, body: { id: '' } }, state, kept, by);
        return doneNow(kept);
      }));
    },
    rebuild() {
      rebuild.immediate();
      changed(true);
    },
  };
}

function orRefused<Result>(work: () => Result): Result | ActRefused {
  try {
    return work();
  } catch (error) {
    if (error instanceof ActUndone) return error.refused;
    throw error;
  }
}

const doneNow = ({ state, head, factsChanged }: Kept): Done => ({ acted: { caseId: state.id, state, head, isNew: true }, factsChanged });

function standing(cases: CaseTable, caseId: string): CaseState {
  const state = cases.get(caseId);
  if (state === null) throw new ActUndone('no-such-case', { case: caseId }, 'path.case');
  return state;
}

/** The case that a merge goes into. */
function targetOf(cases: CaseTable, { name, body }: Sent): CaseState | null {
  const code = name === 'merge-into' ? body['into'] : null;
  const id = typeof code === 'string' ? cases.idOfCode(code) : null;
  return id === null ? null : cases.get(id);
}

function actsOf(parts: CaseStoreParts, { cases, sent, keeping, given, finish, transact }: Tools): Pick<Cases, 'act' | 'before' | 'addPhoto'> {
  const { custody, records, names, newUuid } = parts;
  const doneBefore = (asked: Sent): Done | null => {
    const caseId = sent.find(asked);
    const [state, head] = caseId === null ? [null, null] : [cases.get(caseId), custody.head(caseId)];
    return caseId === null || state === null || head === null ? null : { acted: { caseId, state, head, isNew: false }, factsChanged: false };
  };
  const keepBoth = (asked: Sent, caseId: string, state: CaseState | null, { drafts, targetDrafts }: Decided, by: ActBy): Kept => {
    const kept = keeping.keep(caseId, state, drafts, idsFrom(asked.body.id, newUuid), by);
    const target = targetDrafts.length === 0 ? null : targetOf(cases, asked);
    if (target === null) return kept;
    const absorbed = keeping.keep(target.id, target, targetDrafts, newUuid, by);
    finish({ ...asked, name: 'absorb' }, target, absorbed, by);
    return { ...kept, factsChanged: kept.factsChanged || absorbed.factsChanged };
  };

  return {
    act(name, caseId, body, by, besides) {
      const asked: Sent = { name, caseId, body };
      return transact(() => {
        const before = doneBefore(asked);
        if (before !== null) return before;
        const state = caseId === null ? null : standing(cases, caseId);
        const rows = readyRows(name === 'amend-brief' && state !== null ? withWhatStays(records, state, asked.body) : asked.body, newUuid);
        const present = given(state, rows, targetOf(cases, asked), by);
        const decision = decide(name, state, body, present);
        if ('refusal' in decision) throw new ActUndone(decision.refusal, decision.params, decision.at);
        const decided = withWordToAgent(name, decision, () => present.whyNoMail('agent', null), newUuid);
        const id = caseId ?? newUuid();
        keepPrivate(records, id, placedRows(rows, state), name, by);
        const named = nameIn(asked);
        if (named !== null) names.put(id, [named]);
        const kept = keepBoth(asked, id, state, decided, by);
        besides?.({ caseId: id, drafts: decided.drafts, state: kept.state });
        parts.mail.queue(decided.mails, kept, by);
        finish(asked, state, kept, by);
        sent.note(asked, id);
        return doneNow(kept);
      });
    },
    before: (name, caseId, body) => orRefused(() => doneBefore({ name, caseId, body })?.acted ?? null),
    addPhoto(caseId, { id, deviceId, mime, content }, by) {
      const fileSha256 = createHash('sha256').update(content).digest('hex');
      const asked: Sent = { name: 'add-photo', caseId, body: { id, deviceId, fileSha256 } };
      const row = readyRow('photo', id, content);
      return transact(() => {
        const before = doneBefore(asked);
        if (before !== null) return before;
        const state = standing(cases, caseId);
        const decision = decide('add-photo', state, { id, deviceId, photo: row.ref, bytes: content.length, mime, fileSha256 }, given(state, {}, null, by));
        // The address of a photo names its device, the act itself has it in its body.
        if ('refusal' in decision) throw new ActUndone(decision.refusal, decision.params, decision.at === 'body.deviceId' ? 'query.device' : decision.at);
        keepPrivate(records, caseId, [{ ...row, replaces: null }], asked.name, by);
        const kept = keeping.keep(caseId, state, decision.drafts, idsFrom(id, newUuid), by);
        finish(asked, state, kept, by);
        sent.note(asked, caseId);
        return doneNow(kept);
      });
    },
  };
}

/** By which name the case is found again; null where this act says none. */
function nameIn({ body }: Sent): string | null {
  const sealed = body['private'];
  const contact: unknown = typeof sealed === 'object' && sealed !== null && 'contact' in sealed ? sealed.contact : null;
  return typeof contact === 'object' && contact !== null && 'name' in contact && typeof contact.name === 'string' ? contact.name : null;
}
