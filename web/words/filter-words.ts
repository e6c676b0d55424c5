/** What the board says of itself: its counts as filters, an empty filter and the way back, the order of its tiles. */
import type { TileOrder } from '../reading/tile-order.ts';
import { spoken } from './language.ts';

export const filterEnglish = {
  counts: 'Benches by state; press one to see only these',
  only: (state: string) => `Show only: ${state}`,
  notOnly: (state: string) => `Shown now: ${state}. Press to take it away`,
  showing: (shown: number, all: number) => `${shown} of ${all} benches`,
  all: (count: number) => `Show all ${count} benches`,
  choose: 'Choose benches…',
  chooseTitle: 'Which benches this page shows',
  chooseHint: 'The address keeps the choice: send it on, or open it on another screen.',
  chosenLegend: 'Benches',
  chooseNone: 'None chosen means all of them.',
  done: 'Done',
  stillRinging: (names: string) => `Shown all the same, because nobody has seen the alarm: ${names}.`,
  nothingFits: 'No bench fits this filter now',
  nothingFitsWhat: (states: string) => `Asked for: ${states}. A bench appears here by itself as soon as it fits.`,
  unknownBenches: (ids: string) => `There is no bench here named ${ids}.`,
  orders: { urgent: 'Most urgent first', fixed: 'Always the same' } satisfies Readonly<Record<TileOrder, string>>,
  order: 'Order of the benches',
  waitsFor: (step: string, rest: string) => (rest === '' ? `Waits: ${step}` : `Waits: ${step} · ${rest}`),
} as const;

export const filterWords = spoken(filterEnglish);
