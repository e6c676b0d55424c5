/** Messages between customer, store and partner: that there is one, that a person passed one on, that one needs no answer. Their words are never here. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { done, isRefused, no, transferOf } from './answers.ts';
import type { Decision, Given, Refused } from './decision.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;

/** A partner is met through a handover to it that was not called off. */
function whyNoPartner(state: CaseState, transferId: string | null): Refused | null {
  const transfer = transferId === null ? no('no-such-transfer', 'body.transferId') : transferOf(state, transferId);
  if (isRefused(transfer)) return transfer;
  if (transfer.to.kind !== 'partner') return no('no-such-transfer', 'body.transferId');
  return transfer.state === 'recalled' ? no('transfer-over', 'body.transferId') : null;
}

const noteMessage: Rule<'note-message'> = (state, { id: messageId, from, to, transferId, asksCall }) => {
  const why = from === 'partner' || to === 'partner' ? whyNoPartner(state, transferId) : null;
  return why ?? done({ kind: 'message-noted', body: { messageId, from, to, transferId, asksCall } });
};

const passOn: Rule<'pass-message-on'> = (state, { messageId, transferId }) => whyNoPartner(state, transferId) ?? done({ kind: 'message-passed-on', body: { messageId, transferId } });

const mark: Rule<'mark-message'> = (_state, { messageId, as, message }) => done({ kind: 'message-marked', body: { messageId, as, message } });

export const MESSAGE_RULES = { 'note-message': noteMessage, 'pass-message-on': passOn, 'mark-message': mark } as const;
