/**
 * Copies the database as it is at one moment, also while the server writes to it, and checks the copy. Personal data in it
 * is sealed and its keys are in another file: a copy of erased data stays unreadable. It never touches those keys; the key
 * that signs custody events is copied beside it, for without it the store could not go on.
 */
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Backup } from '../contract/backup.ts';
import { makeFolder } from '../make-folder.ts';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { createAuditTable } from './audit-table.ts';
import { CUSTODY_KEY_FILE } from './custody-key.ts';
import { placeDurably } from './durable-file.ts';
import { createMeta } from './meta.ts';

const BUSY_TIMEOUT_MS = 5000;

export function backUpDatabase(stateDir: string, folder: string, atIso: string): Backup {
  const path = join(stateDir, 'server.sqlite');
  if (!existsSync(path)) throw new StartRefusal('backup-failed', { detail: `there is no database in ${stateDir}` });
  const file = join(folder, `holdfast-${atIso.replaceAll(/[:.]/g, '-')}.sqlite`);
  try {
    makeFolder(folder, 0o700);
    if (existsSync(file)) throw new Error(`${file} is there already`);
    const key = copyKey(stateDir, file.replace(/\.sqlite$/, `.${CUSTODY_KEY_FILE}`));
    return placeWith(key, file, (draft) => {
      const source = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
      try {
        source.prepare<[string]>('VACUUM INTO ?').run(draft);
      } finally {
        source.close();
      }
      const checked = check(draft);
      return { ...checked, custody: { ...checked.custody, key }, file, bytes: statSync(draft).size };
    });
  } catch (error) {
    throw new StartRefusal('backup-failed', { detail: detailOf(error) }, error);
  }
}

/** Null: the store has none yet. */
function copyKey(stateDir: string, to: string): string | null {
  const path = join(stateDir, CUSTODY_KEY_FILE);
  if (!existsSync(path)) return null;
  placeDurably(to, (draft) => { copyFileSync(path, draft); });
  return to;
}

/** A key without its database is no backup: it goes again. */
function placeWith<Made>(key: string | null, file: string, make: (draft: string) => Made): Made {
  try {
    return placeDurably(file, make);
  } catch (error) {
    if (key !== null) rmSync(key, { force: true });
    throw error;
  }
}

type Checked = Omit<Backup, 'file' | 'bytes' | 'custody'> & { readonly custody: Omit<Backup['custody'], 'key'> };

function check(draft: string): Checked {
  const copy = new Sqlite(draft, { fileMustExist: true });
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new Error(`the copy is damaged: ${verdict}`);
    const meta = createMeta(copy);
    const count = (sql: string): number => copy.prepare<[], { count: number }>(sql).get()?.count ?? 0;
    return {
      databaseId: meta.text('database_id') ?? '', audit: createAuditTable(copy, meta).head(),
      lastEvidenceId: count('SELECT coalesce(max(id), 0) AS count FROM evidence'), privateRows: count('SELECT count(*) AS count FROM private_rows'),
      custody: { cases: count('SELECT count(*) AS count FROM custody_heads WHERE seq >= 1'), events: count('SELECT count(*) AS count FROM custody_events') },
    };
  } finally {
    copy.close();
  }
}
