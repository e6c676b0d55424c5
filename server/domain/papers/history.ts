/** The whole record of a case in words, for paper: each entry with its number, time, who, and the beginning of its hash. */
import type { ChainedEvent } from '../../contract/custody.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { historyEnglish, sayEvent } from '../../contract/words-of-case-history.ts';
import type { HistoryNames } from '../../contract/words-of-case-history.ts';
import { papersEnglish } from '../../contract/words-of-papers.ts';
import { deviceName, idRows, paperHead, partyName, sayerFor } from './paper-frame.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { Sheet } from './paper.ts';

export function historyNames(state: CaseState, frame: PaperFrame): HistoryNames {
  return {
    device(id) {
      const device = state.devices.find((one) => one.id === id);
      return device === undefined ? papersEnglish.aPhone : deviceName(device);
    },
    party: (party) => partyName(party, frame),
    moment: sayerFor(frame.timeZone).moment,
  };
}

export function historyOf(state: CaseState, events: readonly ChainedEvent[], frame: PaperFrame): Sheet {
  const words = papersEnglish.history;
  const names = historyNames(state, frame);
  const head = paperHead(frame.head);
  return {
    kind: 'history', title: papersEnglish.titles.history, code: state.code, lead: words.lead,
    blocks: [
      { kind: 'facts', rows: state.devices.flatMap((device) => [[papersEnglish.device, deviceName(device)] as const, ...idRows(device)]) },
      {
        kind: 'table', head: [words.number, words.when, words.who, words.what],
        rows: events.map(({ event, hash }) => [`${String(event.seq)}\n${hash.slice(0, 8)}`, names.moment(event.atIso), event.actor.name, sayEvent(event, names, historyEnglish)]),
      },
    ],
    head, headWords: papersEnglish.headWords(head.seq, head.hash),
  };
}
