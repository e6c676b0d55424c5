/**
 * Everything the page says, in Spanish: one line per table. It is fetched only by who reads Spanish, before any page is.
 */
import { spanish } from '../../../firmware-bridge/contract/es/words.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { historySpanish } from '../../../server/contract/es/words-of-case-history.ts';
import { casePartsSpanish } from '../../../server/contract/es/words-of-case-parts.ts';
import { nuisanceSpanish } from '../../../server/contract/es/words-of-nuisance.ts';
import { historyEnglish } from '../../../server/contract/words-of-case-history.ts';
import { casePartsEnglish } from '../../../server/contract/words-of-case-parts.ts';
import { nuisanceEnglish } from '../../../server/contract/words-of-nuisance.ts';
import { learn } from '../language.ts';

learn(english, spanish);
learn(historyEnglish, historySpanish);
learn(casePartsEnglish, casePartsSpanish);
learn(nuisanceEnglish, nuisanceSpanish);
