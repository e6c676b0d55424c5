/**
 * A port beside the rig's own line: its second port, or that of a relay. Opened at the start, kept, and opened anew for
 * ever; one small write at a time, each with a deadline. It never touches a modem line and never queues.
 */
import type { Problem } from '../contract/bench-status.ts';
import { LineCap } from '../wire/line-cap.ts';
import { PortConnection, reopenAfterMs } from './port-connection.ts';

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

type Done = (why: string | null) => void;

export class SidePort {
  readonly #options: SidePortOptions;
  #connection: PortConnection | null = null;
  #isOpen = false;
  #waiting: { readonly id: string; readonly done: Done } | null = null;
  #retry: NodeJS.Timeout | null = null;
  #attempts = 0;
  #count = 0;
  #ended = false;

  constructor(options: SidePortOptions) { this.#options = options; }

  get path(): string { return this.#options.path; }

  open(): void {
    if (this.#ended || this.#connection !== null) return;
    const { path, baud, now, line, health } = this.#options;
    const cap = new LineCap();
    this.#connection = new PortConnection({
      path, baud, now,
      opened: () => {
        this.#attempts = 0;
        this.#isOpen = true;
        health(null);
      },
      read: (chunk, readAtMs) => {
        cap.push(chunk, (bytes) => { line(Buffer.from(bytes).toString('latin1', 0, bytes.length - 1), readAtMs); }, () => undefined);
      },
      stopWritten: (id, ok) => { this.#settle(id, ok ? null : 'the port did not take the bytes in time'); },
      lost: (problem) => { this.#lost(problem); },
    });
    this.#connection.open();
  }

  /** Writes now, ahead of everything, and says once what came of it. */
  write(bytes: string, done: Done): void {
    if (this.#connection === null || !this.#isOpen) return done('the port is not open');
    this.#settle(this.#waiting?.id ?? '', 'another write came');
    this.#count += 1;
    const id = String(this.#count);
    this.#waiting = { id, done };
    if (this.#connection.writeStop(id, bytes)) this.#settle(id, null);
  }

  #settle(id: string, why: string | null): void {
    const waiting = this.#waiting;
    if (waiting === null || waiting.id !== id) return;
    this.#waiting = null;
    waiting.done(why);
  }

  #lost(problem: Problem): void {
    this.#connection = null;
    this.#isOpen = false;
    this.#settle(this.#waiting?.id ?? '', 'the port went away');
    this.#options.health(problem);
    if (this.#ended) return;
    this.#attempts += 1;
    this.#retry = setTimeout(() => { this.open(); }, reopenAfterMs(this.#attempts, this.#options.random()));
  }

  end(): Promise<void> {
    this.#ended = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    const connection = this.#connection;
    this.#connection = null;
    return connection?.end() ?? Promise.resolve();
  }
}
