/**
 * A port beside the rig's own line: its second port, or that of a relay. Opened at the start, kept, and opened anew for
 * ever; one small write at a time, each with a deadline. It never touches a modem line and never queues.
 */
import { SerialPort } from 'serialport';
import type { Problem } from '../contract/bench-status.ts';
import { backoffMs } from '../report/backoff.ts';
import { LineCap } from '../wire/line-cap.ts';
import { nodeReaders, watchNode } from './node-watch.ts';
import { problemOfOpenError } from './open-problem.ts';
import { PortWriter } from './port-writer.ts';

export interface SidePortOptions {
  readonly path: string;
  readonly baud: number;
  readonly now: () => number;
  readonly random: () => number;
  /** One whole line without its LF; what a relay says is nobody's matter. */
  readonly line: (text: string, readAtMs: number) => void;
  /** Null when it opened, else why it is not open. */
  readonly health: (problem: Problem | null) => void;
}

const BACKOFF = { firstMs: 400, longestMs: 5000 };

type Done = (why: string | null) => void;

export class SidePort {
  readonly #options: SidePortOptions;
  #port: SerialPort | null = null;
  #writer: PortWriter | null = null;
  #waiting: { readonly id: string; readonly done: Done } | null = null;
  #unwatch: (() => void) | null = null;
  #retry: NodeJS.Timeout | null = null;
  #attempts = 0;
  #count = 0;
  #ended = false;

  constructor(options: SidePortOptions) { this.#options = options; }

  get path(): string { return this.#options.path; }

  open(): void {
    if (this.#ended || this.#port !== null) return;
    const { path, baud } = this.#options;
    const port = new SerialPort({ path, baudRate: baud, autoOpen: false, hupcl: false, lock: true, xon: false, xoff: false, rtscts: false });
    this.#port = port;
    port.open((error) => {
      if (this.#port !== port) return;
      if (error === null) this.#connect(port);
      else this.#lost(port, problemOfOpenError(path, error));
    });
  }

  #connect(port: SerialPort): void {
    const { now, line, health, path } = this.#options;
    this.#attempts = 0;
    this.#writer = new PortWriter(port, now, (id, ok) => { this.#settle(id, ok ? null : 'the port did not take the bytes in time'); });
    const cap = new LineCap();
    let heardAtMs = now();
    // The stream must flow, also so that a lost port is noticed.
    port.on('data', (chunk: Uint8Array) => {
      const readAtMs = now();
      heardAtMs = readAtMs;
      cap.push(chunk, (bytes) => { line(Buffer.from(bytes).toString('latin1', 0, bytes.length - 1), readAtMs); }, () => undefined);
    });
    port.on('error', (error) => { this.#lost(port, { code: 'port-failed', params: { path, why: error.message } }); });
    port.on('close', () => { this.#lost(port, { code: 'port-lost', params: { path } }); });
    this.#unwatch = watchNode({ path, readers: nodeReaders, now, heardAtMs: () => heardAtMs, lost: () => { this.#lost(port, { code: 'port-lost', params: { path } }); } });
    health(null);
  }

  /** Writes now, ahead of everything, and says once what came of it. */
  write(bytes: string, done: Done): void {
    if (this.#writer === null) return done('the port is not open');
    this.#settle(this.#waiting?.id ?? '', 'another write came');
    this.#count += 1;
    const id = String(this.#count);
    this.#waiting = { id, done };
    if (this.#writer.writeStop(id, bytes)) this.#settle(id, null);
  }

  #settle(id: string, why: string | null): void {
    const waiting = this.#waiting;
    if (waiting === null || waiting.id !== id) return;
    this.#waiting = null;
    waiting.done(why);
  }

  #lost(port: SerialPort, problem: Problem): void {
    if (this.#port !== port) return;
    this.#port = null;
    this.#unwatch?.();
    this.#writer?.end();
    this.#writer = null;
    this.#settle(this.#waiting?.id ?? '', 'the port went away');
    port.removeAllListeners('data');
    port.on('error', () => undefined);
    if (port.isOpen) port.close(() => undefined);
    this.#options.health(problem);
    if (this.#ended) return;
    this.#retry = setTimeout(() => { this.open(); }, backoffMs(BACKOFF, this.#attempts, this.#options.random()));
    this.#attempts += 1;
  }

  end(): Promise<void> {
    this.#ended = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const port = this.#port;
    this.#port = null;
    this.#unwatch?.();
    this.#writer?.end();
    this.#writer = null;
    if (port === null || !port.isOpen) return Promise.resolve();
    return new Promise((resolve) => { port.close(() => { resolve(); }); });
  }
}
