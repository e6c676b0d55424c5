/** One sentence for each thing that happened to a case, in the language of the page. */
import { historyEnglish } from '../../server/contract/words-of-case-history.ts';
import { spoken } from './language.ts';

export const historyWords = spoken(historyEnglish);
