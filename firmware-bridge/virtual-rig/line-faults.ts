/**
 * Faults of the line between rig and host, for trying: a rig that falls silent, and lines whose bytes are damaged on the
 * way; and a rig that does not hear. Lines that come in are lost whole or not at all, never changed.
 */
import type { Random } from './random.ts';

const DAMAGED_BYTES = 3;

export class LineFaults {
  #silentUntilMs = 0;
  #deafUntilMs = 0;
  #garbled = 0;
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Silent for a time, or for good without one. */
  goSilent(nowMs: number, ms: number | null): void {
    this.#silentUntilMs = ms === null ? Infinity : nowMs + ms;
  }

  /** Hears nothing for a time, or for good without one. */
  goDeaf(nowMs: number, ms: number | null): void {
    this.#deafUntilMs = ms === null ? Infinity : nowMs + ms;
  }

  isDeaf(nowMs: number): boolean {
    return nowMs < this.#deafUntilMs;
  }

  resume(): void {
    this.#silentUntilMs = 0;
    this.#deafUntilMs = 0;
    this.#garbled = 0;
  }

  garble(lines: number): void {
    this.#garbled = lines;
  }

  isSilent(nowMs: number): boolean {
    return nowMs < this.#silentUntilMs;
  }

  /** What of this line gets through. */
  pass(line: string, nowMs: number): string | null {
    if (this.isSilent(nowMs)) return null;
    if (this.#garbled <= 0) return line;
    this.#garbled -= 1;
    const bytes = [...line];
    for (let count = 0; count < DAMAGED_BYTES; count += 1) {
      const at = Math.floor(this.#random() * (bytes.length - 1));
      bytes[at] = bytes[at] === '~' ? '!' : '~';
    }
    return bytes.join('');
  }
}
