/**
 * The byte cap in front of the line parser: cuts a stream of chunks into whole lines of at most 160 bytes and drops the
 * rest, so that no rig and no noise can grow a buffer or make the guard scan a byte twice.
 */
import { LINE_BYTES_MAX } from './frame.ts';

const LF = 0x0a;

export class LineCap {
  readonly #partial: Uint8Array = new Uint8Array(LINE_BYTES_MAX);
  #held = 0;
  #dropping = false;
  /** How many bytes were looked at; each byte that comes in is counted once. */
  examined = 0;

  /** Bytes held back for a line that has not ended; never above 160. */
  get held(): number { return this.#held; }
  /** True when the next byte begins a line. */
  get isBetweenLines(): boolean { return this.#held === 0 && !this.#dropping; }

  /**
   * Takes a chunk; calls `onLine` with each whole line (its LF included) and `onTooLong` once for each line that was
   * dropped. The bytes handed out are valid only during the call.
   */
  push(chunk: Uint8Array, onLine: (line: Uint8Array) => void, onTooLong: () => void): void {
    let start = 0;
    while (start < chunk.length) {
      const end = chunk.indexOf(LF, start);
      const stop = end === -1 ? chunk.length : end + 1;
      this.examined += stop - start;
      this.#take(chunk.subarray(start, stop), end !== -1, onLine, onTooLong);
      start = stop;
    }
  }

  #take(piece: Uint8Array, ends: boolean, onLine: (line: Uint8Array) => void, onTooLong: () => void): void {
    if (!this.#dropping && this.#held + piece.length > LINE_BYTES_MAX) {
      this.#dropping = true;
      this.#held = 0;
      onTooLong();
    }
    if (this.#dropping) {
      if (ends) this.#dropping = false;
      return;
    }
    if (ends && this.#held === 0) {
      onLine(piece);
      return;
    }
    this.#partial.set(piece, this.#held);
    this.#held += piece.length;
    if (!ends) return;
    const line = this.#partial.slice(0, this.#held);
    this.#held = 0;
    onLine(line);
  }
}
