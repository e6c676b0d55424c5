/**
 * Writing to one open port. Lines and stops go straight to the descriptor, which never blocks: nothing is ever queued
 * in front of a stop. A line that does not fit is dropped; a stop that does not fit is carried on until its deadline.
 */
import { writeSync } from 'node:fs';
import type { SerialPort } from 'serialport';

const WRITE_DEADLINE_MS = 100;
const RETRY_MS = 1;

/** The descriptor of an open port, where the system has one; it was opened non-blocking by the binding. */
function descriptorOf(port: SerialPort): number | null {
  const binding: unknown = port.port;
  if (typeof binding !== 'object' || binding === null || !('fd' in binding)) return null;
  return typeof binding.fd === 'number' ? binding.fd : null;
}

export class PortWriter {
  readonly #port: SerialPort;
  readonly #now: () => number;
  readonly #onStop: (stopId: string, ok: boolean, atMs: number) => void;
  #rest: { readonly stopId: string | null; readonly bytes: Buffer; readonly untilMs: number } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #ended = false;

  constructor(port: SerialPort, now: () => number, onStop: (stopId: string, ok: boolean, atMs: number) => void) {
    this.#port = port;
    this.#now = now;
    this.#onStop = onStop;
  }

  writeLine(line: string): boolean {
    if (this.#ended || this.#rest !== null || !this.#port.isOpen) return false;
    const bytes = Buffer.from(line, 'latin1');
    const written = this.#write(bytes);
    if (written > 0 && written < bytes.length) this.#carryOn(null, bytes.subarray(written));
    return written > 0;
  }

  /** True when the stop was written whole at once; else the outcome comes through `onStop`. */
  writeStop(stopId: string, text: string): boolean {
    if (this.#ended || !this.#port.isOpen) return false;
    this.#drop();
    const bytes = Buffer.from(text, 'latin1');
    const written = this.#write(bytes);
    if (written === bytes.length) return true;
    this.#carryOn(stopId, bytes.subarray(written));
    return false;
  }

  /** How many bytes the system took; 0 when it is full or the port is failing (the link will notice that itself). */
  #write(bytes: Buffer): number {
    const descriptor = descriptorOf(this.#port);
    if (descriptor === null) {
      this.#port.write(bytes);
      return bytes.length;
    }
    try {
      return writeSync(descriptor, bytes);
    } catch {
      return 0;
    }
  }

  #carryOn(stopId: string | null, bytes: Buffer): void {
    this.#rest = { stopId, bytes, untilMs: this.#now() + WRITE_DEADLINE_MS };
    this.#timer = setTimeout(() => { this.#again(); }, RETRY_MS);
  }

  #again(): void {
    const rest = this.#rest;
    if (rest === null || this.#ended) return;
    const written = this.#port.isOpen ? this.#write(rest.bytes) : 0;
    const left = rest.bytes.subarray(written);
    if (left.length === 0) {
      this.#rest = null;
      if (rest.stopId !== null) this.#onStop(rest.stopId, true, this.#now());
    } else if (this.#now() >= rest.untilMs) {
      this.#rest = null;
      if (rest.stopId !== null) this.#onStop(rest.stopId, false, this.#now());
    } else {
      this.#rest = { ...rest, bytes: left };
      this.#timer = setTimeout(() => { this.#again(); }, RETRY_MS);
    }
  }

  #drop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#rest = null;
  }

  end(): void {
    this.#ended = true;
    this.#drop();
  }
}
