/**
 * The blind index for the search by name: each part of a name as a keyed hash. The key lies with the keys of personal data, so
 * that who has only this database cannot try names against it. Tokens go with the erasure of what they were made from.
 */
import { createHmac } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { namePartsOf } from '../domain/cases/name-parts.ts';

export interface BlindNames {
  /** In the place of what was known of this case before. */
  put(caseId: string, names: readonly string[]): void;
  /** Cases in which every part of what was typed occurs. */
  find(typed: string): string[];
  /** Of what was personal in an act; the same again gives the same. */
  digest(content: string): string;
}

export function createBlindNames(database: Database, key: Uint8Array): BlindNames {
  const hash = (use: string, text: string): string => createHmac('sha256', key).update(`${use}\n${text}`, 'utf8').digest('hex');
  const forget = database.prepare<[string]>('DELETE FROM name_tokens WHERE case_id = ?');
  const add = database.prepare<[string, string]>('INSERT OR IGNORE INTO name_tokens (token, case_id) VALUES (?, ?)');
  const byToken = database.prepare<[string], { case_id: string }>('SELECT case_id FROM name_tokens WHERE token = ?');
  return {
    put(caseId, names) {
      forget.run(caseId);
      for (const part of new Set(names.flatMap(namePartsOf))) add.run(hash('name', part), caseId);
    },
    find(typed) {
      const found = namePartsOf(typed).map((part) => byToken.all(hash('name', part)).map((row) => row.case_id));
      const [first = [], ...others] = found;
      return first.filter((caseId) => others.every((cases) => cases.includes(caseId)));
    },
    digest: (content) => hash('act', content),
  };
}
