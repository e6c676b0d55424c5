/** What the conversation of a case says: who wrote to whom, what waits, and what happens before somebody sends or passes on. */
import type { MessageSide } from '../../server/contract/case-messages.ts';
import { spoken } from './language.ts';

export const messageEnglish = {
  title: 'Messages',
  none: 'Nobody has written yet.',
  hidden: 'What was written is sealed. Reading is on record; the customer can see who read.',
  read: 'Read the messages',
  /** The reason that stands on record. */
  readWhy: 'Answer what was written',
  isNew: 'Something new was written',
  show: 'Show it',
  waits: (count: number) => (count === 1 ? '1 message waits' : `${count} messages wait`),
  waitsHere: 'Waits for an answer',
  waitsToPass: 'Waits to be passed on',
  from: { customer: 'Customer', partner: 'Partner', store: 'Store' } satisfies Readonly<Record<MessageSide, string>>,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  asksCall: 'asks to be called',
  erased: 'Erased: nobody can read it any more.',
  onlyCall: 'Nothing else was written.',
  readBy: (who: string, when: string) => `read by ${who}, ${when}`,
  notRead: 'nobody has read it',
  passed: (partner: string, who: string, when: string) => `Passed on to ${partner} by ${who}, ${when}`,
  passOn: 'Pass on to the partner…',
  passOnTo: 'To which partner',
  passOnWhat: 'The partner reads these words as they stand. Does a number, an address or a name stand in them? Then write it in your own words instead.',
  passOnVerb: 'Pass it on',
  unread: 'Mark as unread',
  noAnswer: 'Needs no answer',
  to: 'To',
  words: 'Your message',
  wordsHint: 'It stands on the page of their link. No number and no address goes along.',
  left: (chars: number) => `${chars} characters left`,
  send: (to: string) => `Send: ${to}`,
  missing: 'Still missing: your message',
  noLink: { customer: 'The customer has no link that works: nobody can read it yet.', partner: 'This partner has no link that works: nobody can read it yet.' },
  makeLink: { customer: 'Link for the customer…', partner: 'Link for the partner…' },
  answerTitle: 'Read and answer',
  close: 'Close',
} as const;

export const messageWords = spoken(messageEnglish);
