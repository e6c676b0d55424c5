/** The table of machines that show a token. A revoked one stays revoked; its name stays for the records. */
import type { Database } from 'better-sqlite3';
import { MACHINE_KINDS, SCOPES } from '../contract/people.ts';
import type { MachineKind, Scope } from '../contract/people.ts';
import type { HeldMachine, Machines } from '../domain/people-port.ts';

interface MachineRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly scopes: string;
  readonly created_at_iso: string;
  readonly created_by: string;
  readonly last_used_at_iso: string | null;
  readonly revoked_at_iso: string | null;
}

export function createMachineTable(database: Database): Machines {
  const list = database.prepare<[], MachineRow>('SELECT * FROM machines ORDER BY revoked_at_iso IS NOT NULL, kind, name COLLATE NOCASE, id');
  const byId = database.prepare<[string], MachineRow>('SELECT * FROM machines WHERE id = ?');
  const byToken = database.prepare<[string], MachineRow>('SELECT * FROM machines WHERE token_hash = ? AND revoked_at_iso IS NULL');
  const known = database.prepare<[string], { count: number }>('SELECT count(*) AS count FROM machines WHERE token_hash = ?');
  const insert = database.prepare<[Record<string, string>]>(
    'INSERT INTO machines (id, kind, name, scopes, token_hash, created_at_iso, created_by) VALUES (@id, @kind, @name, @scopes, @tokenHash, @atIso, @createdBy)',
  );
  const used = database.prepare<[string, string]>('UPDATE machines SET last_used_at_iso = ? WHERE id = ?');
  const revoke = database.prepare<[string, string]>('UPDATE machines SET revoked_at_iso = ? WHERE id = ? AND revoked_at_iso IS NULL');
  const read = (id: string): HeldMachine | null => {
    const row = byId.get(id);
    return row === undefined ? null : view(row);
  };
  return {
    list: () => list.all().map(view),
    byToken(tokenHash) {
      const row = byToken.get(tokenHash);
      return row === undefined ? null : view(row);
    },
    isKnown: (tokenHash) => known.get(tokenHash)?.count === 1,
    add({ id, kind, name, scopes, tokenHash, createdBy }, atIso) {
      insert.run({ id, kind, name, scopes: JSON.stringify(scopes), tokenHash, createdBy, atIso });
      const made = read(id);
      if (made === null) throw new Error('a machine was not kept');
      return made;
    },
    used: (id, atIso) => {
      used.run(atIso, id);
    },
    revoke(id, atIso) {
      revoke.run(atIso, id);
      return read(id);
    },
  };
}

const view = (row: MachineRow): HeldMachine => ({
  id: row.id, kind: kindOf(row.kind), name: row.name, scopes: scopesOf(row.scopes), createdAtIso: row.created_at_iso, createdBy: row.created_by,
  lastUsedAtIso: row.last_used_at_iso, revokedAtIso: row.revoked_at_iso,
});

const kindOf = (text: string): MachineKind => MACHINE_KINDS.find((known) => known === text) ?? 'wall-board';

function scopesOf(text: string): Scope[] {
  const held: unknown = JSON.parse(text);
  return SCOPES.filter((scope) => Array.isArray(held) && held.includes(scope));
}
