/** Every cause, zone, state and condition with its texts, out of the same tables that tile, mail and terminal read. Pure. */
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import { PERMISSIVES, ZONES } from '../../firmware-bridge/contract/interlock.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { helpWords as says } from '../words/help-words.ts';
import { webWords } from '../words/web-words.ts';
import { VOICES } from './voice.ts';

export type TopicGroup = 'cause' | 'zone' | 'voice' | 'permissive';

export interface Topic {
  readonly group: TopicGroup;
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export const topicId = (group: TopicGroup, code: string): string => `${group}-${code}`;

export function allTopics(): Topic[] {
  return [
    ...VOICES.map((voice): Topic => {
      const { what, usualCause, whatToDo } = says.voices[voice];
      return { group: 'voice', id: topicId('voice', voice), title: webWords.voices[voice], lines: [what, usualCause, whatToDo] };
    }),
    ...ZONES.map((zone): Topic => ({ group: 'zone', id: topicId('zone', zone), title: bridgeWords.zones[zone].title, lines: [bridgeWords.zones[zone].what] })),
    ...CAUSE_CODES.map((code): Topic => {
      const { title, usualCause, whatToDo } = bridgeWords.causes[code];
      // What happened is told with its numbers where it happened; here are none.
      return { group: 'cause', id: topicId('cause', code), title, lines: [usualCause, whatToDo({})] };
    }),
    ...PERMISSIVES.map((id): Topic => ({ group: 'permissive', id: topicId('permissive', id), title: bridgeWords.permissives[id].whenOk, lines: [bridgeWords.permissives[id].whatToDo({})] })),
  ];
}

const fold = (text: string): string => text.toLocaleLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** Every word must be somewhere in it. */
export function fitsText(text: string, wanted: string): boolean {
  const where = fold(text);
  return fold(wanted).split(/\s+/).filter((word) => word !== '').every((word) => where.includes(word));
}

export const topicsFor = (wanted: string, topics: readonly Topic[]): Topic[] => topics.filter(({ title, lines }) => fitsText([title, ...lines].join(' '), wanted));
