/**
 * Stands for the disk behind the latch files: what was synced is there after a crash, what was not is not, and a torn
 * file cannot be read. Content goes through the production schema both ways.
 */
import { parseKept, type ReadLatch } from '../../firmware-bridge/link/latch-file.ts';
import type { KeptLatch } from '../../firmware-bridge/guard/state.ts';
import type { Random } from '../../firmware-bridge/virtual-rig/random.ts';
import type { Agenda } from './agenda.ts';

export class LatchDisk {
  /** Takes nothing at present: writes wait. */
  isStuck = false;
  readonly #agenda: Agenda;
  readonly #random: Random;
  #synced: string | null = null;
  #wasServed = false;
  #next: string | null = null;
  #busy = false;
  #epoch = 0;

  constructor(agenda: Agenda, random: Random) {
    this.#agenda = agenda;
    this.#random = random;
  }

  get synced(): string | null { return this.#synced; }

  read(): ReadLatch {
    if (this.#synced === null) return this.#wasServed ? { kind: 'unreadable', why: 'missing' } : { kind: 'first-start' };
    try {
      return { kind: 'kept', kept: parseKept(this.#synced) };
    } catch {
      return { kind: 'unreadable', why: 'damaged' };
    }
  }

  keep(kept: KeptLatch): void {
    this.#next = JSON.stringify(kept);
    if (!this.#busy) this.#drain();
  }

  #drain(): void {
    const text = this.#next;
    this.#busy = text !== null;
    if (text === null) return;
    const epoch = this.#epoch;
    if (!this.isStuck) this.#next = null;
    this.#agenda.after(1 + this.#random() * 12, () => {
      if (epoch !== this.#epoch) return;
      if (!this.isStuck) {
        this.#synced = text;
        this.#wasServed = true;
      } else this.#next ??= text;
      this.#drain();
    });
  }

  /** The process that wrote is gone; what it had not finished never happens. */
  lose(): void {
    this.#epoch += 1;
    this.#next = null;
    this.#busy = false;
  }

  tear(): void { if (this.#synced !== null) this.#synced = this.#synced.slice(0, this.#synced.length >> 1); }
}
