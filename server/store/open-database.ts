/**
 * Opens the database file of the server with every setting that evidence needs, or refuses by name. Must not be imported
 * before the runtime was checked: the native code crashes on an old Node.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { migrate } from './migrate.ts';

/** A full check of a larger file would hold up the start for seconds. */
const QUICK_CHECK_BYTES_MAX = 64 * 1024 * 1024;
const BUSY_TIMEOUT_MS = 2000;

export interface OpenedDatabase {
  readonly database: Database;
  close(): void;
}

export function openDatabase(stateDir: string): OpenedDatabase {
  const path = join(stateDir, 'server.sqlite');
  const lock = takeLock(stateDir);
  let database: Database | null = null;
  try {
    const small = !existsSync(path) || statSync(path).size <= QUICK_CHECK_BYTES_MAX;
    database = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    const opened = database;
    prepare(opened, path, small);
    return {
      database: opened,
      close() {
        opened.close();
        lock.close();
      },
    };
  } catch (error) {
    database?.close();
    lock.close();
    throw error instanceof StartRefusal ? error : refusalOf(error, path);
  }
}

function prepare(database: Database, path: string, checkWhole: boolean): void {
  if (checkWhole) {
    const verdict = String(database.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new StartRefusal('database-corrupt', { path, detail: verdict });
  }
  migrate(database, path);
  database.pragma('journal_mode = WAL');
  // A row is evidence: it must be on the disk before it is acknowledged.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
}

/** For a command beside a server that may be running: the same file, the same version, no claim on the folder. */
export function openBesideServer(stateDir: string): Database {
  const path = join(stateDir, 'server.sqlite');
  if (!existsSync(path)) throw new StartRefusal('state-not-writable', { path: stateDir, detail: 'there is no database in it' });
  try {
    const database = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    prepare(database, path, false);
    return database;
  } catch (error) {
    throw error instanceof StartRefusal ? error : refusalOf(error, path);
  }
}

/** One server per state folder. The lock belongs to the process and goes with it, also after a kill. */
function takeLock(stateDir: string): Database {
  let lock: Database | null = null;
  try {
    lock = new Sqlite(join(stateDir, 'server.lock'), { timeout: 0 });
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw new StartRefusal('state-in-use', { path: stateDir }, error);
    throw new StartRefusal('state-not-writable', { path: stateDir, detail: detailOf(error) }, error);
  }
}

export function refusalOf(error: unknown, path: string): StartRefusal {
  const code = error instanceof Sqlite.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new StartRefusal('database-corrupt', { path, detail: detailOf(error) }, error);
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) {
    return new StartRefusal('state-not-writable', { path, detail: detailOf(error) }, error);
  }
  return new StartRefusal('start-failed', { detail: detailOf(error) }, error);
}
