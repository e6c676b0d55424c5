/** Which holds of a case bind: every one that nobody has released, decided or not. */
import type { CaseHold, CaseState } from '../../contract/case-state.ts';

export const isActiveHold = ({ state }: Pick<CaseHold, 'state'>): boolean => state !== 'released';
/** Placed by a stop or asked for, and no manager has said anything yet. */
export const isUndecided = ({ state }: Pick<CaseHold, 'state'>): boolean => state === 'provisional' || state === 'asked';

/** More than one only after a merge of two cases that both held it. */
export const activeHoldsOf = ({ holds }: Pick<CaseState, 'holds'>, deviceId: string): CaseHold[] => holds.filter((hold) => hold.deviceId === deviceId && isActiveHold(hold));

export const activeHoldOf = (state: Pick<CaseState, 'holds'>, deviceId: string): CaseHold | null => activeHoldsOf(state, deviceId)[0] ?? null;
