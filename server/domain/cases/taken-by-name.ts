/** A brief as its agent sees it: by whom it was taken is said by name, for an agent cannot look a code up. */
import type { CaseState } from '../../contract/case-state.ts';

export const takenByName = (state: CaseState, staffName: (code: string) => string): CaseState =>
  state.acknowledged === null ? state : { ...state, acknowledged: { ...state.acknowledged, by: staffName(state.acknowledged.by) } };
