/** The frame of every page outside, and the pages that say in words why something cannot be. No page names who could be behind a link. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { LinkAnswer } from '../../outside/link-act.ts';
import { fillWords } from '../../contract/words.ts';
import type { Markup } from '../papers/qr-picture.ts';
import type { PublicPorts } from './public-ports.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../contract/languages.ts';
import type { Language } from '../../contract/languages.ts';
import type { ServerWords } from '../../contract/words-for.ts';
import { spokenIn } from './spoken.ts';
import type { Spoken } from './spoken.ts';

export type PageStatus = 200 | 400 | 401 | 403 | 404 | 409 | 429 | 503;
export type Frame = Pick<PublicPorts, 'storeName' | 'virtual'>;
type SpokenFrame = Frame & Spoken;

export const publicPage = ({ storeName, virtual, words, here }: SpokenFrame, title: string, body: Markup, scripts: readonly string[] = []): Markup => html`<!doctype html>
<html lang="${words.language}">
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
${virtual ? html`<p class="virtual">${words.pages.virtual}</p>` : ''}
${body}
</main>
${here === null ? '' : languageLinks(words.language, here)}
</body>
</html>
`;

/** Each in its own words; the one of the page is said, and no link. */
const languageLinks = (now: Language, here: string): Markup => html`<nav class="languages">${LANGUAGES.map((language) => (language === now
  ? html`<b lang="${language}" aria-current="true">${LANGUAGE_NAMES[language]}</b>` : html`<a href="${here}?language=${language}" lang="${language}" hreflang="${language}">${LANGUAGE_NAMES[language]}</a>`))}</nav>`;

/** `no-store` also for whoever goes back in the browser of a shop; the address holds the secret, so nothing may be told where it came from. */
export function show(context: Context, page: Markup, status: PageStatus = 200): Response | Promise<Response> {
  context.header('cache-control', 'no-store');
  context.header('x-robots-tag', 'noindex, nofollow');
  return context.html(page, status);
}

/** In the language of the reader, and without the address that was asked for: whoever has a made-up link sees the same page as anybody else. */
export function say(context: Context, frame: Frame, choose: (words: ServerWords) => { readonly title: string; readonly text: string }, status: PageStatus, back: string | null = null): Response | Promise<Response> {
  const spoken = spokenIn(context);
  const { title, text } = choose(spoken.words);
  return show(context, publicPage({ ...frame, ...spoken, here: null }, title, html`<h1>${title}</h1><p>${text}</p>${back === null ? '' : html`<p><a class="step" href="${back}">${spoken.words.pages.back}</a></p>`}`), status);
}

export const linkGone = (context: Context, frame: Frame): Response | Promise<Response> => 
  say(context, frame, ({ pages: { link } }) => ({ title: link.gone, text: `${link.goneWords} ${link.goneDo}` }), 404);
export const formGone = (context: Context, frame: Frame, back: string | null): Response | Promise<Response> => 
  say(context, frame, ({ pages: { link } }) => ({ title: link.formGone, text: link.formGoneWords }), 403, back);

export function tooMany(context: Context, frame: Frame, waitMs: number, back: string | null): Response | Promise<Response> {
  const seconds = Math.ceil(waitMs / 1000);
  context.header('retry-after', String(seconds));
  return say(context, frame, ({ pages: { link } }) => ({ title: link.tooMany, text: link.tooManyWords(Math.ceil(seconds / 60)) }), 429, back);
}

/** A field by the words that stand beside it on the page. */
function labelOf(name: string, { pages: { agent, customer, partner } }: ServerWords): string {
  const labels: Readonly<Record<string, string>> = {
    name: agent.name, mail: agent.mail, phone: agent.phone, greeting: agent.greeting, matters: agent.matters, doNotAsk: agent.doNotAsk, happened: agent.happened, reference: agent.reference,
    model: agent.model, serial: agent.serial, imei: agent.imei, stage: partner.stageField, result: partner.outcomeField, delivered: partner.delivered, photos: partner.photos, videos: partner.videos, other: partner.other, copyDeletedByIso: partner.copyGone,
    sealIntact: partner.seal, condition: partner.condition, strokes: partner.signature, expectedAtIso: partner.expected, words: customer.tellWords,
  };
  return Object.hasOwn(labels, name) ? labels[name] ?? name : name;
}

/** What became of something that was sent: back to the page, so that reloading sends nothing again; or why it was not done. */
export function answered(context: Context, frame: Frame, answer: LinkAnswer, back: string, next = back): Response | Promise<Response> {
  if ('done' in answer) return context.redirect(next, 303);
  if (answer.refusal === 'link-unknown') return linkGone(context, frame);
  if (answer.refusal === 'input-wrong') return say(context, frame, (words) => ({ title: words.pages.link.wrongForm, text: words.pages.link.wrongFormWords(labelOf(answer.at?.split('.').at(-1) ?? '?', words)) }), 400, back);
  const { refusal } = answer;
  return say(context, frame, ({ pages, problems }) => ({ title: pages.notDone, text: fillWords(`${problems[refusal].what} ${problems[refusal].remedy}`, {}) }), 409, back);
}
