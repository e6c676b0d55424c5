/**
 * Sends what waits, one mail after the other, at most thirty in a minute. That a mail is being handed over is on the disk before,
 * and what came of it before anything else is done; a mail server that is away is asked for one mail at a time.
 */
import { backoffMs, GIVE_UP_MS, STALE_MS } from '../domain/mail-port.ts';
import type { MailMessage } from '../domain/mail-port.ts';
import { createBuckets } from '../domain/token-bucket.ts';
import type { MailEnd, MailTable } from '../store/mail-table.ts';
import type { MailLine } from './mail-line.ts';
import type { Outbox } from './outbox.ts';
import type { SmtpOutcome } from './outgoing.ts';
import type { Smtp } from './smtp.ts';

const MAILS_PER_MINUTE = 30;

export interface SenderParts {
  readonly table: MailTable;
  readonly outbox: Outbox;
  /** Null: no mail server is set up. */
  readonly smtp: Smtp | null;
  readonly line: MailLine;
  /** How the mails ended is told to who follows them. */
  tell(): void;
  nowMs(): number;
  epochMs(): number;
  log(level: 'warn', text: string): void;
}

export interface Sender {
  /** Does what is due. One run at a time: while one goes on, it is that one. It rejects when the disk fails. */
  run(): Promise<void>;
  /** Breaks off what is being handed over, and notes how far it came. */
  close(): Promise<void>;
}

type Note = (message: MailMessage, outcome: SmtpOutcome, isBrokenOff: boolean) => void;
type End = (id: string, how: MailEnd) => void;

export function createSender(parts: SenderParts): Sender {
  const { table, outbox, smtp, line, tell, nowMs, epochMs, log } = parts;
  const ending = new AbortController();
  const buckets = createBuckets({ burst: MAILS_PER_MINUTE, perSecond: MAILS_PER_MINUTE / 60, keysMax: 1 });
  /** What could not be noted yet, because the disk failed; nothing is sent before it is. */
  const unnoted: (() => void)[] = [];
  let running: Promise<void> | null = null;
  const end: End = (id, how) => {
    table.end(id, how, epochMs());
    outbox.forget(id);
    if (how.state === 'failed') log('warn', `the mail ${id} is given up: ${how.problem ?? ''} ${how.answer ?? ''}`.trim());
  };
  const note = noting(parts, end);
  const flush = (): void => {
    for (let [first] = unnoted; first !== undefined; [first] = unnoted) {
      first();
      unnoted.shift();
    }
  };
  const sweep = (): void => {
    for (const id of table.callOffErased(epochMs())) outbox.forget(id);
  };
  /** The next one that may be handed over now. */
  const next = (): MailMessage | null => {
    sweep();
    const message = table.due(epochMs());
    return message === null || buckets.take('all', nowMs()) > 0 ? null : message;
  };
  const sendOne = async (by: Smtp, message: MailMessage): Promise<void> => {
    const isStale = epochMs() - message.putAtMs >= STALE_MS;
    const mail = isStale ? null : outbox.open(message);
    if (mail === null) return end(message.id, { state: 'failed', problem: isStale ? 'too-old' : 'erased', answer: null });
    if (!table.begin(message.id)) return;
    const outcome = await by.send(mail, ending.signal);
    unnoted.push(() => note(message, outcome, ending.signal.aborted));
    flush();
  };
  const work = async (): Promise<void> => {
    flush();
    if (smtp === null) {
      sweep();
      if (table.giveUp(epochMs() - GIVE_UP_MS, epochMs()) > 0) outbox.eraseLeft();
    }
    while (smtp !== null && !ending.signal.aborted && !line.isPaused()) {
      const message = next();
      if (message === null) break;
      await sendOne(smtp, message);
      tell();
    }
    tell();
  };
  return {
    run() {
      running ??= work().finally(() => { running = null; });
      return running;
    },
    async close() {
      ending.abort();
      await running?.catch(() => undefined);
    },
  };
}

/** What came of a try, into the table and into what is known of the line. */
function noting({ table, line, epochMs }: SenderParts, end: End): Note {
  return ({ id, putAtMs, attempts }, outcome, isBrokenOff) => {
    if (outcome.sent) {
      end(id, { state: 'sent', problem: null, answer: outcome.answer });
      line.learn(null, null);
      return;
    }
    const { problem, forGood, answer } = outcome;
    const now = epochMs();
    if (forGood) end(id, { state: 'failed', problem, answer });
    // Broken off by ourselves: no fault of the server, and no reason to wait.
    else if (isBrokenOff) table.again(id, problem === 'answer-lost' ? problem : null, null, now);
    else if (now - putAtMs >= GIVE_UP_MS) end(id, { state: 'failed', problem: 'too-old', answer });
    else table.again(id, problem, answer, now + backoffMs(attempts + 1));
    if (!isBrokenOff) line.learn(problem, answer);
  };
}
