/**
 * Fetches the words of a language before the page reads any. English is in the files that say it; a language that cannot
 * be fetched leaves the page in English: a board in the wrong language is better than none.
 */
import type { PageLanguage } from './language.ts';

const PACKS: Readonly<Record<PageLanguage, () => Promise<unknown>>> = {
  en: () => Promise.resolve(),
  'en-XA': () => Promise.resolve(),
  es: () => import('./es/pack.ts'),
  fi: () => import('./fi/pack.ts'),
};

/** Whether the page can speak it. */
export async function learnWords(language: PageLanguage): Promise<boolean> {
  try {
    await PACKS[language]();
    return true;
  } catch {
    return false;
  }
}
