/**
 * English words of the printed papers: label, receipt, handover sheet, certificate, history, letter. Said to the person who
 * holds the paper; numbers and names are put in by whoever fills them. Another language is the same type.
 */
import type { ConsentScope, PartnerStage, Result } from './case-parts.ts';
import type { PaperKind } from './papers.ts';
import { withinSentence } from './store-name.ts';

type Of<Key extends string> = Readonly<Record<Key, string>>;
/** Why a device is not certified: what was seen, or not seen, on a bench. */
export const DOUBTS = ['outcome-unknown', 'erase-begun', 'erased', 'not-confirmed', 'still-running', 'ran-through', 'erase-permitted', 'not-watched', 'never-received', 'no-identifier'] as const;
export type Doubt = (typeof DOUBTS)[number];

const aPhone = 'Phone';
export const papersEnglish = {
  aPhone,
  titles: {
    label: 'Label', receipt: 'Receipt for your phone', 'handover-sheet': 'Handover sheet', certificate: 'Certificate of non-erasure', history: 'What happened to this phone', letter: 'Letter',
  } satisfies Of<PaperKind>,
  caseWord: 'Case',
  page: (store: string, when: string) => `${store}, printed ${when}`,
  virtual: 'VIRTUAL: a trial, no real device',
  print: 'Print',
  download: 'Download as PDF',
  cannotPrint: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} cannot be printed in this copy: an empty box stands for each.`,
  serial: 'Serial', imei: 'IMEI', ecid: 'ECID',
  device: 'Device', whichDevice: (number: number, of: number) => (of === 1 ? 'The phone' : `Phone ${number} of ${of}`),
  received: 'Received', colour: 'Colour', condition: 'Condition', belongings: 'Came with it', nothingElse: 'Nothing else', power: 'Power', battery: 'Battery', charge: (pct: number) => `${pct} %`,
  swelling: 'Battery swollen', ghostTouch: 'Screen touches by itself', screenUsable: 'Screen usable', passcode: 'Passcode', backup: 'Backup', notSeenYet: 'Not looked at yet',
  lies: 'Where it lies', seal: 'Seal', noSeal: 'No seal', purpose: 'Purpose', method: 'How', carrier: 'Carrier', back: 'Expected back', takenBy: 'To be taken by', from: 'From', to: 'To', conditionThen: 'Condition at handover',
  poweredOff: (when: string) => `Switched off ${when}`,
  headWords: (seq: number, hash: string) => `${seq} entries · ends in ${hash.slice(-12)}`,

  label: {
    irreplaceable: 'IRREPLACEABLE DATA', neverErase: 'Never erase. Never restore.',
    held: 'ON HOLD: restore on no bench', battery: 'Suspected damaged battery', batteryDo: 'Do not charge. Do not flex.',
  },
  warnings: {
    irreplaceable: 'What is on this phone cannot be replaced', irreplaceableDo: 'Nothing may erase it. No restore, no update, no try with passcodes.',
    battery: 'Suspected damaged battery', batteryDo: 'Do not charge it, do not bend or press it. Keep it where a fire harms nothing. Carry it by hand rather than send it.',
    eraseArmed: 'Do not power on: an erase is armed', eraseArmedDo: 'The phone may erase itself when it starts the next time. Read the storage without starting it.',
    held: 'On hold', heldDo: 'No bench of this store restores it before a manager decides.',
  },

  receipt: {
    lead: (store: string) => `${store} has your phone. This paper shows what we received and what you allow us to do. Keep it.`,
    customer: 'Received from', whatWeReceived: 'What we received', allowed: 'What you allow',
    noConsent: 'You have signed nothing yet. Until you do, we only keep the phone.',
    scopes: {
      diagnose: 'We may look at the phone and measure it.', 'data-only': 'We may save your data, and do nothing else.', repair: 'We may repair it.', 'open-device': 'We may open it. It may then no longer be tight against water.',
      'go-to-partner': 'We may hand it to a partner who saves data.', erase: 'We may erase it, after a backup was checked.',
    } satisfies Of<ConsentScope>,
    notAllowed: 'Everything else we may not do. We do not erase your phone.',
    upTo: (cap: string) => `It may cost up to ${cap}. Beyond that we ask you first.`,
    signedAs: (relation: string, when: string) => `Signed on ${when} as ${relation.toLowerCase()}.`,
    takeBack: 'You can take this back at any time. Tell us, and we stop.',
    passcode: 'We never ask for your passcode and never keep it.',
    next: 'What happens next', ask: 'Whom to ask', askWho: (store: string, owner: string | null, code: string) => `Ask at ${withinSentence(store)}${owner === null ? '' : ` for ${owner}`}, and say ${code}. You need not tell your story again.`,
    follow: 'Follow it yourself', followWords: 'Scan this with your own phone or another one. The page shows where the phone is, what comes next, and who looked at your data.',
    noLink: 'This store has no page on the internet. Call or come by, and ask for the case.',
    askLink: 'Ask us for the link to your page. It is shown once.',
    fetch: 'Bring this paper when you fetch the phone.',
  },
  check: {
    title: 'How to check this record',
    words: (seq: number) => `The code holds the end of the record of this case: ${seq} entries. Nobody can take an entry out or change it later without this code telling it. Let the store scan it, or compare it with the export.`,
  },

  handover: {
    lead: (from: string, to: string) => `${from} hands this phone to ${to}.`,
    what: 'What is handed over', findings: 'What was found', bend: 'Bend of the frame', notMeasured: 'Not measured here',
    bendValue: (um: string, limit: string | null, uncertainty: string | null, bench: string | null) =>
      `${um}${uncertainty === null ? '' : ` ± ${uncertainty}`}${limit === null ? '' : `, limit ${limit}`}${bench === null ? '' : `, measured on ${bench}`}`,
    ran: 'What was run on it here', nothingRan: 'No restore was begun on a bench of this store.',
    mayDo: 'What the customer allows', mayDoNothing: 'No signed consent names anything. Do nothing but keep it, and call us.',
    mayNot: (words: string) => `Not allowed: ${words}.`, upTo: (cap: string) => `Limit of cost: ${cap}. Ask us before it is passed.`,
    given: 'Given', taken: 'Taken', signHere: 'Name, date, signature', link: 'Tell us how it stands',
    linkWords: 'Scan this, type the PIN, and sign, report or tell the outcome there. No account is needed.', pin: 'PIN', pinWords: 'Printed on this paper once. Keep it with the phone, not with the address.',
    noLink: 'Call us with the case code when the phone has come, and when you know how it ends.', contact: 'The customer is reached through us. Send messages by the link or call us.',
    rescue: 'What was asked before it came',
  },

  certificate: {
    certified: 'Nothing on this phone was erased here',
    certifiedWords: (from: string, to: string) => `From ${from} to ${to} no bench of this store erased anything on it. Every restore that was begun was stopped before its first write, as the rig itself confirmed.`,
    nothingRan: (from: string, to: string) => `From ${from} to ${to} no bench of this store began a restore of it.`,
    notCertified: 'This cannot be certified', notCertifiedWords: 'We do not claim what nobody has shown. It does not say that data is lost.',
    doubts: {
      'outcome-unknown': 'The last proven step of a restore was close to the point of no return. Nobody has shown that the data survived.',
      'erase-begun': 'A step that destroys data was seen to begin. Its end was not seen.', erased: 'The rig reported an erase that finished.',
      'not-confirmed': 'A stop was sent, and the rig did not confirm it.', 'still-running': 'A restore was begun, and its end was not reported.',
      'ran-through': 'A restore ran through. It was meant to keep the data; nobody here has looked at the data itself.', 'erase-permitted': 'An erase was permitted by people of this store.',
      'not-watched': 'For a time a bench with this phone in it did not report.', 'never-received': 'This store has not received the phone.', 'no-identifier': 'No serial number, IMEI or ECID is known, so nobody can say which restores were of this phone.',
    } satisfies Of<Doubt>,
    asked: 'Restores that were begun', planLine: (kind: string, from: string, to: string) => `${kind}${from === '' && to === '' ? '' : ` (${from || '?'} to ${to || '?'})`}`, noPlan: 'No plan was announced',
    how: 'How it ended', stopped: 'Stopped', ended: 'Ended by itself before its first write', running: 'Not reported', ranThrough: 'Ran through',
    requested: 'Asked for', written: 'Written', acknowledged: 'Answered by the rig', seenStopped: 'Seen stopped', never: 'never',
    after: (ms: string) => `after ${ms} ms`, stopLine: (id: string, bench: string, day: string, cause: string) => `Stop ${id} on ${bench}, ${day}: ${cause}`,
    seenBy: 'The rig was seen to stop; the phone itself is not seen. This certificate speaks of the benches of this store, as they reported, and of no other place.',
    signed: 'For the store',
  },

  history: { lead: 'Everything that is on record of this case, in its order. Entries are signed and linked; a mistake is corrected by a later entry.', when: 'When', who: 'Who', what: 'What', number: 'No.' },

  letter: {
    dear: (name: string) => `Dear ${name},`, hello: 'Good day,',
    begin: (device: string, code: string) => `this is how it ended with your ${device === aPhone ? 'phone' : device} (case ${code}).`,
    results: {
      all: 'Everything that was looked for could be saved.', partial: 'A part of your data could be saved. We are sorry that it was not all.',
      none: 'Nothing could be saved. We are sorry; it was tried with care, and nothing was erased to try it.', unrepaired: 'The phone comes back to you unrepaired, and as you gave it to us.',
    } satisfies Of<Result>,
    notYet: 'The outcome is not on record yet.',
    delivered: (how: string) => `You get it ${how}.`,
    counted: (words: string) => `Saved: ${words}.`, copyGone: (day: string) => `Whoever saved it deletes their copy by ${day}.`,
    photos: (count: string) => `${count} photos`, videos: (count: string) => `${count} films`, other: (count: string) => `${count} other files`,
    care: 'So that it does not happen again',
    careItems: [
      'Look at what was saved now, and open some photos. Tell us within two weeks if something is missing.', 'Make a second copy in another place, for example on a drive at home of somebody you trust.',
      'Switch on the backup of your new phone, and look once a month whether its date is of this week.', 'What you bought in stores can be fetched again there with your account: music, films, books, apps.',
      'Ask family and friends for photos and messages that you sent them.',
    ],
    careBattery: 'Do not charge the old phone. Bring it to a place that takes batteries, such as this store.',
    thanks: 'You can call us or come by with any question. You need not explain anything again: the code above is enough.', yours: (store: string) => `With kind regards, ${store}`,
  },

  /** What comes next, to the customer. */
  next: {
    withYou: 'With you', finished: 'The work on it is done. We tell you when you can fetch it.',
    here: 'We take the phone in, look at it and write down what you allow.', announced: 'We expect you. You need not tell the story again.', decide: 'A restore was stopped, or somebody asked us to wait. A manager decides what comes next; until then no machine touches the phone.',
    consent: 'We need your signature before anything is done.', partner: 'We look for a partner who can save the data, and ask you if it costs more than you allow.', handing: 'The phone is on its way to the partner.',
    stages: {
      received: 'The partner has it and looks at it soon.', looking: 'The partner looks at it.', 'waiting-for-parts': 'The partner waits for parts.', recovering: 'The partner is saving the data.', ready: 'The partner is done; the phone comes back.',
    } satisfies Of<PartnerStage>,
    withPartner: 'The partner has it. We tell you as soon as we hear something.', fetch: 'It is ready. You can fetch it.', working: 'We work on it and tell you as soon as something changes.',
    returned: 'You have it back.', disposed: 'It was disposed of, its battery safely.', closed: 'The case is closed. We are still here if you have a question.', coming: 'The phone is on its way to us.',
  },
} as const;
