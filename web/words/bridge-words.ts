/** Everything the bridge can say, in the language of the page. */
import { english } from '../../firmware-bridge/contract/words.ts';
import { spoken } from './language.ts';

export const bridgeWords = spoken(english);
