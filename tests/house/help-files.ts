/** Where a page of the help lies: English in web/help itself, each other language in its folder. */
import type { Language } from '../../server/contract/languages.ts';

export const helpFile = (name: string, language: Language): string => `web/help/${language === 'en' ? '' : `${language}/`}${name}`;
