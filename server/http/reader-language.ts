/**
 * The language of whoever asks: what a refusal is said in, and what a page outside is written in. A choice in the address or in the
 * browser goes before what the browser itself prefers.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { LANGUAGES, acceptedLanguages, languageOf } from '../contract/languages.ts';
import type { Language } from '../contract/languages.ts';
import { wordsFor } from '../contract/words-for.ts';
import { refusalIn } from './problem.ts';

export const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((language) => language === text);

export const askedLanguage = (context: Context): Language => languageOf(acceptedLanguages(context.req.header('accept-language') ?? ''));

/** Every refusal of every route leaves in the language that the request asked for. */
export const sayRefusals: MiddlewareHandler = createMiddleware(async (context, next) => {
  const send = context.json;
  const inLanguage = (value: unknown, ...rest: unknown[]): unknown => {
    const language = askedLanguage(context);
    const refusal = refusalIn(value, wordsFor(language));
    if (refusal !== null) {
      context.header('content-language', language);
      context.header('vary', 'accept-language', { append: true });
    }
    return Reflect.apply(send, context, [refusal ?? value, ...rest]);
  };
  context.json = inLanguage as typeof context.json;
  await next();
});
