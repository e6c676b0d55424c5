/**
 * The outbox's tables, as numbered migrations counted in `user_version`. A migration that was released is never changed;
 * a database that is newer than this list is refused untouched.
 */
import type { Database } from 'better-sqlite3';
import { Refusal } from './refusal.ts';

const MIGRATIONS: readonly string[] = [
  `CREATE TABLE report (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     boot_id TEXT NOT NULL,
     seq INTEGER NOT NULL,
     event TEXT NOT NULL,
     UNIQUE (boot_id, seq)
   ) STRICT;
   CREATE TABLE set_aside (id INTEGER PRIMARY KEY, event TEXT NOT NULL, why TEXT NOT NULL) STRICT;
   CREATE TABLE delivery (one INTEGER PRIMARY KEY CHECK (one = 1), up_to INTEGER NOT NULL) STRICT;
   INSERT INTO delivery (one, up_to) VALUES (1, 0);
   CREATE TABLE known_facts (
     one INTEGER PRIMARY KEY CHECK (one = 1),
     database_id TEXT NOT NULL,
     version INTEGER NOT NULL,
     facts TEXT NOT NULL,
     saved_at_iso TEXT NOT NULL
   ) STRICT;`,
];

export function outboxVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Refuses before anything in the file is touched. */
export function refuseNewer(database: Database, path: string): void {
  const version = outboxVersion(database);
  if (version <= MIGRATIONS.length) return;
  throw new Refusal(
    'outbox-newer',
    `The outbox ${path} was written by a newer release (format ${version}, this one knows ${MIGRATIONS.length}).`,
    'Start the newer release, or move the file away and keep it: it can hold evidence that the server has not got.',
  );
}

export function migrate(database: Database): void {
  const step = database.transaction((from: number) => {
    for (const migration of MIGRATIONS.slice(from)) database.exec(migration);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
  });
  if (outboxVersion(database) < MIGRATIONS.length) step.immediate(outboxVersion(database));
}
