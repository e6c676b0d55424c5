/**
 * What a key means on this page. Pure. Single letters and signs act only where nothing is typed and no dialog is open, and not at all
 * when a person has switched them off; the stop of a bench page is no single letter and is not among them.
 */
export type KeyAct = { readonly is: 'keys' | 'search' | 'see-alarm' } | { readonly is: 'open-bench'; readonly index: number };

export interface Pressed {
  readonly key: string;
  readonly hasModifier: boolean;
  /** In a field, or while a dialog is open. */
  readonly isElsewhere: boolean;
  readonly isOn: boolean;
  readonly page: string;
}

/** These pages have a search of their own at this key. */
const OWN_SEARCH: ReadonlySet<string> = new Set(['cases']);

export function actOfKey({ key, hasModifier, isElsewhere, isOn, page }: Pressed): KeyAct | null {
  if (hasModifier || isElsewhere || !isOn) return null;
  if (key === '?') return { is: 'keys' };
  if (key === '/') return OWN_SEARCH.has(page) ? null : { is: 'search' };
  if (page !== 'board') return null;
  if (key === 'a') return { is: 'see-alarm' };
  return /^[1-9]$/.test(key) ? { is: 'open-bench', index: Number(key) - 1 } : null;
}
