/** The directory of partners in the database. A partner is never deleted: a transfer of years ago still names it. */
import type { Database } from 'better-sqlite3';
import { partnerSchema } from '../contract/partners.ts';
import type { Partner } from '../contract/partners.ts';
import type { Partners } from '../domain/cases/partners-port.ts';

interface PartnerRow {
  readonly id: string;
  readonly body: string;
  readonly active: number;
  readonly created_at_iso: string;
  readonly handoffs: number | null;
}

const SELECT = 'SELECT p.*, (SELECT sum(devices) FROM case_handoffs h WHERE h.partner_id = p.id) AS handoffs FROM partners p';

export function createPartnerTable(database: Database): Partners {
  const all = database.prepare<[], PartnerRow>(`${SELECT} ORDER BY p.active DESC, json_extract(p.body, '$.name') COLLATE NOCASE, p.id`);
  const one = database.prepare<[string], PartnerRow>(`${SELECT} WHERE p.id = ?`);
  const insert = database.prepare<[string, string, string]>('INSERT INTO partners (id, body, active, created_at_iso) VALUES (?, ?, 1, ?)');
  const change = database.prepare<[string, string]>('UPDATE partners SET body = ? WHERE id = ?');
  const setActive = database.prepare<[number, string]>('UPDATE partners SET active = ? WHERE id = ?');
  const get = (id: string): Partner | null => {
    const row = one.get(id);
    return row === undefined ? null : readRow(row);
  };
  const added = (id: string): Partner => {
    const partner = get(id);
    if (partner === null) throw new Error(`the partner ${id} was not kept`);
    return partner;
  };
  return {
    list: () => all.all().map(readRow),
    get,
    add(id, body, atIso) {
      insert.run(id, JSON.stringify(body), atIso);
      return added(id);
    },
    change(id, body) {
      change.run(JSON.stringify(body), id);
      return get(id);
    },
    setActive(id, active) {
      setActive.run(active ? 1 : 0, id);
      return get(id);
    },
  };
}

function readRow({ id, body, active, created_at_iso: createdAtIso, handoffs }: PartnerRow): Partner {
  const fields: unknown = JSON.parse(body);
  return partnerSchema.parse({ ...(fields as object), id, active: active === 1, createdAtIso, handoffs: handoffs ?? 0 });
}
