/** Telling people how it ended, and ending: a case closes only when everybody knows and every device is somewhere. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { CaseDraft } from '../../contract/case-events.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { Told } from '../../contract/case-parts.ts';
import { agentsOf, saidOf, untoldAgents } from './agents.ts';
import type { AgentOf } from './agents.ts';
import { done, no } from './answers.ts';
import type { Decision, Given, Refused } from './decision.ts';
import { hasIdentifier } from './device-match.ts';
import { isUndecided } from './holds.ts';
import { isAccounted, isOpenTransfer, wasReceived } from './transfers.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;

/** Whether this person knows how it ended, or there is nobody to know it; of several agents all. */
export const knowsOutcome = (state: CaseState, who: Told): boolean => (who === 'agent' && agentsOf(state).length > 0
  ? untoldAgents(state).length === 0 : state.told.some((one) => one.who === who && (one.about === 'outcome' || one.how === 'nobody-to-tell')));

/** Whom a word to "the agent" goes to: everybody who called ahead; of how it ended, whoever does not know it. Nobody known: it is said of the case as such. */
function meant(state: CaseState, who: Told, about: 'progress' | 'outcome'): readonly AgentOf[] {
  const agents = who === 'agent' ? agentsOf(state) : [];
  const untold = untoldAgents(state);
  return agents.length === 0 ? [null] : (about === 'outcome' && untold.length > 0 ? untold : agents).map(({ of }) => of);
}

export const missesOutcome = (state: Pick<CaseState, 'transfers' | 'devices'>): boolean => state.devices.some((device) => device.outcome === null && wasReceived(state, device));

const recordTold: Rule<'record-told'> = (state, { who, how, about }) =>
  (about === 'outcome' && how !== 'nobody-to-tell' && missesOutcome(state) ? no('outcome-missing') : done(...meant(state, who, about).map((of): CaseDraft => ({ kind: 'told', body: { who, how, about, mail: null, ...saidOf(of) } }))));

/** The mail lies in the outbox with the entry that says so; that somebody was told is written when it arrived. */
const tellByMail: Rule<'tell-by-mail'> = (state, { who, about }, { whyNoMail, newUuid }) => {
  if (about === 'outcome' && missesOutcome(state)) return no('outcome-missing');
  const asked = meant(state, who, about).map((of) => ({ of, why: whyNoMail(who, of) }));
  const mails = asked.filter(({ why }) => why === null).map(({ of }) => ({ id: newUuid(), to: who, about, of }));
  if (mails.length === 0) return no('mail-not-possible', 'body.who', { detail: asked[0]?.why ?? '' });
  return { ...done(...mails.map(({ id, of }): CaseDraft => ({ kind: 'telling-queued', body: { who, about, mail: id, ...saidOf(of) } }))), mails };
};

/** The order is that in which a person would do what is missing. */
export function whyNotClosed(state: CaseState): Refused | null {
  if (state.holds.some(isUndecided)) return no('hold-active');
  if (missesOutcome(state)) return no('outcome-missing');
  if (state.transfers.some(isOpenTransfer)) return no('transfer-open');
  if (!state.devices.every(isAccounted)) return no('devices-not-accounted');
  if (!knowsOutcome(state, 'customer')) return no('not-told', null, { who: 'customer' });
  return untoldAgents(state).length > 0 ? no('not-told', null, { who: 'agent' }) : null;
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
