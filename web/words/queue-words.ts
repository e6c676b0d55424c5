/** What the manager's queue says: the list, the evidence, what each key does and what will happen before it is pressed. */
import type { StepName } from '../../server/contract/case-state.ts';
import { spoken } from './language.ts';

/** On the button that begins a step: short, because the step itself stands beside it. */
const verbs: Readonly<Record<StepName, string>> = {
  'acknowledge-brief': 'Read it…', 'await-customer': 'They are here', 'name-owner': 'Take over', 'tie-device': 'Scan or type…', 'record-intake': 'Begin intake…', 'add-photo': 'Photo…', 'power-off': 'It is off',
  'get-consent': 'Consent…', 'answer-message': 'Read and answer…', 'decide-hold': 'Look at the evidence', 'put-away': 'Put away…', 'check-battery': 'Look at it…', 'find-partner': 'Choose a partner…', 'sign-given': 'Sign…', 'sign-taken': 'Sign…',
  'ask-partner': 'Partner says…', 'record-outcome': 'Record it…', 'tell-customer': 'Tell…', 'tell-agent': 'Tell…', 'mend-telling': 'Tell otherwise…', 'give-back': 'Give back…', close: 'Close…',
};

export const queueEnglish = {
  title: 'Queue',
  waiting: (count: number) => (count === 1 ? '1 case waits' : `${count} cases wait`),
  more: (count: number) => `and ${count} more`,
  waitsIn: (code: string) => `What waits in case ${code}`,
  nothing: 'Nothing waits for a decision.',
  nothingNext: 'A stop for a bent frame, a brief that nobody has taken, a mail that did not arrive: whatever needs somebody stands here by itself.',
  list: 'What waits, the most pressing first',
  keys: 'j and k, or up and down, go through the cases; h and l, or left and right, through what waits in one. Enter opens the case. Letters are off while you type.',
  evidence: 'Evidence',
  evidenceOf: (when: string) => `Evidence of the stop, ${when}`,
  openCase: 'Open the case',
  toEvidence: 'Look at the evidence',
  link: 'Link for the customer…',
  verbs,
  why: 'Why it is held',
  byHand: 'A colleague asked for it',
  measured: 'What was measured',
  notMeasured: 'This stop has no measurement: the cause stands above.',
  limitSays: (value: number, hold: number, limit: number, uncertainty: number) => `${value} µm measured. Held from ${hold} µm: limit ${limit} µm less the uncertainty of ${uncertainty} µm.`,
  chassisNow: 'The frame, as it lies on the bench now',
  chart: 'Before the stop',
  receipt: 'How it was stopped',
  noStop: 'The stop is not on record here any more.',
  raw: 'Raw lines',
  rawHint: 'As the bench reported them, around the stop.',
  noRaw: 'No line of this stop is on record.',
  brief: 'What the brief says',
  benchPage: (bench: string) => `Page of ${bench}`,
  decide: 'Decide',
  approve: 'Approve',
  release: 'Release…',
  approveNext: 'Approve: the phone stays held on every bench. Next: choose a partner, or give it back as it is.',
  releaseNext: 'Release: benches may restore this phone again, each by its own rules. A reason is kept.',
  releaseSecond: 'The data is at stake: a second person must confirm too.',
  lookedAt: 'You have looked at the evidence.',
  decided: (who: string) => `Decided by ${who} a moment ago.`,
} as const;

export const queueWords = spoken(queueEnglish);
