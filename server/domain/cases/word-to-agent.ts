/** Whoever filed a brief waits for a word that somebody took it: it goes by itself, with the act, where a mail can go. */
import type { CaseActName } from '../../contract/case-acts.ts';
import type { Decided } from './decision.ts';

/** `whyNoMail` is asked only where there is something to be said: the answer is a look at the address. */
export function withWordToAgent(name: CaseActName, decided: Decided, whyNoMail: () => string | null, newUuid: () => string): Decided {
  if (name !== 'acknowledge-brief' || whyNoMail() !== null) return decided;
  const mail = newUuid();
  return {
    ...decided, drafts: [...decided.drafts, { kind: 'telling-queued', body: { who: 'agent', about: 'progress', mail } }], mails: [...decided.mails, { id: mail, to: 'agent', about: 'progress', of: null }],
  };
}
