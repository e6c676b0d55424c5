/**
 * The matrix page × theme × width × language, and how it is cut: each turn takes every page in one language and one theme, so that few
 * turns have seen everything. The turn is the number of the day and is printed; the same number gives the same turn again.
 */
import { LANGUAGES } from '../../../server/contract/languages.ts';
import { PSEUDO } from '../../../web/words/language.ts';
import type { PageLanguage } from '../../../web/words/language.ts';

export const THEMES = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];
/** The narrowest that is promised, two phones, a tablet, a desk, a wall. */
export const WIDTHS = [320, 360, 390, 768, 1440, 1920] as const;
export const SPOKEN: readonly PageLanguage[] = [...LANGUAGES, PSEUDO];
const DAY_MS = 86_400_000;

export const turnOf = (nowMs: number): number => Math.floor(nowMs / DAY_MS);

/** The language in which a page is looked at in this turn. */
export function languageIn(turn: number, place: number): PageLanguage {
  return SPOKEN[(turn + place) % SPOKEN.length] ?? 'en';
}

/** Where axe looks in this turn: one theme and width of each page, another one each turn. */
export function axeIn(turn: number, place: number): { readonly theme: Theme; readonly width: number } {
  return { theme: THEMES[(turn + place) % THEMES.length] ?? 'light', width: WIDTHS[(Math.floor(turn / THEMES.length) + place) % WIDTHS.length] ?? 1440 };
}
