/** Who is still to be told how it ended, and which mail reached nobody. */
import type { Told } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { agentsOf } from './agents.ts';
import { CASE_TIMES, later, toMs } from './case-times.ts';
import { knowsOutcome, missesOutcome } from './decide-end.ts';
import type { Wanted } from './wanted.ts';

/** Over with any later word to the same person. */
const failedStill = (state: CaseState): CaseState['tellingFailed'] =>
  state.tellingFailed.filter((failed) => !knowsOutcome(state, failed.who) && !state.tellingQueued.some(({ who }) => who === failed.who));

const isSilent = (atIso: string, nowMs: number): boolean => nowMs > toMs(atIso) + CASE_TIMES.mailSilent.ms;

/** With a mail under way the step names it and waits for it: nobody has to do anything until it is under way for too long. */
function tell(state: CaseState, who: Told, outcomeAtIso: string, nowMs: number): Wanted[] {
  const step = who === 'customer' ? 'tell-customer' : 'tell-agent';
  if (knowsOutcome(state, who)) return [];
  const mail = state.tellingQueued.findLast((one) => one.who === who && one.about === 'outcome');
  if (mail !== undefined) return isSilent(mail.atIso, nowMs) ? [] : [{ step, subject: mail.mail, sinceIso: mail.atIso, dueAtIso: later(mail.atIso, CASE_TIMES.mailSilent.ms) }];
  return failedStill(state).some((failed) => failed.who === who) ? [] : [{ step, sinceIso: outcomeAtIso, dueAtIso: later(outcomeAtIso, CASE_TIMES.told.ms) }];
}

export function stepsOfTelling(state: CaseState, nowMs: number): Wanted[] {
  const failed: Wanted[] = failedStill(state).map(({ mail, atIso }) => ({ step: 'mend-telling', subject: mail, sinceIso: atIso, dueAtIso: later(atIso, CASE_TIMES.tellingMended.ms) }));
  const silent: Wanted[] = state.tellingQueued.filter(({ atIso }) => isSilent(atIso, nowMs))
    .map(({ mail, atIso }) => ({ step: 'mend-telling', subject: mail, sinceIso: atIso, dueAtIso: later(atIso, CASE_TIMES.mailSilent.ms) }));
  const lastOutcome = state.devices.flatMap(({ outcome }) => (outcome === null ? [] : [outcome.atIso])).toSorted().at(-1);
  if (lastOutcome === undefined || missesOutcome(state)) return [...failed, ...silent];
  return [...failed, ...silent, ...tell(state, 'customer', lastOutcome, nowMs), ...(agentsOf(state).length === 0 ? [] : tell(state, 'agent', lastOutcome, nowMs))];
}
