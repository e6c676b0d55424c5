/** English words for the custody chain: why something was not added, why the server does not start, what a check found. */
import type { ChainFault } from './custody-verdict.ts';
import type { AnchorKind } from './custody.ts';
import type { ServerProblem } from './problem-codes.ts';
import type { ProblemWords } from './words-shape.ts';

type CustodyProblem = Extract<ServerProblem, 'custody-key-unusable' | 'custody-wrong' | 'event-id-used' | 'event-unfit' | 'case-code-used'>;

export const CUSTODY_PROBLEMS_EN: Readonly<Record<CustodyProblem, ProblemWords>> = {
  'custody-key-unusable': {
    what: 'The custody key {path} cannot be used: {detail}.',
    usualCause: 'The state folder was moved without it, or files of two stores were mixed.',
    remedy: 'Put back the custody.key of this store; every backup has it beside its copy. Only if it is lost for ever: move what lies there away, then run `npm run holdfast -- custody new-key --name NAME --reason REASON`. The guard works without the server.',
  },
  'custody-wrong': { what: 'This cannot be done: {detail}.', usualCause: 'A misspelt case, head or folder.', remedy: 'See "holdfast help verify" and "holdfast help custody".' },
  'event-id-used': { what: 'Something else was already recorded under this id.', usualCause: 'A program uses one id for several events.', remedy: 'Send a new id with every event.' },
  'event-unfit': { what: 'This cannot be recorded: {detail}.', usualCause: 'A broken character, a fraction, or a very long text.', remedy: 'Write it anew, shorter, or with whole numbers.' },
  'case-code-used': { what: 'Another case has this code.', usualCause: 'Two cases drew the same code.', remedy: 'Try again: it gets another one.' },
};

/** What was found at the first broken place. */
export const CHAIN_FAULTS_EN: Readonly<Record<ChainFault, string>> = {
  edited: 'its content was changed afterwards',
  reordered: 'it does not stand in its place: events were put into another order',
  inserted: 'it was put in afterwards',
  removed: 'one or more events are missing here',
  'wrong-signature': 'this store did not sign it',
  'not-linked': 'it does not follow the event before it',
  'head-differs': 'the head that is kept apart says something else',
};

export const ANCHORS_EN: Readonly<Record<AnchorKind, string>> = {
  label: 'label', receipt: "customer's receipt", 'handover-sheet': 'handover sheet', certificate: 'certificate', 'partner-copy': "partner's copy", mail: 'mail', export: 'exported copy', history: 'printed history', letter: 'letter',
};

const events = (count: number): string => `${String(count)} ${count === 1 ? 'event' : 'events'}`;

/** What a check says, for a terminal and for a page. */
export const custodyEnglish = {
  case: (code: string | null, count: number): string => `Case ${code ?? '(without a code)'}: ${events(count)}`,
  gone: (code: string | null): string => `Case ${code ?? ''}: this store knows no such case`,
  intact: 'Intact: every event is as it was signed, in its order.',
  broken: (seq: number, why: ChainFault): string => `NOT INTACT at event ${String(seq)}: ${CHAIN_FAULTS_EN[why]}.`,
  complete: (seq: number, mark: string): string => `Complete up to event ${String(seq)}: ${mark}.`,
  notShown: 'So this store noted it. With the paper in hand, --anchor and its QR code prove it.',
  noMark: 'Complete up to: nothing outside this store remembers a head of this case.',
  tail: (count: number, since: string | null): string =>
    `Not anchored: ${count === 0 ? 'nothing' : `${events(count)}${since === null ? '' : `, since ${since}`}; if they were cut off, nobody could tell`}.`,
  knowsMore: (mark: string, seq: number, missing: number): string => `THE PAPER KNOWS MORE: ${mark} knows event ${String(seq)}; ${events(missing)} ${missing === 1 ? 'is' : 'are'} missing at the end.`,
  knowsOther: (mark: string, seq: number): string => `THE PAPER KNOWS ANOTHER EVENT: ${mark} does not fit event ${String(seq)}. The chain was built anew, or changed before it.`,
  mark: (kind: AnchorKind | null, ref: string | null, day: string | null): string => [kind === null ? 'the head that was given' : ANCHORS_EN[kind], ref ?? '', day === null ? '' : `of ${day}`].filter((part) => part !== '').join(' '),
  key: (fingerprint: string): string => `Signed with the key ${fingerprint}`,
  keyFile: {
    other: 'THE CUSTODY KEY in the state folder is not the one that the database knows, or cannot be read.',
    missing: 'The custody key is not in the state folder; for a check it is not needed.',
  },
  sum: (checked: number, bad: number): string => (bad === 0 ? `${String(checked)} checked, all hold.` : `${String(checked)} checked, ${String(bad)} ${bad === 1 ? 'does' : 'do'} not hold.`),
  none: 'There is no case with an event yet.',
} as const;
