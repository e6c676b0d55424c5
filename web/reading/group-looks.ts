/** Who looked, as people read it: what the same program did again and again on one day is one line with a number. Pure; the record keeps each look. */
import type { Look } from '../../server/contract/private-data.ts';

export interface LookGroup {
  /** The latest of them. */
  readonly look: Look;
  readonly count: number;
}

/** People keep a line for each look: each was a decision. `dayOf` says which day a moment is for whoever reads. */
export function groupLooks(looks: readonly Look[], dayOf: (atIso: string) => string): readonly LookGroup[] {
  const groups = new Map<string, LookGroup>();
  looks.forEach((look, index) => {
    const key = look.role === 'system' ? [look.code, look.kind, look.why, dayOf(look.atIso)].join('\n') : String(index);
    const known = groups.get(key);
    groups.set(key, known === undefined ? { look, count: 1 } : { look: known.look.atIso < look.atIso ? look : known.look, count: known.count + 1 });
  });
  return [...groups.values()];
}
