/**
 * Opens the mail of the store: the outbox over the database, and the sender behind it where a mail server is set up. Without
 * one, mails are taken in all the same and say of themselves that none is set up. The code that speaks to it is loaded only then.
 */
import type { Database } from 'better-sqlite3';
import type { MailConfig } from './config.ts';
import { FAILED_SHOWN_MS } from './domain/mail-port.ts';
import type { Mail } from './domain/mail-port.ts';
import type { Outside } from './domain/outside.ts';
import type { PrivateRecords } from './domain/private-port.ts';
import type { Edges } from './http/ports.ts';
import { createMailLine } from './notify/mail-line.ts';
import { createOutbox } from './notify/outbox.ts';
import { createSender } from './notify/sender.ts';
import { createTeller } from './notify/teller.ts';
import { readMailPassword } from './read-mail-password.ts';
import { detailOf } from './start-refusal.ts';
import { createMailTable } from './store/mail-table.ts';

const LOG_EVERY_MS = 60_000;

export interface MailParts {
  /** Null: no mail server is set up. */
  readonly config: MailConfig | null;
  readonly storeName: string;
  readonly virtual: boolean;
  readonly database: Database;
  readonly records: PrivateRecords;
  readonly outside: Pick<Outside, 'publicUrl'>;
  readonly edges: Edges;
}

export interface OpenedMail {
  readonly mail: Mail;
  /** Does what is due; rejects when the disk fails. */
  run(): Promise<void>;
  /** The same, to be called every second. */
  tick(): void;
  close(): Promise<void>;
}

export async function openMail({ config, storeName, virtual, database, records, outside, edges }: MailParts): Promise<OpenedMail> {
  const password = config === null ? null : readMailPassword(config);
  const smtp = config === null ? null : (await import('./notify/smtp.ts')).createSmtp({ config, password, storeName });
  const { epochMs } = edges;
  const table = createMailTable(database);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const outbox = createOutbox({ table, records, outside, frame: { storeName, timeZone, virtual }, epochMs });
  const { nowMs, log } = edges;
  const line = createMailLine({ table, isSetUp: smtp !== null, nowMs, epochMs, log });
  const { follow, tell } = createTeller(table);
  const sender = createSender({ table, outbox, smtp, line, tell, nowMs, epochMs, log });
  const revived = table.revive(epochMs());
  if (revived > 0) log('warn', `${revived} mails were being handed over when the server ended; they are sent again under the same number`);
  if (smtp === null) table.setProblem(null, 'no-mail-server');
  else table.setProblem('no-mail-server', null);
  outbox.eraseLeft();
  let loggedAtMs = -Infinity;
  return {
    mail: {
      problem: line.problem,
      put: (mail) => outbox.put(mail, smtp === null ? 'no-mail-server' : null),
      callOff(id) {
        const isOff = table.callOff(id, 'called-off', epochMs());
        if (isOff) outbox.forget(id);
        return isOff;
      },
      entry: table.entry,
      ofCase: table.ofCase,
      counts: () => table.counts(epochMs(), epochMs() - FAILED_SHOWN_MS),
      follow,
    },
    run: sender.run,
    tick() {
      void sender.run().catch((error: unknown) => {
        if (nowMs() - loggedAtMs < LOG_EVERY_MS) return;
        loggedAtMs = nowMs();
        log('error', `the mail could not be looked after: ${detailOf(error)}`);
      });
    },
    close: sender.close,
  };
}
