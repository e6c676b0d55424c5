/** What is said to whoever was called because a step stays undone, and where such a mail goes. */
import { spoken } from './language.ts';

export const callEnglish = {
  note: 'Steps that stay undone',
  youAre: (count: number) => (count === 1 ? 'You were called: 1 step stays undone' : `You were called: ${count} steps stay undone`),
  nobodyElse: 'Nobody could be called: everybody is meant.',
  since: (due: string, called: string) => `due ${due}, called ${called}`,
  cannotDo: 'Call the store: the step is done there.',
  toQueue: 'Open the queue',
  called: (whom: string, when: string) => `Called ${when}: ${whom}.`,
  record: 'The record is in doubt',
  recordWhat: (count: number, codes: string, when: string) => `${count === 1 ? 'A custody chain does' : `${count} custody chains do`} not hold any more: case ${codes}. Found ${when}.`,
  recordCause: 'Usual cause: the database was changed by hand, an older copy was put back, or the disk is failing.',
  recordNow: 'Keep every paper of these cases, hand nothing over on the record alone, and have an administrator run “holdfast verify” on the bench PC.',
  mark: 'Called',
  answered: (who: string, why: string) => `${who} says why not yet: “${why}”`,
  mailTitle: 'Mail when a step stays undone',
  mailText: 'Where Holdfast writes to you when you are called. It is sealed, shown to nobody, and gone when you take it away or leave.',
  mail: 'Mail address',
  mailSet: 'set',
  mailNotSet: 'not set',
  mailKeep: 'Keep the address',
  mailAway: 'Take it away',
  mailKept: 'Mail for calls: done.',
} as const;

export const callWords = spoken(callEnglish);
