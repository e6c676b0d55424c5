/**
 * What the board says, in Spanish: one line per table. It is fetched only by who reads Spanish, before anything is shown; what only
 * other pages say comes with them, from pages-pack.ts.
 */
import { spanish } from '../../../firmware-bridge/contract/es/words.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { alarmEnglish } from '../alarm-words.ts';
import { benchEnglish } from '../bench-words.ts';
import { boardEnglish } from '../board-words.ts';
import { drillEnglish } from '../drill-words.ts';
import { entryEnglish } from '../entry-words.ts';
import { filterEnglish } from '../filter-words.ts';
import { learn } from '../language.ts';
import { peopleEnglish } from '../people-words.ts';
import { proofEnglish } from '../proof-words.ts';
import { queueEnglish } from '../queue-words.ts';
import { roomEnglish } from '../room-words.ts';
import { stopEnglish } from '../stop-words.ts';
import { webEnglish } from '../web-words.ts';
import { alarmSpanish } from './alarm-words.ts';
import { benchSpanish } from './bench-words.ts';
import { boardSpanish } from './board-words.ts';
import { drillSpanish } from './drill-words.ts';
import { entrySpanish } from './entry-words.ts';
import { filterSpanish } from './filter-words.ts';
import { peopleSpanish } from './people-words.ts';
import { proofSpanish } from './proof-words.ts';
import { queueSpanish } from './queue-words.ts';
import { roomSpanish } from './room-words.ts';
import { stopSpanish } from './stop-words.ts';
import { webSpanish } from './web-words.ts';

learn(english, spanish);
learn(alarmEnglish, alarmSpanish);
learn(benchEnglish, benchSpanish);
learn(boardEnglish, boardSpanish);
learn(drillEnglish, drillSpanish);
learn(entryEnglish, entrySpanish);
learn(filterEnglish, filterSpanish);
learn(peopleEnglish, peopleSpanish);
learn(proofEnglish, proofSpanish);
learn(queueEnglish, queueSpanish);
learn(roomEnglish, roomSpanish);
learn(stopEnglish, stopSpanish);
learn(webEnglish, webSpanish);
