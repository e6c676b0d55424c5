/** The letter at the end: how it ended, what was saved, and how it does not happen again. Personal, without a form's voice. */
import type { Contact } from '../../contract/case-private.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import type { Delivered } from '../../contract/words-of-case-parts.ts';
import { deviceName, devicesOn, paperHead, sayerFor } from './paper-frame.ts';
import type { PaperFrame, Sayer } from './paper-frame.ts';
import { apart, when } from './paper.ts';
import type { Block, Sheet } from './paper.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export interface LetterParts {
  readonly state: CaseState;
  readonly deviceId: string | null;
  readonly contact: Pick<Contact, 'name' | 'greeting'> | null;
}

export function letterOf({ state, deviceId, contact }: LetterParts, frame: PaperFrame): Sheet {
  const words = frame.words.papers.letter;
  const say = sayerFor(frame.timeZone, frame.words);
  const devices = devicesOn(state, deviceId);
  const name = contact === null ? '' : contact.greeting || contact.name;
  const head = paperHead(frame.head);
  return {
    kind: 'letter', title: frame.storeName, code: state.code, lead: say.day(frame.madeAtIso),
    blocks: [
      { kind: 'words', text: name === '' ? words.hello : words.dear(apart(name)) },
      ...devices.flatMap((device) => outcomeBlocks(device, state.code, say, frame.words)),
      { kind: 'heading', text: words.care },
      { kind: 'list', items: [...words.careItems, ...when(devices.some(({ suspectedBattery }) => suspectedBattery), words.careBattery)] },
      { kind: 'words', text: words.thanks },
      { kind: 'words', text: words.yours(apart(frame.storeName)) },
    ],
    head, headWords: frame.words.papers.headWords(head.seq, head.hash),
  };
}

function outcomeBlocks(device: CaseDevice, code: string, { day }: Sayer, said: ServerWords): Block[] {
  const words = said.papers.letter;
  const { outcome } = device;
  const begin: Block = { kind: 'words', text: words.begin(apart(deviceName(device, said)), code) };
  if (outcome === null) return [begin, { kind: 'words', text: words.notYet }];
  const counts = countsOf(outcome, said);
  return [
    begin,
    { kind: 'verdict', title: words.results[outcome.result], text: counts === '' ? '' : words.counted(counts) },
    {
      kind: 'words',
      text: [
        ...when(outcome.delivered !== 'nothing' && outcome.delivered !== 'not-yet', words.delivered(said.parts.delivered[outcome.delivered as Delivered].toLowerCase())),
        ...(outcome.copyDeletedByIso === null ? [] : [words.copyGone(day(outcome.copyDeletedByIso))]),
      ].join(' '),
    },
    ...when<Block>(outcome.words !== '', { kind: 'typed', text: outcome.words }),
  ];
}

export function countsOf({ photos, videos, other }: NonNullable<CaseDevice['outcome']>, { papers: { letter: words }, locale }: ServerWords): string {
  const whole = new Intl.NumberFormat(locale);
  const count = (value: number | null, say: (text: string) => string): string[] => (value === null ? [] : [say(whole.format(value))]);
  return [...count(photos, words.photos), ...count(videos, words.videos), ...count(other, words.other)].join(', ');
}
