/** A step before anybody asked whether it is overdue. */
import type { Step } from '../../contract/case-state.ts';

export interface Wanted extends Pick<Step, 'step' | 'sinceIso' | 'dueAtIso'> {
  readonly deviceId?: string | null;
  readonly subject?: string | null;
}
