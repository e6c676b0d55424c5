/**
 * A change of what is personal in a brief, laid over what was told before: what is left out stays. It reads inside the transaction of the
 * act and shows nothing to anybody; what comes of it is sealed anew as a whole.
 */
import { PRIVATE_SLOTS } from '../contract/case-private.ts';
import type { CaseState } from '../contract/case-state.ts';
import { KIND_OF_SLOT, valueOf } from '../domain/cases/private-content.ts';
import type { PrivateRecords } from '../domain/private-port.ts';
import { ActUndone } from './case-keeping.ts';

type Slot = 'contact' | 'story';
const isChange = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function before(records: PrivateRecords, state: CaseState, slot: Slot): object {
  const ref = state.rows[slot];
  const caseId = ref === null ? null : records.caseOf(ref.row);
  const item = ref === null || caseId === null ? null : records.open(caseId, KIND_OF_SLOT[slot], ref.row);
  return item === null ? {} : valueOf(slot, item.content) ?? {};
}

export function withWhatStays(records: PrivateRecords, state: CaseState, body: { readonly private?: unknown }): { readonly private: Readonly<Record<string, unknown>> } {
  const sent = isChange(body.private) ? body.private : {};
  const whole = (['contact', 'story'] as const).flatMap((slot) => {
    const change = sent[slot];
    if (!isChange(change)) return [];
    const read = PRIVATE_SLOTS[slot].safeParse({ ...before(records, state, slot), ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) });
    // A contact without a name: there was none that this could change.
    if (!read.success) throw new ActUndone('nothing-private', {}, `body.private.${slot}`);
    return [[slot, read.data] as const];
  });
  return { private: { ...sent, ...Object.fromEntries(whole) } };
}
