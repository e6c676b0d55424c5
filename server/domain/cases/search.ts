/**
 * Whether a typed or scanned text means a case: by its code, or by an identifier of a device, whole or in part. Forgives what
 * people and scanners do to such texts: blanks, dashes, small letters, O for 0, I and L for 1.
 */
import type { CaseState } from '../../contract/case-state.ts';
import { parseHead } from '../../contract/custody.ts';
import { everyIdsOf, ID_KEYS } from './device-match.ts';

/** Shorter parts of an identifier match half the store. */
const PART_CHARS_MIN = 4;

export type FoundBy = 'code' | 'serial' | 'imei' | 'ecid';
export interface Found {
  readonly by: FoundBy;
  /** The whole of it, not a part. */
  readonly exact: boolean;
}

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

/** A scanned label says more than the code. */
const readCode = (typed: string): string => plain(parseHead(typed)?.code ?? typed);

/** Makers put an S before a serial in a bar code. */
const isExact = (known: string, typed: string): boolean => known === typed || `S${known}` === typed;

export function findIn(state: Pick<CaseState, 'code' | 'devices'>, typed: string): Found | null {
  const wanted = readCode(typed);
  if (wanted === '') return null;
  if (plain(state.code) === wanted) return { by: 'code', exact: true };
  let part: Found | null = null;
  for (const device of state.devices) {
    for (const ids of everyIdsOf(device)) {
      for (const by of ID_KEYS) {
        const known = plain(ids[by] ?? '');
        if (known === '') continue;
        if (isExact(known, wanted)) return { by, exact: true };
        if (wanted.length >= PART_CHARS_MIN && known.includes(wanted)) part ??= { by, exact: false };
      }
    }
  }
  return part;
}

/** Whole matches before parts, cases that go on before cases that have ended, newer before older. */
export function searchCases(states: readonly CaseState[], typed: string): readonly { readonly state: CaseState; readonly found: Found }[] {
  const hits = states.flatMap((state) => {
    const found = findIn(state, typed);
    return found === null ? [] : [{ state, found }];
  });
  const isOver = ({ stage }: CaseState): boolean => stage === 'closed' || stage === 'merged';
  return hits.toSorted((left, right) => Number(right.found.exact) - Number(left.found.exact) || Number(isOver(left.state)) - Number(isOver(right.state)) || (left.state.lastAtIso > right.state.lastAtIso ? -1 : 1));
}
