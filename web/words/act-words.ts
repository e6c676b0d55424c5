/** What stands on the dialogs for the acts of a case: heading, what it means, the button, and the fields that several share. */
import type { ACTS_ELSEWHERE, CaseActName } from '../../server/contract/case-acts.ts';
import { spoken } from './language.ts';

export interface ActWords {
  /** On the button that opens the dialog; three dots follow where it asks something. */
  readonly open: string;
  readonly heading: string;
  readonly text: string;
  readonly verb: string;
}

/** Acts with a dialog of their own design (brief, intake, consent, handover) have their words there. */
export type FormedAct = Exclude<CaseActName, 'file-brief' | 'open-walk-in' | 'amend-brief' | 'record-intake' | 'give-consent' | 'prepare-transfer' | 'sign-given' | 'sign-taken' | 'tie-device' | 'identify-device' | (typeof ACTS_ELSEWHERE)[number]>;

export const actEnglish = {
  lacks: (what: string) => `Still missing: ${what}`,
  lacksProof: (needsSecond: boolean) => (needsSecond ? 'Still missing: two people confirm, each for themselves' : 'Still missing: confirm it is you'),
  why: 'Why',
  whyHint: 'Kept for ever. No names.',
  words: 'What else',
  wordsHint: 'Only if there is something to say. No names.',
  location: 'Where it lies',
  label: 'Which one',
  labelHint: 'Such as: shelf 3, box 12',
  swelling: 'Is it swollen?',
  warm: 'Is it warm?',
  proof: 'What proves who bought it',
  planHash: 'Plan that may erase, by its number',
  planHashHint: 'The bench shows it beside the plan.',
  stage: 'What the partner says',
  expected: 'Expected to be ready',
  result: 'How it ended',
  photos: 'Photos saved',
  videos: 'Films saved',
  other: 'Other files saved',
  countHint: 'Empty: not counted',
  delivered: 'How the customer gets it',
  copyDeletedBy: 'The partner deletes its copy by',
  who: 'Who was told',
  how: 'How',
  about: 'About what',
  abouts: { outcome: 'How it ended', progress: 'How it stands' } as Readonly<Record<string, string>>,
  notices: 'How many notices were sent',
  disposedHow: 'How',
  disposed: { 'recycled-battery-safe': 'Recycled, its battery safely', 'handed-to-authority': 'Handed to an authority' } as Readonly<Record<string, string>>,
  note: 'Note',
  seq: 'Number of the entry that is wrong',
  into: 'Code of the other case',
} as const;

export const actWords = spoken(actEnglish);

export const formedEnglish: Readonly<Record<FormedAct, ActWords>> = {
  'acknowledge-brief': { open: 'Take the brief', heading: 'Take the brief', text: 'You have read what matters. The agent is told that you took it.', verb: 'I have read it and take it' },
  'take-over': { open: 'Take over', heading: 'Take over the case', text: 'You own the case from now on. Its next steps come to you.', verb: 'Take it over' },
  arrive: { open: 'Customer is here', heading: 'The customer is here', text: 'The case opens, and the benches know what matters.', verb: 'They are here' },
  'record-no-show': { open: 'Nobody came…', heading: 'Nobody came', text: 'The case rests. It opens again when the customer comes after all.', verb: 'Nobody came' },
  'untie-device': { open: 'Not this device…', heading: 'Take the device off the case', text: 'For a device that was tied by mistake. While its data cannot be replaced, two people say so: benches guard it no longer.', verb: 'Take it off' },
  'set-irreplaceable': { open: 'Mark as irreplaceable…', heading: 'What is on it is irreplaceable', text: 'No machine in this store may erase this phone from now on. Two people are needed to lift this.', verb: 'Mark it' },
  'lift-irreplaceable': { open: 'Lift the irreplaceable flag…', heading: 'Lift the irreplaceable flag', text: 'Machines may erase this phone again, where consent and backup allow it. Two people say that it is safe.', verb: 'Lift the flag' },
  'ask-unlock': { open: 'Ask for an unlock…', heading: 'Ask for the activation lock to be removed', text: 'Removing the lock erases the phone, so the data comes first. Only the original proof of purchase counts.', verb: 'Ask for it' },
  'withdraw-unlock': { open: 'No unlock any more…', heading: 'Withdraw the unlock', text: 'The unlock is not wanted any more.', verb: 'Withdraw it' },
  'explain-no-photo': { open: 'No photo because…', heading: 'Why there is no photo', text: 'A photo protects the customer and the store. Say why there is none.', verb: 'Keep the reason' },
  'withdraw-consent': { open: 'Taken back…', heading: 'The customer takes the consent back', text: 'What it allowed is not allowed any more, from now on.', verb: 'Take it back' },
  'put-away': { open: 'Put away…', heading: 'Where the device lies', text: 'Whoever comes next finds it there.', verb: 'It lies there' },
  'check-battery': { open: 'Look at the battery…', heading: 'Look at the battery', text: 'Do not press on it and do not charge it. Swollen or warm: into the fire-safe box, and call a manager.', verb: 'Keep it' },
  'power-off': { open: 'It is switched off', heading: 'The device is switched off', text: 'Off, it tries no passcode by itself.', verb: 'It is off' },
  'ask-hold': { open: 'Ask for a hold…', heading: 'Ask for a hold', text: 'At once no bench restores this device. A manager decides what comes next.', verb: 'Hold it' },
  'approve-hold': { open: 'Approve', heading: 'Approve the hold', text: 'You have looked at the evidence.', verb: 'Approve the hold' },
  'release-hold': { open: 'Release…', heading: 'Release the hold', text: 'Benches may restore this device again, each by its own rules. A reason is needed.', verb: 'Release the hold' },
  'allow-erase': { open: 'Allow one erase…', heading: 'Allow one erasing plan', text: 'For this plan and this device, for half an hour. Consent and a verified backup must be on record; never where the data is irreplaceable.', verb: 'Allow it' },
  'recall-transfer': { open: 'Recall…', heading: 'Recall the handover', text: 'It is not handed over after all. Links and PIN for it end.', verb: 'Recall it' },
  'report-stage': { open: 'Partner says…', heading: 'What the partner says', text: 'The customer can read the stage through the link.', verb: 'Keep it' },
  'record-outcome': { open: 'Record how it ended…', heading: 'How it ended for this device', text: 'Customer and agent will be told this. Counts only as the partner gave them.', verb: 'Keep it' },
  'record-told': { open: 'Told by voice or letter…', heading: 'Somebody was told', text: 'By voice or letter; a mail records itself.', verb: 'Keep it' },
  'tell-by-mail': { open: 'Tell by mail…', heading: 'Tell by mail', text: 'The mail goes out as soon as the mail server takes it; until then it is kept.', verb: 'Send it' },
  'record-abandonment': { open: 'Never fetched…', heading: 'Nobody fetched the device', text: 'After every notice. The device is kept until a manager disposes of it.', verb: 'Keep it' },
  'dispose-device': { open: 'Dispose of it…', heading: 'The device was disposed of', text: 'What is on it goes with it, for ever.', verb: 'It was disposed of' },
  'answer-call': { open: 'Say why not yet…', heading: 'Why the step is not done yet', text: 'Your reason is kept. The step stays overdue, and the next people are called when their time comes.', verb: 'Keep the reason' },
  note: { open: 'Write a note…', heading: 'Write a note', text: 'For whoever comes next.', verb: 'Keep it' },
  correct: { open: 'Correct an entry…', heading: 'Correct an entry', text: 'The entry itself stays; what is wrong with it stands beside it.', verb: 'Keep the correction' },
  'revoke-link': { open: 'Revoke…', heading: 'Revoke the link', text: 'It does not work any more, from now on.', verb: 'Revoke it' },
  'merge-into': { open: 'Same matter as another case…', heading: 'Merge into another case', text: 'Devices and holds go to the other case; this one ends.', verb: 'Merge it' },
  close: { open: 'Close the case…', heading: 'Close the case', text: 'Everything is done and everybody was told.', verb: 'Close it' },
  reopen: { open: 'Open again…', heading: 'Open the case again', text: 'It is not over.', verb: 'Open it again' },
};

/** What each act with a form is called, says and does. */
export const ACT_WORDS = spoken(formedEnglish);
