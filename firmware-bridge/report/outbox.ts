/**
 * The room's only database: evidence that the server has not acknowledged, and the last facts it sent. What `append`
 * returned from is on the disk; a row leaves only after the server's acknowledgement.
 */
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { evidenceSchema, type Evidence } from '../contract/evidence.ts';
import { factsSchema, type Facts } from '../contract/uplink.ts';
import { migrate, refuseNewer } from './outbox-migrations.ts';
import { codeOf, Refusal } from './refusal.ts';

/** Delivered rows that are kept for a person to look at. */
const DELIVERED_KEPT = 200;
/** A lock wait freezes this process only, but evidence waits behind it. */
const LOCK_WAIT_MS = 1_000;
const WAL_BYTES_MAX = 4 * 1024 * 1024;
/** Longest event sent to the server; a longer one would close the line again and again. */
const EVENT_CHARS_MAX = 256 * 1024;

export interface ReportRow {
  readonly id: number;
  /** The event as JSON, exactly as stored. */
  readonly event: string;
}

export interface OutboxOptions {
  readonly path: string;
  readonly pagesMax: number;
  readonly nowIso: () => string;
  readonly onSetAside: (row: number, why: string) => void;
}

/** Throws a `Refusal` for a file that no retry can cure, else SQLite's own error. */
export function openOutbox(options: OutboxOptions): Outbox {
  const database = new Database(options.path, { timeout: LOCK_WAIT_MS });
  try {
    refuseNewer(database, options.path);
    database.pragma('journal_mode = WAL');
    // In WAL mode better-sqlite3 would run NORMAL, which loses the last commits with the power.
    database.pragma('synchronous = FULL');
    database.pragma(`journal_size_limit = ${WAL_BYTES_MAX}`);
    database.pragma(`max_page_count = ${options.pagesMax}`);
    migrate(database);
    const outbox = new Outbox(database, options);
    outbox.probe();
    return outbox;
  } catch (error) {
    database.close();
    if (codeOf(error) === 'SQLITE_NOTADB' || codeOf(error).startsWith('SQLITE_CORRUPT')) {
      throw new Refusal(
        'outbox-damaged',
        `The outbox ${options.path} is damaged.`,
        'Move the file away and keep it: it can hold evidence that the server has not got. A new one is made at the next start.',
      );
    }
    throw error;
  }
}

export class Outbox {
  readonly #database: Database.Database;
  readonly #options: OutboxOptions;
  readonly #inode: number;
  readonly #append: (events: readonly Evidence[]) => void;
  readonly #deliver: (upTo: number, deleteUpTo: number) => void;

  constructor(database: Database.Database, options: OutboxOptions) {
    this.#database = database;
    this.#options = options;
    this.#inode = statSync(options.path).ino;
    const insert = database.prepare('INSERT INTO report (boot_id, seq, event) VALUES (?, ?, ?) ON CONFLICT (boot_id, seq) DO NOTHING');
    this.#append = database.transaction((events: readonly Evidence[]) => {
      for (const event of events) insert.run(event.bootId, event.seq, JSON.stringify(event));
    });
    const mark = database.prepare('UPDATE delivery SET up_to = max(up_to, ?)');
    const remove = database.prepare('DELETE FROM report WHERE id <= ?');
    this.#deliver = database.transaction((upTo: number, deleteUpTo: number) => {
      mark.run(upTo);
      remove.run(deleteUpTo);
    });
  }

  /** One transaction, on the disk when it returns. What is already there stays as it is. */
  append(events: readonly Evidence[]): void {
    this.#append(events);
  }

  /** The next undelivered rows in order. A row that is no evidence is set aside, so that it cannot block the others. */
  after(id: number, limit: number): ReportRow[] {
    const read = this.#database.prepare<[number, number], ReportRow>('SELECT id, event FROM report WHERE id > ? ORDER BY id LIMIT ?');
    for (;;) {
      const rows = read.all(id, limit);
      const good = rows.filter((row) => {
        const why = whyUnsendable(row.event);
        if (why !== null) this.#setAside(row, why);
        return why === null;
      });
      if (good.length > 0 || rows.length === 0) return good;
    }
  }

  deliveredUpTo(): number {
    return this.#database.prepare<[], number>('SELECT up_to FROM delivery').pluck().get() ?? 0;
  }

  /** Marks rows as delivered and deletes all but the newest of them; `keepNone` frees everything that can be freed. */
  delivered(upTo: number, keepNone: boolean): void {
    this.#deliver(upTo, keepNone ? upTo : upTo - DELIVERED_KEPT);
  }

  newestBootId(): string | null {
    return this.#database.prepare<[], string>('SELECT boot_id FROM report ORDER BY id DESC LIMIT 1').pluck().get() ?? null;
  }

  /** The facts of the last connection; null when there are none or they cannot be read. */
  knownFacts(): Facts | null {
    const text = this.#database.prepare<[], string>('SELECT facts FROM known_facts').pluck().get();
    if (text === undefined) return null;
    const parsed = factsSchema.safeParse(parseJson(text));
    return parsed.success ? parsed.data : null;
  }

  saveFacts(facts: Facts): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO known_facts (one, database_id, version, facts, saved_at_iso) VALUES (1, ?, ?, ?, ?)')
      .run(facts.databaseId, facts.version, JSON.stringify(facts), this.#options.nowIso());
  }

  /** Writes something harmless and looks whether the file is still the one in the folder; throws when evidence could not be kept. */
  probe(): void {
    if (statSync(this.#options.path, { throwIfNoEntry: false })?.ino !== this.#inode) throw new Error('the outbox file was removed or replaced');
    this.#database.prepare('UPDATE delivery SET up_to = up_to').run();
  }

  close(): void {
    this.#database.close();
  }

  #setAside(row: ReportRow, why: string): void {
    const move = this.#database.transaction(() => {
      this.#database.prepare('INSERT OR REPLACE INTO set_aside (id, event, why) VALUES (?, ?, ?)').run(row.id, row.event, why);
      this.#database.prepare('DELETE FROM report WHERE id = ?').run(row.id);
    });
    move();
    this.#options.onSetAside(row.id, why);
  }
}

function whyUnsendable(event: string): string | null {
  if (event.length > EVENT_CHARS_MAX) return `longer than ${EVENT_CHARS_MAX} characters`;
  const parsed = evidenceSchema.safeParse(parseJson(event));
  if (parsed.success) return null;
  const issue = parsed.error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not evidence'}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
