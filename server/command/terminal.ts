/**
 * Writes lines to a terminal that may stand still (Ctrl-S) without ever standing still itself: one write at a time in
 * another thread, a bounded queue, the rest counted. It must never be replaced by process.stdout, whose writes to a
 * terminal block the whole process.
 */
import { write } from 'node:fs';

const QUEUE_LINES_MAX = 500;
const RETRY_MS = 20;

type WriteTo = (fd: number, bytes: Uint8Array, done: (error: NodeJS.ErrnoException | null, written: number) => void) => void;

export class Terminal {
  readonly #fd: number;
  readonly #writeTo: WriteTo;
  #queue: string[] = [];
  #pending: Uint8Array | null = null;
  #dropped = 0;
  #isGone = false;
  readonly #onQuiet: (() => void)[] = [];

  constructor(fd: number, writeTo: WriteTo = (target, bytes, done) => { write(target, bytes, 0, bytes.length, null, done); }) {
    this.#fd = fd;
    this.#writeTo = writeTo;
  }

  line(text: string): void {
    if (this.#isGone) return;
    if (this.#queue.length >= QUEUE_LINES_MAX) this.#dropped += 1;
    else this.#queue.push(text);
    this.#pump();
  }

  /** True when everything was written within the time; false when the terminal still stands still. */
  flush(withinMs: number): Promise<boolean> {
    if (this.#isQuiet()) return Promise.resolve(true);
    return new Promise((done) => {
      const timer = setTimeout(() => { done(false); }, withinMs);
      this.#onQuiet.push(() => {
        clearTimeout(timer);
        done(true);
      });
    });
  }

  #isQuiet(): boolean {
    return this.#pending === null && this.#queue.length === 0 && this.#dropped === 0;
  }

  #pump(): void {
    if (this.#pending !== null) return;
    if (this.#queue.length === 0 && this.#dropped > 0) {
      this.#queue.push(`(${this.#dropped} lines were left out while this terminal stood still.)`);
      this.#dropped = 0;
    }
    const text = this.#queue.shift();
    if (text === undefined) {
      for (const done of this.#onQuiet.splice(0)) done();
      return;
    }
    this.#write(new TextEncoder().encode(`${text}\n`));
  }

  #write(bytes: Uint8Array): void {
    this.#pending = bytes;
    this.#writeTo(this.#fd, bytes, (error, written) => {
      if (error?.code === 'EAGAIN' || error?.code === 'EINTR') {
        setTimeout(() => { this.#write(bytes); }, RETRY_MS);
        return;
      }
      if (error !== null) {
        // The terminal was closed: the benches go on without anybody reading.
        this.#isGone = true;
        this.#queue = [];
        this.#dropped = 0;
      } else if (written < bytes.length) {
        this.#write(bytes.subarray(written));
        return;
      }
      this.#pending = null;
      this.#pump();
    });
  }
}
