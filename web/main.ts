/**
 * The entry of the page: the words of the reader's language, then the
 * one root element. It holds no logic and talks to nobody.
 */
import './look/tokens.css';
import { pageLanguage } from './words/language.ts';
import { learnWords } from './words/packs.ts';

// What could not be fetched stays English, and says so to a screen reader.
document.documentElement.lang = await learnWords(pageLanguage) ? pageLanguage : 'en';
await import('./pages/app.ts');
