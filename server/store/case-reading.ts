/** What is asked of the cases without changing any: by code, by text, by device, by whoever filed them. */
import type { CaseState } from '../contract/case-state.ts';
import { parseHead } from '../contract/custody.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import { asFiled } from '../domain/cases/agents.ts';
import { searchCases } from '../domain/cases/search.ts';
import type { Custody } from '../domain/custody/custody-port.ts';
import { NOT_ENDED, pairsOf } from './case-table.ts';
import type { CaseTable } from './case-table.ts';
import type { BlindNames } from './blind-names.ts';

const BRIEFS_MAX = 200;
const FOUND_MAX = 300;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface ReadingParts {
  readonly cases: CaseTable;
  readonly custody: Custody;
  readonly names: BlindNames;
}

type Reader = Omit<Cases, 'act' | 'before' | 'addPhoto' | 'record' | 'rebuild'>;

/** As people type and scanners read: small letters, blanks, O for 0, I and L for 1. */
const plain = (typed: string): string => (parseHead(typed)?.code ?? typed).toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

export function caseReader({ cases, custody, names }: ReadingParts): Reader {
  const idOf = (text: string): string | null => {
    const typed = text.trim().toLowerCase();
    return UUID.test(typed) ? cases.get(typed)?.id ?? null : cases.idOfCode(plain(text));
  };
  const follow = (state: CaseState): CaseState => (state.mergedInto === null ? state : cases.get(state.mergedInto.id) ?? state);
  /** Through every merge: a case goes into another that stood then, so it ends. */
  const endOf = (state: CaseState): CaseState => {
    const next = follow(state);
    return next === state ? state : endOf(next);
  };
  const search = (text: string): CaseState[] => {
    const stateOf = (id: string): CaseState[] => [cases.get(id)].flatMap((state) => state ?? []);
    const code = cases.idOfCode(plain(text));
    const candidates = [...new Set([...(code === null ? [] : [code]), ...cases.withText(plain(text), FOUND_MAX)])].flatMap(stateOf);
    const named = names.find(text).toSorted().toReversed().slice(0, FOUND_MAX).flatMap(stateOf);
    const found = [...searchCases(candidates, text).map(({ state }) => state), ...named].map(follow);
    return [...new Map(found.map((state) => [state.id, state])).values()];
  };
  return {
    idOf,
    state: (caseId) => cases.get(caseId),
    head: (caseId) => custody.head(caseId),
    history: (caseId) => custody.events(caseId, 0),
    list({ stage, text, before, limit }) {
      if (text !== null && text.trim() !== '') return { cases: search(text).filter((state) => stage === null || state.stage === stage).slice(0, limit), cursor: null };
      const found = cases.list({ stage, before, limit: limit + 1 });
      return { cases: found.slice(0, limit), cursor: found.length > limit ? found.at(limit - 1)?.id ?? null : null };
    },
    alive: () => cases.inStages(NOT_ENDED),
    briefsOf: (personId) => cases.filedBy(personId, BRIEFS_MAX).map((own) => (own.mergedInto === null ? own : asFiled(own, endOf(own)))),
    known: (ids) => cases.withIds(pairsOf(ids), NOT_ENDED),
    holdVersions: (caseId) => new Map(cases.holds(caseId).map(({ holdId, firstVersion }) => [holdId, firstVersion])),
  };
}
