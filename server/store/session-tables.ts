/** Sessions, confirmations and one-time links. A token stands here only as its hash; what was used stays used, also in a race. */
import type { Database } from 'better-sqlite3';
import { STRENGTHS } from '../contract/people.ts';
import type { Strength } from '../contract/people.ts';
import type { Confirmations, Handovers, HeldSession, LinkKind, Links, Sessions, WhyEnded } from '../domain/people-port.ts';
import { rolesOf } from './people-table.ts';

interface SessionRow {
  readonly id: string;
  readonly person: string;
  readonly machine: string | null;
  readonly strength: string;
  readonly began_at_ms: number;
  readonly last_active_at_ms: number;
  readonly idle_limit_ms: number;
  readonly ends_at_ms: number;
  readonly address: string;
  readonly program: string;
  readonly code: string;
  readonly name: string;
  readonly roles: string;
  readonly machineName: string | null;
}

const LIVE = `SELECT s.*, p.code, p.name, p.roles, m.name AS machineName FROM sessions s
  JOIN people p ON p.id = s.person LEFT JOIN machines m ON m.id = s.machine
  WHERE s.ended_at_ms IS NULL AND s.ends_at_ms > @nowMs AND s.last_active_at_ms + s.idle_limit_ms > @nowMs AND p.left_at_iso IS NULL AND m.revoked_at_iso IS NULL`;
/** Ended sessions are kept as long as the audit of a year needs them; what they were is in the audit itself. */
/** A person has a screen at some benches, a telephone and a desk; the sessions used longest ago end. */
const OF_ONE_PERSON_MAX = 20;
const KEPT_MS = 30 * 24 * 3600 * 1000;

export function createSessionTable(database: Database): Sessions {
  const insert = database.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO sessions (id, token_hash, person, machine, strength, began_at_ms, last_active_at_ms, idle_limit_ms, ends_at_ms, address, program)
     VALUES (@id, @tokenHash, @person, @machine, @strength, @nowMs, @nowMs, @idleLimitMs, @endsAtMs, @address, @program)`,
  );
  const prune = database.prepare<[number]>('DELETE FROM sessions WHERE ends_at_ms < ?');
  const byToken = database.prepare<[{ nowMs: number; tokenHash: string }], SessionRow>(`${LIVE} AND s.token_hash = @tokenHash`);
  const byId = database.prepare<[{ nowMs: number; id: string }], SessionRow>(`${LIVE} AND s.id = @id`);
  const live = database.prepare<[{ nowMs: number; person: string }], SessionRow>(`${LIVE} AND s.person = @person ORDER BY s.last_active_at_ms DESC, s.id DESC`);
  const endOldest = database.prepare<[{ nowMs: number; person: string; id: string; why: WhyEnded; others: number }]>(
    `UPDATE sessions SET ended_at_ms = @nowMs, why_ended = @why WHERE id IN (
       SELECT id FROM sessions WHERE person = @person AND id <> @id AND ended_at_ms IS NULL ORDER BY last_active_at_ms DESC, id DESC LIMIT -1 OFFSET @others)`,
  );
  const touch = database.prepare<[number, string, number]>('UPDATE sessions SET last_active_at_ms = ? WHERE id = ? AND last_active_at_ms < ?');
  const end = database.prepare<[number, string, string]>('UPDATE sessions SET ended_at_ms = ?, why_ended = ? WHERE id = ? AND ended_at_ms IS NULL');
  const endPerson = database.prepare<[number, string, string, string]>('UPDATE sessions SET ended_at_ms = ?, why_ended = ? WHERE person = ? AND id <> ? AND ended_at_ms IS NULL');
  const endMachine = database.prepare<[number, string, string]>('UPDATE sessions SET ended_at_ms = ?, why_ended = ? WHERE machine = ? AND ended_at_ms IS NULL');
  return {
    begin(session, nowMs) {
      prune.run(nowMs - KEPT_MS);
      insert.run({ ...session, nowMs });
      endOldest.run({ nowMs, person: session.person, id: session.id, why: 'too-many', others: OF_ONE_PERSON_MAX - 1 });
      const row = byId.get({ nowMs, id: session.id });
      if (row === undefined) throw new Error('a session ended as it began');
      return view(row);
    },
    byToken(tokenHash, nowMs) {
      const row = byToken.get({ nowMs, tokenHash });
      return row === undefined ? null : view(row);
    },
    touch: (id, nowMs) => {
      touch.run(nowMs, id, nowMs);
    },
    end: (id, why, nowMs) => {
      end.run(nowMs, why, id);
    },
    endAllOfPerson: (person, why, nowMs, except = '') => {
      endPerson.run(nowMs, why, person, except);
    },
    endAllOfMachine: (machine, why, nowMs) => {
      endMachine.run(nowMs, why, machine);
    },
    live: (nowMs, person) => live.all({ nowMs, person }).map(view),
  };
}

const iso = (ms: number): string => new Date(ms).toISOString();

const view = (row: SessionRow): HeldSession => ({
  id: row.id, personId: row.person, machineId: row.machine,
  person: { id: row.person, code: row.code, name: row.name, roles: rolesOf(row) },
  machine: row.machine === null ? null : { id: row.machine, name: row.machineName ?? row.machine },
  strength: strengthOf(row.strength), beganAtIso: iso(row.began_at_ms), lastActiveAtIso: iso(row.last_active_at_ms), endsAtIso: iso(row.ends_at_ms),
  idleLimitMs: row.idle_limit_ms, address: row.address, program: row.program,
});

const strengthOf = (text: string): Strength => STRENGTHS.find((known) => known === text) ?? 'quick';

interface ConfirmationRow {
  readonly person: string;
  readonly act: string;
  readonly subject: string;
  readonly strength: string;
  readonly expires_at_ms: number;
  readonly used_at_ms: number | null;
}

export function createConfirmationTable(database: Database): Confirmations {
  const insert = database.prepare<[string, string, string, string, string, number, number]>(
    'INSERT INTO confirmations (token_hash, person, act, subject, strength, made_at_ms, expires_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const prune = database.prepare<[number]>('DELETE FROM confirmations WHERE expires_at_ms < ?');
  const read = database.prepare<[string], ConfirmationRow>('SELECT * FROM confirmations WHERE token_hash = ?');
  const use = database.prepare<[number, string]>('UPDATE confirmations SET used_at_ms = ? WHERE token_hash = ? AND used_at_ms IS NULL');
  type Take = Confirmations['take'];
  const take = database.transaction((wanted: Parameters<Take>[0], nowMs: number): ReturnType<Take> => {
    const rows: ConfirmationRow[] = [];
    for (const [index, { tokenHash, act, subject }] of wanted.entries()) {
      const row = read.get(tokenHash);
      if (row === undefined) return { refusal: 'confirmation-unknown', index };
      if (row.act !== act || row.subject !== subject) return { refusal: 'confirmation-of-another-act', index };
      if (row.used_at_ms !== null) return { refusal: 'confirmation-used', index };
      if (row.expires_at_ms <= nowMs) return { refusal: 'confirmation-expired', index };
      if (rows.some(({ person }) => person === row.person)) return { refusal: 'same-person-twice', index };
      rows.push(row);
    }
    for (const { tokenHash } of wanted) use.run(nowMs, tokenHash);
    return { taken: rows.map(({ person, strength }) => ({ person, strength: strengthOf(strength) })) };
  });
  return {
    make({ tokenHash, person, act, subject, strength }, nowMs, expiresAtMs) {
      prune.run(nowMs - KEPT_MS);
      insert.run(tokenHash, person, act, subject, strength, nowMs, expiresAtMs);
    },
    take: (wanted, nowMs) => take.immediate(wanted, nowMs),
  };
}

export function createLinkTable(database: Database): Links {
  const insert = database.prepare<[string, string, string | null, number]>('INSERT INTO one_time_links (token_hash, kind, person, expires_at_ms) VALUES (?, ?, ?, ?)');
  const look = database.prepare<[string, number], { kind: LinkKind; person: string | null }>(
    'SELECT kind, person FROM one_time_links WHERE token_hash = ? AND used_at_ms IS NULL AND expires_at_ms > ?',
  );
  const use = database.prepare<[number, string]>('UPDATE one_time_links SET used_at_ms = ? WHERE token_hash = ? AND used_at_ms IS NULL');
  const withdraw = database.prepare<[number, string, string | null]>('UPDATE one_time_links SET used_at_ms = ? WHERE kind = ? AND person IS ? AND used_at_ms IS NULL');
  return {
    make: ({ tokenHash, kind, person, expiresAtMs }) => {
      insert.run(tokenHash, kind, person, expiresAtMs);
    },
    look: (tokenHash, nowMs) => look.get(tokenHash, nowMs) ?? null,
    take(tokenHash, nowMs) {
      const link = look.get(tokenHash, nowMs);
      return link !== undefined && use.run(nowMs, tokenHash).changes === 1 ? link : null;
    },
    withdraw: (kind, person, nowMs) => {
      withdraw.run(nowMs, kind, person);
    },
  };
}

export function createHandoverTable(database: Database): Handovers {
  const insert = database.prepare<[string, string, string, string | null, string]>('INSERT INTO handovers (machine, gone, come, words, at_iso) VALUES (?, ?, ?, ?, ?)');
  const last = database.prepare<[string], { gone: string; come: string; words: string | null; atIso: string }>(
    'SELECT gone, come, words, at_iso AS atIso FROM handovers WHERE machine = ? ORDER BY number DESC LIMIT 1',
  );
  return {
    add: (machine, { gone, come, words, atIso }) => {
      insert.run(machine, gone, come, words, atIso);
    },
    last: (machine) => last.get(machine) ?? null,
  };
}
