/** Which call a step shows: the newest one of its present round. Pure. */
import type { CaseCall, Step } from '../../server/contract/case-state.ts';

export const newestCall = (calls: readonly CaseCall[], { step, deviceId, subject, sinceIso }: Step): CaseCall | undefined =>
  calls.findLast((call) => call.step === step && call.deviceId === deviceId && call.subject === subject && call.sinceIso === sinceIso);
