/**
 * The outbox of mails: ids, states, times and what the mail server answered, never an address or a text. A mail is handed over
 * only after it was noted, on the disk, that this is being done; what ended stays as it ended.
 */
import type { Database } from 'better-sqlite3';
import { MAIL_PROBLEMS, MAIL_STATES, MAIL_TO } from '../contract/mail.ts';
import type { MailEntry, MailProblem } from '../contract/mail.ts';
import { BACKOFF_MS_MAX, backoffMs } from '../domain/mail-port.ts';
import type { MailCounts, MailMessage } from '../domain/mail-port.ts';

interface MailRow {
  readonly id: string;
  readonly case_id: string | null;
  readonly private_case: string;
  readonly private_row: string;
  readonly template: string;
  readonly to_whom: string;
  readonly state: string;
  readonly attempts: number;
  readonly put_at_ms: number;
  readonly next_at_ms: number | null;
  readonly ended_at_ms: number | null;
  readonly problem: string | null;
  readonly answer: string | null;
}

export interface MailEnd {
  readonly state: 'sent' | 'failed' | 'cancelled';
  readonly problem: MailProblem | null;
  readonly answer: string | null;
}

export interface MailTable {
  /** All or nothing; part of a transaction that is open already. */
  together<Result>(work: () => Result): Result;
  insert(mail: Omit<MailMessage, 'attempts'>, problem: MailProblem | null): void;
  entry(id: string): MailEntry | null;
  ofCase(caseId: string): MailEntry[];
  counts(nowMs: number, failedSinceMs: number): MailCounts;
  /** The next one whose time has come. A time too far ahead was set by a wrong clock and counts as come. */
  due(nowMs: number): MailMessage | null;
  /** False when it does not wait any more, or what it says is gone. */
  begin(id: string): boolean;
  again(id: string, problem: MailProblem | null, answer: string | null, nextAtMs: number): void;
  end(id: string, end: MailEnd, atMs: number): void;
  /** Those that only wait. */
  callOff(id: string, problem: MailProblem, atMs: number): boolean;
  /** What was being handed over when the process ended: nobody knows whether it arrived. How many. */
  revive(nowMs: number): number;
  /** Those that wait, and whose words were erased; their ids. */
  callOffErased(atMs: number): string[];
  /** Those that have waited since then without a mail server. */
  giveUp(putBeforeMs: number, atMs: number): number;
  setProblem(from: MailProblem | null, to: MailProblem | null): void;
  /** The line is good again: none waits for its own time any more. */
  hurry(problems: readonly MailProblem[], nowMs: number): void;
  untold(limit: number): MailEntry[];
  told(id: string): void;
  /** Private cases of mails of no case that have ended, and whose words are still there. */
  left(limit: number): string[];
}

export function createMailTable(database: Database): MailTable {
  const insert = database.prepare<(string | number | null)[]>(
    `INSERT INTO mail_outbox (id, case_id, private_case, private_row, template, to_whom, state, put_at_ms, next_at_ms, problem) VALUES (?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?)`,
  );
  const byId = database.prepare<[string], MailRow>('SELECT * FROM mail_outbox WHERE id = ?');
  const ofCase = database.prepare<[string], MailRow>('SELECT * FROM mail_outbox WHERE case_id = ? ORDER BY put_at_ms DESC, id DESC');
  const waiting = database.prepare<[], { count: number; oldest: number | null }>("SELECT count(*) AS count, min(put_at_ms) AS oldest FROM mail_outbox WHERE state IN ('waiting', 'sending')");
  const failed = database.prepare<[number], { count: number }>("SELECT count(*) AS count FROM mail_outbox WHERE state = 'failed' AND ended_at_ms >= ?");
  const due = database.prepare<[number, number], MailRow>("SELECT * FROM mail_outbox WHERE state = 'waiting' AND (next_at_ms <= ? OR next_at_ms > ?) ORDER BY next_at_ms, put_at_ms, id LIMIT 1");
  const begin = database.prepare<[string]>(
    `UPDATE mail_outbox SET state = 'sending', attempts = attempts + 1, next_at_ms = NULL WHERE id = ? AND state = 'waiting' AND EXISTS (SELECT 1 FROM private_rows WHERE private_rows.id = private_row)`,
  );
  const again = database.prepare<[number, string | null, string | null, string]>("UPDATE mail_outbox SET state = 'waiting', next_at_ms = ?, problem = ?, answer = ? WHERE id = ? AND state = 'sending'");
  const end = database.prepare<[string, string | null, string | null, number, string]>('UPDATE mail_outbox SET state = ?, problem = ?, answer = ?, ended_at_ms = ?, next_at_ms = NULL WHERE id = ? AND ended_at_ms IS NULL');
  const callOff = database.prepare<[string, number, string]>("UPDATE mail_outbox SET state = 'cancelled', problem = ?, ended_at_ms = ?, next_at_ms = NULL WHERE id = ? AND state = 'waiting'");
  const sending = database.prepare<[], MailRow>("SELECT * FROM mail_outbox WHERE state = 'sending'");
  const erased = database.prepare<[number], { id: string }>(
    `UPDATE mail_outbox SET state = 'cancelled', problem = 'erased', ended_at_ms = ?, next_at_ms = NULL
     WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM private_rows WHERE private_rows.id = private_row) RETURNING id`,
  );
  const isAnyErased = database.prepare<[], { id: string }>("SELECT id FROM mail_outbox WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM private_rows WHERE private_rows.id = private_row) LIMIT 1");
  const isAnyOver = database.prepare<[number], { id: string }>("SELECT id FROM mail_outbox WHERE state = 'waiting' AND put_at_ms <= ? LIMIT 1");
  const giveUp = database.prepare<[number, number]>("UPDATE mail_outbox SET state = 'failed', problem = 'no-mail-server', ended_at_ms = ?, next_at_ms = NULL WHERE state = 'waiting' AND put_at_ms <= ?");
  const setProblem = database.prepare<[string | null, string | null]>("UPDATE mail_outbox SET problem = ? WHERE state = 'waiting' AND problem IS ?");
  const hurry = database.prepare<[number, string]>("UPDATE mail_outbox SET next_at_ms = min(next_at_ms, ?) WHERE state = 'waiting' AND problem = ?");
  const untold = database.prepare<[number], MailRow>("SELECT * FROM mail_outbox WHERE told = 0 AND state IN ('sent', 'failed') ORDER BY ended_at_ms, id LIMIT ?");
  const told = database.prepare<[string]>('UPDATE mail_outbox SET told = 1 WHERE id = ?');
  const left = database.prepare<[number], { private_case: string }>(
    'SELECT private_case FROM mail_outbox m WHERE case_id IS NULL AND ended_at_ms IS NOT NULL AND EXISTS (SELECT 1 FROM private_rows p WHERE p.id = m.private_row) LIMIT ?',
  );
  return {
    together: (work) => database.transaction(work).immediate(),
    insert({ id, caseId, privateCase, privateRow, template, to, putAtMs }, problem) {
      insert.run(id, caseId, privateCase, privateRow, template, to, putAtMs, putAtMs, problem);
    },
    entry(id) {
      const row = byId.get(id);
      return row === undefined ? null : entryOf(row);
    },
    ofCase: (caseId) => ofCase.all(caseId).map(entryOf),
    counts(nowMs, failedSinceMs) {
      const { count = 0, oldest = null } = waiting.get() ?? {};
      return { waiting: count, oldestWaitingMs: oldest === null ? null : Math.max(0, nowMs - oldest), failed: failed.get(failedSinceMs)?.count ?? 0 };
    },
    due(nowMs) {
      const row = due.get(nowMs, nowMs + BACKOFF_MS_MAX);
      return row === undefined ? null : messageOf(row);
    },
    begin: (id) => begin.run(id).changes === 1,
    again: (id, problem, answer, nextAtMs) => void again.run(nextAtMs, problem, answer, id),
    end: (id, { state, problem, answer }, atMs) => void end.run(state, problem, answer, atMs, id),
    callOff: (id, problem, atMs) => callOff.run(problem, atMs, id).changes === 1,
    revive(nowMs) {
      const rows = sending.all();
      for (const { id, attempts } of rows) again.run(nowMs + backoffMs(attempts), 'answer-lost', null, id);
      return rows.length;
    },
    // Asked every second: looked for first, so that the database is not locked for nothing.
    callOffErased: (atMs) => (isAnyErased.get() === undefined ? [] : erased.all(atMs).map(({ id }) => id)),
    giveUp: (putBeforeMs, atMs) => (isAnyOver.get(putBeforeMs) === undefined ? 0 : giveUp.run(atMs, putBeforeMs).changes),
    setProblem: (from, to) => void setProblem.run(to, from),
    hurry: (problems, nowMs) => problems.forEach((problem) => hurry.run(nowMs, problem)),
    untold: (limit) => untold.all(limit).map(entryOf),
    told: (id) => void told.run(id),
    left: (limit) => left.all(limit).map((row) => row.private_case),
  };
}

/** A row that no other release can have written is a fault of the database, and is said so. */
function known<Value extends string>(values: readonly Value[], text: string): Value {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`the outbox of mails has an unknown word: ${text}`);
  return found;
}

const iso = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString());

const entryOf = (row: MailRow): MailEntry => ({
  id: row.id, caseId: row.case_id, template: row.template, to: known(MAIL_TO, row.to_whom), state: known(MAIL_STATES, row.state), attempts: row.attempts,
  putAtIso: new Date(row.put_at_ms).toISOString(), nextAtIso: iso(row.next_at_ms), endedAtIso: iso(row.ended_at_ms),
  problem: row.problem === null ? null : known(MAIL_PROBLEMS, row.problem), answer: row.answer,
});

const messageOf = (row: MailRow): MailMessage => ({
  id: row.id, caseId: row.case_id, privateCase: row.private_case, privateRow: row.private_row, template: row.template, to: known(MAIL_TO, row.to_whom),
  putAtMs: row.put_at_ms, attempts: row.attempts,
});
