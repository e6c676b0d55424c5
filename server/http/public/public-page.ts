/** The frame of every page outside, and the pages that say in words why something cannot be. No page names who could be behind a link. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { outsidePagesEnglish } from '../../contract/words-of-outside-pages.ts';
import type { LinkAnswer } from '../../outside/link-act.ts';
import { SERVER_WORDS_EN, fillWords } from '../../contract/words.ts';
import type { Markup } from '../papers/qr-picture.ts';
import type { PublicPorts } from './public-ports.ts';

export type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 429 | 503;
type Frame = Pick<PublicPorts, 'storeName' | 'virtual'>;

export const publicPage = ({ storeName, virtual }: Frame, title: string, body: Markup, scripts: readonly string[] = []): Markup => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${title} · ${storeName}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
${scripts.map((name) => html`<script type="module" src="/${name}"></script>`)}
</head>
<body>
<main>
<p class="store" dir="auto">${storeName}</p>
${virtual ? html`<p class="virtual">${outsidePagesEnglish.virtual}</p>` : ''}
${body}
</main>
</body>
</html>
`;

/** `no-store` also for whoever goes back in the browser of a shop; the address holds the secret, so nothing may be told where it came from. */
export function show(context: Context, page: Markup, status: PageStatus = 200): Response | Promise<Response> {
  context.header('cache-control', 'no-store');
  context.header('x-robots-tag', 'noindex, nofollow');
  return context.html(page, status);
}

export const say = (context: Context, frame: Frame, title: string, words: string, status: PageStatus, back: string | null = null): Response | Promise<Response> =>
  show(context, publicPage(frame, title, html`<h1>${title}</h1><p>${words}</p>${back === null ? '' : html`<p><a href="${back}">${outsidePagesEnglish.back}</a></p>`}`), status);

const { link } = outsidePagesEnglish;
export const linkGone = (context: Context, frame: Frame): Response | Promise<Response> => say(context, frame, link.gone, `${link.goneWords} ${link.goneDo}`, 404);
export const formGone = (context: Context, frame: Frame, back: string | null): Response | Promise<Response> => say(context, frame, link.formGone, link.formGoneWords, 403, back);

export function tooMany(context: Context, frame: Frame, waitMs: number, back: string | null): Response | Promise<Response> {
  const seconds = Math.ceil(waitMs / 1000);
  context.header('retry-after', String(seconds));
  return say(context, frame, link.tooMany, link.tooManyWords(Math.ceil(seconds / 60)), 429, back);
}

/** What became of something that was sent: back to the page, so that reloading sends nothing again; or why it was not done. */
export function answered(context: Context, frame: Frame, answer: LinkAnswer, back: string): Response | Promise<Response> {
  if ('done' in answer) return context.redirect(back, 303);
  if (answer.refusal === 'link-unknown') return linkGone(context, frame);
  if (answer.refusal === 'input-wrong') return say(context, frame, link.wrongForm, link.wrongFormWords(answer.at?.split('.').at(-1) ?? '?'), 400, back);
  const words = SERVER_WORDS_EN[answer.refusal];
  return say(context, frame, outsidePagesEnglish.notDone, fillWords(`${words.what} ${words.remedy}`, {}), 409, back);
}
