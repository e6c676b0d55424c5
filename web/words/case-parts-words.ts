/** What a case is made of, in the language of the page. */
import { casePartsEnglish } from '../../server/contract/words-of-case-parts.ts';
import { spoken } from './language.ts';

export const casePartsWords = spoken(casePartsEnglish);
