/**
 * Copies the database as it is at one moment, also while the server writes to it, and checks the copy. Personal data in it
 * is sealed and its keys are in another file: a copy of erased data stays unreadable. It never touches the keys.
 */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Backup } from '../contract/backup.ts';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { createAuditTable } from './audit-table.ts';
import { placeDurably } from './durable-file.ts';
import { createMeta } from './meta.ts';

const BUSY_TIMEOUT_MS = 5000;

export function backUpDatabase(stateDir: string, folder: string, atIso: string): Backup {
  const path = join(stateDir, 'server.sqlite');
  if (!existsSync(path)) throw new StartRefusal('backup-failed', { detail: `there is no database in ${stateDir}` });
  const file = join(folder, `holdfast-${atIso.replaceAll(/[:.]/g, '-')}.sqlite`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (existsSync(file)) throw new Error(`${file} is there already`);
    return placeDurably(file, (draft) => {
      const source = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
      try {
        source.prepare<[string]>('VACUUM INTO ?').run(draft);
      } finally {
        source.close();
      }
      return { ...check(draft), file, bytes: statSync(draft).size };
    });
  } catch (error) {
    throw new StartRefusal('backup-failed', { detail: detailOf(error) }, error);
  }
}

function check(draft: string): Omit<Backup, 'file' | 'bytes'> {
  const copy = new Sqlite(draft, { fileMustExist: true });
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new Error(`the copy is damaged: ${verdict}`);
    const meta = createMeta(copy);
    const count = (sql: string): number => copy.prepare<[], { count: number }>(sql).get()?.count ?? 0;
    return {
      databaseId: meta.text('database_id') ?? '', audit: createAuditTable(copy, meta).head(),
      lastEvidenceId: count('SELECT coalesce(max(id), 0) AS count FROM evidence'), privateRows: count('SELECT count(*) AS count FROM private_rows'),
    };
  } finally {
    copy.close();
  }
}
