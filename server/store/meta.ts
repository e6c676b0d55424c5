/** Single values of the database: its id, the version of the facts, the kind of evidence it holds. */
import type { Database } from 'better-sqlite3';

export interface Meta {
  text(key: string): string | null;
  /** Zero when it was never set. */
  number(key: string): number;
  set(key: string, value: string): void;
  takeOrMake(key: string, make: () => string): string;
}

export function createMeta(database: Database): Meta {
  const read = database.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?');
  const write = database.prepare<[string, string]>('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const text = (key: string): string | null => read.get(key)?.value ?? null;
  const set = (key: string, value: string): void => {
    write.run(key, value);
  };
  return {
    text,
    number: (key) => Number(text(key) ?? '0'),
    set,
    takeOrMake(key, make) {
      const known = text(key);
      if (known !== null) return known;
      const made = make();
      set(key, made);
      return made;
    },
  };
}
