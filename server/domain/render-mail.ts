/**
 * Makes of a written mail what is sent: a subject of one line, plain text, and simple HTML of the very same words with
 * everything escaped. The link stands in it only where the store has a public address.
 */
import { writeMail } from '../contract/mail-text.ts';
import type { MailFrame, MailPart, MailWords } from '../contract/mail-text.ts';
import type { MailFill } from '../contract/mail.ts';
import { publicLink } from './outside.ts';
import type { Outside } from './outside.ts';

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export function renderMail(words: MailWords, fill: MailFill, frame: MailFrame, outside: Pick<Outside, 'publicUrl'>): RenderedMail {
  const { subject, parts: written, linkWords, end } = writeMail(words, fill, frame);
  const parts = frame.virtual ? [words.virtual, ...written] : written;
  const path = 'path' in fill.params ? fill.params.path : null;
  const found = path === null || linkWords === null ? null : publicLink(outside, path);
  const link = found !== null && 'link' in found ? { words: linkWords ?? '', url: found.link } : null;
  return {
    subject,
    text: `${[...parts.map(textOf), ...(link === null ? [] : [`${link.words}\n${link.url}`]), ...end].join('\n\n')}\n`,
    html: htmlOf(words.language, [
      ...parts.map(partHtml), ...(link === null ? [] : [`<p>${escapeHtml(link.words)}<br><a href="${escapeHtml(link.url)}">${escapeHtml(link.url)}</a></p>`]), ...end.map(partHtml),
    ]),
  };
}

const textOf = (part: MailPart): string => (typeof part === 'string' ? part : part.list.map((item) => `- ${item}`).join('\n'));

/** `dir="auto"`: a paragraph that begins with a name from right to left still reads in its own direction. */
const partHtml = (part: MailPart): string =>
  (typeof part === 'string' ? `<p dir="auto">${escapeHtml(part)}</p>` : `<ul>${part.list.map((item) => `<li dir="auto">${escapeHtml(item)}</li>`).join('')}</ul>`);

const htmlOf = (language: string, parts: readonly string[]): string => [
  `<!doctype html><html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head>`,
  '<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;overflow-wrap:anywhere">',
  ...parts, '</body></html>\n',
].join('\n');

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
