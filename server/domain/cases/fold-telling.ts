/** Who was told what and how: by voice, by a mail that arrived, or by one that did not; and what was said to be wrong. */
import type { CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';

const withoutMail = (queued: CaseState['tellingQueued'], mail: string | null): CaseState['tellingQueued'] => queued.filter((one) => one.mail !== mail);

export const foldTelling = {
  'telling-queued': (state: CaseState, { body, atIso }: HappenedOf<'telling-queued'>): CaseState => ({ ...state, tellingQueued: [...state.tellingQueued, { ...body, atIso }] }),
  told: (state: CaseState, { body, actor, atIso }: HappenedOf<'told'>): CaseState => ({
    ...state, told: [...state.told, { ...body, atIso, by: actor.name }], tellingQueued: withoutMail(state.tellingQueued, body.mail),
    tellingFailed: state.tellingFailed.filter(({ mail }) => mail !== body.mail),
  }),
  'telling-failed': (state: CaseState, { body, atIso }: HappenedOf<'telling-failed'>): CaseState =>
    ({ ...state, tellingFailed: [...state.tellingFailed, { ...body, atIso }], tellingQueued: withoutMail(state.tellingQueued, body.mail) }),
  /** The entry that is wrong stays as it is. */
  corrected: (state: CaseState, { body, actor, atIso }: HappenedOf<'corrected'>): CaseState => ({ ...state, corrections: [...state.corrections, { ...body, atIso, by: actor.name }] }),
} as const;
