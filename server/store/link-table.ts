/** The links of cases. Who reads this table can open none: it holds hashes, and how often a PIN was wrong. */
import type { Database } from 'better-sqlite3';
import type { HeldLink, Links } from '../domain/cases/links-port.ts';
import { pinPauseMs } from '../domain/cases/pin-pause.ts';

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly whom: 'customer' | 'partner';
  readonly transfer_id: string | null;
  readonly made_at_iso: string;
  readonly expires_at_iso: string;
}

interface PinRow {
  readonly pin_hash: string | null;
  readonly attempts: number;
  readonly blocked_until_iso: string | null;
}

/** No hash is written like this. */
const NOBODY = 'nobody';
const COLUMNS = 'id, case_id, whom, transfer_id, made_at_iso, expires_at_iso';

export function createLinkTable(database: Database): Links {
  const insert = database.prepare<(string | null)[]>(
    'INSERT INTO case_links (id, case_id, whom, transfer_id, token_hash, pin_hash, made_at_iso, expires_at_iso) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const byToken = database.prepare<[string], Row>(`SELECT ${COLUMNS} FROM case_links WHERE token_hash = ?`);
  const used = database.prepare<[string, string]>('UPDATE case_links SET last_used_at_iso = ? WHERE id = ?');
  const pinOf = database.prepare<[string], PinRow>('SELECT pin_hash, attempts, blocked_until_iso FROM case_links WHERE id = ?');
  const count = database.prepare<[number, string | null, string]>('UPDATE case_links SET attempts = ?, blocked_until_iso = ? WHERE id = ?');
  const countNobody = database.prepare<[string]>('UPDATE case_links SET attempts = 1 - attempts WHERE id = ?');
  const right = database.prepare<[string]>('UPDATE case_links SET attempts = 0, blocked_until_iso = NULL WHERE id = ?');
  database.prepare<[string, string]>(`INSERT OR IGNORE INTO case_links (id, case_id, whom, token_hash, made_at_iso, expires_at_iso) VALUES (?, '', 'partner', ?, '', '')`).run(NOBODY, NOBODY);
  const tryPin = database.transaction((id: string, epochMs: number): ReturnType<Links['tryPin']> => {
    const row = pinOf.get(id);
    // A commit can be timed like a hash: who tries a link that nobody knows writes as well, upon a row that is none. What does not change is not written.
    if (row === undefined) {
      countNobody.run(NOBODY);
      return { pinHash: null };
    }
    const waitMs = waitOf(row, epochMs);
    if (waitMs > 0) return { waitMs };
    const attempts = row.attempts + 1;
    const pauseMs = pinPauseMs(attempts);
    count.run(attempts, pauseMs === 0 ? null : new Date(epochMs + pauseMs).toISOString(), id);
    return { pinHash: row.pin_hash };
  });
  return {
    keep: ({ id, caseId, whom, transferId, tokenHash, pinHash, madeAtIso, expiresAtIso }) => void insert.run(id, caseId, whom, transferId, tokenHash, pinHash, madeAtIso, expiresAtIso),
    byToken: (tokenHash) => readRow(byToken.get(tokenHash)),
    used: (id, atIso) => void used.run(atIso, id),
    pinWaitMs: (id, epochMs) => waitOf(pinOf.get(id), epochMs),
    tryPin: (id, epochMs) => tryPin.immediate(id, epochMs),
    pinRight: (id) => void right.run(id),
  };
}

const waitOf = (row: PinRow | undefined, epochMs: number): number => (row?.blocked_until_iso == null ? 0 : Math.max(0, Date.parse(row.blocked_until_iso) - epochMs));
const readRow = (row: Row | undefined): HeldLink | null =>
  (row === undefined ? null : { id: row.id, caseId: row.case_id, whom: row.whom, transferId: row.transfer_id, madeAtIso: row.made_at_iso, expiresAtIso: row.expires_at_iso });
