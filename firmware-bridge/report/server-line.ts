/**
 * One line to the server, dialled again for ever: token, backoff, and a limit for silence, so that a hung server is
 * noticed. It knows nothing of what is said on the line.
 */
import { backoffMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Dial, DialledSocket } from './dial-websocket.ts';
import type { Log } from './log.ts';
import { textOf } from './refusal.ts';

const REDIAL = { firstMs: 200, longestMs: 5_000 };
const DIAL_MS_MAX = 10_000;
/** The server repeats its facts every 15 s: three missed. */
const SILENCE_MS_MAX = 45_000;
const LOOK_MS = 5_000;

export interface ServerLineOptions {
  readonly dial: Dial;
  /** Read at each dial; null while there is none. */
  readonly readToken: () => Promise<string | null>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onOpened: () => void;
  readonly onReceived: (text: string | null) => void;
  readonly onClosed: () => void;
  /** True when an answer that the server owes is overdue. */
  readonly isOverdue: (nowMs: number, limitMs: number) => boolean;
  readonly log: Log;
}

export class ServerLine {
  readonly #options: ServerLineOptions;
  #socket: DialledSocket | null = null;
  #isOpen = false;
  #heardAtMs = 0;
  #attempt = 0;
  #call = 0;
  #stopped = false;
  #lastNotice = '';
  #cancel: (() => void) | null = null;

  constructor(options: ServerLineOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  bufferedBytes(): number {
    return this.#socket?.bufferedBytes() ?? 0;
  }

  start(): void {
    void this.#dial();
  }

  send(text: string): void {
    if (this.#isOpen) this.#socket?.send(text);
  }

  /** Gives this connection up and dials again. */
  redial(why: string): void {
    const socket = this.#socket;
    const wasOpen = this.#isOpen;
    this.#call += 1;
    this.#socket = null;
    this.#isOpen = false;
    socket?.close();
    if (wasOpen) this.#options.onClosed();
    if (this.#stopped) return;
    this.#notice('warn', `no line to the server: ${why}`);
    const delayMs = backoffMs(REDIAL, this.#attempt, this.#options.random());
    this.#attempt += 1;
    this.#later(delayMs, () => void this.#dial());
  }

  stop(): void {
    this.#stopped = true;
    this.redial('stopped');
    this.#cancel?.();
  }

  async #dial(): Promise<void> {
    const { readToken, dial, clock } = this.#options;
    this.#call += 1;
    const call = this.#call;
    const isCurrent = (): boolean => call === this.#call;
    // A token that never comes (a hung disk) must not end the dialling.
    this.#later(DIAL_MS_MAX, () => this.redial('dialling took too long'));
    try {
      const token = await readToken();
      if (!isCurrent()) return;
      if (token === null) {
        this.redial('the token file is missing or not a token; the server makes it');
        return;
      }
      this.#socket = dial(token, {
        opened: () => {
          if (!isCurrent()) return;
          this.#isOpen = true;
          this.#heardAtMs = clock.nowMs();
          this.#look();
          this.#options.onOpened();
        },
        received: (text) => {
          if (isCurrent()) this.#received(text);
        },
        ended: (why) => {
          if (isCurrent()) this.redial(why);
        },
      });
    } catch (error) {
      if (isCurrent()) this.redial(textOf(error));
    }
  }

  #received(text: string | null): void {
    this.#heardAtMs = this.#options.clock.nowMs();
    // Only a server that speaks is a server: one that takes the call and hangs up is not dialled ever faster.
    this.#attempt = 0;
    this.#notice('info', 'the line to the server is open');
    this.#options.onReceived(text);
  }

  #look(): void {
    this.#later(LOOK_MS, () => {
      const nowMs = this.#options.clock.nowMs();
      if (nowMs - this.#heardAtMs > SILENCE_MS_MAX) this.redial(`the server was silent for ${SILENCE_MS_MAX / 1_000} s`);
      else if (this.#options.isOverdue(nowMs, SILENCE_MS_MAX)) this.redial('the server does not acknowledge');
      else this.#look();
    });
  }

  #later(delayMs: number, run: () => void): void {
    this.#cancel?.();
    this.#cancel = this.#options.clock.setTimer(delayMs, run);
  }

  #notice(level: 'info' | 'warn', text: string): void {
    if (text === this.#lastNotice) return;
    this.#lastNotice = text;
    this.#options.log(level, text);
  }
}
