/**
 * Everything the page says, in Finnish: one line per table. It is fetched only by who reads Finnish, before any page is.
 */
import { finnish } from '../../../firmware-bridge/contract/fi/words.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { learn } from '../language.ts';

learn(english, finnish);
