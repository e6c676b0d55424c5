/** What is known of the line to the mail server: whether it takes mail, why not, and whether it is to be left alone for a while. */
import { isOfTheServer } from '../domain/mail-answer.ts';
import { MAIL_PROBLEMS } from '../contract/mail.ts';
import type { MailProblem } from '../contract/mail.ts';
import type { MailTable } from '../store/mail-table.ts';

/** After a fault that every mail would meet. */
const PAUSE_MS = 60_000;
const OF_THE_SERVER = MAIL_PROBLEMS.filter(isOfTheServer);

export interface MailLine {
  problem(): MailProblem | null;
  isPaused(): boolean;
  /** What the last try showed; null: it was taken. */
  learn(problem: MailProblem | null, answer: string | null): void;
}

export interface MailLineParts {
  readonly table: Pick<MailTable, 'hurry'>;
  readonly isSetUp: boolean;
  nowMs(): number;
  epochMs(): number;
  log(level: 'info' | 'warn', text: string): void;
}

export function createMailLine({ table, isSetUp, nowMs, epochMs, log }: MailLineParts): MailLine {
  let problem: MailProblem | null = isSetUp ? null : 'no-mail-server';
  let pausedUntilMs = -Infinity;
  return {
    problem: () => problem,
    isPaused: () => nowMs() < pausedUntilMs,
    learn(shown, answer) {
      const now = shown !== null && isOfTheServer(shown) ? shown : null;
      if (now !== null) pausedUntilMs = nowMs() + PAUSE_MS;
      else if (problem !== null) table.hurry(OF_THE_SERVER, epochMs());
      if (now !== problem) log(now === null ? 'info' : 'warn', now === null ? 'the mail server takes mail again' : `no mail leaves: ${now}${answer === null ? '' : ` (${answer})`}`);
      problem = now;
    },
  };
}
