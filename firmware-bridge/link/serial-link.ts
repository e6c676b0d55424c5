/**
 * One bench's serial line: makes one connection after another, for ever with backoff, and turns bytes into lines. Each has
 * its own epoch, and a write made for another epoch is refused. It never decides anything and never writes to a terminal.
 */
import { ReadlineParser } from '@serialport/parser-readline';
import type { Problem } from '../contract/bench-status.ts';
import { LineCap } from '../wire/line-cap.ts';
import { PortConnection, reopenAfterMs } from './port-connection.ts';
import type { PortFinder } from './port-finder.ts';
import type { PortLines } from './set-lines.ts';

export interface LinkSink {
  /** A new connection, at the path where the port was found. Whatever is written because of it names its epoch; none is used twice. */
  opened(epoch: number, path: string): void;
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

const HOLDER_EVERY_MS = 30_000;

/** Bytes seen, for the bound that each byte is looked at no more than twice. */
export interface ByteCounts { received: number; examined: number; parsed: number; held: number }

export class SerialLink {
  readonly #options: LinkOptions;
  #connection: PortConnection | null = null;
  #epoch = 0;
  #cap = new LineCap();
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
  get isBetweenLines(): boolean { return this.#connection === null || this.#cap.isBetweenLines; }

  open(): void {
    const { finder } = this.#options;
    if (this.#ended || this.#connection !== null || this.#isFinding) return;
    if (finder === undefined) return this.#openPort();
    this.#isFinding = true;
    const openAt = (path: string): void => {
      this.#isFinding = false;
      this.#path = path;
      if (!this.#ended && this.#connection === null) this.#openPort();
    };
    finder.find().then(openAt, () => { openAt(this.#options.path); });
  }

  #openPort(): void {
    const { baud, now, sink } = this.#options;
    const path = this.#path;
    const cap = new LineCap();
    const parser = new ReadlineParser({ delimiter: '\n', encoding: 'latin1' });
    let lineReadAtMs = 0;
    parser.on('data', (line: string) => { sink.line(line, lineReadAtMs); });
    const onLine = (bytes: Uint8Array): void => {
      this.#counts.parsed += bytes.length;
      parser.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    };
    const onTooLong = (): void => { sink.tooLong(lineReadAtMs); };
    const connection = new PortConnection({
      path, baud, now,
      opened: () => { this.#connected(cap); },
      read: (chunk, readAtMs) => {
        lineReadAtMs = readAtMs;
        this.#counts.received += chunk.length;
        sink.reading(readAtMs);
        cap.push(chunk, onLine, onTooLong);
        sink.read(chunk);
      },
      stopWritten: (stopId, ok, atMs) => { sink.stopWritten(stopId, ok, atMs); },
      lost: (problem) => { this.#lost(problem); },
    });
    this.#connection = connection;
    connection.open();
  }

  #connected(cap: LineCap): void {
    this.#attempts = 0;
    this.#holder = null;
    this.#counts.examinedBefore += this.#cap.examined;
    this.#cap = cap;
    this.#epoch += 1;
    this.#options.sink.opened(this.#epoch, this.#path);
  }

  /** Writes a line, unless a stop is still on its way or it was made for another connection; false when nothing was written. */
  writeLine(epoch: number, line: string): boolean {
    return this.#of(epoch)?.writeLine(line) ?? false;
  }

  /** Writes a stop now, ahead of everything; never one that was made for another connection. */
  writeStop(epoch: number, stopId: string, bytes: string): boolean {
    return this.#of(epoch)?.writeStop(stopId, bytes) ?? false;
  }

  #of(epoch: number): PortConnection | null { return epoch === this.#epoch ? this.#connection : null; }

  /** Sets the lines of the port; only for what the configuration declares. */
  setLines(lines: PortLines, done: (why: string | null) => void): void {
    if (this.#connection === null) done('the port is not open');
    else this.#connection.setLines(lines, done);
  }

  /** Ends this connection and makes a new one. */
  reopen(): void { this.#leave(null); }

  /** The handshake found the rig that is meant. */
  rigAccepted(rig: string): void { this.#options.finder?.accepted(this.#path, rig).catch(() => undefined); }

  /** Another rig answers on this port: looks elsewhere if there is anywhere to look. */
  rigRefused(): void {
    const connection = this.#connection;
    if (connection === null) return;
    this.#options.finder?.after(this.#path).then((other) => { if (other !== null && this.#connection === connection) this.#leave(null); }, () => undefined);
  }

  #leave(problem: Problem | null): void {
    const connection = this.#connection;
    if (connection === null) return;
    void connection.end();
    this.#lost(problem);
  }

  #lost(problem: Problem | null): void {
    this.#connection = null;
    this.#options.sink.closed(problem);
    this.#waitAndOpen(problem);
  }

  #waitAndOpen(found: Problem | null): void {
    if (this.#ended) return;
    const problem = found?.code === 'port-taken' && this.#holder !== null ? { ...found, params: { ...found.params, holder: this.#holder } } : found;
    this.#attempts += 1;
    const delayMs = reopenAfterMs(this.#attempts, this.#options.random());
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
      if (name === null || this.#ended || this.#connection !== null) return;
      sink.waiting({ ...problem, params: { ...problem.params, holder: name } }, nextTryAtMs, this.#attempts);
    });
  }

  /** Ends the link for good. */
  end(): Promise<void> {
    this.#ended = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const connection = this.#connection;
    this.#connection = null;
    return connection?.end() ?? Promise.resolve();
  }
}
