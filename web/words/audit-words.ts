/**
 * What each entry of the audit is called. The server may know a word that this page does not: then its own word is shown. It
 * says what was done, never who was right.
 */
import { sayCaseDeed } from './audit-deeds.ts';
import { spoken } from './language.ts';

export const auditEnglish = {
  title: 'Audit',
  whole: (count: number) => `The chain of ${count === 1 ? '1 entry' : `${count} entries`} is whole: none was changed or taken out.`,
  empty: 'Nothing is on record yet.',
  broken: (number: number) => `The chain is broken at entry ${number}: it, or one before it, was changed. Keep the database and call whoever looks after it.`,
  filter: 'Filter',
  who: 'Who',
  whoHint: 'Also who has left.',
  everybody: 'everybody',
  subject: 'What it was done to',
  subjectHint: 'Such as bench:bench-1, stop:…, person:P-….',
  apply: 'Show',
  clear: 'Show everything',
  older: 'Older entries',
  noMatch: 'Nothing fits.',
  why: 'Reason',
  from: 'from',
  number: (number: number) => `entry ${number}`,
  what: {
    'signed-in': 'Signed in', 'signed-in-by-provider': 'Signed in by the identity provider', switched: 'Switched at the bench', 'link-used': 'Used a one-time link', 'signed-out': 'Signed out', 'demo-entered': 'Entered the virtual store',
    'signed-in-by-passkey': 'Signed in by passkey', 'passkey-added': 'Added a passkey', 'passkey-removed': 'Removed a passkey',
    'sign-in-refused': 'Sign-in refused', 'switch-refused': 'Switch refused', 'link-refused': 'One-time link refused', 'confirmation-refused': 'Confirmation refused',
    confirmed: 'Confirmed anew', 'session-ended': 'Ended an own session', 'sessions-ended': 'Ended every session of', 'own-secrets-changed': 'Changed own secrets',
    'person-added': 'Added a person', 'person-changed': 'Changed a person', 'person-left': 'Let a person go', 'link-made': 'Made a one-time link',
    'machine-added': 'Added a machine', 'machine-revoked': 'Revoked a machine',
    'stop-ordered': 'Ordered a stop', 'reset-ordered': 'Ordered a reset', 'drill-ordered': 'Ordered a drill', 'take-out-of-service-ordered': 'Took a bench out of service',
    'return-to-service-ordered': 'Returned a bench to service', 'stop-judged': 'Judged a stop',
    'alarm-seen': 'Has seen an alarm', 'alarm-snoozed': 'Put an alarm aside', 'shift-checked': 'Checked sound and stop', 'lever-pulled': 'Pulled a lever of a virtual rig',
  } as Readonly<Record<string, string>>,
} as const;

export const auditWords = spoken(auditEnglish);

export const sayDeed = (what: string): string => auditWords.what[what] ?? sayCaseDeed(what) ?? what;
