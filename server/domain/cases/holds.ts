/** Which holds of a case bind: every one that nobody has released, decided or not. */
import type { CaseHold, CaseState } from '../../contract/case-state.ts';

export const isActiveHold = ({ state }: Pick<CaseHold, 'state'>): boolean => state !== 'released';
/** Placed by a stop or asked for, and no manager has said anything yet. */
export const isUndecided = ({ state }: Pick<CaseHold, 'state'>): boolean => state === 'provisional' || state === 'asked';

export const activeHoldOf = ({ holds }: Pick<CaseState, 'holds'>, deviceId: string): CaseHold | null => holds.find((hold) => hold.deviceId === deviceId && isActiveHold(hold)) ?? null;
