/** The mail of a store over a real database in a temporary folder, with a clock of the test, and mails as a case would put them in. */
import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { MailConfig } from '../../../server/config.ts';
import type { MailEntry, MailFill } from '../../../server/contract/mail.ts';
import type { NewMail } from '../../../server/domain/mail-port.ts';
import { openMail } from '../../../server/open-mail.ts';
import { openPrivacy } from '../../../server/open-privacy.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { temporaryFolder } from '../running-server.ts';

export const NOW_MS = Date.UTC(2026, 10, 24, 10);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const ADDRESS = 'celik.whole@example.org';
export const NAME = 'Çelik Yılmaz';
export const CASE = '019a2b3c-0000-7000-8000-00000000c001';

export const HELD: MailFill = { template: 'held', params: { caseCode: 'K7Q2', toName: NAME, device: 'iPhone 12', path: '/d/secret-token', because: 'frame-bent', data: 'as-it-was', next: 'we-decide' } };

export const mailServerAt = (port: number): MailConfig => ({ host: '127.0.0.1', port, security: 'none', login: null, from: { name: null, address: 'store@chain.example' }, replyTo: null });

export const newMail = (differs: Partial<NewMail> = {}): NewMail => ({ id: randomUUID(), caseId: CASE, address: ADDRESS, fill: HELD, language: 'en', ...differs });

export async function openMailBench(port: number | null, stateDir = temporaryFolder(), clock = { ms: NOW_MS }) {
  const opened = openDatabase(stateDir);
  const log: string[] = [];
  const edges = { nowMs: () => clock.ms, epochMs: () => clock.ms, newUuid: randomUUID, log: (level: string, text: string) => void log.push(`${level} ${text}`) };
  const { audit, databaseId } = createStore(opened.database, randomUUID, opened.close);
  const privacy = openPrivacy({ stateDir, database: opened.database, databaseId, audit, edges });
  const mailing = await openMail({ config: port === null ? null : mailServerAt(port), storeName: 'Corner store', virtual: false, database: opened.database, records: privacy.records, outside: { publicUrl: 'https://repairs.example' }, edges });
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await mailing.close();
    privacy.close();
    opened.close();
  };
  onTestFinished(close);
  const { mail, run } = mailing;
  return {
    stateDir, clock, log, audit, mail, run, close, database: opened.database, records: privacy.records,
    /** Put in, or the test fails. */
    put(differs: Partial<NewMail> = {}): MailEntry {
      const put = mail.put(newMail(differs));
      if ('refusal' in put) throw new Error(put.refusal);
      return put.entry;
    },
    /** Time goes on step by step, and at each step what is due is done. */
    async live(forMs: number, stepMs = MINUTE_MS): Promise<void> {
      for (const endMs = clock.ms + forMs; clock.ms < endMs;) {
        clock.ms += stepMs;
        await run();
      }
    },
    state: (id: string): string => {
      const entry = mail.entry(id);
      return entry === null ? 'none' : `${entry.state}${entry.problem === null ? '' : ` ${entry.problem}`}`;
    },
    erase: (caseId = CASE) => privacy.records.erase(caseId, null, { who: { kind: 'person', name: 'P7QK2' }, role: 'manager', why: 'asked by the customer', from: { address: 'local', machine: null } }, new Date(clock.ms).toISOString()),
    looks: (caseId = CASE) => privacy.records.looks(caseId, 100).filter(({ kind }) => kind === 'contact'),
  };
}
