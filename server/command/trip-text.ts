/**
 * One trip as a block of text for the terminal: bench, cause, what to do, the four times. Pure. It must never say
 * "stopped" without the rig's answer, nor round a time so that an order of events is lost.
 */
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import { indentText } from './wrap-text.ts';

const INDENT = '  ';

/** A receipt that will not change any more, apart from being seen. */
export const isFinal = ({ receipt }: Trip): boolean => receipt.state !== 'pending';

export const isSeen = ({ receipt }: Trip): boolean => receipt.state !== 'confirmed' || receipt.seenStoppedAfterUs !== null;

const timeOf = (afterUs: number | null): string => (afterUs === null ? '–' : (afterUs / 1000).toFixed(2));

/** Fits one line of 80 columns. */
export function fourTimes({ receipt }: Trip): string {
  return [
    'requested 0.00',
    `written ${timeOf(receipt.writtenAfterUs)}`,
    `acknowledged ${timeOf(receipt.acknowledgedAfterUs)}`,
    `seen stopped ${timeOf(receipt.seenStoppedAfterUs)} (ms)`,
  ].join(' · ');
}

const paragraph = (label: string, text: string): string => indentText(`${label}${text}`);

export interface TripPlace {
  readonly benchName: string;
  readonly rig: string | null;
  readonly isVirtual: boolean;
}

export function tripText(place: TripPlace, trip: Trip): string {
  const [first, ...later] = trip.causes;
  const words = first === undefined ? null : english.causes[first.code];
  const state = english.receiptStates[trip.receipt.state];
  const call = english.operatorCalls[trip.operator];
  const rig = place.rig === null ? '' : `, rig ${place.rig}`;
  return [
    `${place.benchName}${place.isVirtual ? ' (virtual rig)' : ''}: ${words?.title ?? 'Trip'}`,
    paragraph('', first === undefined || words === null ? '' : words.what(first.params)),
    ...later.map((cause) => paragraph('Then: ', english.causes[cause.code].title)),
    paragraph('', `${state.title}. ${english.outcomes[trip.outcome].title}.`),
    `${INDENT}${fourTimes(trip)}`,
    ...(trip.operator === 'nothing' ? [] : [paragraph('NOW: ', `${call.title}. ${call.whatToDo}`)]),
    ...(trip.eraseArmed ? [paragraph('', `${english.tripFlags.eraseArmed.title}.`)] : []),
    paragraph('What to do: ', first === undefined || words === null ? 'Look at the bench.' : words.whatToDo(first.params)),
    `${INDENT}Stop ${trip.receipt.stopId}${rig}`,
  ].join('\n');
}
