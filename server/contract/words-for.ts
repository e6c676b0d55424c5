/**
 * Everything the server says to a person, in one object per language. Whoever writes a paper, a mail, a page or a refusal is handed
 * one; nobody reaches for a language by itself. The type lets no table be missing.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import type { Words } from '../../firmware-bridge/contract/words.ts';
import { LOCALES } from './languages.ts';
import type { Language, Said } from './languages.ts';
import type { MailWords } from './mail-text.ts';
import type { ServerProblem } from './problem-codes.ts';
import type { Terms } from './terms.ts';
import { historyEnglish } from './words-of-case-history.ts';
import { casePartsEnglish } from './words-of-case-parts.ts';
import { MAIL_WORDS_EN } from './words-of-mail.ts';
import { outsidePagesEnglish } from './words-of-outside-pages.ts';
import { outsideEnglish } from './words-of-outside.ts';
import { papersEnglish } from './words-of-papers.ts';
import type { ProblemWords } from './words-shape.ts';
import { TERMS_EN } from './words-of-terms.ts';
import { SERVER_WORDS_EN } from './words.ts';

export interface ServerWords {
  readonly language: Language;
  /** BCP 47, for the numbers and dates beside these words. */
  readonly locale: string;
  readonly bridge: Words;
  readonly problems: Readonly<Record<ServerProblem, ProblemWords>>;
  readonly parts: Said<typeof casePartsEnglish>;
  readonly history: Said<typeof historyEnglish>;
  readonly papers: Said<typeof papersEnglish>;
  readonly pages: Said<typeof outsidePagesEnglish>;
  readonly outside: Said<typeof outsideEnglish>;
  readonly mail: MailWords;
  readonly terms: Terms;
}

const inEnglish: ServerWords = {
  language: 'en', locale: LOCALES.en, bridge: english, problems: SERVER_WORDS_EN, parts: casePartsEnglish, history: historyEnglish, papers: papersEnglish,
  pages: outsidePagesEnglish, outside: outsideEnglish, mail: MAIL_WORDS_EN, terms: TERMS_EN,
};

const BY_LANGUAGE: Readonly<Record<Language, ServerWords>> = {
  en: inEnglish,
  es: { ...inEnglish, language: 'es', locale: LOCALES.es },
  fi: { ...inEnglish, language: 'fi', locale: LOCALES.fi },
};

export const wordsFor = (language: Language): ServerWords => BY_LANGUAGE[language];
