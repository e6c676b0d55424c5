/**
 * What the drawing of the lives of a case says beside the names of its states: the four lives, the acts that move them, who does them.
 * Acts that move nothing are not drawn, and have no word here.
 */
import { CASE_ACTS } from './case-acts.ts';
import type { CaseActName } from './case-acts.ts';
import type { CasePartsWords } from './words-of-case-parts.ts';
import { casePartsEnglish } from './words-of-case-parts.ts';

export const LIVES = ['case', 'hold', 'handover', 'device'] as const;
export type Life = (typeof LIVES)[number];

/** What moves one of them; `stop` is no act of a person. */
export const MOVERS = [
  'file-brief', 'open-walk-in', 'acknowledge-brief', 'arrive', 'record-no-show', 'tie-device', 'ask-hold', 'approve-hold', 'release-hold', 'prepare-transfer', 'sign-given', 'sign-taken',
  'recall-transfer', 'dispose-device', 'merge-into', 'close', 'reopen',
] as const satisfies readonly CaseActName[];
type Drawn = (typeof MOVERS)[number] | 'stop';
export type Doer = 'technician' | 'manager' | 'support' | 'bench';

export interface LivesWords {
  readonly title: string;
  readonly lead: readonly string[];
  readonly lives: Readonly<Record<Life, { readonly title: string; readonly says: string }>>;
  readonly head: readonly [string, string, string, string];
  readonly beginning: string;
  readonly acts: Readonly<Record<Drawn, string>>;
  readonly doers: Readonly<Record<Doer, string>>;
  readonly parts: Pick<CasePartsWords, 'stages' | 'holdStates' | 'transferStates' | 'places'>;
}

const saysOf = (act: CaseActName): string => CASE_ACTS[act].says;

export const livesEnglish: LivesWords = {
  title: 'The life of a case',
  lead: [
    'Which states there are, what leads from one to the next, and who may do it. This page is drawn by trying every act in every state that the',
    'rules can reach; nobody writes it by hand. What else must be true for an act is said by its refusal, in words, where it is tried.',
  ],
  lives: {
    case: { title: 'The case', says: 'A brief begins a case before anybody is here. Who walks in without one, or a bench that stops a phone nobody knew of, begins an open one.' },
    hold: { title: 'A hold', says: 'Every hold that is not released binds every bench, also before a manager has said anything. A released one stays released; only a new one holds again.' },
    handover: { title: 'A handover', says: 'One side gives, the other takes, both sign. Between the two a phone is on the way. What was recalled is with the giver again.' },
    device: { title: 'Where a device is', says: 'A device moves only by a handover, but for one that a bench stopped before anybody received it, and one that nobody fetched.' },
  },
  head: ['from', 'what is done', 'to', 'by whom'],
  beginning: 'the beginning',
  acts: {
    stop: 'A bench stops a restore of it',
    'file-brief': saysOf('file-brief'), 'open-walk-in': saysOf('open-walk-in'), 'acknowledge-brief': saysOf('acknowledge-brief'), arrive: saysOf('arrive'), 'record-no-show': saysOf('record-no-show'),
    'tie-device': saysOf('tie-device'), 'ask-hold': saysOf('ask-hold'), 'approve-hold': saysOf('approve-hold'), 'release-hold': saysOf('release-hold'), 'prepare-transfer': saysOf('prepare-transfer'),
    'sign-given': saysOf('sign-given'), 'sign-taken': saysOf('sign-taken'), 'recall-transfer': saysOf('recall-transfer'), 'dispose-device': saysOf('dispose-device'), 'merge-into': saysOf('merge-into'),
    close: saysOf('close'), reopen: saysOf('reopen'),
  },
  doers: { technician: 'technician', manager: 'manager', support: 'support', bench: 'the bench itself' },
  parts: casePartsEnglish,
};
