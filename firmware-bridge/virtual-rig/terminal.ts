/**
 * A real pseudo terminal for the rig: a shell holds the host's end open without ever reading it, the rig talks through
 * the other. Writing never blocks and never piles up: like a serial chip, what does not fit is lost.
 */
import { writeSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';
import type { IPty } from '@lydell/node-pty';

/** Raw and silent first, then the path: after that line every byte belongs to the host. */
const HOLD_OPEN = 'stty raw -echo; tty; while :; do sleep 3600; done';
const PATH_WAIT_MS = 5000;
/** The number of a terminal that ended is given again: a host that still looks for the old one may write before the shell speaks. */
const HEAD_BYTES_MAX = 4096;
const PATH_LINE = /(?:^|\n)(\/dev\/[^\r\n]*)\r?\n/;

export interface TerminalEvents {
  /** Bytes from the host, one character each. */
  readonly onBytes: (bytes: string) => void;
  /** The terminal is gone without having been closed from here. */
  readonly onGone: () => void;
}

export class Terminal {
  readonly path: string;
  /** Lines that nobody read in time. */
  lostLines = 0;
  readonly #pty: IPty;
  readonly #fd: number;
  #rest: Buffer | null = null;
  #beat: string | null = null;
  #closed = false;

  constructor(pty: IPty, path: string) {
    this.#pty = pty;
    this.path = path;
    this.#fd = fdOf(pty);
  }

  /** Sends a line, or loses it when the buffer is full; the newest heartbeat alone is kept for later. */
  send(line: string, isBeat: boolean): void {
    if (this.#closed) return;
    this.flush();
    if (this.#rest === null) this.#write(Buffer.from(line, 'latin1'));
    else if (isBeat) this.#beat = line;
    else this.lostLines += 1;
  }

  /** Sends what is left over from before, as far as it fits. */
  flush(): void {
    if (this.#closed || this.#rest === null || !this.#write(this.#rest) || this.#beat === null) return;
    const beat = Buffer.from(this.#beat, 'latin1');
    this.#beat = null;
    this.#write(beat);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#pty.kill('SIGHUP');
  }

  /** Called once when the shell ended; true when it was not this end that closed. */
  ended(): boolean {
    const surprise = !this.#closed;
    this.#closed = true;
    return surprise;
  }

  /** Past node-pty's stream: that one would queue without limit while nobody reads. Says whether nothing is left over. */
  #write(bytes: Buffer): boolean {
    let taken = 0;
    try {
      taken = writeSync(this.#fd, bytes);
    } catch (error) {
      // Any other failure means that the terminal is gone; its end is told by the shell.
      if (!isFull(error)) taken = bytes.length;
    }
    this.#rest = taken < bytes.length ? bytes.subarray(taken) : null;
    return this.#rest === null;
  }
}

const isFull = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK');

function fdOf(pty: IPty): number {
  if ('fd' in pty && typeof pty.fd === 'number') return pty.fd;
  throw new Error('the pseudo terminal has no file descriptor');
}

export function openTerminal(shellPath: string, events: TerminalEvents): Promise<Terminal> {
  return new Promise((resolve, reject) => {
    const pty = spawn('/bin/sh', ['-c', HOLD_OPEN], { encoding: 'latin1', env: { PATH: shellPath }, cols: 80, rows: 24 });
    let terminal: Terminal | null = null;
    let head = '';
    const giveUp = (why: string): void => {
      clearTimeout(late);
      pty.kill('SIGKILL');
      reject(new Error(why));
    };
    const late = setTimeout(() => giveUp('the shell did not say its terminal within 5 s'), PATH_WAIT_MS);
    pty.onData((bytes) => {
      if (terminal !== null) {
        events.onBytes(bytes);
        return;
      }
      head += bytes;
      const said = PATH_LINE.exec(head);
      if (said?.[1] === undefined) {
        if (head.length > HEAD_BYTES_MAX) giveUp(`the shell said no terminal: ${JSON.stringify(head.slice(0, 80))}`);
        return;
      }
      clearTimeout(late);
      terminal = new Terminal(pty, said[1]);
      resolve(terminal);
      // What a host wrote to the terminal of before is lost, like bytes on a cable that is not plugged in.
      const rest = head.slice(said.index + said[0].length);
      if (rest !== '') events.onBytes(rest);
    });
    pty.onExit(() => {
      if (terminal === null) giveUp('the shell that holds the terminal ended at once');
      else if (terminal.ended()) events.onGone();
    });
  });
}
