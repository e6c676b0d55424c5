/**
 * The small synced file per bench that lets a trip, and what is known of a running restore, survive a restart. Written
 * after the stop, without blocking the guard, newest content last; read once at start, where damage means "tripped".
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { identitySchema } from '../contract/bench-status.ts';
import { keptServiceSchema } from '../contract/drill.ts';
import { POINTS } from '../contract/interlock.ts';
import { tripSchema } from '../contract/trip.ts';
import { knownDatabaseSchema } from '../contract/uplink.ts';
import type { KeptLatch } from '../guard/state.ts';

const keptSchema = z.object({
  v: z.literal(1),
  trip: tripSchema.nullable(),
  restore: z.object({
    id: z.string(), rig: z.string().nullable().default(null), device: identitySchema.nullable().default(null), permitted: z.enum(POINTS).nullable(), established: z.boolean(), eraseSeen: z.boolean(), erasing: z.boolean(), written: z.boolean(),
  }).nullable(),
  failures: z.array(z.object({ restoreId: z.string(), device: identitySchema, atIso: z.string(), cleared: z.boolean() })).default([]),
  service: keptServiceSchema.optional(),
  database: knownDatabaseSchema.optional(),
  remeasure: z.array(identitySchema).default([]),
});

/** What a latch file says; throws on anything that it should not say. */
export const parseKept = (text: string): KeptLatch => keptSchema.parse(JSON.parse(text));

export type ReadLatch =
  | { readonly kind: 'first-start' }
  | { readonly kind: 'kept'; readonly kept: KeptLatch }
  | { readonly kind: 'unreadable'; readonly why: string };

export class LatchFile {
  readonly #folder: string;
  readonly #path: string;
  readonly #onError: (text: string) => void;
  #next: KeptLatch | null = null;
  #busy = false;
  readonly #waiting: (() => void)[] = [];

  constructor(stateDir: string, bench: string, onError: (text: string) => void) {
    this.#folder = join(stateDir, 'latch');
    this.#path = join(this.#folder, `${bench}.json`);
    this.#onError = onError;
  }

  /** Reads at start. A bench that was served before and has no readable file is `unreadable`. */
  read(): ReadLatch {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    if (!existsSync(this.#path)) return existsSync(`${this.#path}.seen`) ? { kind: 'unreadable', why: 'missing' } : { kind: 'first-start' };
    try {
      return { kind: 'kept', kept: parseKept(readFileSync(this.#path, 'utf8')) };
    } catch {
      return { kind: 'unreadable', why: 'damaged' };
    }
  }

  /** Keeps the newest content; never waits, never throws. */
  keep(kept: KeptLatch): void {
    this.#next = kept;
    if (!this.#busy) void this.#drain();
  }

  /** When everything handed in so far was written, or could not be. */
  settled(): Promise<void> {
    return this.#busy ? new Promise((written) => { this.#waiting.push(written); }) : Promise.resolve();
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#next !== null) {
      const kept = this.#next;
      this.#next = null;
      try {
        await this.#write(JSON.stringify(kept));
      } catch (error) {
        this.#onError(error instanceof Error ? error.message : 'the latch file could not be written');
      }
    }
    this.#busy = false;
    for (const written of this.#waiting.splice(0)) written();
  }

  async #write(text: string): Promise<void> {
    const draft = `${this.#path}.new`;
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#path);
    const seen = await open(`${this.#path}.seen`, 'a', 0o600);
    await seen.close();
  }
}
