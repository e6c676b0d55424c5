/** Who was called because a step stayed undone, and the reasons that were given. Of a step only the calls of its present round are kept. */
import type { CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { assertThat } from './invariant.ts';

export const foldCalls = {
  'step-called': (state: CaseState, { body: { callId, ...call }, atIso }: HappenedOf<'step-called'>): CaseState => {
    const others = state.calls.filter((one) => one.step !== call.step || one.deviceId !== call.deviceId || one.subject !== call.subject || one.sinceIso === call.sinceIso);
    assertThat(!others.some((one) => one.step === call.step && one.deviceId === call.deviceId && one.subject === call.subject && one.level === call.level), 'one level was called twice for one step');
    return { ...state, calls: [...others, { ...call, id: callId, atIso, answered: null }] };
  },
  'call-answered': (state: CaseState, { body: { callId, why }, actor, atIso }: HappenedOf<'call-answered'>): CaseState => {
    assertThat(state.calls.some(({ id }) => id === callId), 'a call was answered that was never made');
    return { ...state, calls: state.calls.map((call) => (call.id === callId ? { ...call, answered: { by: actor.name, why, atIso } } : call)) };
  },
} as const;
