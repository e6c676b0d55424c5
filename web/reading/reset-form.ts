/**
 * What still stands between a filled form and a reset, as the page can tell it before asking. Pure. The bridge decides
 * again; this only explains the disabled button.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { resetBodySchema } from '../../server/contract/api.ts';
import type { ResetBody } from '../../server/contract/api.ts';

export interface ResetForm {
  readonly name: string;
  readonly secondName: string;
  readonly reason: string;
}

export interface Obstacle {
  readonly title: string;
  readonly whatToDo: string;
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What the bench itself says is in the way. */
export const blocksOf = (status: BenchStatus): readonly Obstacle[] => status.reset.blockedBy.map((block) => english.resetBlocks[block]);

/** What the form lacks. */
export function lacksOf(status: BenchStatus, { name, secondName, reason }: ResetForm): readonly Obstacle[] {
  const lacks: Obstacle[] = [];
  if (name.trim().length < 2) lacks.push({ title: 'A name is needed', whatToDo: 'Write who resets.' });
  if (status.reset.needsTwoPeople) {
    if (secondName.trim().length < 2) lacks.push(english.orderRefusals['second-person-needed']);
    else if (sameName(name, secondName)) lacks.push(english.orderRefusals['same-person-twice']);
  }
  if (reason.trim().length < 3) lacks.push(english.orderRefusals['reason-needed']);
  return lacks;
}

export function resetBody(status: BenchStatus, form: ResetForm): ResetBody | null {
  const body = resetBodySchema.safeParse({
    tripId: status.trip?.id ?? '',
    name: form.name,
    secondName: status.reset.needsTwoPeople ? form.secondName : null,
    reason: form.reason,
  });
  return body.success ? body.data : null;
}
