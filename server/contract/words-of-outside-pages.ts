/**
 * English words of the pages that customers, partners and agents see from outside. Said to a person who may have lost somebody:
 * calm, short, nothing that needs explaining. Another language is the same type.
 */
import type { CaseEventKind } from './case-events.ts';
import type { PrivateKind } from './private-data.ts';
import type { Role } from './people.ts';

type Of<Key extends string> = Readonly<Record<Key, string>>;
/** A handover as the customer sees it; from hand to hand within the store is nothing to them. */
export type MovedForCustomer = 'taken-in' | 'to-partner' | 'at-partner' | 'back-in-store' | 'given-back';

/** What of a case a customer is told as it happens; everything else is work. */
export const TOLD_TO_CUSTOMER = [
  'brief-filed', 'brief-acknowledged', 'customer-arrived', 'intake-recorded', 'consent-given', 'consent-withdrawn', 'hold-placed', 'hold-approved', 'hold-released', 'transfer-given', 'transfer-taken', 'transfer-recalled',
  'partner-stage-reported', 'outcome-recorded', 'closed', 'reopened',
] as const satisfies readonly CaseEventKind[];
export type ToldToCustomer = (typeof TOLD_TO_CUSTOMER)[number];

const again = 'Nothing was lost. Go back and try again.';

export const outsidePagesEnglish = {
  caseTitle: (code: string) => `Case ${code}`, virtual: 'VIRTUAL: a trial, no real devices.', back: 'Back', done: 'Done', notDone: 'Not done', send: 'Send', optional: 'may stay empty', choose: 'Please choose', timesIn: (zone: string) => `Times are those of the store (${zone}).`,
  link: {
    gone: 'This link does not work', goneWords: 'It was copied in part, taken back, its handover was called off, or its time is over. Nothing is lost: the phone and the case are where they were.', goneDo: 'Ask the store for a new one.',
    formGone: 'This form was open for too long', formGoneWords: `Open the page again by its link and send it anew. ${again}`, sentTwice: 'This was sent already. It counts once.',
    tooMany: 'Too many tries', tooManyWords: (minutes: number) => `Wait ${String(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}, then try again. Or call the store.`, wrongForm: 'Something in the form does not fit', wrongFormWords: (place: string) => `Please look at: ${place}. ${again}`,
  },
  customer: {
    title: 'How your case stands', earlier: (count: number) => `Earlier (${String(count)})`, erased: 'Your personal data was erased', erasedWords: 'Your name, your story and your photos are gone for ever. To tell us something, call the store or come by.',
    lead: 'You need not tell anything again. This page shows how it stands.', where: 'Where your phone is', next: 'What happens next', updates: 'What happened so far', seen: 'Who looked at your data', seenNobody: 'Nobody has looked at your name, your story or your photos so far.',
    seenBy: (role: string, code: string, kind: string) => `A ${role} (${code}) looked at ${kind}`, allowed: 'What you allow', allowedNothing: 'Nothing is signed.', takeBack: 'Take this back', takenBack: (day: string) => `Taken back on ${day}`, takeBackHint: 'Then we stop what it allowed. You can sign anew in the store.',
    tell: 'Write to us', tellHint: 'Whoever has the case reads it. Your number is never shown to anybody else.', tellTo: 'To', tellStore: 'The store', tellPartner: 'The partner who has the phone; we pass it on', waitsForUs: 'We read it and pass it on.', passedOn: 'Passed on to the partner.', tellWords: 'Your message', callMe: 'Please call me', told: 'It is with us. Whoever has the case reads it next.',
    messages: 'Messages', fromYou: 'You', from: { store: 'The store', partner: 'The partner', customer: 'You' } satisfies Of<'store' | 'partner' | 'customer'>, care: 'So that it does not happen again',
    moved: { 'taken-in': 'You gave us the phone.', 'to-partner': 'We handed it to the partner.', 'at-partner': 'The partner has it, and signed.', 'back-in-store': 'It is back in the store.', 'given-back': 'You have it back.' } satisfies Of<MovedForCustomer>,
    kinds: { contact: 'your name and how to reach you', story: 'what you told us', photo: 'photos of your phone', consent: 'your signature' } satisfies Of<PrivateKind>,
    roles: { technician: 'technician', manager: 'manager', support: 'support agent', auditor: 'auditor', admin: 'admin' } satisfies Of<Role>,
    happened: {
      'brief-filed': 'Your story was told to the store.', 'brief-acknowledged': 'A manager read it and expects you.', 'customer-arrived': 'You came to the store.', 'intake-recorded': 'We looked at the phone and wrote down how it is.', 'consent-given': 'You signed what we may do.',
      'consent-withdrawn': 'You took something back that you had allowed.', 'hold-placed': 'A machine stopped, so that nothing is erased.', 'hold-approved': 'A manager decided: no machine of ours touches the phone.', 'hold-released': 'A manager decided that work on it may go on.', 'transfer-given': 'We handed it on.',
      'transfer-taken': 'It arrived, and that was signed.', 'transfer-recalled': 'A handover was called off.', 'partner-stage-reported': 'The partner told us how it stands.', 'outcome-recorded': 'It is known how it ended.', closed: 'The case was closed.', reopened: 'The case was opened again.',
    } satisfies Of<ToldToCustomer>,
  },
  partner: {
    pin: 'PIN', pinHint: 'Six digits, on the handover sheet that came with the phone.', enter: 'Open', pinWrong: 'The PIN is not right', pinWrongWords: 'Look at the handover sheet again. After five wrong ones this link waits for a while. If it is right, the link was taken back meanwhile: ask the store.', lead: 'Type the PIN to see the handover.',
    sheet: 'Handover', sign: 'The phone has come', signHint: 'Sign that you have it. From then on it is with you.', name: 'Your name', signature: 'Your signature', signatureHint: 'Draw it here, or leave it: name and PIN count as signed.', clear: 'Clear', seal: 'Is the seal whole?', condition: 'Condition as it came', signNow: 'Sign: I have it',
    erased: 'Nothing can be signed here any more', erasedWords: 'The personal data of this case was erased for ever. If the phone is with you, call the store.',
    notGiven: 'It was not given yet', notGivenWords: 'The store has not signed that it gave the phone. When it is in your hands, call the store.', recalled: 'This handover was called off', recalledWords: 'Nothing is to be done here. If the phone is with you, call the store.', taken: (when: string) => `You have it since ${when}.`, away: 'It is not with you any more', awayWords: 'The phone went on from you. What you reported stays on record.',
    stage: 'How it stands', stageField: 'Stage', expected: 'Expected ready on', report: 'Report', reported: 'Reported so far', outcome: 'How it ended', outcomeField: 'Result', whichPhone: 'Phone', photos: 'Photos', videos: 'Films', other: 'Other files', countsHint: 'How many were saved; counts only, no content.', delivered: 'How the customer gets it',
    copyGone: 'Your own copy is deleted by', words: 'What else we should know', wordsHint: 'Kept for ever in the record: no names.', outcomeNow: 'Tell the outcome', outcomeKnown: 'Told already', copy: 'Your copy of the record', copyHint: 'A file that you can check without us. Keep it: it proves what was on record when you took it.', copyNow: 'Download', leave: 'Close this page for others',
  },
  agent: {
    needed: 'Only the two names are needed; the rest as far as you know it.', who: 'Who comes', story: 'What matters', another: 'File another brief',
    title: 'For support agents', user: 'User name', password: 'Password', code: 'Code of your app', codeHint: 'only if one is set up', signIn: 'Sign in', signOut: 'Sign out', failed: 'Name, password or code is not right', failedWords: 'Try again. If the password is lost, ask an admin of the store.', notAgent: 'This door is for support agents', notAgentWords: 'Staff sign in inside the store.',
    file: 'Tell the store who comes', fileHint: 'A manager reads it before the customer stands there. Nobody asks again.', briefs: 'Your briefs', none: 'You have filed none yet.', name: 'Name of the customer', greeting: 'How to speak to the person', phone: 'Phone of the customer', mail: 'Mail of the customer', mayCall: 'The customer may be called', matters: 'What matters, and to whom', mattersHint: 'The bench screen shows it.', doNotAsk: 'What not to ask again', happened: 'What happened', language: 'Language of the customer', expected: 'Expected on',
    irreplaceable: 'What is on it cannot be replaced', irreplaceableHint: 'From then on no machine of the store may erase it.', ownName: 'Your name', ownMail: 'Your mail, to tell you how it ended', reference: 'Your own number', rescue: 'Quick ways to the data', model: 'Model', serial: 'Serial number', imei: 'IMEI', fileNow: 'File the brief',
    amend: 'Change this brief', amendHint: 'Write only what is new: it takes the place of what you told. What you leave empty stays. Whoever took the brief reads it again.', amendNow: 'Send the change', amended: (when: string) => `Changed ${when}, not read again yet.`,
    filed: (code: string) => `It is with the store as case ${code}.`, taken: (code: string, when: string) => `Taken by manager ${code}, ${when}`, notTaken: 'Not taken yet', ended: 'How it ended', open: 'Still open', told: 'The customer was told.',
  },
} as const;
