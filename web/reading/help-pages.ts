/** The pages of the help, each fetched when it is read or searched. The files are those of web/help; nothing else writes them. */
const FILES: Readonly<Record<string, () => Promise<string>>> = import.meta.glob<string>('../help/*.md', { query: '?raw', import: 'default' });

/** In the order of the list. */
export const HELP_PAGES = ['start-here', 'stop', 'alarms', 'board', 'custody', 'life-of-a-case'] as const;
export type HelpPage = (typeof HELP_PAGES)[number];

export const helpPageOf = (topic: string | null): HelpPage | null => HELP_PAGES.find((page) => page === topic) ?? null;

/** Null: it cannot be fetched now. */
export async function readHelpPage(page: HelpPage): Promise<string | null> {
  try {
    return await FILES[`../help/${page}.md`]?.() ?? null;
  } catch {
    return null;
  }
}
