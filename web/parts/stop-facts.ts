/** What a stop of the past was, in three lines: why, how it ended, whether somebody has reset the bench. Read alike wherever stops are listed. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { JudgedStop } from '../../server/contract/live.ts';
import { sayReceiptTime } from '../reading/age.ts';
import { momentAround } from '../reading/chart-window.ts';
import { benchWords as says } from '../words/bench-words.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { sayTimeOfDay } from '../words/times.ts';

export function stopFacts({ trip, device, reset, stopId }: JudgedStop, sayName: (code: string) => string): TemplateResult {
  const [first] = trip.causes;
  const { receipt } = trip;
  const stopped = sayReceiptTime(receipt.seenStoppedAfterUs ?? receipt.acknowledgedAfterUs);
  const { title } = bridgeWords.receiptStates[receipt.state];
  return html`
    <p><b>${first === undefined ? stopId : bridgeWords.causes[first.code].title}</b>${device === null ? null : html` · <span translate="no">${device.model}</span>`}</p>
    <p class=${receipt.state === 'not-confirmed' ? 'bad' : ''}>${stopped === null ? title : says.after(title, stopped)}. ${bridgeWords.outcomes[trip.outcome].title}.</p>
    <p class="quiet small">${reset === null ? says.notReset : says.resetBy(sayName(reset.by), reset.second === null ? null : sayName(reset.second), sayTimeOfDay(reset.atIso), reset.reason)}</p>
  `;
}

/** Where its charts, its receipt and its lines stand. */
export const placeOfStop = ({ bench, trip }: JudgedStop): string => `/bench/${encodeURIComponent(bench)}${momentAround(Date.parse(trip.atIso))}`;
