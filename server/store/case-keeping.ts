/**
 * Keeps what happened to a case: linked into its chain, folded into its projection, and told to the benches by a raised
 * version of the facts where it matters to them. To be called inside a transaction.
 */
import { isDeepStrictEqual } from 'node:util';
import type { CaseDraft } from '../contract/case-events.ts';
import type { CaseState } from '../contract/case-state.ts';
import type { ChainedEvent, CustodyDraft, CustodyHead, Json } from '../contract/custody.ts';
import { factsOfCases } from '../domain/cases/case-facts.ts';
import type { ActBy, ActRefused } from '../domain/cases/cases-port.ts';
import { applyEvent, passOver, readHappened } from '../domain/cases/fold.ts';
import type { Custody } from '../domain/custody/custody-port.ts';
import type { CaseTable } from './case-table.ts';
import type { Meta } from './meta.ts';

/** Leaves the transaction that it is thrown in, so that nothing of it stays. */
export class ActUndone extends Error {
  readonly refused: ActRefused;
  constructor(refusal: ActRefused['refusal'], params: ActRefused['params'] = {}, at: string | null = null) {
    super(refusal);
    this.refused = { refusal, params, at };
  }
}

export interface Kept {
  readonly state: CaseState;
  readonly head: CustodyHead;
  readonly factsChanged: boolean;
}

export interface Keeping {
  keep(caseId: string, before: CaseState | null, drafts: readonly CaseDraft[], ids: () => string, by: Pick<ActBy, 'actor' | 'atIso'>): Kept;
  /** Every projection from the chain alone; since when facts have said a hold is known beside it and stays. */
  rebuild(atIso: string): void;
}

export interface KeepingParts {
  readonly cases: CaseTable;
  readonly custody: Custody;
  readonly meta: Meta;
  log(level: 'error', text: string): void;
}

export function createKeeping({ cases, custody, meta, log }: KeepingParts): Keeping {
  const version = (): number => meta.number('facts_version');
  const raiseFacts = (): void => meta.set('facts_version', String(version() + 1));
  const factsOf = (state: CaseState | null, atIso: string) => (state === null ? NOTHING : factsOfCases([state], Date.parse(atIso)));

  return {
    keep(caseId, before, drafts, ids, by) {
      const [first, ...rest] = drafts.map((draft): CustodyDraft => ({ id: ids(), atIso: by.atIso, actor: by.actor, kind: draft.kind, body: plainOf(draft.body) }));
      if (first === undefined) throw new Error('an act that was let through makes at least one event');
      if (before === null) nameCase(custody, caseId, first);
      const appended = custody.append(caseId, custody.head(caseId)?.seq ?? 0, [first, ...rest]);
      if ('refusal' in appended) {
        if (appended.refusal === 'event-unfit') throw new ActUndone('event-unfit', { detail: appended.detail });
        throw new ActUndone(appended.refusal === 'event-id-used' ? 'act-id-used' : 'case-moved-on', {}, appended.refusal === 'event-id-used' ? 'body.id' : null);
      }
      const state = fold(before, appended.events);
      if (state === null) throw new Error(`the case ${caseId} did not begin with a beginning`);
      const [was, is] = [factsOf(before, by.atIso), factsOf(state, by.atIso)];
      const factsChanged = !isDeepStrictEqual(was, is);
      if (factsChanged) raiseFacts();
      cases.put(state, !isDeepStrictEqual(is, NOTHING), version());
      const head = custody.head(caseId);
      if (head === null) throw new Error(`the case ${caseId} has no head after something happened to it`);
      return { state, head, factsChanged };
    },
    rebuild(atIso) {
      const firsts = cases.allHolds();
      cases.clear();
      // What was told before may have been wrong: every bridge gets the facts anew.
      raiseFacts();
      for (const { case: caseId } of custody.heads()) {
        const state = fold(null, custody.events(caseId, 0));
        // Somebody changed the database. The check of the chain says what; one such case must not keep the others from the store.
        if (state === null) {
          log('error', `the chain of the case ${caseId} has no beginning; see holdfast verify`);
          continue;
        }
        cases.put(state, !isDeepStrictEqual(factsOf(state, atIso), NOTHING), version());
      }
      for (const { holdId, firstVersion } of firsts) cases.setFirstVersion(holdId, firstVersion);
    },
  };
}

const NOTHING = factsOfCases([], 0);

/** Null for a chain without a beginning. */
function fold(before: CaseState | null, events: readonly ChainedEvent[]): CaseState | null {
  let state = before;
  for (const { event } of events) {
    const happened = readHappened(event);
    if (happened !== null) state = applyEvent(state, happened);
    else if (state !== null) state = passOver(state, event);
  }
  return state;
}

/** What was left out is left out, and nothing else: the chain knows no undefined. */
function plainOf(body: CaseDraft['body']): CustodyDraft['body'] {
  const plain: unknown = JSON.parse(JSON.stringify(body));
  return plain as { readonly [key: string]: Json };
}

function nameCase(custody: Custody, caseId: string, { body }: CustodyDraft): void {
  const { code } = body;
  const named = typeof code === 'string' ? custody.name(caseId, code) : null;
  if (named !== 'named') throw new Error(`the case ${caseId} got no code of its own`);
}
