/** What the receipt of a trip says of its wires: which are switched now, and which a new round of the ladder may try anew. */
import type { CutOff, Receipt, WireUse } from '../contract/receipt.ts';
import type { Trip } from '../contract/trip.ts';
import type { BenchState } from './state.ts';

/** Steps that took something away and have not given it back; one that was only asked for counts. */
export const switchedOff = (trip: Trip): readonly WireUse[] =>
  (trip.receipt.wiring ?? []).filter((use) => use.cuts !== null && (use.state === 'on' || use.state === 'asked'));

/** A new round tries anew what failed, what was given back and what only carried bytes; what is switched stays switched. */
export const wiringOfNewRound = ({ wiring }: Receipt): Pick<Receipt, 'wiring'> =>
  (wiring === undefined ? {} : { wiring: wiring.filter((use) => use.cuts !== null && (use.state === 'on' || use.state === 'asked')) });

/** With the record lost nobody knows what was cut, and a relay keeps what it took over every restart: all of it may be off. */
const mayBeOff = ({ setup, trip }: BenchState): readonly { readonly step: number; readonly cuts: CutOff }[] => {
  if (trip?.trip.causes.some(({ code }) => code === 'latch-unreadable') !== true) return [];
  return (setup.wiring ?? []).flatMap(({ cuts }, step) => (cuts === null ? [] : [{ step, cuts }]));
};

/** What a reset gives back: everything that was used and not given back yet, and whatever may be off unknown to all. */
export function stepsToGiveBack(state: BenchState): readonly number[] {
  const used = (state.trip?.trip.receipt.wiring ?? []).filter((use) => use.cuts !== null && use.state !== 'released');
  return [...new Set([...used, ...mayBeOff(state)].map(({ step }) => step))];
}

/** The rig is silent because its own power was cut: a person must be able to give it back before the rig can be reset. */
export function waitsForPower(state: BenchState): boolean {
  const { link, trip } = state;
  if (link.session !== null || trip === null || trip.trip.receipt.state === 'pending') return false;
  return [...switchedOff(trip.trip), ...mayBeOff(state)].some(({ cuts }) => cuts === 'rig-power');
}
