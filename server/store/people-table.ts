/** The table of people. Nobody is deleted; who leaves is marked, keeps the code, and loses every secret. */
import type { Database } from 'better-sqlite3';
import { ROLES } from '../contract/people.ts';
import type { Person } from '../contract/people.ts';
import type { KnownPerson, People } from '../domain/people-port.ts';

interface PersonRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly user: string;
  readonly roles: string;
  readonly password_hash: string | null;
  readonly pin_hash: string | null;
  readonly badge_hash: string | null;
  readonly totp_secret: string | null;
  readonly created_at_iso: string;
  readonly left_at_iso: string | null;
  readonly last_sign_in_at_iso: string | null;
}

export function createPeopleTable(database: Database): People {
  const all = database.prepare<[], PersonRow>('SELECT * FROM people ORDER BY left_at_iso IS NOT NULL, name COLLATE NOCASE, id');
  const byId = database.prepare<[string], PersonRow>('SELECT * FROM people WHERE id = ?');
  const byUser = database.prepare<[string], PersonRow>('SELECT * FROM people WHERE user = ?');
  const byBadge = database.prepare<[string], PersonRow>('SELECT * FROM people WHERE badge_hash = ?');
  const insert = database.prepare<[string, string, string, string, string, string]>('INSERT INTO people (id, code, name, user, roles, created_at_iso) VALUES (?, ?, ?, ?, ?, ?)');
  const update = database.prepare<[string, string, string | null, string]>('UPDATE people SET name = ?, roles = ?, left_at_iso = ? WHERE id = ?');
  const forget = database.prepare<[string]>('UPDATE people SET password_hash = NULL, pin_hash = NULL, badge_hash = NULL, totp_secret = NULL WHERE id = ?');
  const forgetPasskeys = database.prepare<[string]>('DELETE FROM passkeys WHERE person = ?');
  const takeStep = database.prepare<[number, string, number]>('UPDATE people SET totp_last_step = ? WHERE id = ? AND totp_last_step < ?');
  const signedIn = database.prepare<[string, string]>('UPDATE people SET last_sign_in_at_iso = ? WHERE id = ?');
  const secrets = {
    passwordHash: database.prepare<[string | null, string]>('UPDATE people SET password_hash = ? WHERE id = ?'),
    pinHash: database.prepare<[string | null, string]>('UPDATE people SET pin_hash = ? WHERE id = ?'),
    badgeHash: database.prepare<[string | null, string]>('UPDATE people SET badge_hash = ? WHERE id = ?'),
    // A new secret begins anew; codes of the old one are nothing to it.
    totpSecret: database.prepare<[string | null, string]>('UPDATE people SET totp_secret = ?, totp_last_step = -1 WHERE id = ?'),
  };
  const admins = (): PersonRow[] => all.all().filter((row) => row.left_at_iso === null && row.password_hash !== null && rolesOf(row).includes('admin'));

  const add = database.transaction((person: Parameters<People['add']>[0], atIso: string): ReturnType<People['add']> => {
    if (byUser.get(person.user) !== undefined) return { refusal: 'user-taken' };
    insert.run(person.id, person.code, person.name, person.user, JSON.stringify(person.roles), atIso);
    const made = byId.get(person.id);
    return made === undefined ? { refusal: 'user-taken' } : view(made);
  });
  const change = database.transaction((id: string, asked: Parameters<People['change']>[1], atIso: string): ReturnType<People['change']> => {
    const row = byId.get(id);
    if (row === undefined) return { refusal: 'no-such-person' };
    const roles = asked.roles ?? rolesOf(row);
    const leftAtIso = asked.active === undefined ? row.left_at_iso : asked.active ? null : row.left_at_iso ?? atIso;
    const wasAdmin = admins().some((admin) => admin.id === id);
    if (wasAdmin && (!roles.includes('admin') || leftAtIso !== null) && admins().length === 1) return { refusal: 'last-admin' };
    update.run(asked.name ?? row.name, JSON.stringify(roles), leftAtIso, id);
    if (leftAtIso !== null && row.left_at_iso === null) {
      forget.run(id);
      forgetPasskeys.run(id);
    }
    return view(byId.get(id) ?? row);
  });
  const setSecrets = database.transaction((id: string, asked: Parameters<People['setSecrets']>[1]): ReturnType<People['setSecrets']> => {
    const holder = typeof asked.badgeHash === 'string' ? byBadge.get(asked.badgeHash) : undefined;
    if (holder !== undefined && holder.id !== id) return { refusal: 'badge-taken' };
    if (asked.passwordHash !== undefined) secrets.passwordHash.run(asked.passwordHash, id);
    if (asked.pinHash !== undefined) secrets.pinHash.run(asked.pinHash, id);
    if (asked.badgeHash !== undefined) secrets.badgeHash.run(asked.badgeHash, id);
    if (asked.totpSecret !== undefined) secrets.totpSecret.run(asked.totpSecret, id);
    return null;
  });
  return {
    all: () => all.all().map(view),
    byId: (id) => known(byId.get(id)),
    byUser: (user) => known(byUser.get(user)),
    byBadge: (badgeHash) => known(byBadge.get(badgeHash)),
    hasAdmin: () => admins().length > 0,
    add: (person, atIso) => add.immediate(person, atIso),
    change: (id, asked, atIso) => change.immediate(id, asked, atIso),
    setSecrets: (id, asked) => setSecrets.immediate(id, asked),
    takeTotpStep: (id, step) => takeStep.run(step, id, step).changes === 1,
    signedIn: (id, atIso) => {
      signedIn.run(atIso, id);
    },
  };
}

export function rolesOf({ roles }: Pick<PersonRow, 'roles'>): Person['roles'] {
  const held: unknown = JSON.parse(roles);
  return ROLES.filter((role) => Array.isArray(held) && held.includes(role));
}

const view = (row: PersonRow): Person => ({
  id: row.id, code: row.code, name: row.name, user: row.user, roles: rolesOf(row), active: row.left_at_iso === null,
  hasPassword: row.password_hash !== null, hasTotp: row.totp_secret !== null, hasPin: row.pin_hash !== null, hasBadge: row.badge_hash !== null,
  createdAtIso: row.created_at_iso, leftAtIso: row.left_at_iso, lastSignInAtIso: row.last_sign_in_at_iso,
});

const known = (row: PersonRow | undefined): KnownPerson | null =>
  (row === undefined ? null : { ...view(row), passwordHash: row.password_hash, pinHash: row.pin_hash, totpSecret: row.totp_secret });
