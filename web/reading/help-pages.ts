/**
 * The pages of the help in the language of the page, each fetched when it is read or searched. The files are those of web/help, English
 * beside the folders of the other languages; a house test holds them to one shape.
 */
import { ownLanguage } from '../words/language.ts';

const FILES: Readonly<Record<string, () => Promise<string>>> = import.meta.glob<string>(['../help/*.md', '../help/*/*.md'], { query: '?raw', import: 'default' });
const FOLDER = ownLanguage === 'en' ? '' : `${ownLanguage}/`;

/** In the order of the list. */
export const HELP_PAGES = ['start-here', 'stop', 'alarms', 'board', 'custody', 'life-of-a-case', 'when-nobody-does-it'] as const;
export type HelpPage = (typeof HELP_PAGES)[number];

export const helpPageOf = (topic: string | null): HelpPage | null => HELP_PAGES.find((page) => page === topic) ?? null;

/** Null: it cannot be fetched now. */
export async function readHelpPage(page: HelpPage): Promise<string | null> {
  try {
    return await FILES[`../help/${FOLDER}${page}.md`]?.() ?? null;
  } catch {
    return null;
  }
}
