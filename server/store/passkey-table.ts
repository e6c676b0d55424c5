/** Passkeys: what is public of each, when it was used last, and the counter of its key, which only ever goes on. */
import type { Database } from 'better-sqlite3';
import { TRANSPORTS } from '../contract/passkeys.ts';
import type { KnownPasskey, Passkeys } from '../domain/people-port.ts';

interface PasskeyRow {
  readonly id: string;
  readonly person: string;
  readonly credential: string;
  readonly public_key: Uint8Array;
  readonly sign_counter: number;
  readonly transports: string;
  readonly host: string;
  readonly name: string;
  readonly created_at_iso: string;
  readonly last_used_at_iso: string | null;
}

export function createPasskeyTable(database: Database): Passkeys {
  const ofPerson = database.prepare<[string], PasskeyRow>('SELECT * FROM passkeys WHERE person = ? ORDER BY created_at_iso DESC, id DESC');
  const byCredential = database.prepare<[string], PasskeyRow>('SELECT * FROM passkeys WHERE credential = ?');
  const insert = database.prepare<[Record<string, string | number | Uint8Array>]>(
    `INSERT INTO passkeys (id, person, credential, public_key, sign_counter, transports, host, name, created_at_iso)
     SELECT @id, @person, @credential, @publicKey, @signCounter, @transports, @host, @name, @createdAtIso
     WHERE EXISTS (SELECT 1 FROM people WHERE id = @person AND left_at_iso IS NULL) ON CONFLICT (credential) DO NOTHING`,
  );
  // Keys that do not count say 0 for ever.
  const used = database.prepare<[{ id: string; signCounter: number; atIso: string }]>(
    'UPDATE passkeys SET sign_counter = @signCounter, last_used_at_iso = @atIso WHERE id = @id AND (sign_counter < @signCounter OR (sign_counter = 0 AND @signCounter = 0))',
  );
  const remove = database.prepare<[string, string]>('DELETE FROM passkeys WHERE id = ? AND person = ?');
  const removeAll = database.prepare<[string]>('DELETE FROM passkeys WHERE person = ?');
  return {
    ofPerson: (person) => ofPerson.all(person).map(view),
    byCredential(credential) {
      const row = byCredential.get(credential);
      return row === undefined ? null : view(row);
    },
    add: ({ id, person, credential, publicKey, signCounter, transports, host, name, createdAtIso }) =>
      insert.run({ id, person, credential, publicKey, signCounter, transports: JSON.stringify(transports), host, name, createdAtIso }).changes === 1,
    used: (id, signCounter, atIso) => used.run({ id, signCounter, atIso }).changes === 1,
    remove: (id, person) => remove.run(id, person).changes === 1,
    removeAll: (person) => {
      removeAll.run(person);
    },
  };
}

function view(row: PasskeyRow): KnownPasskey {
  const transports: unknown = JSON.parse(row.transports);
  return {
    id: row.id, person: row.person, credential: row.credential, publicKey: row.public_key, signCounter: row.sign_counter, host: row.host, name: row.name,
    transports: TRANSPORTS.filter((known) => Array.isArray(transports) && transports.includes(known)), createdAtIso: row.created_at_iso, lastUsedAtIso: row.last_used_at_iso,
  };
}
