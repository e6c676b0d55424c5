/** Who is still to be told how it ended, and which mail reached nobody. */
import type { Told } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { CASE_TIMES, later, toMs } from './case-times.ts';
import { knowsOutcome, missesOutcome } from './decide-end.ts';
import type { Wanted } from './wanted.ts';

/** Over with any later word to the same person. */
const failedStill = (state: CaseState): CaseState['tellingFailed'] =>
  state.tellingFailed.filter((failed) => !knowsOutcome(state, failed.who) && !state.tellingQueued.some(({ who }) => who === failed.who));

function tell(state: CaseState, who: Told, sinceIso: string): Wanted[] {
  const isUnderWay = state.tellingQueued.some((one) => one.who === who && one.about === 'outcome');
  if (knowsOutcome(state, who) || isUnderWay || failedStill(state).some((failed) => failed.who === who)) return [];
  return [{ step: who === 'customer' ? 'tell-customer' : 'tell-agent', sinceIso, dueAtIso: later(sinceIso, CASE_TIMES.told.ms) }];
}

/** A mail that is under way asks nothing of anybody until it is under way for too long. */
export function stepsOfTelling(state: CaseState, nowMs: number): Wanted[] {
  const failed: Wanted[] = failedStill(state).map(({ mail, atIso }) => ({ step: 'mend-telling', subject: mail, sinceIso: atIso, dueAtIso: later(atIso, CASE_TIMES.tellingMended.ms) }));
  const silent: Wanted[] = state.tellingQueued.filter(({ atIso }) => nowMs > toMs(atIso) + CASE_TIMES.mailSilent.ms).map(({ mail, atIso }) => ({ step: 'mend-telling', subject: mail, sinceIso: atIso, dueAtIso: later(atIso, CASE_TIMES.mailSilent.ms) }));
  const lastOutcome = state.devices.flatMap(({ outcome }) => (outcome === null ? [] : [outcome.atIso])).toSorted().at(-1);
  if (lastOutcome === undefined || missesOutcome(state)) return [...failed, ...silent];
  return [...failed, ...silent, ...tell(state, 'customer', lastOutcome), ...(state.rows.agent === null ? [] : tell(state, 'agent', lastOutcome))];
}
