/**
 * The shape of a mail before it is rendered, and the one way in which something typed gets into its words: cleaned, shortened,
 * and set apart where it is written from right to left, so that no name can end a line, a header or the direction of a sentence.
 */
import type { MailFill, MailParams, MailTemplate } from './mail.ts';

export interface MailFrame {
  readonly storeName: string;
  /** IANA name of the store's time zone. */
  readonly timeZone: string;
  /** A demonstration: every mail says so first. */
  readonly virtual: boolean;
}

export type MailPart = string | { readonly list: readonly string[] };

export interface MailWritten {
  readonly subject: string;
  readonly parts: readonly MailPart[];
  /** What stands before the link, where there is one. */
  readonly linkWords: string | null;
  readonly end: readonly string[];
}

/** One language: every template, none missing. */
export type MailWords = { readonly language: string; readonly virtual: string } & { readonly write: { readonly [Id in MailTemplate]: (params: MailParams[Id], frame: MailFrame) => MailWritten } };

export const TYPED_CHARS_MAX = 200;
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Joins emoji of several people into one; the other invisible characters only deceive. */
const JOINERS = /[\u200c\u200d]/;

/** One line of what somebody typed. */
export function typed(text: string): string {
  const clean = [...text.normalize('NFC')].map((sign) => (/[\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u.test(sign) && !JOINERS.test(sign) ? ' ' : sign)).join('').replaceAll(/ +/g, ' ').trim();
  const signs = [...clean];
  const short = signs.length > TYPED_CHARS_MAX ? `${signs.slice(0, TYPED_CHARS_MAX - 1).join('').trimEnd()}…` : clean;
  return RIGHT_TO_LEFT.test(short) ? `\u2068${short}\u2069` : short;
}

/** A sentence with typed places. */
export const say = (words: TemplateStringsArray, ...values: readonly (string | number)[]): string =>
  words.map((word, index) => `${word}${index < values.length ? typed(String(values[index])) : ''}`).join('');

/** The templates are functions of their own parameters; this is the one place where a pair of both meets the table. */
export function writeMail(words: MailWords, fill: MailFill, frame: MailFrame): MailWritten {
  const { write } = words;
  switch (fill.template) {
    case 'brief-acknowledged': return write[fill.template](fill.params, frame);
    case 'device-received': return write[fill.template](fill.params, frame);
    case 'held': return write[fill.template](fill.params, frame);
    case 'handed-over': return write[fill.template](fill.params, frame);
    case 'partner-stage': return write[fill.template](fill.params, frame);
    case 'progress': return write[fill.template](fill.params, frame);
    case 'progress-agent': return write[fill.template](fill.params, frame);
    case 'outcome': return write[fill.template](fill.params, frame);
    case 'closing-agent': return write[fill.template](fill.params, frame);
    case 'ready-for-collection': return write[fill.template](fill.params, frame);
    case 'reminder-abandoned': return write[fill.template](fill.params, frame);
    case 'aftercare': return write[fill.template](fill.params, frame);
    case 'partner-link': return write[fill.template](fill.params, frame);
    case 'step-overdue': return write[fill.template](fill.params, frame);
    case 'test': return write[fill.template](fill.params, frame);
  }
}
