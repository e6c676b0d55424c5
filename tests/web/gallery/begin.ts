/** Begins the gallery as `web/main.ts` begins the page: the words of the language first, then the one element. */
import '../../../web/look/tokens.css';
import { pageLanguage } from '../../../web/words/language.ts';
import { learnWords } from '../../../web/words/packs.ts';

document.documentElement.lang = await learnWords(pageLanguage) ? pageLanguage : 'en';
await import('./gallery.ts');
document.body.append(document.createElement('hf-gallery'));
