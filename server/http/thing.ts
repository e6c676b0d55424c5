/** The state of the thing that an act is about, as the board shows it now. */
import type { ConfirmationBody } from '../contract/people.ts';
import type { ThingState } from '../contract/rights.ts';
import type { Ports } from './ports.ts';

/** What a reset is about: this bench and this trip, and no other. */
export const resetSubject = (bench: string, tripId: string): string => `${bench}/${tripId}`;

export const benchThing = ({ board, edges }: Pick<Ports, 'board' | 'edges'>, bench: string): ThingState => {
  const status = board.view(bench, edges.nowMs())?.status;
  return { dataAtStake: status?.reset.needsTwoPeople === true || status?.trip?.dataAtStake === true };
};

export function thingOf(ports: Pick<Ports, 'board' | 'edges'>, { act, subject }: Pick<ConfirmationBody, 'act' | 'subject'>): ThingState {
  if (act !== 'reset') return { dataAtStake: false };
  return benchThing(ports, subject.slice(0, Math.max(0, subject.lastIndexOf('/'))));
}
