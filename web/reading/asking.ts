/**
 * Who asks from this page, in the form that the one table of rights takes, and why an action is not possible. Pure. The
 * server decides again; this only explains. While nobody knows who asks, nothing is called impossible.
 */
import type { Who } from '../../server/contract/people.ts';
import { RIGHTS, whyNot } from '../../server/contract/rights.ts';
import type { Action, Asking, RightRefusal, ThingState } from '../../server/contract/rights.ts';
import { peopleWords, sayHolders } from '../words/people-words.ts';

export const askingOf = ({ session, machine }: Who): Asking => ({
  roles: session?.person.roles ?? [], strength: session?.strength ?? null, machine: machine?.kind ?? null, scopes: [],
});

export const refusalOf = (who: Who | null, action: Action, thing?: ThingState): RightRefusal | null => (who === null ? null : whyNot(action, askingOf(who), thing));

/** One sentence for whoever may not, or null. */
export function sayWhyNot(who: Who | null, action: Action, thing?: ThingState): string | null {
  const refusal = refusalOf(who, action, thing);
  return refusal === null ? null : peopleWords.notYours[refusal](sayHolders(RIGHTS[action].who));
}
