/**
 * Everything the page says, in Finnish: one line per table. It is fetched only by who reads Finnish, before any page is.
 */
import { finnish } from '../../../firmware-bridge/contract/fi/words.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { historyFinnish } from '../../../server/contract/fi/words-of-case-history.ts';
import { casePartsFinnish } from '../../../server/contract/fi/words-of-case-parts.ts';
import { nuisanceFinnish } from '../../../server/contract/fi/words-of-nuisance.ts';
import { historyEnglish } from '../../../server/contract/words-of-case-history.ts';
import { casePartsEnglish } from '../../../server/contract/words-of-case-parts.ts';
import { nuisanceEnglish } from '../../../server/contract/words-of-nuisance.ts';
import { learn } from '../language.ts';

learn(english, finnish);
learn(historyEnglish, historyFinnish);
learn(casePartsEnglish, casePartsFinnish);
learn(nuisanceEnglish, nuisanceFinnish);
