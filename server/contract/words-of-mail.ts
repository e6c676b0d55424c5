/**
 * The mails of a case in English. They are read by somebody who may have lost a person: short, plain, true, and nothing to
 * sell. A subject says nothing that a stranger who sees the screen must not know. Another language is the same record.
 */
import type { CallLevel } from './case-state.ts';
import { say } from './mail-text.ts';
import type { MailFrame, MailPart, MailWords, MailWritten } from './mail-text.ts';
import { withinSentence } from './store-name.ts';
import type { BackupWays, ChainHead, HeldBecause, HeldData, HeldNext, MailPartnerStage, MailResult, Standing } from './mail.ts';
import { casePartsEnglish } from './words-of-case-parts.ts';

const LANGUAGE = 'en-GB';

const day = (atIso: string, { timeZone }: MailFrame): string => new Intl.DateTimeFormat(LANGUAGE, { timeZone, dateStyle: 'long' }).format(new Date(atIso));
const moment = (atIso: string, { timeZone }: MailFrame): string =>
  new Intl.DateTimeFormat(LANGUAGE, { timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(new Date(atIso));

const hello = (name: string | null): string => (name === null || name.trim() === '' ? 'Hello,' : say`Dear ${name},`);
const phone = (device: string | null): string => (device === null || device.trim() === '' ? 'phone' : device);
const unless = (text: string | null, part: (text: string) => MailPart): MailPart[] => (text === null || text.trim() === '' ? [] : [part(text)]);

type Case = { readonly caseCode: string; readonly toName: string | null };

const toCustomer = ({ caseCode, toName }: Case, { storeName }: MailFrame, parts: readonly MailPart[]): MailWritten => ({
  subject: say`Your phone, case ${caseCode}`,
  parts: [hello(toName), ...parts],
  linkWords: 'You can see how it stands at any time, without an account:',
  end: [say`If you have a question, reply to this mail or come by. Say “case ${caseCode}”, and you need not tell it again.`, say`${storeName}`],
});

const toAgent = ({ caseCode, toName }: Case, { storeName }: MailFrame, parts: readonly MailPart[]): MailWritten => ({
  subject: say`Case ${caseCode}, which you called ahead for`, parts: [hello(toName), ...parts], linkWords: null, end: ['If you have a question, reply to this mail.', say`${storeName}`],
});

const record = ({ count, hash }: ChainHead): readonly MailPart[] => [
  say`Please keep this mail: it is your receipt. Everything that happens to your phone is written into a record, entry by entry. It now has ${count} ${count === 1 ? 'entry' : 'entries'}, and the last one has this mark:`,
  say`${hash}`,
  'If anybody changed what is written up to here, the mark would not fit any more.',
];

const BECAUSE: Readonly<Record<HeldBecause, string>> = {
  'frame-bent': 'Its frame is bent by more than our machine can safely work with. If we had gone on, what is on it could have been erased.',
  'cannot-measure': 'We could not measure whether its frame is straight. If we had gone on without knowing, what is on it could have been erased.',
  'would-erase': 'The next step would have erased what is on it.',
  unsafe: 'It was not safe to go on: it became hot, or its battery may be damaged. It lies where it can do no harm.',
  'second-look': 'One of us wanted a second look before anything more is done to it.',
  other: 'Something was not as it should be, and we did not want to risk what is on it.',
};
const DATA: Readonly<Record<HeldData, string>> = {
  'as-it-was': 'What is on it is as it was when you brought it.',
  'not-known': 'Whether what is on it is untouched, we do not know yet. Until we know, nothing more is done to it.',
};
const NEXT: Readonly<Record<HeldNext, string>> = {
  'we-decide': 'A manager looks at it next, and then you hear from us. You do not have to do anything now.',
  'ask-lab': 'We ask a lab that recovers data what it can do, and then you hear from us. You do not have to do anything now.',
  'your-word': 'Before anything else we need your word. Please reply to this mail, or come by.',
};
const CALLED: Readonly<Record<CallLevel, string>> = {
  here: 'You are called because you are in the store.',
  managers: 'You are called because no manager in the store has done it.',
  beyond: 'You are called because no manager of the store has done it. Please call the store.',
};
const STAGE: Readonly<Record<MailPartnerStage, (partner: string, device: string) => string>> = {
  received: (partner, device) => say`${partner} has your ${device}.`,
  looking: (partner, device) => say`${partner} is looking at your ${device}, to see what can be done.`,
  'waiting-for-parts': (partner, device) => say`${partner} waits for a part that is needed for your ${device}. Nothing is wrong; it takes a little longer.`,
  recovering: (partner, device) => say`${partner} is working on what is on your ${device}.`,
  ready: (partner, device) => say`${partner} has finished with your ${device}. How it ended, we tell you as soon as we know.`,
};
const STANDING: Readonly<Record<Standing, (device: string) => string>> = {
  expected: (device) => say`We expect the ${device}; it has not come yet.`,
  'in-store': (device) => say`The ${device} is with us, and we are looking at it.`,
  held: (device) => say`The ${device} is with us. The work on it is stopped, so that nothing on it is lost, and a manager decides what happens next.`,
  'on-the-way': (device) => say`The ${device} is on its way to a lab that recovers data.`,
  'with-partner': (device) => say`The ${device} is with a lab that recovers data. That may take a while; nothing is wrong.`,
  ready: (device) => say`The ${device} is back with us, and can be collected.`,
};
const RESULT: Readonly<Record<MailResult, (device: string) => readonly string[]>> = {
  all: (device) => [say`Everything that was looked for on your ${device} was found, and is saved.`],
  partial: (device) => [say`A part of what is on your ${device} was found, and is saved.`, 'What is missing could not be read any more. We are sorry that it is not all of it.'],
  none: (device) => [say`We are very sorry. Nothing could be saved from your ${device}.`, 'We would have liked to tell you something else. If you want to know what was tried, we go through it with you, whenever it suits you.'],
  unrepaired: (device) => [say`Your ${device} was not repaired. You get it back as it is.`, 'If you want to know why, or what else can be done with it, we go through it with you.'],
};
const RESULT_FOR_AGENT: Readonly<Record<MailResult, string>> = {
  all: 'Everything that was looked for was found, and is saved.',
  partial: 'A part of it was found, and is saved. The rest could not be read any more.',
  none: 'Nothing could be saved.',
  unrepaired: 'The device was not repaired, and goes back as it is.',
};
const BACKUP: Readonly<Record<BackupWays, readonly string[]>> = {
  iphone: [
    'By itself, over the air: Settings, your name, iCloud, iCloud Backup, on. It then works at night, on power and Wi-Fi.',
    'Or with a computer: connect the phone and choose “Back Up Now”, in the Finder of a Mac or in the Apple Devices app of Windows. Once a month is a good habit.',
  ],
  android: [
    'By itself, over the air: Settings, Google, Backup, on. In Google Photos look that backup is on too: photos are kept apart from the rest.',
    'Or with a computer: connect the phone by its cable, choose “File transfer”, and copy the folder DCIM. Once a month is a good habit.',
  ],
  other: ['Copy what matters to a computer or a stick. Once a month is a good habit.'],
};

export const MAIL_WORDS_EN: MailWords = {
  language: 'en',
  virtual: 'This comes from a demonstration of Holdfast with virtual rigs. No real phone is meant.',
  write: {
    'brief-acknowledged': (about, frame) => toAgent(about, frame, [
      say`${about.byName} at ${withinSentence(frame.storeName)} has read your brief, and is there for the customer.`,
      ...unless(about.expectedAtIso, (atIso) => say`Expected: ${moment(atIso, frame)}.`),
      'What you wrote is at the bench, so that nobody has to tell it twice.',
      ...unless(about.reference, (reference) => say`Your reference: ${reference}`),
      'When it has ended you hear from us how. You need not ask.',
    ]),
    'device-received': (about, frame) => toCustomer(about, frame, [
      say`Your ${phone(about.device)} is with us. ${about.receivedBy} took it in, on ${moment(about.atIso, frame)}.`,
      ...record(about.chain),
    ]),
    held: (about, frame) => toCustomer(about, frame, [say`We have stopped the work on your ${phone(about.device)}.`, BECAUSE[about.because], DATA[about.data], NEXT[about.next]]),
    'handed-over': (about, frame) => toCustomer(about, frame, [
      say`Your ${phone(about.device)} is now with ${about.partnerName}. It was handed over and signed for on ${moment(about.atIso, frame)}.`,
      ...unless(about.partnerPlace, (place) => say`Where that is: ${place}`),
      'You need not call there. Ask us, and we pass it on; your number and your address stay with us.',
      ...record(about.chain),
    ]),
    'partner-stage': (about, frame) => toCustomer(about, frame, [STAGE[about.stage](about.partnerName, phone(about.device))]),
    progress: (about, frame) => toCustomer(about, frame, ['So that you need not ask, this is how it stands.', STANDING[about.standing](phone(about.device))]),
    'progress-agent': (about, frame) => toAgent(about, frame, [
      'So that you need not ask, this is how the case stands that you called ahead for.',
      ...unless(about.reference, (reference) => say`Your reference: ${reference}`),
      STANDING[about.standing]('phone'),
    ]),
    outcome: (about, frame) => toCustomer(about, frame, [
      ...RESULT[about.result](phone(about.device)),
      ...unless(about.detail, (detail) => say`${detail}`),
      ...unless(about.delivery, (delivery) => say`How it comes to you: ${delivery}`),
      ...unless(about.copyGoneIso, (atIso) => say`The copy that was made for the work is deleted by ${day(atIso, frame)}.`),
    ]),
    'closing-agent': (about, frame) => toAgent(about, frame, [
      'The case that you called ahead for has ended.',
      ...unless(about.reference, (reference) => say`Your reference: ${reference}`),
      RESULT_FOR_AGENT[about.result],
      about.customerTold ? 'The customer knows how it ended.' : 'The customer could not be told yet; we go on trying.',
      'Thank you for calling ahead.',
    ]),
    'ready-for-collection': (about, frame) => toCustomer(about, frame, [
      say`Your ${phone(about.device)} is ready for you.`,
      'Please bring your receipt, and something that shows your name.',
      ...unless(about.keptUntilIso, (atIso) => say`We keep it for you until ${day(atIso, frame)}. If that is too soon, tell us.`),
    ]),
    'reminder-abandoned': (about, frame) => toCustomer(about, frame, [
      say`Your ${phone(about.device)} has been ready since ${day(about.readySinceIso, frame)}, and we still keep it for you.`,
      'If you cannot come, reply to this mail; we find another way.',
      ...unless(about.keptUntilIso, (atIso) => say`We can keep it until ${day(atIso, frame)}. Please tell us before then what you wish.`),
    ]),
    aftercare: (about, frame) => toCustomer(about, frame, [
      say`This is about what was on your ${phone(about.device)}, and how it stays safe from now on.`,
      ...(about.lost.length === 0 ? [] : ['This could not be saved:', { list: about.lost.map((what) => say`${what}`) }]),
      ...(about.again.length === 0 ? [] : ['This you can get again:', { list: about.again.map(({ what, where }) => say`${what}: ${where}`) }]),
      'So that it does not happen again:',
      { list: [...BACKUP[about.backup], 'Keep what matters most in two places. Open one photo of the copy now and then: only then you know that there is one.'] },
      'We gladly set it up with you here.',
    ]),
    'partner-link': (about, { storeName }) => ({
      subject: say`Case ${about.caseCode}, a device for you`,
      parts: [hello(about.toName), say`${storeName} hands over a device to you: ${phone(about.device)}, case ${about.caseCode}.`, 'With the link below you sign for it, and tell us how it goes. It asks for the PIN that you got from us; the PIN is in no mail.'],
      linkWords: 'The link, without an account:',
      end: ['It ends when the device is back, or when we recall it. If you have a question, reply to this mail.', say`${storeName}`],
    }),
    'step-overdue': ({ caseCode, toName, step, dueAtIso, level }, frame) => ({
      subject: say`Case ${caseCode}: a step stays undone`,
      parts: [
        hello(toName), say`In case ${caseCode} this was due ${moment(dueAtIso, frame)}, and nobody has done it: ${casePartsEnglish.steps[step]}.`, CALLED[level],
        'Do the step, or take the case over. If it has to wait, say why: the reason is kept. Until one of the three is done it stays in the queue, and others are called.',
      ],
      linkWords: null, end: [say`${frame.storeName}`],
    }),
    test: (_about, { storeName }) => ({ subject: 'A test of Holdfast', parts: ['Hello,', say`This is a test from ${withinSentence(storeName)}. Mail from Holdfast arrives here.`], linkWords: null, end: [say`${storeName}`] }),
  },
};
