/**
 * The keys of personal data, in a database of their own that overwrites what it deletes and keeps no write-ahead log. Each
 * is wrapped by the store key, which stands in a file beside it. A key leaves this file only to seal or open one row.
 * Overwriting is not enough: rows that moved between pages left copies behind, so the file is written anew after a deletion.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import type { PrivateKind } from '../contract/private-data.ts';
import { keyBinding } from '../domain/private-binding.ts';
import { StartRefusal } from '../start-refusal.ts';
import { placeDurably, writeDurably } from './durable-file.ts';
import { migrate } from './migrate.ts';
import { refusalOf } from './open-database.ts';
import { KEY_BYTES, newKey, seal, unseal } from './seal.ts';
import type { Sealed } from './seal.ts';

export interface KeyTable {
  idOf(caseId: string, kind: PrivateKind): string | null;
  /** Made and on the disk where there was none. */
  take(caseId: string, kind: PrivateKind, atIso: string): { readonly id: string; readonly key: Uint8Array };
  /** Null when it was destroyed, or never was here. Whoever takes it overwrites it after use. */
  read(id: string): Uint8Array | null;
  has(id: string): boolean;
  /** Deleted; how many. The bytes are gone from the file only when it was swept. */
  destroy(id: string): number;
  destroyCase(caseId: string): number;
  /** Writes the file anew from what lives. */
  sweep(): void;
  /** A key of its own for one use, always the same as long as the store key lives. */
  derive(use: string): Uint8Array;
  /** A copy without what was deleted, whole or not at all. */
  copyTo(path: string): void;
  close(): void;
}

interface KeyRow {
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly nonce: Buffer;
  readonly wrapped: Buffer;
}

const BUSY_TIMEOUT_MS = 2000;
const CHECK = { caseId: '', kind: '', keyId: 'check' } as const;

export function openKeys(stateDir: string, databaseId: string): KeyTable {
  const path = join(stateDir, 'keys.sqlite');
  let database: Database | null = null;
  try {
    database = new Sqlite(path, { timeout: BUSY_TIMEOUT_MS });
    prepare(database, path);
    return createKeyTable(database, databaseId, takeStoreKey(database, stateDir, databaseId));
  } catch (error) {
    database?.close();
    throw error instanceof StartRefusal ? error : refusalOf(error, path);
  }
}

function prepare(database: Database, path: string): void {
  chmodSync(path, 0o600);
  const verdict = String(database.pragma('quick_check(1)', { simple: true }));
  if (verdict !== 'ok') throw new StartRefusal('database-corrupt', { path, detail: verdict });
  database.pragma('secure_delete = ON');
  database.pragma('journal_mode = DELETE');
  // FULL and the folder as well: after a power cut a key that rows were sealed with must still be there.
  database.pragma('synchronous = EXTRA');
  database.pragma('temp_store = MEMORY');
  migrate(database, path, new URL('./key-migrations/', import.meta.url));
}

/** The key that wraps the others. It is made only as long as it wraps none: a new one would make everything unreadable. */
function takeStoreKey(database: Database, stateDir: string, databaseId: string): Uint8Array {
  const path = join(stateDir, 'store.key');
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM keys').get()?.count ?? 0;
  const belongs = database.prepare<[], Sealed & { database_id: string }>('SELECT database_id, nonce, sealed FROM belongs_to').get();
  const refuse = (detail: string): never => {
    throw new StartRefusal('keys-unusable', { path: stateDir, detail });
  };
  if (!existsSync(path)) {
    if (count > 0) return refuse('store.key is missing');
    writeDurably(path, `${Buffer.from(newKey()).toString('base64url')}\n`);
  }
  chmodSync(path, 0o600);
  const key = new Uint8Array(Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url'));
  if (key.length !== KEY_BYTES) return refuse('store.key is damaged');
  if (belongs?.database_id === databaseId && unseal(key, belongs, keyBinding({ databaseId, ...CHECK })) !== null) return key;
  if (count > 0) return refuse(belongs?.database_id === databaseId ? 'store.key is another one' : 'keys.sqlite belongs to another server.sqlite');
  const { nonce, sealed } = seal(key, new Uint8Array(), keyBinding({ databaseId, ...CHECK }));
  database.prepare('INSERT OR REPLACE INTO belongs_to (number, database_id, nonce, sealed) VALUES (1, ?, ?, ?)').run(databaseId, nonce, sealed);
  return key;
}

function createKeyTable(database: Database, databaseId: string, storeKey: Uint8Array): KeyTable {
  const byPlace = database.prepare<[string, string], KeyRow>('SELECT * FROM keys WHERE case_id = ? AND kind = ?');
  const byId = database.prepare<[string], KeyRow>('SELECT * FROM keys WHERE id = ?');
  const insert = database.prepare<[string, string, string, Uint8Array, Uint8Array, string]>('INSERT INTO keys (id, case_id, kind, nonce, wrapped, made_at_iso) VALUES (?, ?, ?, ?, ?, ?)');
  const destroy = database.prepare<[string]>('DELETE FROM keys WHERE id = ?');
  const destroyCase = database.prepare<[string]>('DELETE FROM keys WHERE case_id = ?');
  const unwrap = (row: KeyRow): Uint8Array | null =>
    unseal(storeKey, { nonce: row.nonce, sealed: row.wrapped }, keyBinding({ databaseId, caseId: row.case_id, kind: row.kind, keyId: row.id }));
  return {
    idOf: (caseId, kind) => byPlace.get(caseId, kind)?.id ?? null,
    take(caseId, kind, atIso) {
      const known = byPlace.get(caseId, kind);
      if (known !== undefined) {
        const key = unwrap(known);
        if (key === null) throw new Error(`the key ${known.id} was changed in keys.sqlite`);
        return { id: known.id, key };
      }
      const [id, key] = [randomUUID(), newKey()];
      const { nonce, sealed } = seal(storeKey, key, keyBinding({ databaseId, caseId, kind, keyId: id }));
      insert.run(id, caseId, kind, nonce, sealed, atIso);
      return { id, key };
    },
    read(id) {
      const row = byId.get(id);
      return row === undefined ? null : unwrap(row);
    },
    has: (id) => byId.get(id) !== undefined,
    destroy: (id) => destroy.run(id).changes,
    destroyCase: (caseId) => destroyCase.run(caseId).changes,
    sweep: () => void database.exec('VACUUM'),
    derive: (use) => createHmac('sha256', storeKey).update(`${databaseId}\n${use}`, 'utf8').digest(),
    copyTo: (path) => placeDurably(path, (draft) => database.prepare<[string]>('VACUUM INTO ?').run(draft)),
    close() {
      storeKey.fill(0);
      database.close();
    },
  };
}
