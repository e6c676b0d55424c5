/**
 * In which language a page outside is written: the one chosen with the links on it, which the browser keeps, else what the browser
 * prefers. Everything of a page is written with the words that stand here.
 */
import type { Context } from 'hono';
import { wordsFor } from '../../contract/words-for.ts';
import type { ServerWords } from '../../contract/words-for.ts';
import { askedLanguage, isLanguage } from '../reader-language.ts';
import { keepChoice, readChoice } from './browser-cookie.ts';
import type { PublicPorts } from './public-ports.ts';

const CHOICE = 'holdfast-language';

export interface Spoken {
  readonly words: ServerWords;
  /** Where the links to the other languages lead; null: what was sent cannot be shown again. */
  readonly here: string | null;
}
export type SpokenPorts = PublicPorts & Spoken;

export function spokenIn(context: Context): Spoken {
  const asked = context.req.query('language');
  if (isLanguage(asked)) keepChoice(context, CHOICE, asked);
  const kept = readChoice(context, CHOICE);
  const language = isLanguage(asked) ? asked : isLanguage(kept) ? kept : askedLanguage(context);
  context.header('content-language', language);
  context.header('vary', 'accept-language, cookie', { append: true });
  return { words: wordsFor(language), here: context.req.method === 'GET' ? context.req.path : null };
}

export const spoken = (context: Context, ports: PublicPorts): SpokenPorts => ({ ...ports, ...spokenIn(context) });
