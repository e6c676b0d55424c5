/**
 * One connection to a serial port, the only way in which any port is opened: opened once, watched, read early, written by
 * its own writer, ended once. It is never opened again, because a port that is would send what was queued for the old one.
 */
import { SerialPort } from 'serialport';
import type { Problem } from '../contract/bench-status.ts';
import { readEarly } from './early-reader.ts';
import { nodeReaders, watchNode } from './node-watch.ts';
import { problemOfOpenError } from './open-problem.ts';
import { outletOf, PortWriter } from './port-writer.ts';
import { setLines, type PortLines } from './set-lines.ts';

export interface ConnectionOptions {
  readonly path: string;
  readonly baud: number;
  readonly now: () => number;
  readonly opened: () => void;
  /** Valid only during the call. */
  readonly read: (chunk: Uint8Array, readAtMs: number) => void;
  readonly stopWritten: (stopId: string, ok: boolean, atMs: number) => void;
  /** It could not be opened, or went away. Told once; it is over then. */
  readonly lost: (problem: Problem) => void;
}

const BACKOFF_FIRST_MS = 200;
const BACKOFF_MOST_MS = 5000;

/** How long to wait before the next connection; `attempts` counts from 1, `chance` lies in [0, 1). */
export function reopenAfterMs(attempts: number, chance: number): number {
  return Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** Math.min(attempts - 1, 10)) * (0.75 + chance / 2);
}

export class PortConnection {
  readonly #options: ConnectionOptions;
  readonly #port: SerialPort;
  #writer: PortWriter | null = null;
  #unwatch: (() => void) | null = null;
  #isOver = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { path, baud } = options;
    this.#port = new SerialPort({ path, baudRate: baud, autoOpen: false, hupcl: false, lock: true, xon: false, xoff: false, rtscts: false });
  }

  open(): void {
    this.#port.open((error) => {
      if (this.#isOver) return;
      if (error === null) this.#connect();
      else this.#lose(problemOfOpenError(this.#options.path, error));
    });
  }

  #connect(): void {
    const { path, now, read, stopWritten, opened } = this.#options;
    const port = this.#port;
    const lost: Problem = { code: 'port-lost', params: { path } };
    const fail = (why: string): void => { this.#lose({ code: 'port-failed', params: { path, why } }); };
    this.#writer = new PortWriter({ outlet: outletOf(port), now, onStop: stopWritten, onStuck: () => { fail('it did not take the bytes in time'); } });
    let heardAtMs = now();
    const take = (chunk: Uint8Array): void => {
      if (this.#isOver) return;
      heardAtMs = now();
      read(chunk, heardAtMs);
    };
    // The stream must flow, also so that a lost port is noticed.
    port.on('data', take);
    readEarly(port, take);
    port.on('error', (error) => { fail(error.message); });
    port.on('close', () => { this.#lose(lost); });
    this.#unwatch = watchNode({ path, readers: nodeReaders, now, heardAtMs: () => heardAtMs, lost: () => { this.#lose(lost); } });
    opened();
  }

  writeLine(line: string): boolean { return this.#writer?.writeLine(line) ?? false; }
  writeStop(stopId: string, bytes: string): boolean { return this.#writer?.writeStop(stopId, bytes) ?? false; }
  setLines(lines: PortLines, done: (why: string | null) => void): void { setLines(this.#isOver ? null : this.#port, lines, done); }

  #lose(problem: Problem): void {
    if (this.#isOver) return;
    void this.end();
    this.#options.lost(problem);
  }

  /** Ends it and tells nobody; resolves when the system let go of the port. */
  end(): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    this.#isOver = true;
    this.#unwatch?.();
    this.#writer?.end();
    this.#port.removeAllListeners('data');
    this.#port.on('error', () => undefined);
    if (!this.#port.isOpen) return Promise.resolve();
    return new Promise((resolve) => { this.#port.close(() => { resolve(); }); });
  }
}
