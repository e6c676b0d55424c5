/**
 * What a failed try to hand over a mail means: whether it may be tried again, whether the others need not be tried either, and
 * what may be kept of the server's words. Nothing here is sure of more than the server said.
 */
import type { MailProblem } from '../contract/mail.ts';

/** What is known of a failed try, in the terms of the protocol. */
export interface MailFailure {
  /** Of the library or the system, such as EAUTH or ECONNREFUSED. */
  readonly codes: readonly string[];
  /** The command that was answered. */
  readonly command: string;
  /** The server's reply code; null: the line failed without one. */
  readonly reply: number | null;
  readonly words: string;
  /** The whole message had left: a lost answer says nothing about whether it was taken. */
  readonly bodyLeft: boolean;
}

export interface MailVerdict {
  readonly problem: MailProblem;
  /** Never tried again. */
  readonly forGood: boolean;
}

export const ANSWER_CHARS_MAX = 300;
const AUTH_REPLIES: ReadonlySet<number> = new Set([530, 534, 535, 538]);
/** Wrong session state, not a refusal of the message. */
const BAD_SEQUENCE = 503;

const again = (problem: MailProblem): MailVerdict => ({ problem, forGood: false });
const never = (problem: MailProblem): MailVerdict => ({ problem, forGood: true });

export function verdictOf(failure: MailFailure): MailVerdict {
  return failure.reply === null ? withoutReply(failure) : withReply(failure, failure.reply);
}

function withReply({ codes, command, words }: MailFailure, reply: number): MailVerdict {
  if (codes.includes('EAUTH') || AUTH_REPLIES.has(reply)) return again('login-refused');
  if (codes.includes('ETLS')) return again('tls-failed');
  if (reply < 500 || reply === BAD_SEQUENCE) return again('asked-to-wait');
  // What is wrong with the store or its configuration can be set right in time; the receiver has not been asked yet.
  if (command === 'MAIL FROM') return again('sender-refused');
  if (command === 'RCPT TO') return /\brelay/i.test(words) ? again('sender-refused') : never('address-refused');
  return command === 'DATA' ? never('message-refused') : again('server-speaks-oddly');
}

function withoutReply({ codes, bodyLeft }: MailFailure): MailVerdict {
  if (bodyLeft) return again('answer-lost');
  if (codes.includes('EAUTH')) return again('login-refused');
  if (codes.some((code) => /ETLS|CERT|SIGNATURE|ERR_TLS|ERR_SSL|EPROTO$/.test(code))) return again('tls-failed');
  if (codes.includes('EENVELOPE')) return never('address-refused');
  if (codes.includes('EMESSAGE')) return never('message-refused');
  return again(codes.includes('EPROTOCOL') ? 'server-speaks-oddly' : 'server-away');
}

/** What every mail would meet as well: then no other one is tried meanwhile. */
export const isOfTheServer = (problem: MailProblem): boolean => ['server-away', 'tls-failed', 'login-refused', 'sender-refused', 'server-speaks-oddly'].includes(problem);

/** A shorter name of a mailbox is looked for as a whole word: it is part of too many others. */
const PART_CHARS_MIN = 4;

/** The words of a mail server often repeat the address; what is kept must not. */
export function withoutAddresses(words: string, address: string): string {
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
  const isNamed = (word: string): boolean => (local.length >= PART_CHARS_MIN ? word.includes(local) : local !== '' && word.replace(/[.]+$/, '') === local);
  const cut = words.replaceAll(/[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/gu, '…').replaceAll(/[^\s<>"(),;:]+/gu, (word) => (isNamed(word.toLowerCase()) ? '…' : word));
  return cut.replaceAll(/[\s\p{C}]+/gu, ' ').trim().slice(0, ANSWER_CHARS_MAX);
}
