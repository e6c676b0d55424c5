/**
 * What still stands between a filled form and a reset, as the page can tell it before asking. Pure. The server and the
 * bridge decide again; this only explains the disabled button.
 */
import { bridgeWords } from '../words/bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { ThingState } from '../../server/contract/rights.ts';
import { proofWords } from '../words/proof-words.ts';

export interface Obstacle {
  readonly title: string;
  readonly whatToDo: string;
}

export interface ResetForm {
  readonly reason: string;
  readonly hasOwnProof: boolean;
  readonly hasSecondProof: boolean;
}

/** What the bench itself says is in the way. */
export const blocksOf = (status: BenchStatus): readonly Obstacle[] => status.reset.blockedBy.map((block) => bridgeWords.resetBlocks[block]);

/** Where data is at stake a manager resets and a second person confirms. */
export const thingOf = ({ reset, trip }: BenchStatus): ThingState => ({ dataAtStake: reset.needsTwoPeople || trip?.dataAtStake === true });

/** What a reset is about, as the server writes it: this bench and this trip, and no other. */
export const resetSubject = (status: BenchStatus): string => `${status.bench}/${status.trip?.id ?? ''}`;

/** What the form lacks. */
export function lacksOf(status: BenchStatus, { reason, hasOwnProof, hasSecondProof }: ResetForm): readonly string[] {
  return [
    ...(reason.trim().length < 3 ? [proofWords.needs.reason] : []),
    ...(hasOwnProof ? [] : [proofWords.needs.own]),
    ...(thingOf(status).dataAtStake && !hasSecondProof ? [proofWords.needs.second] : []),
  ];
}
