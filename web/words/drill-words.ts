/**
 * What only the page says of drills and of a bench out of service: names of its parts and lines put together from the
 * tables. It never says that a drill proves more than line and firmware.
 */
import { bridgeWords } from './bridge-words.ts';
import type { DrillRecord, DrillStatus, TakenOut } from '../../firmware-bridge/contract/drill.ts';
import type { OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import type { DrillFigures } from '../../server/contract/drills.ts';
import { sayReceiptTime } from '../reading/age.ts';
import { sayDayAndTime } from './times.ts';
import { spoken } from './language.ts';

export const drillEnglish = {
  drill: 'Stop drill',
  service: 'In service, or out of it',
  run: 'Run a drill now',
  running: 'Drilling…',
  notNow: 'Not possible now',
  takeOut: 'Take out of service…',
  giveBack: 'Return to service…',
  inService: 'This bench is in service.',
  outHint: 'No new permit is given then. A restore that has its permit already is not stopped. The bench is returned after a drill that passed.',
  returnHint: 'A drill that somebody ran since it was taken out must have passed.',
  reason: 'Reason',
  reasonHint: 'What is wrong with the bench, for whoever comes next.',
  back: 'Back',
  close: 'Close',
  sending: 'Asking the bench…',
  none: 'No drill on record yet.',
  noFigures: 'The figures could not be read.',
  noTime: 'none',
  answered: 'answered',
  onRecord: 'Drills on record',
  counts: (passed: number, failed: number) => `${passed} passed, ${failed} failed`,
  halfWithin: 'Half answer within',
  mostWithin: '99 of 100 within',
  worst: 'Worst',
  drift: 'Drift',
  noDrift: (answered: number) => `after 20 answers, ${answered} so far`,
  drifted: (change: string) => `${change}, median of the last 10 against the first 10`,
  driftedFar: (change: string) => `${change}, median of the last 10 against the first 10: have the rig looked at`,
  notDrilled: 'Not drilled.',
  notDone: 'Not done.',
  takeOutHeading: (bench: string) => `Take ${bench} out of service`,
  returnHeading: (bench: string) => `Return ${bench} to service`,
  takeOutVerb: 'Take it out',
  returnVerb: 'Return it',
  outSince: (when: string, who: string, reason: string) => `Out of service since ${when}. ${who}: “${reason}”.`,
  passed: 'Passed',
  byBench: 'by the bench itself',
  after: (title: string, duration: string | null) => `${title} after ${duration ?? 'an unknown time'}.`,
  proves: 'A drill proves the line and the firmware of the rig, not the cutting itself.',
} as const;

export const drillWords = spoken(drillEnglish);


/** Who took it out, when and why. */
export const sayOut = ({ by, reason, atIso }: TakenOut): string => drillWords.outSince(sayDayAndTime(atIso), by.name, reason);

/** What the drills say of the bench, or null while there is nothing to say. */
export function sayDrillState({ state, last }: DrillStatus): { readonly title: string; readonly what: string; readonly whatToDo: string } | null {
  if (state === 'passed') return null;
  const words = bridgeWords.drillStates[state];
  const why = state === 'failed' && last !== null && last.why !== null ? ` ${bridgeWords.drillWhys[last.why].title}.` : '';
  return { title: words.title, what: `${words.what}${why}`, whatToDo: words.whatToDo };
}

export function sayDrill({ passed, why, atIso, by, scheduled }: DrillRecord): string {
  const result = passed || why === null ? drillWords.passed : bridgeWords.drillWhys[why].title;
  return `${result} · ${sayDayAndTime(atIso)} · ${scheduled ? drillWords.byBench : by.name}`;
}

export function sayDrift({ drift, answered }: DrillFigures): string {
  if (drift === null) return drillWords.noDrift(answered);
  const change = sayReceiptTime(Math.abs(drift.changeUs)) ?? '';
  const signed = `${drift.changeUs < 0 ? '−' : '+'}${change}`;
  return drift.isNotable ? drillWords.driftedFar(signed) : drillWords.drifted(signed);
}

/** What became of an order, for the person who gave it. */
export function sayOrder({ outcome, refusal, drill }: OrderResult): string {
  const words = refusal === null ? bridgeWords.orderOutcomes[outcome] : bridgeWords.orderRefusals[refusal];
  if (drill === undefined) return `${words.title}. ${words.whatToDo}`;
  if (drill.why === null) return drillWords.after(words.title, sayReceiptTime(drill.times.answeredAfterUs));
  return `${words.title}. ${bridgeWords.drillWhys[drill.why].what} ${bridgeWords.drillWhys[drill.why].whatToDo}`;
}
