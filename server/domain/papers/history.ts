/** The whole record of a case in words, for paper: each entry with its number, time, who, and the beginning of its hash. */
import type { ChainedEvent } from '../../contract/custody.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { sayEvent } from '../../contract/words-of-case-history.ts';
import type { HistoryNames } from '../../contract/words-of-case-history.ts';
import { deviceName, idRows, paperHead, partyName, sayerFor } from './paper-frame.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { Sheet } from './paper.ts';

export function historyNames(state: CaseState, frame: PaperFrame): HistoryNames {
  return {
    device(id) {
      const device = state.devices.find((one) => one.id === id);
      const name = device === undefined ? frame.words.papers.aPhone : deviceName(device, frame.words);
      return name === frame.words.papers.aPhone ? frame.words.history.device : name;
    },
    party: (party) => partyName(party, frame),
    moment: sayerFor(frame.timeZone, frame.words).moment,
  };
}

export function historyOf(state: CaseState, events: readonly ChainedEvent[], frame: PaperFrame): Sheet {
  const { papers, history } = frame.words;
  const words = papers.history;
  const names = historyNames(state, frame);
  const head = paperHead(frame.head);
  return {
    kind: 'history', title: papers.titles.history, code: state.code, lead: words.lead,
    blocks: [
      { kind: 'facts', rows: state.devices.flatMap((device) => [[papers.device, deviceName(device, frame.words)] as const, ...idRows(device, frame.words)]) },
      {
        kind: 'table', head: [words.number, words.when, words.who, words.what],
        rows: events.map(({ event, hash }) => [`${String(event.seq)}\n${hash.slice(0, 8)}`, names.moment(event.atIso), event.actor.name, sayEvent(event, names, history)]),
      },
    ],
    head, headWords: papers.headWords(head.seq, head.hash),
  };
}
