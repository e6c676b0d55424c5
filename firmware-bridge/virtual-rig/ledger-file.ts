/**
 * The ledger: what the rig did, one JSON line each, only ever appended. What decides about a phone is on the disk before
 * the rig says or does it; grants alone wait for the next such line or a second, since a crossing names its own.
 */
import { closeSync, fsync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { StampedEntry } from './rig-state.ts';

const LAZY_SYNC_MS = 1000;

export class LedgerFile {
  readonly #fd: number;
  #lazySync: NodeJS.Timeout | null = null;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#fd = openSync(path, 'a', 0o600);
  }

  append(entries: readonly StampedEntry[]): void {
    writeSync(this.#fd, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    if (entries.some((entry) => entry.event !== 'permit')) fsyncSync(this.#fd);
    else this.#lazySync ??= setTimeout(() => this.#syncLater(), LAZY_SYNC_MS);
  }

  close(): void {
    if (this.#lazySync !== null) clearTimeout(this.#lazySync);
    fsyncSync(this.#fd);
    closeSync(this.#fd);
  }

  #syncLater(): void {
    this.#lazySync = null;
    // A grant that is not on the disk yet was followed by no crossing, so a failure here loses nothing that matters.
    fsync(this.#fd, () => undefined);
  }
}
