/**
 * What stops at the benches do to cases: a device that was stopped with its data at stake is held, in its own case or in one
 * that the stop opens, in the transaction of the evidence itself. Such a hold outlives the reset; only a manager releases it.
 */
import type { Database } from 'better-sqlite3';
import type { Actor } from '../../firmware-bridge/contract/actor.ts';
import { factsOfCases } from '../domain/cases/case-facts.ts';
import type { BesideStops, ActBy } from '../domain/cases/cases-port.ts';
import type { Given } from '../domain/cases/decision.ts';
import { casesOfStop, holdForStop, idsOfStop, placesHold } from '../domain/cases/on-stop.ts';
import type { ProjectedStop } from '../domain/project-stops.ts';
import { detailOf } from '../start-refusal.ts';
import type { Kept, Keeping } from './case-keeping.ts';
import type { Sent } from './case-act-parts.ts';
import { NOT_ENDED, pairsOf } from './case-table.ts';
import type { CaseTable } from './case-table.ts';
import type { CaseState } from '../contract/case-state.ts';

export interface StopHolderParts {
  readonly cases: CaseTable;
  readonly keeping: Keeping;
  readonly finish: (asked: Sent, before: CaseState | null, kept: Kept, by: ActBy) => void;
  readonly known: Given['known'];
  newUuid(): string;
  newFreeCode(): string;
  readonly database: Database;
  log(level: 'error', text: string): void;
}

export function stopHolder({ cases, keeping, finish, known, newUuid, newFreeCode, database, log }: StopHolderParts): BesideStops {
  const given: Pick<Given, 'newUuid' | 'newCode' | 'known'> = { newUuid, newCode: newFreeCode, known };
  const holdIn = (state: CaseState | null, { stop }: ProjectedStop, atIso: string): boolean => {
    const drafts = holdForStop(state, stop, given);
    if (drafts.length === 0) return false;
    const by: ActBy = { atIso, actor: actorOf(stop.bench), role: 'system', person: null, second: null, from: { address: 'local', machine: null } };
    const caseId = state?.id ?? newUuid();
    const kept = keeping.keep(caseId, state, drafts, newUuid, by);
    finish({ name: 'hold-by-stop', caseId, body: { id: '' } }, state, kept, by);
    return kept.factsChanged;
  };
  const holdAll = database.transaction((projected: ProjectedStop, atIso: string): boolean => {
    const ids = pairsOf(idsOfStop(projected.stop));
    const states = [...new Set(cases.withIds(ids, NOT_ENDED).map(({ caseId }) => caseId))].flatMap((caseId) => cases.get(caseId) ?? []);
    const meant = casesOfStop(states, projected.stop);
    return (meant.length === 0 ? [null] : meant).map((state) => holdIn(state, projected, atIso)).some((changed) => changed);
  });
  /** Evidence is kept whatever a case is like: its own hold lasts until the reset, and a person is told. */
  const holdOne = (projected: ProjectedStop, atIso: string): boolean => {
    try {
      return holdAll(projected, atIso);
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) throw error;
      log('error', `the stop ${projected.stop.stopId} could not hold its device in a case: ${detailOf(error)}`);
      return false;
    }
  };
  return {
    holdStops(stops, atIso) {
      // Told again, also after a manager has released it: it was held once.
      const wanted = stops.filter(({ stop }) => placesHold(stop) && cases.holdOfStop(stop) === null);
      return wanted.map((projected) => holdOne(projected, atIso)).some((changed) => changed);
    },
    facts: (nowMs) => factsOfCases(cases.thatTell(), nowMs),
  };
}

const actorOf = (bench: string): Actor => ({ kind: 'bridge', name: bench });
