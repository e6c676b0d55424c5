/** English words for every refusal of the case workflow: what happened, the usual cause, what to do now. */
import type { CaseRefusal } from './case-acts.ts';
import type { ProblemWords } from './words-shape.ts';

const LOOK_AGAIN = 'Look at the case as it stands now, then decide again.';

/** Why a handover cannot be; fills {detail} of `transfer-parties-wrong`. */
export const TRANSFER_FAULTS = ['giver-has-it-not', 'same-sides', 'partner-not-named', 'partner-not-meant', 'same-device-twice'] as const;
export type TransferFault = (typeof TRANSFER_FAULTS)[number];
export const TRANSFER_FAULTS_EN: Readonly<Record<TransferFault, string>> = {
  'giver-has-it-not': 'whoever is to give the device does not have it',
  'same-sides': 'giver and taker are the same',
  'partner-not-named': 'it is not said which partner',
  'partner-not-meant': 'a partner is named where none takes part',
  'same-device-twice': 'one device is named twice',
};

export const CASE_PROBLEMS_EN: Readonly<Record<CaseRefusal, ProblemWords>> = {
  'no-such-case': { what: 'There is no case {case}.', usualCause: 'A misspelt code.', remedy: 'Look at the label, or search by serial number.' },
  'case-moved-on': { what: 'Somebody else changed this case a moment ago.', usualCause: 'Two people work on it at once.', remedy: LOOK_AGAIN },
  'act-id-used': { what: 'This was sent before with another content.', usualCause: 'A program uses one id twice.', remedy: 'Send a new id with every act.' },
  'not-in-this-stage': { what: 'This cannot be done while the stage of the case is: {stage}.', usualCause: 'It was closed, merged, or nobody has arrived yet.', remedy: 'Look at what the case shows as next.' },
  'story-not-read': { what: 'The story was not read yet.', usualCause: 'The brief was taken from the list.', remedy: 'Open what matters first, then take the brief.' },
  'no-such-device': { what: 'This case has no such device.', usualCause: 'It was tied by mistake and taken off, or it is in another case.', remedy: LOOK_AGAIN },
  'device-needs-identifier': { what: 'A device needs a serial number, an IMEI or an ECID.', usualCause: 'Nothing was scanned or typed.', remedy: 'Scan the label in the SIM tray or settings, or seat the device: the bench reads it.' },
  'device-in-other-case': { what: 'This device is in case {case} already.', usualCause: 'The customer came before, or two cases were opened for one matter.', remedy: 'Open {case}, or merge one case into the other.' },
  'device-tied-already': { what: 'This device is tied to this case already.', usualCause: 'It was scanned twice.', remedy: 'Nothing needs to be done.' },
  'ids-contradict': { what: 'These identifiers belong to two different devices of this store.', usualCause: 'The labels of two phones were mixed up.', remedy: 'Scan one device at a time, from the device itself.' },
  'device-not-here': { what: 'The device is not in the store.', usualCause: 'It was handed over, given back or never received.', remedy: 'Look at where it is; receive it first.' },
  'device-received': { what: 'The device was received already.', usualCause: 'Intake was done.', remedy: 'Hand it back instead of taking it off the case.' },
  'not-irreplaceable': { what: 'The irreplaceable flag is not set.', usualCause: 'It was lifted before.', remedy: 'Nothing needs to be done.' },
  'already-irreplaceable': { what: 'The irreplaceable flag is set already.', usualCause: 'The brief set it.', remedy: 'Nothing needs to be done.' },
  'recovery-first': { what: 'The data comes first: removing the activation lock erases the device.', usualCause: 'Nobody has recorded how the recovery ended.', remedy: 'Record the outcome of the recovery, then ask for the unlock.' },
  'proof-not-accepted': { what: 'An identity card does not prove who bought the device.', usualCause: 'The receipt was lost. That happens, and nobody doubts the person.', remedy: 'Ask the seller for a copy of the receipt with the serial number.' },
  'no-unlock-asked': { what: 'No unlock was asked for.', usualCause: 'It was withdrawn before.', remedy: 'Nothing needs to be done.' },
  'no-such-consent': { what: 'There is no such consent, or it was taken back.', usualCause: 'The page is old.', remedy: LOOK_AGAIN },
  'terms-unknown': { what: 'These terms are not the ones of this store.', usualCause: 'The terms changed while the page was open.', remedy: 'Open the consent again and show the new terms.' },
  'consent-missing': { what: 'The customer has not allowed this.', usualCause: 'No signed consent names it, or it was taken back.', remedy: 'Get a consent that names it, or leave it.' },
  'backup-missing': { what: 'No verified backup is on record.', usualCause: 'Somebody said that there is one; nobody has opened a photo from it.', remedy: 'Open the backup, look at date and size and one photo, then record it at intake.' },
  'irreplaceable-never-erased': { what: 'A device with irreplaceable data is never erased.', usualCause: 'The flag is set.', remedy: 'Recover the data first. Two people may lift the flag when it is safe.' },
  'hold-exists': { what: 'This device is held already.', usualCause: 'A stop placed the hold, or a colleague asked for it.', remedy: 'Decide about that hold.' },
  'no-such-hold': { what: 'There is no such hold.', usualCause: 'The page is old.', remedy: LOOK_AGAIN },
  'hold-decided': { what: 'This hold was decided a moment ago by {by}; now it is: {state}.', usualCause: 'Another manager was faster.', remedy: LOOK_AGAIN },
  'hold-active': { what: 'The device is still held.', usualCause: 'Nobody has decided about the hold.', remedy: 'Release the hold with a reason, or hand the device over.' },
  'no-such-transfer': { what: 'There is no such handover.', usualCause: 'The page is old.', remedy: LOOK_AGAIN },
  'transfer-parties-wrong': { what: 'This handover cannot be: {detail}.', usualCause: 'Giver and taker were mixed up.', remedy: 'Choose who gives and who takes; the giver must have the device.' },
  'transfer-open': { what: 'A handover of this device is under way.', usualCause: 'It was prepared or given and is not finished.', remedy: 'Finish or recall that handover first.' },
  'transfer-not-prepared': { what: 'This handover was given already.', usualCause: 'Two people signed at once.', remedy: LOOK_AGAIN },
  'transfer-not-given': { what: 'The giving side has not signed yet.', usualCause: 'The taking side signed first.', remedy: 'Let the giver sign, then the taker.' },
  'transfer-over': { what: 'This handover is over.', usualCause: 'It was taken or recalled.', remedy: LOOK_AGAIN },
  'signature-missing': { what: 'A signature is missing.', usualCause: 'The field was left empty.', remedy: 'Sign on the screen, or choose that the paper was signed.' },
  'no-such-partner': { what: 'There is no such partner in the directory.', usualCause: 'It was taken out of the directory.', remedy: 'Choose another partner, or add it.' },
  'not-with-partner': { what: 'No partner has this device.', usualCause: 'It came back, or never went.', remedy: LOOK_AGAIN },
  'outcome-missing': { what: 'Nobody has recorded how it ended.', usualCause: 'The partner has not answered.', remedy: 'Record the outcome for every device of the case.' },
  'not-told': { what: 'Somebody was not told how it ended: {who}.', usualCause: 'The mail is under way or failed, or nobody called.', remedy: 'Send the mail again, call, or record that there is nobody to tell.' },
  'devices-not-accounted': { what: 'A device of this case is neither given back nor accounted for.', usualCause: 'It lies in the store or at a partner.', remedy: 'Hand it over, then close.' },
  'no-such-entry': { what: 'The case has no entry {seq}.', usualCause: 'A misspelt number.', remedy: 'Look at the history of the case.' },
  'no-such-message': { what: 'There is no such message, or it was passed on already.', usualCause: 'The page is old, or somebody was faster.', remedy: LOOK_AGAIN },
  'no-such-link': { what: 'There is no such link, or it was revoked.', usualCause: 'The page is old.', remedy: LOOK_AGAIN },
  'merge-with-itself': { what: 'A case cannot be merged into itself.', usualCause: 'The same code twice.', remedy: 'Type the code of the other case.' },
  'merge-target-ended': { what: 'The other case has ended.', usualCause: 'It was closed or merged.', remedy: 'Reopen it first, or keep this one.' },
  'abandonment-missing': { what: 'Nobody has recorded that the device was abandoned.', usualCause: 'The step was left out.', remedy: 'Record the notices that were sent, then dispose of it.' },
  'too-many-devices': { what: 'A case holds at most 20 devices.', usualCause: 'Several matters in one case.', remedy: 'Open another case.' },
  'mail-not-possible': { what: 'No mail can be sent: {detail}.', usualCause: 'No mail server is set up, or nobody gave an address.', remedy: 'Call, or hand over a letter, and record that.' },
  'no-such-photo': { what: 'There is no such photo.', usualCause: 'It was erased, its time being over.', remedy: LOOK_AGAIN },
  'photo-wrong': { what: 'This is not a photo that can be kept: {detail}.', usualCause: 'Another kind of file, or a damaged one.', remedy: 'Send a JPEG, PNG or WebP of at most 8 MB; the page makes photos smaller by itself.' },
  'no-such-call': { what: 'Nobody was called for this.', usualCause: 'An old page.', remedy: LOOK_AGAIN },
  'call-over': { what: 'This call is over: the step is done, a reason was given, or the next ones were called.', usualCause: 'A colleague was faster.', remedy: LOOK_AGAIN },
  'not-called': { what: 'You were not called for this step.', usualCause: 'Others were called, or it is not your case.', remedy: 'Do the step, or take the case over; either ends the call.' },
  'link-unknown': { what: 'This link does not work.', usualCause: 'It was copied in part, or revoked.', remedy: 'Ask the store for a new one.' },
  'link-over': { what: 'This link is over.', usualCause: 'Its time ended, or the handover is done.', remedy: 'Ask the store if something is still open.' },
  'pin-wrong': { what: 'The PIN is not right.', usualCause: 'A mistyped digit.', remedy: 'The PIN stands on the handover sheet. After five wrong ones wait, or ask the store.' },
};
