/** Who was called because a step stayed undone, and the reasons that were given. Of a step only the newest calls are kept. */
import type { CaseCall, CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { assertThat } from './invariant.ts';

/** Of one step, four rounds of it: with a hold that ends, a step falls back to an earlier round, and whoever was called then is not called again. */
const KEPT_MAX = 12;

export const foldCalls = {
  'step-called': (state: CaseState, { body: { callId, ...call }, atIso }: HappenedOf<'step-called'>): CaseState => {
    const isSameStep = (one: CaseCall): boolean => one.step === call.step && one.deviceId === call.deviceId && one.subject === call.subject;
    const before = state.calls.filter(isSameStep);
    assertThat(!before.some((one) => one.sinceIso === call.sinceIso && one.level === call.level), 'one level was called twice for one step');
    return { ...state, calls: [...state.calls.filter((one) => !isSameStep(one)), ...before.slice(1 - KEPT_MAX), { ...call, id: callId, atIso, answered: null }] };
  },
  'call-answered': (state: CaseState, { body: { callId, why }, actor, atIso }: HappenedOf<'call-answered'>): CaseState => {
    assertThat(state.calls.some(({ id }) => id === callId), 'a call was answered that was never made');
    return { ...state, calls: state.calls.map((call) => (call.id === callId ? { ...call, answered: { by: actor.name, why, atIso } } : call)) };
  },
} as const;
