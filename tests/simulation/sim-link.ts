/**
 * Stands for the serial port and its writer, and for nothing else: opens, loses and opens anew with the backoff of the
 * real link, cuts bytes into lines by the production byte cap, and writes straight to the simulated line.
 */
import type { BenchLink, LinkOptions } from '../../firmware-bridge/link/serial-link.ts';
import { LineCap } from '../../firmware-bridge/wire/line-cap.ts';
import type { BenchPc } from './bench-pc.ts';
import type { PcPort } from './pc-port.ts';

const OPEN_MS = 3;
const BACKOFF_FIRST_MS = 200;
const BACKOFF_MOST_MS = 5000;
const WRITE_DEADLINE_MS = 100;
const RETRY_MS = 1;

export class SimLink implements BenchLink {
  readonly #options: LinkOptions;
  readonly #pc: BenchPc;
  readonly #port: PcPort;
  #state: 'closed' | 'opening' | 'open' = 'closed';
  #epoch = 0;
  #cap = new LineCap();
  #attempts = 0;
  #ended = false;
  /** The rest of a stop that the port did not take at once. */
  #rest: { readonly stopId: string; readonly bytes: string; readonly untilMs: number } | null = null;

  constructor(options: LinkOptions, pc: BenchPc, port: PcPort) {
    this.#options = options;
    this.#pc = pc;
    this.#port = port;
  }

  get isBetweenLines(): boolean { return this.#state === 'closed' || this.#cap.isBetweenLines; }

  open(): void {
    if (this.#ended || this.#state !== 'closed') return;
    this.#state = 'opening';
    this.#later(OPEN_MS, () => {
      if (this.#port.isThere) this.#connect();
      else this.#lost({ code: 'port-missing', params: { path: this.#options.path } });
    });
  }

  /** A turn of the event loop of this process, unless the connection changed meanwhile. */
  #later(ms: number, run: () => void): void {
    const epoch = this.#epoch;
    this.#pc.later(ms, () => { if (!this.#ended && epoch === this.#epoch) run(); });
  }

  #connect(): void {
    const { sink, now } = this.#options;
    const cap = new LineCap();
    this.#cap = cap;
    this.#state = 'open';
    this.#attempts = 0;
    const epoch = this.#epoch;
    this.#port.listen({
      bytes: (text) => {
        this.#pc.whenAwake(() => {
          if (this.#ended || epoch !== this.#epoch) return;
          const readAtMs = now();
          const chunk = Buffer.from(text, 'latin1');
          sink.reading(readAtMs);
          cap.push(chunk, (line) => {
            const whole = Buffer.from(line.subarray(0, -1)).toString('latin1');
            this.#pc.heard(this.#port, whole);
            this.#pc.call(() => { sink.line(whole, readAtMs); }, { bench: this.#port.bench, line: whole });
          }, () => { this.#pc.call(() => { sink.tooLong(readAtMs); }, { bench: this.#port.bench, line: '' }); });
          sink.read(chunk);
        }, true);
      },
      gone: () => { this.#later(0, () => { this.#lost({ code: 'port-lost', params: { path: this.#options.path } }); }); },
    });
    this.#pc.call(() => { sink.opened(epoch + 1, this.#options.path); });
  }

  /** The sink counts from 1, like the real link: 0 is no connection. */
  #isOf(epoch: number): boolean { return !this.#ended && this.#state === 'open' && epoch === this.#epoch + 1; }

  writeLine(epoch: number, line: string): boolean {
    if (!this.#isOf(epoch) || this.#rest !== null || this.#port.isFull) return false;
    this.#pc.wrote(this.#port, line);
    this.#port.write(line);
    return true;
  }

  writeStop(epoch: number, stopId: string, bytes: string): boolean {
    if (!this.#isOf(epoch)) return false;
    this.#rest = null;
    this.#pc.wrote(this.#port, bytes);
    if (!this.#port.isFull) {
      this.#port.write(bytes);
      return true;
    }
    this.#rest = { stopId, bytes, untilMs: this.#options.now() + WRITE_DEADLINE_MS };
    this.#later(RETRY_MS, () => { this.#again(); });
    return false;
  }

  #again(): void {
    const rest = this.#rest;
    if (rest === null) return;
    const isWritten = !this.#port.isFull;
    const isLate = this.#options.now() >= rest.untilMs;
    if (!isWritten && !isLate) {
      this.#later(RETRY_MS, () => { this.#again(); });
      return;
    }
    this.#rest = null;
    if (isWritten) this.#port.write(rest.bytes);
    this.#pc.call(() => { this.#options.sink.stopWritten(rest.stopId, isWritten, this.#options.now()); });
  }

  reopen(): void {
    if (this.#state !== 'closed') this.#lost(null);
  }

  #lost(problem: Parameters<LinkOptions['sink']['closed']>[0]): void {
    this.#epoch += 1;
    this.#state = 'closed';
    this.#rest = null;
    this.#port.listen(null);
    this.#attempts += 1;
    const delayMs = Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** Math.min(this.#attempts - 1, 10)) * (0.75 + this.#options.random() / 2);
    this.#later(delayMs, () => { this.open(); });
    this.#pc.call(() => {
      this.#options.sink.closed(problem);
      this.#options.sink.waiting(problem, this.#options.now() + delayMs, this.#attempts);
    });
  }

  end(): Promise<void> {
    this.kill();
    return Promise.resolve();
  }

  /** The process is gone. */
  kill(): void {
    this.#ended = true;
    this.#port.listen(null);
  }
}
