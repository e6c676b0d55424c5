/** What became of a mail: only a mail that arrived has told anybody; one that failed for good is told to the store. */
import type { CaseDraft } from '../../contract/case-events.ts';
import type { Told } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { saidOf } from './agents.ts';
import type { AgentOf } from './agents.ts';

export interface MailOfCase {
  readonly id: string;
  readonly to: Told;
  readonly about: 'progress' | 'outcome';
  /** Whose agent. */
  readonly of: AgentOf;
}

/** Said once, whatever is repeated; nothing is added to a case that was merged. What it was about may have become less since. */
const aboutNow = ({ tellingQueued }: CaseState, mail: MailOfCase): MailOfCase['about'] => tellingQueued.find((one) => one.mail === mail.id)?.about ?? mail.about;
const isSaid = ({ told, stage }: CaseState, mail: MailOfCase): boolean => stage === 'merged' || told.some((one) => one.mail === mail.id);

export const mailDelivered = (state: CaseState, mail: MailOfCase): readonly CaseDraft[] =>
  (isSaid(state, mail) ? [] : [{ kind: 'told', body: { who: mail.to, how: 'mail', about: aboutNow(state, mail), mail: mail.id, ...saidOf(mail.of) } }]);

/** `why` is a code or a few words of the mail server, without an address. */
export const mailFailed = (state: CaseState, mail: MailOfCase, why: string): readonly CaseDraft[] =>
  (isSaid(state, mail) || state.tellingFailed.some((one) => one.mail === mail.id) ? [] : [{ kind: 'telling-failed', body: { who: mail.to, mail: mail.id, ...saidOf(mail.of), why: why.slice(0, 500) } }]);
