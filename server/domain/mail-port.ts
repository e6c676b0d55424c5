/**
 * What may be asked of the mail: put one in, call it off, see how it stands. Whoever puts one in says who it is for and what
 * it says; sealing, sending, trying again and giving up are not theirs. Nothing that comes back holds an address or a text.
 */
import type { MailEntry, MailFill, MailProblem, MailTo } from '../contract/mail.ts';
import type { Language } from '../contract/languages.ts';

export interface NewMail {
  /** A new UUID. The same one again is the same mail, and is not sent twice. */
  readonly id: string;
  /** Null: of no case, such as a mail to staff. */
  readonly caseId: string | null;
  readonly address: string;
  readonly fill: MailFill;
  /** That the reader reads. */
  readonly language: Language;
}

/** As the store keeps it; what is personal in it stands in the private row. */
export interface MailMessage {
  readonly id: string;
  readonly caseId: string | null;
  readonly privateCase: string;
  readonly privateRow: string;
  readonly template: string;
  readonly to: MailTo;
  readonly putAtMs: number;
  readonly attempts: number;
}

export type MailPut = { readonly entry: MailEntry } | { readonly refusal: 'mail-address-wrong' | 'mail-id-used' | 'case-erased' | 'private-too-large' };

/**
 * Told of each mail that ended, once, and within one transaction with the note that it was told: what is written there is kept
 * together with it, or both come again.
 */
export interface MailFeed {
  /** The mail server took it. */
  delivered(mail: MailEntry): void;
  /** It will never be sent: the person must be told in another way. */
  failedForGood(mail: MailEntry): void;
}

export interface MailCounts {
  readonly waiting: number;
  /** Null: none waits. */
  readonly oldestWaitingMs: number | null;
  /** Within the last seven days. */
  readonly failed: number;
}

export interface Mail {
  /** Why no mail leaves right now, as far as known; null: all is well. */
  problem(): MailProblem | null;
  /** On the disk, sealed, when it returns; within a transaction of the caller it is part of that, and goes back with it. */
  put(mail: NewMail): MailPut;
  /** False when it has ended, or is being handed over. */
  callOff(id: string): boolean;
  entry(id: string): MailEntry | null;
  /** Newest first. */
  ofCase(caseId: string): MailEntry[];
  counts(): MailCounts;
  /** One follower; what ended before is told too. */
  follow(feed: MailFeed): void;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** After the first, the second … failed try; the last one goes on. */
const BACKOFF_MS: readonly number[] = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS];
export const BACKOFF_MS_MAX = Math.max(...BACKOFF_MS);
export const backoffMs = (attempts: number): number => BACKOFF_MS[Math.min(Math.max(attempts, 1), BACKOFF_MS.length) - 1] ?? BACKOFF_MS_MAX;

/** So old, and failed once more: nobody goes on waiting for it. */
export const GIVE_UP_MS = 3 * DAY_MS;
/** So old, it is not sent any more at all: what it says was overtaken. The PC was off, or an old database was put back. */
export const STALE_MS = 7 * DAY_MS;
export const FAILED_SHOWN_MS = 7 * DAY_MS;
