/** Telling people how it ended, and ending: a case closes only when everybody knows and every device is somewhere. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { Told } from '../../contract/case-parts.ts';
import { done, no } from './answers.ts';
import type { Decision, Given, Refused } from './decision.ts';
import { hasIdentifier } from './device-match.ts';
import { isUndecided } from './holds.ts';
import { isAccounted, isOpenTransfer, wasReceived } from './transfers.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;

/** Whether this person knows how it ended, or there is nobody to know it. */
export const knowsOutcome = ({ told }: Pick<CaseState, 'told'>, who: Told): boolean => told.some((one) => one.who === who && (one.about === 'outcome' || one.how === 'nobody-to-tell'));

export const missesOutcome = (state: Pick<CaseState, 'transfers' | 'devices'>): boolean => state.devices.some((device) => device.outcome === null && wasReceived(state, device));

const recordTold: Rule<'record-told'> = (state, { who, how, about }) =>
  (about === 'outcome' && how !== 'nobody-to-tell' && missesOutcome(state) ? no('outcome-missing') : done({ kind: 'told', body: { who, how, about, mail: null } }));

/** The mail lies in the outbox with the entry that says so; that somebody was told is written when it arrived. */
const tellByMail: Rule<'tell-by-mail'> = (state, { who, about }, { whyNoMail, newUuid }) => {
  if (about === 'outcome' && missesOutcome(state)) return no('outcome-missing');
  const why = whyNoMail(who);
  if (why !== null) return no('mail-not-possible', 'body.who', { detail: why });
  const mail = newUuid();
  return { ...done({ kind: 'telling-queued', body: { who, about, mail } }), mails: [{ id: mail, to: who, about }] };
};

/** The order is that in which a person would do what is missing. */
export function whyNotClosed(state: CaseState): Refused | null {
  if (state.holds.some(isUndecided)) return no('hold-active');
  if (missesOutcome(state)) return no('outcome-missing');
  if (state.transfers.some(isOpenTransfer)) return no('transfer-open');
  if (!state.devices.every(isAccounted)) return no('devices-not-accounted');
  if (!knowsOutcome(state, 'customer')) return no('not-told', null, { who: 'customer' });
  return state.rows.agent !== null && !knowsOutcome(state, 'agent') ? no('not-told', null, { who: 'agent' }) : null;
}

const close: Rule<'close'> = (state, { why }) => (state.stage === 'no-show' ? null : whyNotClosed(state)) ?? done({ kind: 'closed', body: { why } });

/** Meanwhile the device may have come back in another case. */
const reopen: Rule<'reopen'> = (state, { why }, { known }) => {
  for (const { ids } of state.devices.filter((device) => hasIdentifier(device.ids))) {
    const other = known(ids).find(({ caseId }) => caseId !== state.id);
    if (other !== undefined) return no('device-in-other-case', null, { case: other.code });
  }
  return done({ kind: 'reopened', body: { why } });
};

const correct: Rule<'correct'> = ({ lastSeq }, { seq, why }) => (seq > lastSeq ? no('no-such-entry', 'body.seq', { seq }) : done({ kind: 'corrected', body: { seq, why } }));

export const END_RULES = {
  'record-told': recordTold, 'tell-by-mail': tellByMail, close, reopen, correct,
  note: ((_state, { words }) => done({ kind: 'noted', body: { words } })) satisfies Rule<'note'>,
} as const;
