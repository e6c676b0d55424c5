/** The letter at the end: how it ended, what was saved, and how it does not happen again. Personal, without a form's voice. */
import type { Contact } from '../../contract/case-private.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { casePartsEnglish } from '../../contract/words-of-case-parts.ts';
import type { Delivered } from '../../contract/words-of-case-parts.ts';
import { papersEnglish } from '../../contract/words-of-papers.ts';
import { deviceName, devicesOn, paperHead, sayerFor } from './paper-frame.ts';
import type { PaperFrame, Sayer } from './paper-frame.ts';
import { apart, when } from './paper.ts';
import type { Block, Sheet } from './paper.ts';

const words = papersEnglish.letter;
const whole = new Intl.NumberFormat('en-GB');

export interface LetterParts {
  readonly state: CaseState;
  readonly deviceId: string | null;
  readonly contact: Pick<Contact, 'name' | 'greeting'> | null;
}

export function letterOf({ state, deviceId, contact }: LetterParts, frame: PaperFrame): Sheet {
  const say = sayerFor(frame.timeZone);
  const devices = devicesOn(state, deviceId);
  const name = contact === null ? '' : contact.greeting || contact.name;
  const head = paperHead(frame.head);
  return {
    kind: 'letter', title: frame.storeName, code: state.code, lead: say.day(frame.madeAtIso),
    blocks: [
      { kind: 'words', text: name === '' ? words.hello : words.dear(apart(name)) },
      ...devices.flatMap((device) => outcomeBlocks(device, state.code, say)),
      { kind: 'heading', text: words.care },
      { kind: 'list', items: [...words.careItems, ...when(devices.some(({ suspectedBattery }) => suspectedBattery), words.careBattery)] },
      { kind: 'words', text: words.thanks },
      { kind: 'words', text: words.yours(apart(frame.storeName)) },
    ],
    head, headWords: papersEnglish.headWords(head.seq, head.hash),
  };
}

function outcomeBlocks(device: CaseDevice, code: string, { day }: Sayer): Block[] {
  const { outcome } = device;
  const begin: Block = { kind: 'words', text: words.begin(apart(deviceName(device)), code) };
  if (outcome === null) return [begin, { kind: 'words', text: words.notYet }];
  const counts = countsOf(outcome);
  return [
    begin,
    { kind: 'verdict', title: words.results[outcome.result], text: counts === '' ? '' : words.counted(counts) },
    {
      kind: 'words',
      text: [
        ...when(outcome.delivered !== 'nothing' && outcome.delivered !== 'not-yet', words.delivered(casePartsEnglish.delivered[outcome.delivered as Delivered].toLowerCase())),
        ...(outcome.copyDeletedByIso === null ? [] : [words.copyGone(day(outcome.copyDeletedByIso))]),
      ].join(' '),
    },
    ...when<Block>(outcome.words !== '', { kind: 'typed', text: outcome.words }),
  ];
}

export function countsOf({ photos, videos, other }: NonNullable<CaseDevice['outcome']>): string {
  const count = (value: number | null, say: (text: string) => string): string[] => (value === null ? [] : [say(whole.format(value))]);
  return [...count(photos, words.photos), ...count(videos, words.videos), ...count(other, words.other)].join(', ');
}
