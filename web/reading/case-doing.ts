/**
 * What somebody can be about to do with a case, which step asks for it, and why it is off. Pure. Total over the steps: a new
 * one does not compile until somebody said what a person does then.
 */
import { CASE_ACTS } from '../../server/contract/case-acts.ts';
import type { CaseActName } from '../../server/contract/case-acts.ts';
import type { Stage } from '../../server/contract/case-parts.ts';
import type { CaseView, Step, StepName } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import type { Action } from '../../server/contract/rights.ts';
import type { FormedAct } from '../words/act-words.ts';
import { caseWords as says } from '../words/case-words.ts';

/** Dialogs of their own design, by the act that they end in. */
export const DESIGNED = {
  'read-brief': 'acknowledge-brief', intake: 'record-intake', photo: 'add-photo', consent: 'give-consent', receive: 'prepare-transfer', handover: 'prepare-transfer', 'give-back': 'prepare-transfer',
  'bring-back': 'prepare-transfer', 'sign-given': 'sign-given', 'sign-taken': 'sign-taken', 'tie-device': 'tie-device', 'identify-device': 'identify-device', link: 'make-link', answer: 'note-message', erase: null,
} as const satisfies Readonly<Record<string, CaseActName | null>>;
export type Designed = keyof typeof DESIGNED;

export interface Wanted {
  readonly what: FormedAct | Designed;
  readonly deviceId?: string;
  readonly subject?: string;
}

const isDesigned = (what: Wanted['what']): what is Designed => Object.hasOwn(DESIGNED, what);
export const designedOf = ({ what }: Wanted): Designed | null => (isDesigned(what) ? what : null);
export const formedOf = ({ what }: Wanted): FormedAct | null => (isDesigned(what) ? null : what);

const OF_STEP: Readonly<Record<StepName, Wanted['what'] | 'queue'>> = {
  'acknowledge-brief': 'read-brief', 'await-customer': 'arrive', 'name-owner': 'take-over', 'tie-device': 'tie-device', 'record-intake': 'intake', 'add-photo': 'photo', 'power-off': 'power-off',
  'get-consent': 'consent', 'answer-message': 'answer', 'decide-hold': 'queue', 'put-away': 'put-away', 'check-battery': 'check-battery', 'find-partner': 'handover', 'sign-given': 'sign-given', 'sign-taken': 'sign-taken',
  'ask-partner': 'report-stage', 'record-outcome': 'record-outcome', 'tell-customer': 'tell-by-mail', 'tell-agent': 'tell-by-mail', 'mend-telling': 'record-told', 'give-back': 'give-back', close: 'close',
};

/** What a person does for this step; `queue`: the evidence stands there. */
export function wantedOf({ step, deviceId, subject }: Step): Wanted | 'queue' {
  const what = OF_STEP[step];
  if (what === 'queue') return what;
  const about = step === 'tell-customer' ? 'customer' : step === 'tell-agent' ? 'agent' : subject;
  return { what, ...(deviceId === null ? {} : { deviceId }), ...(about === null ? {} : { subject: about }) };
}

/** Why it is off, in a sentence; null when it can be begun. */
export function whyOff(what: Wanted['what'], { case: { stage } }: CaseView, whyNot: (action: Action) => string | null): string | null {
  const act = isDesigned(what) ? DESIGNED[what] : what;
  if (act === null) return whyNot('decide-privacy');
  const { action, stages }: { readonly action: Action; readonly stages: readonly Stage[] | 'new' } = CASE_ACTS[act];
  const right = whyNot(action);
  if (right !== null) return right;
  return typeof stages !== 'string' && !stages.includes(stage) ? says.whyStage(parts.stages[stage]) : null;
}
