/**
 * Looks at the messages of a case, on record before a word is shown. As with all that is personal, the same person reads the same
 * for a while without another entry; a message that is new is a new look. No word is remembered here, only that somebody looked.
 */
import { LOOK_REMEMBERED_MS } from '../contract/case-looks.ts';
import type { Doer, PrivateRecords, PrivateRefusal } from '../domain/private-port.ts';
import type { Edges } from './ports.ts';

const REMEMBERED_MAX = 500;

export interface MessageLooks {
  /** Null: the words may be shown. `seen` says which messages from outside there are now; null: there are none at all. */
  whyNot(caseIds: readonly string[], seen: string | null, personId: string, doer: Doer, atIso: string): PrivateRefusal | null;
}

/** Of a merged case a part may be erased: the rest is shown all the same, and what is gone opens by no key. */
const isGone = (refusal: PrivateRefusal): boolean => refusal === 'nothing-private' || refusal === 'case-erased' || refusal === 'private-unreadable';

export function createMessageLooks({ records, edges }: { readonly records: Pick<PrivateRecords, 'look'>; readonly edges: Pick<Edges, 'nowMs'> }): MessageLooks {
  const remembered = new Map<string, { readonly seen: string; readonly untilMs: number }>();
  return {
    whyNot(caseIds, seen, personId, doer, atIso) {
      const nowMs = edges.nowMs();
      for (const [key, { untilMs }] of remembered) if (untilMs <= nowMs || remembered.size > REMEMBERED_MAX) remembered.delete(key);
      const key = `${personId} ${caseIds[0] ?? ''}`;
      if (seen === null || remembered.get(key)?.seen === seen) return null;
      for (const id of caseIds) {
        const looked = records.look(id, 'contact', doer, atIso);
        if ('refusal' in looked && !isGone(looked.refusal)) return looked.refusal;
      }
      remembered.set(key, { seen, untilMs: nowMs + LOOK_REMEMBERED_MS });
      return null;
    },
  };
}
