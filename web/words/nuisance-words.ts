/** What is said of true and false stops, in the language of the page. */
import { nuisanceEnglish } from '../../server/contract/words-of-nuisance.ts';
import { spoken } from './language.ts';

export const nuisanceWords = spoken(nuisanceEnglish);
