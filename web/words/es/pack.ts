/**
 * Everything the page says, in Spanish: one line per table. It is fetched only by who reads Spanish, before any page is.
 */
import { spanish } from '../../../firmware-bridge/contract/es/words.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { learn } from '../language.ts';

learn(english, spanish);
