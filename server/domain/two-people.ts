/**
 * Whether proofs carry an act: the first is of whoever acts, no two are of the same person, and each person has, now, the
 * right to what they confirmed. Pure; that a proof is fresh, unused and of this very act and subject was seen before.
 */
import type { ConfirmedAct, Role, Strength } from '../contract/people.ts';
import { whyNot } from '../contract/rights.ts';
import type { RightRefusal, ThingState } from '../contract/rights.ts';

export interface Proof {
  readonly act: ConfirmedAct;
  /** Null when there is no such person any more. */
  readonly person: { readonly id: string; readonly roles: readonly Role[]; readonly active: boolean } | null;
  readonly strength: Strength;
}

export type ProofRefusal = RightRefusal | 'confirmation-of-another-person' | 'same-person-twice' | 'person-left';

export function judgeConfirmed(proofs: readonly Proof[], actingPerson: string | null, thing: ThingState): { readonly refusal: ProofRefusal; readonly index: number } | null {
  for (const [index, { act, person, strength }] of proofs.entries()) {
    if (person?.active !== true) return { refusal: 'person-left', index };
    if (index === 0 && person.id !== actingPerson) return { refusal: 'confirmation-of-another-person', index };
    if (proofs.slice(0, index).some((earlier) => earlier.person?.id === person.id)) return { refusal: 'same-person-twice', index };
    const why = whyNot(act, { roles: person.roles, strength, machine: null, scopes: [] }, thing);
    if (why !== null) return { refusal: why, index };
  }
  return null;
}
