/**
 * Everything the server says to a person, in one object per language. Whoever writes a paper, a mail, a page or a refusal is handed
 * one; nobody reaches for a language by itself. The type lets no table be missing.
 */
import { spanish } from '../../firmware-bridge/contract/es/words.ts';
import { finnish } from '../../firmware-bridge/contract/fi/words.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import type { Words } from '../../firmware-bridge/contract/words.ts';
import { historySpanish } from './es/words-of-case-history.ts';
import { casePartsSpanish } from './es/words-of-case-parts.ts';
import { MAIL_PROBLEMS_ES } from './es/words-of-mail-problems.ts';
import { MAIL_WORDS_ES } from './es/words-of-mail.ts';
import { outsidePagesSpanish } from './es/words-of-outside-pages.ts';
import { outsideSpanish } from './es/words-of-outside.ts';
import { papersSpanish } from './es/words-of-papers.ts';
import { TERMS_ES } from './es/words-of-terms.ts';
import { SERVER_WORDS_ES } from './es/words.ts';
import { historyFinnish } from './fi/words-of-case-history.ts';
import { casePartsFinnish } from './fi/words-of-case-parts.ts';
import { MAIL_PROBLEMS_FI } from './fi/words-of-mail-problems.ts';
import { MAIL_WORDS_FI } from './fi/words-of-mail.ts';
import { outsidePagesFinnish } from './fi/words-of-outside-pages.ts';
import { outsideFinnish } from './fi/words-of-outside.ts';
import { papersFinnish } from './fi/words-of-papers.ts';
import { TERMS_FI } from './fi/words-of-terms.ts';
import { SERVER_WORDS_FI } from './fi/words.ts';
import { LOCALES } from './languages.ts';
import type { Language, Said } from './languages.ts';
import type { MailWords } from './mail-text.ts';
import type { MailProblem } from './mail.ts';
import type { ServerProblem } from './problem-codes.ts';
import type { Terms } from './terms.ts';
import { historyEnglish } from './words-of-case-history.ts';
import { casePartsEnglish } from './words-of-case-parts.ts';
import { MAIL_PROBLEMS_EN } from './words-of-mail-problems.ts';
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
  readonly mailProblems: Readonly<Record<MailProblem, ProblemWords>>;
  readonly terms: Terms;
}

const inEnglish: ServerWords = {
  language: 'en', locale: LOCALES.en, bridge: english, problems: SERVER_WORDS_EN, parts: casePartsEnglish, history: historyEnglish, papers: papersEnglish,
  pages: outsidePagesEnglish, outside: outsideEnglish, mail: MAIL_WORDS_EN, mailProblems: MAIL_PROBLEMS_EN, terms: TERMS_EN,
};

const BY_LANGUAGE: Readonly<Record<Language, ServerWords>> = {
  en: inEnglish,
  es: {
    language: 'es', locale: LOCALES.es, bridge: spanish, problems: SERVER_WORDS_ES, parts: casePartsSpanish, history: historySpanish, papers: papersSpanish,
    pages: outsidePagesSpanish, outside: outsideSpanish, mail: MAIL_WORDS_ES, mailProblems: MAIL_PROBLEMS_ES, terms: TERMS_ES,
  },
  fi: {
    language: 'fi', locale: LOCALES.fi, bridge: finnish, problems: SERVER_WORDS_FI, parts: casePartsFinnish, history: historyFinnish, papers: papersFinnish,
    pages: outsidePagesFinnish, outside: outsideFinnish, mail: MAIL_WORDS_FI, mailProblems: MAIL_PROBLEMS_FI, terms: TERMS_FI,
  },
};

export const wordsFor = (language: Language): ServerWords => BY_LANGUAGE[language];
