/**
 * Fetches the words of a language before the page reads any: those of the board first, in no other language than the reader's, those of
 * the other pages with the first of these, beside their English. One that cannot be fetched leaves the page in English, which is better than none.
 */
import { pageLanguage } from './language.ts';
import type { PageLanguage } from './language.ts';

interface Packs {
  readonly ofBoard: () => Promise<unknown>;
  readonly ofPages: () => Promise<unknown>;
}

const ENGLISH: Packs = { ofBoard: () => import('./en/pack.ts'), ofPages: () => Promise.resolve() };
const PACKS: Readonly<Record<PageLanguage, Packs>> = {
  en: ENGLISH,
  'en-XA': ENGLISH,
  es: { ofBoard: () => import('./es/pack.ts'), ofPages: () => import('./es/pages-pack.ts') },
  fi: { ofBoard: () => import('./fi/pack.ts'), ofPages: () => import('./fi/pages-pack.ts') },
};

/** Whether the page can speak it; without English either it can say nothing. */
export async function learnWords(language: PageLanguage): Promise<boolean> {
  try {
    await PACKS[language].ofBoard();
    return true;
  } catch {
    await ENGLISH.ofBoard();
    return false;
  }
}

/** Code that says what the board does not, once its words are there; where they cannot be had it speaks English. */
export async function withWords<Code>(code: () => Promise<Code>): Promise<Code> {
  await PACKS[pageLanguage].ofPages().catch(() => undefined);
  return code();
}
