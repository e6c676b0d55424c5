/** One mail as it leaves, in plain and only in memory, and what came of a try to hand it over. */
import type { MailVerdict } from '../domain/mail-answer.ts';

export interface OutgoingMail {
  readonly id: string;
  readonly putAtMs: number;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Addresses are cut out of the answer. */
export type SmtpOutcome = { readonly sent: true; readonly answer: string } | (MailVerdict & { readonly sent: false; readonly answer: string | null });
