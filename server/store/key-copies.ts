/**
 * Daily copies of the keys, in a folder of their own, none of them older than an erasure takes to be final. A copy made
 * after an erasure does not hold its key; one made before goes in time.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isKeyCopyOver } from '../domain/retention.ts';
import type { KeyTable } from './key-table.ts';

export interface KeyCopies {
  /** Takes away copies that are past their time, and whatever else lies there under such a name. */
  prune(nowMs: number): void;
  /** One a day; the first of the day stays. */
  make(nowMs: number): void;
}

const DAY = /^keys-(\d{4}-\d{2}-\d{2})\.sqlite$/;

export function createKeyCopies(stateDir: string, keys: Pick<KeyTable, 'copyTo'>): KeyCopies {
  const folder = join(stateDir, 'key-backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    prune(nowMs) {
      for (const name of readdirSync(folder).filter((file) => file.startsWith('keys-'))) {
        const day = DAY.exec(name)?.[1];
        if (day === undefined || isKeyCopyOver(day, nowMs)) rmSync(join(folder, name), { force: true });
      }
    },
    make(nowMs) {
      const name = `keys-${new Date(nowMs).toISOString().slice(0, 10)}.sqlite`;
      if (!readdirSync(folder).includes(name)) keys.copyTo(join(folder, name));
    },
  };
}
