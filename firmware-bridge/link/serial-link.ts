/**
 * One bench's serial line: opens it, opens it anew for ever with backoff, and turns bytes into lines. One `SerialPort`
 * per connection, never re-used: a port that is opened again would send what was queued for the old one. It never
 * decides anything and never writes to a terminal.
 */
import { ReadlineParser } from '@serialport/parser-readline';
import { SerialPort } from 'serialport';
import type { Problem } from '../contract/bench-status.ts';
import { LineCap } from '../wire/line-cap.ts';
import { readEarly } from './early-reader.ts';
import { nodeReaders, watchNode } from './node-watch.ts';
import { problemOfOpenError } from './open-problem.ts';
import type { PortFinder } from './port-finder.ts';
import { PortWriter } from './port-writer.ts';
import { setLines, type PortLines } from './set-lines.ts';

export interface LinkSink {
  opened(): void;
  /** A chunk was read; its lines follow, then `read` with its bytes, valid only during the call. */
  reading(readAtMs: number): void;
  read(chunk: Uint8Array): void;
  /** One whole line without its LF, as single-byte characters. */
  line(text: string, readAtMs: number): void;
  tooLong(readAtMs: number): void;
  closed(problem: Problem | null): void;
  waiting(problem: Problem | null, nextTryAtMs: number, attempts: number): void;
  stopWritten(stopId: string, ok: boolean, atMs: number): void;
}

export interface LinkOptions {
  readonly path: string;
  readonly baud: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly sink: LinkSink;
  /** Who holds a port that is taken, as people know it; asked while the line is down, never waited for. */
  readonly holder?: (path: string) => Promise<string | null>;
  /** Where to look when the path leads nowhere, or to another rig. */
  readonly finder?: Pick<PortFinder, 'find' | 'after' | 'accepted'>;
}

/** What a bench needs of its line, whatever the line is made of. */
export type BenchLink = Pick<SerialLink, 'open' | 'writeLine' | 'writeStop' | 'reopen' | 'end' | 'isBetweenLines'> & Partial<Pick<SerialLink, 'setLines' | 'rigAccepted' | 'rigRefused'>>;

const BACKOFF_FIRST_MS = 200;
const BACKOFF_MOST_MS = 5000;
const HOLDER_EVERY_MS = 30_000;

/** Bytes seen, for the bound that each byte is looked at no more than twice. */
export interface ByteCounts { received: number; examined: number; parsed: number; held: number }

export class SerialLink {
  readonly #options: LinkOptions;
  #port: SerialPort | null = null;
  #writer: PortWriter | null = null;
  #cap = new LineCap();
  #unwatch: (() => void) | null = null;
  #retry: NodeJS.Timeout | null = null;
  #attempts = 0;
  #holder: string | null = null;
  #holderAskedAtMs: number | null = null;
  #ended = false;
  /** Where the port was opened, or is tried. */
  #path: string;
  #isFinding = false;
  readonly #counts = { received: 0, parsed: 0, examinedBefore: 0 };

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#path = options.path;
  }

  get counts(): ByteCounts {
    return { received: this.#counts.received, examined: this.#counts.examinedBefore + this.#cap.examined, parsed: this.#counts.parsed, held: this.#cap.held };
  }

  /** True when no line is half read. */
  get isBetweenLines(): boolean { return this.#port === null || this.#cap.isBetweenLines; }

  open(): void {
    const { finder } = this.#options;
    if (this.#ended || this.#port !== null || this.#isFinding) return;
    if (finder === undefined) return this.#openPort();
    this.#isFinding = true;
    const openAt = (path: string): void => {
      this.#isFinding = false;
      this.#path = path;
      if (!this.#ended && this.#port === null) this.#openPort();
    };
    finder.find().then(openAt, () => { openAt(this.#options.path); });
  }

  #openPort(): void {
    const { baud } = this.#options;
    const path = this.#path;
    const port = new SerialPort({ path, baudRate: baud, autoOpen: false, hupcl: false, lock: true, xon: false, xoff: false, rtscts: false });
    this.#port = port;
    port.open((error) => {
      if (this.#port !== port) return;
      if (error === null) this.#connect(port);
      else this.#lost(port, problemOfOpenError(path, error));
    });
  }

  #connect(port: SerialPort): void {
    const { sink, now } = this.#options;
    this.#attempts = 0;
    this.#holder = null;
    this.#counts.examinedBefore += this.#cap.examined;
    const cap = new LineCap();
    this.#cap = cap;
    this.#writer = new PortWriter(port, now, (stopId, ok, atMs) => { sink.stopWritten(stopId, ok, atMs); });
    const parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1' });
    let readAtMs = now();
    parser.on('data', (line: string) => { sink.line(line, readAtMs); });
    const onLine = (bytes: Uint8Array): void => {
      this.#counts.parsed += bytes.length;
      parser.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    };
    const onTooLong = (): void => { sink.tooLong(readAtMs); };
    const take = (chunk: Uint8Array): void => {
      if (this.#port !== port) return;
      readAtMs = now();
      this.#counts.received += chunk.length;
      sink.reading(readAtMs);
      cap.push(chunk, onLine, onTooLong);
      sink.read(chunk);
    };
    // The stream must flow, also so that a lost port is noticed.
    port.on('data', take);
    readEarly(port, take);
    port.on('error', (error) => { this.#lost(port, { code: 'port-failed', params: { path: this.#path, why: error.message } }); });
    port.on('close', () => { this.#lost(port, { code: 'port-lost', params: { path: this.#path } }); });
    const path = this.#path;
    this.#unwatch = watchNode({ path, readers: nodeReaders, now, heardAtMs: () => readAtMs, lost: () => { this.#lost(port, { code: 'port-lost', params: { path } }); } });
    sink.opened();
  }

  /** Writes a line, unless a stop is still on its way; false when it could not be written whole. */
  writeLine(line: string): boolean {
    return this.#writer?.writeLine(line) ?? false;
  }

  /** Writes a stop now, ahead of everything. */
  writeStop(stopId: string, bytes: string): boolean {
    return this.#writer?.writeStop(stopId, bytes) ?? false;
  }

  /** Sets the lines of the port; only for what the configuration declares. */
  setLines(lines: PortLines, done: (why: string | null) => void): void { setLines(this.#port, lines, done); }

  /** Closes the port and opens it anew. */
  reopen(): void {
    if (this.#port !== null) this.#lost(this.#port, null);
  }

  /** The handshake found the rig that is meant. */
  rigAccepted(): void { this.#options.finder?.accepted(this.#path).catch(() => undefined); }

  /** Another rig answers on this port: looks elsewhere if there is anywhere to look. */
  rigRefused(): void {
    const port = this.#port;
    if (port === null) return;
    this.#options.finder?.after(this.#path).then((other) => { if (other !== null && this.#port === port) this.#lost(port, null); }, () => undefined);
  }

  #lost(port: SerialPort, problem: Problem | null): void {
    if (this.#port !== port) return;
    this.#port = null;
    this.#unwatch?.();
    this.#writer?.end();
    this.#writer = null;
    port.removeAllListeners('data');
    port.on('error', () => undefined);
    if (port.isOpen) port.close(() => undefined);
    this.#options.sink.closed(problem);
    this.#waitAndOpen(problem);
  }

  #waitAndOpen(found: Problem | null): void {
    if (this.#ended) return;
    const problem = found?.code === 'port-taken' && this.#holder !== null ? { ...found, params: { ...found.params, holder: this.#holder } } : found;
    this.#attempts += 1;
    const base = Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** Math.min(this.#attempts - 1, 10));
    const delayMs = base * (0.75 + this.#options.random() / 2);
    this.#options.sink.waiting(problem, this.#options.now() + delayMs, this.#attempts);
    this.#retry = setTimeout(() => { this.open(); }, delayMs);
    if (found?.code === 'port-taken') this.#askHolder(found, this.#options.now() + delayMs);
  }

  /** At most twice a minute, and told only while the port is still taken. */
  #askHolder(problem: Problem, nextTryAtMs: number): void {
    const { holder, now, sink } = this.#options;
    if (holder === undefined || (this.#holderAskedAtMs !== null && now() - this.#holderAskedAtMs < HOLDER_EVERY_MS)) return;
    this.#holderAskedAtMs = now();
    void holder(this.#path).then((name) => {
      this.#holder = name;
      if (name === null || this.#ended || this.#port !== null) return;
      sink.waiting({ ...problem, params: { ...problem.params, holder: name } }, nextTryAtMs, this.#attempts);
    });
  }

  /** Ends the link for good. */
  end(): Promise<void> {
    this.#ended = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const port = this.#port;
    this.#port = null;
    this.#unwatch?.();
    this.#writer?.end();
    if (port === null || !port.isOpen) return Promise.resolve();
    return new Promise((resolve) => { port.close(() => { resolve(); }); });
  }
}
