/** Which cases are over. A no-show is not: the customer may come tomorrow, and what the brief says still protects the phone. */
import type { CaseState } from '../../contract/case-state.ts';

export const hasEnded = ({ stage }: Pick<CaseState, 'stage'>): boolean => stage === 'closed' || stage === 'merged';
