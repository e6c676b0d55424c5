/** What the receipt of a trip says of its wires: which are switched now, and which a new round of the ladder may try anew. */
import type { Receipt, WireUse } from '../contract/receipt.ts';
import type { Trip } from '../contract/trip.ts';
import type { BenchState } from './state.ts';

/** Steps that took something away and have not given it back; one that was only asked for counts. */
export const switchedOff = (trip: Trip): readonly WireUse[] =>
  (trip.receipt.wiring ?? []).filter((use) => use.cuts !== null && (use.state === 'on' || use.state === 'asked'));

/** A new round tries anew what failed, what was given back and what only carried bytes; what is switched stays switched. */
export const wiringOfNewRound = ({ wiring }: Receipt): Pick<Receipt, 'wiring'> =>
  (wiring === undefined ? {} : { wiring: wiring.filter((use) => use.cuts !== null && (use.state === 'on' || use.state === 'asked')) });

/** The rig is silent because its own power was cut: a person must be able to give it back before the rig can be reset. */
export const waitsForPower = ({ link, trip }: BenchState): boolean =>
  link.session === null && trip !== null && trip.trip.receipt.state !== 'pending' && switchedOff(trip.trip).some((use) => use.cuts === 'rig-power');
