/**
 * What the board says, in Finnish: one line per table. It is fetched only by who reads Finnish, before anything is shown; what only
 * other pages say comes with them, from pages-pack.ts.
 */
import { finnish } from '../../../firmware-bridge/contract/fi/words.ts';
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
import { alarmFinnish } from './alarm-words.ts';
import { benchFinnish } from './bench-words.ts';
import { boardFinnish } from './board-words.ts';
import { drillFinnish } from './drill-words.ts';
import { entryFinnish } from './entry-words.ts';
import { filterFinnish } from './filter-words.ts';
import { peopleFinnish } from './people-words.ts';
import { proofFinnish } from './proof-words.ts';
import { queueFinnish } from './queue-words.ts';
import { roomFinnish } from './room-words.ts';
import { stopFinnish } from './stop-words.ts';
import { webFinnish } from './web-words.ts';

learn(english, finnish);
learn(alarmEnglish, alarmFinnish);
learn(benchEnglish, benchFinnish);
learn(boardEnglish, boardFinnish);
learn(drillEnglish, drillFinnish);
learn(entryEnglish, entryFinnish);
learn(filterEnglish, filterFinnish);
learn(peopleEnglish, peopleFinnish);
learn(proofEnglish, proofFinnish);
learn(queueEnglish, queueFinnish);
learn(roomEnglish, roomFinnish);
learn(stopEnglish, stopFinnish);
learn(webEnglish, webFinnish);
