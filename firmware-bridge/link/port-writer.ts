/**
 * Writing to the port of one connection, and to no other: it ends with its connection. At most one small write is on its
 * way, each with a deadline, and nothing is ever queued in front of a stop. A line that does not fit is dropped; what has
 * begun of a stop is never begun anew: its remaining bytes follow first.
 */
import { writeSync } from 'node:fs';
import type { SerialPort } from 'serialport';

export const WRITE_DEADLINE_MS = 100;
const RETRY_MS = 1;

/** How bytes leave. `direct`: as many as fit, at once. `stream`: taken whole by a system without descriptors, which says later how it went. */
export type Outlet =
  | { readonly kind: 'direct'; readonly write: (bytes: Uint8Array) => number }
  | { readonly kind: 'stream'; readonly write: (bytes: Uint8Array, done: (ok: boolean) => void) => void };

/** The descriptor of an open port, where the system has one; it was opened non-blocking by the binding. */
function descriptorOf(port: SerialPort): number | null {
  const binding: unknown = port.port;
  if (typeof binding !== 'object' || binding === null || !('fd' in binding)) return null;
  return typeof binding.fd === 'number' ? binding.fd : null;
}

export function outletOf(port: SerialPort): Outlet {
  const descriptor = descriptorOf(port);
  if (descriptor === null) return { kind: 'stream', write: (bytes, done) => { port.write(bytes, (error) => { done(error === null || error === undefined); }); } };
  return {
    kind: 'direct',
    write: (bytes) => {
      try {
        return port.isOpen ? writeSync(descriptor, bytes) : 0;
      } catch {
        // Full, or failing: the link will notice that itself.
        return 0;
      }
    },
  };
}

export interface WriterOptions {
  readonly outlet: Outlet;
  readonly now: () => number;
  readonly onStop: (stopId: string, ok: boolean, atMs: number) => void;
  /** A write that the system took whole and never finished: only the end of the connection takes it back. */
  readonly onStuck: () => void;
}

interface Outstanding { readonly stopId: string | null; readonly bytes: Uint8Array; readonly hasBegun: boolean; readonly untilMs: number }

export class PortWriter {
  readonly #options: WriterOptions;
  #rest: Outstanding | null = null;
  /** Another stop, which came while the bytes of one were on their way. */
  #next: { readonly stopId: string; readonly bytes: Uint8Array } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #ended = false;

  constructor(options: WriterOptions) { this.#options = options; }

  writeLine(line: string): boolean {
    if (this.#ended || this.#rest !== null) return false;
    return this.#begin(null, Buffer.from(line, 'latin1')) !== 'refused';
  }

  /** True when the stop was written whole at once; else the outcome comes through `onStop`. */
  writeStop(stopId: string, text: string): boolean {
    if (this.#ended) return false;
    const bytes = Buffer.from(text, 'latin1');
    const rest = this.#rest;
    if (rest === null || !this.#mustFinish(rest)) {
      this.#drop();
      return this.#begin(stopId, bytes) === 'whole';
    }
    if (rest.stopId !== stopId) this.#next = { stopId, bytes };
    // A repeat is more time for the rest; a stream's write cannot be helped by waiting longer.
    else if (this.#options.outlet.kind === 'direct') this.#rest = { ...rest, untilMs: this.#options.now() + WRITE_DEADLINE_MS };
    return false;
  }

  /** Of a line the stop byte makes the rig forget what it has; half a stop would be no stop. */
  #mustFinish({ stopId, hasBegun }: Outstanding): boolean {
    return this.#options.outlet.kind === 'stream' || (stopId !== null && hasBegun);
  }

  #begin(stopId: string | null, bytes: Uint8Array): 'whole' | 'on-its-way' | 'refused' {
    const { outlet, now } = this.#options;
    const untilMs = now() + WRITE_DEADLINE_MS;
    if (outlet.kind === 'stream') {
      const rest = { stopId, bytes, hasBegun: true, untilMs };
      this.#rest = rest;
      this.#timer = setTimeout(() => { this.#stick(rest); }, WRITE_DEADLINE_MS);
      outlet.write(bytes, (ok) => { if (this.#rest === rest) this.#finish(rest, ok); });
      return 'on-its-way';
    }
    const written = outlet.write(bytes);
    if (written === bytes.length) return 'whole';
    if (stopId === null && written === 0) return 'refused';
    this.#rest = { stopId, bytes: bytes.subarray(written), hasBegun: written > 0, untilMs };
    this.#timer = setTimeout(() => { this.#again(); }, RETRY_MS);
    return 'on-its-way';
  }

  #again(): void {
    const rest = this.#rest;
    const { outlet, now } = this.#options;
    if (rest === null || outlet.kind === 'stream') return;
    const written = outlet.write(rest.bytes);
    const left = rest.bytes.subarray(written);
    if (left.length === 0) return this.#finish(rest, true);
    if (now() >= rest.untilMs) return this.#finish(rest, false);
    this.#rest = { ...rest, bytes: left, hasBegun: rest.hasBegun || written > 0 };
    this.#timer = setTimeout(() => { this.#again(); }, RETRY_MS);
  }

  #stick(rest: Outstanding): void {
    this.#next = null;
    this.#finish(rest, false);
    this.#options.onStuck();
  }

  /** What waited is written before anything is told of what is over. */
  #finish({ stopId }: Outstanding, ok: boolean): void {
    const { onStop, now } = this.#options;
    const next = this.#next;
    this.#drop();
    const isNextWhole = next !== null && this.#begin(next.stopId, next.bytes) === 'whole';
    if (stopId !== null) onStop(stopId, ok, now());
    if (isNextWhole) onStop(next.stopId, true, now());
  }

  #drop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#rest = null;
    this.#next = null;
  }

  end(): void {
    this.#ended = true;
    this.#drop();
  }
}
