/**
 * Brings a database to the version of this release: numbered SQL files, each applied once in its own transaction. It
 * never changes a database of a newer release or of another program.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { StartRefusal } from '../start-refusal.ts';

/** "HOLD" in ASCII; marks the file as a database of Holdfast. */
const APPLICATION_ID = 0x484f_4c44;

interface Migration {
  readonly number: number;
  readonly sql: string;
}

export function migrate(database: Database, path: string, folder: URL = new URL('./migrations/', import.meta.url)): void {
  const migrations = readMigrations(folder);
  const known = migrations.length;
  const found = Number(database.pragma('user_version', { simple: true }));
  const application = Number(database.pragma('application_id', { simple: true }));
  const tables = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()?.count ?? 0;
  if (application !== APPLICATION_ID && tables > 0) throw new StartRefusal('database-foreign', { path });
  if (found > known) throw new StartRefusal('database-newer', { path, found, known });
  for (const { number, sql } of migrations.slice(found)) {
    database.transaction(() => {
      database.exec(sql);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${number}`);
    }).exclusive();
  }
}

function readMigrations(folder: URL): Migration[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort();
  return files.map((name, index) => {
    const number = Number.parseInt(name, 10);
    if (number !== index + 1) throw new StartRefusal('start-failed', { detail: `the migrations are not numbered one after the other: ${name}` });
    return { number, sql: readFileSync(new URL(name, folder), 'utf8') };
  });
}
