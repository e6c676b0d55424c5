/** What somebody who was called may say instead of doing the step or taking the case over: why it is not done yet. The step stays where it is. */
import type { CaseActBody } from '../../contract/case-acts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { done, no } from './answers.ts';
import type { Decision, Given } from './decision.ts';
import { isCalled, openCalls } from './escalation.ts';
import { toMs } from './case-times.ts';

const answer = (state: CaseState, { callId, why }: CaseActBody<'answer-call'>, { atIso, person }: Given): Decision => {
  const call = state.calls.find(({ id }) => id === callId);
  if (call === undefined) return no('no-such-call', 'body.callId');
  if (call.answered !== null || !openCalls(state, toMs(atIso)).includes(call)) return no('call-over', 'body.callId');
  const isTheirs = person !== null && (isCalled(call, person.id) || state.owner?.id === person.id);
  return isTheirs ? done({ kind: 'call-answered', body: { callId, why } }) : no('not-called', 'body.callId');
};

export const CALL_RULES = { 'answer-call': answer } as const;
