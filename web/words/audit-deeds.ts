/**
 * What each act on a case, and each look at what is personal, is called in the audit. Total over the acts: a new one does not compile
 * until somebody named it.
 */
import type { CaseActName } from '../../server/contract/case-acts.ts';
import type { PrivateKind } from '../../server/contract/private-data.ts';
import { spoken } from './language.ts';

const acts: Readonly<Record<CaseActName, string>> = {
  'file-brief': 'Filed a brief', 'open-walk-in': 'Opened a case without a brief', 'amend-brief': 'Amended a brief', 'acknowledge-brief': 'Took a brief', 'take-over': 'Took a case over',
  arrive: 'Recorded that the customer is here', 'record-no-show': 'Recorded that nobody came', 'tie-device': 'Tied a device to a case', 'identify-device': 'Identified a device',
  'untie-device': 'Untied a device', 'set-irreplaceable': 'Said that it cannot be replaced', 'lift-irreplaceable': 'Lifted that it cannot be replaced', 'ask-unlock': 'Asked for an unlock',
  'withdraw-unlock': 'Withdrew an unlock', 'record-intake': 'Recorded the intake', 'add-photo': 'Added a photo', 'explain-no-photo': 'Said why there is no photo', 'give-consent': 'Recorded a consent',
  'withdraw-consent': 'Withdrew a consent', 'put-away': 'Put a device away', 'check-battery': 'Looked at a battery', 'power-off': 'Switched a device off', 'ask-hold': 'Asked for a hold',
  'approve-hold': 'Approved a hold', 'release-hold': 'Released a hold', 'allow-erase': 'Allowed an erase', 'prepare-transfer': 'Prepared a handover', 'sign-given': 'Signed that it was given',
  'sign-taken': 'Signed that it was taken', 'recall-transfer': 'Recalled a handover', 'report-stage': 'Reported a stage', 'record-outcome': 'Recorded how it ended',
  'record-told': 'Recorded who was told', 'tell-by-mail': 'Told by mail', 'record-abandonment': 'Recorded that it was left behind', 'dispose-device': 'Disposed of a device',
  note: 'Wrote a note', correct: 'Corrected a record', 'make-link': 'Made a link for somebody outside', 'revoke-link': 'Took a link back', 'merge-into': 'Merged a case into another',
  close: 'Closed a case', reopen: 'Opened a case again', 'note-message': 'Noted that somebody wrote', 'pass-message-on': 'Passed a message on', 'mark-message': 'Marked a message', 'answer-call': 'Said why a step is not done yet',
};
const wrote: Readonly<Record<PrivateKind, string>> = { contact: 'Wrote the contact', story: 'Wrote what matters', photo: 'Kept a photo', consent: 'Kept a signature' };
const lookedAt: Readonly<Record<PrivateKind, string>> = { contact: 'Looked at the contact', story: 'Read what matters', photo: 'Looked at a photo', consent: 'Looked at a signature' };
const erased: Readonly<Record<PrivateKind | 'case', string>> = { contact: 'Erased the contact', story: 'Erased what matters', photo: 'Erased the photos', consent: 'Erased the signatures', case: 'Erased what is personal' };

export const deedsEnglish = {
  acts, wrote, lookedAt, erased,
  others: {
    'hold-by-stop': 'Held by a stop', 'custody-exported': 'Exported a custody chain', 'chains-checked': 'Checked every custody chain', 'custody-key-made': 'Made the key of custody', 'partner-added': 'Added a partner', 'partner-changed': 'Changed a partner',
    'partner-taken-out': 'Took a partner out', 'partner-taken-back': 'Took a partner back', 'partner-copy-taken': 'A partner took a copy', 'keep-ordered': 'Ordered to keep', 'keep-released': 'Released an order to keep',
  } as Readonly<Record<string, string>>,
} as const;

const words = spoken(deedsEnglish);

/** Null for a word that this page does not know. */
export function sayCaseDeed(what: string): string | null {
  const known: Readonly<Record<string, string>> = {
    ...words.others, ...words.acts, ...prefixed('wrote-', words.wrote), ...prefixed('looked-at-', words.lookedAt), ...prefixed('erased-', words.erased),
  };
  return known[what] ?? null;
}

const prefixed = (prefix: string, table: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(table).map(([key, text]) => [prefix + key, text]));
