/**
 * The language of this page: chosen in it, else the browser's, else English. A page speaks one language from its first
 * line to its last: the tables are fetched before anything else is read, and a change loads the page anew.
 */
import { LANGUAGES, LOCALES, languageOf } from '../../server/contract/languages.ts';
import type { Language, Said } from '../../server/contract/languages.ts';
import { pseudo } from './pseudo.ts';

/** English with every text longer, accented and in brackets: what is not so on the page was never in a table. */
export const PSEUDO = 'en-XA';
export type PageLanguage = Language | typeof PSEUDO;

const KEY = 'holdfast-language';

function readLanguage(): PageLanguage {
  if (typeof navigator === 'undefined') return 'en';
  const kept = keptLanguage();
  return kept ?? languageOf(navigator.languages);
}

function keptLanguage(): PageLanguage | null {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === PSEUDO ? PSEUDO : (LANGUAGES.find((language) => language === kept) ?? null);
  } catch {
    // A browser that forbids storage still shows the board.
    return null;
  }
}

export const pageLanguage: PageLanguage = readLanguage();
export const pageLocale: string = pageLanguage === PSEUDO ? LOCALES.en : LOCALES[pageLanguage];

/** For what a customer reads, until somebody says otherwise. */
export const ownLanguage: Language = pageLanguage === PSEUDO ? 'en' : pageLanguage;

/** Keeps the choice; the caller loads the page anew. */
export function chooseLanguage(language: PageLanguage): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // See above: the browser's own language stays.
  }
}

/** Of each English table, which goes by its name in the built page: what is said in its place, and what was handed out. */
const learned = new Map<unknown, object>();
const handedOut = new Map<unknown, object>();

const inPage = (table: object): object => (pageLanguage === PSEUDO ? pseudo(table) as object : table);

/** One table in two languages. The type lets no key be missing. A table that was handed out before speaks it from now on. */
export function learn<Table extends object>(english: Table, other: Said<Table>): void {
  learned.set(english, other);
  Object.assign(handedOut.get(english) ?? {}, inPage(other));
}

/** The table in the language of the page: a pack may be fetched after the file that holds the English, since it names that table. */
export function spoken<Table extends object>(english: Table): Said<Table> {
  const said = { ...inPage(learned.get(english) ?? (typeof english === 'string' ? {} : english)) } as Said<Table>;
  handedOut.set(english, said);
  return said;
}
