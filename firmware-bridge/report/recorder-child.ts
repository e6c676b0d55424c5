/**
 * The guard's side of the recorder: forks it, restarts it when it dies or hangs, and keeps evidence until it is on the
 * disk. It loads no native code, does no synchronous file work, never throws into the guard and never waits for anything.
 */
import type { ChildProcess } from 'node:child_process';
import type { FromRecorder, ToRecorder } from '../contract/recorder-pipe.ts';
import { backoffMs } from './backoff.ts';
import type { SetTimer } from './clock.ts';
import { forkRecorder } from './fork-recorder.ts';
import { judgeEnded, judgeRecorder, STARTING, type RecorderHealth, type RecorderSaid } from './recorder-health.ts';
import { Unrecorded } from './unrecorded.ts';

const RESTART = { firstMs: 100, longestMs: 5_000 };
/** A run this long was a good one: the next restart is quick again. */
const GOOD_RUN_MS = 10_000;
const TICK_MS = 500;
/** The recorder says its health every 10 s; one that is silent for this long is replaced. */
const SILENCE_MS_MAX = 30_000;
/** Messages on the way to the recorder above which states and log lines are dropped. */
const BACKED_UP = 64;
const ORDER_RESULTS_BACKED_UP = 2_000;
const STOP_RECORD_MS_MAX = 2_000;
const STOP_EXIT_MS_MAX = 3_000;

export interface RecorderChildOptions {
  /** The recorder's `main.ts`. */
  readonly entry: string;
  readonly args: readonly string[];
  /** Takes what the recorder writes to stderr, for example `<state>/log/recorder.err`. */
  readonly errorLog: string;
  /** Facts and orders of the server. What it throws is the guard's own matter. */
  readonly onMessage: (message: Extract<FromRecorder, { type: 'facts' | 'order' }>) => void;
  /** Called at each change of `canRecord`, `problem` or `why`. */
  readonly onHealth: (health: RecorderHealth) => void;
  /** Monotonic (ms). */
  readonly now: () => number;
  readonly setTimer: SetTimer;
  /** In [0, 1), spreads restarts. */
  readonly random: () => number;
}

export interface RecorderChild {
  readonly send: (message: ToRecorder) => void;
  /** False until the recorder has proved that it can write. */
  readonly canRecord: boolean;
  readonly health: RecorderHealth;
  /** Evidence in memory that is not known to be on the disk. */
  readonly unrecordedCount: number;
  /** Evidence that found no room in memory since start; the guard reports it as `evidence-lost`. */
  readonly lostCount: number;
  /** States and log lines dropped since start because the recorder was away or slow. */
  readonly droppedCount: number;
  readonly pid: number | null;
  /** Lets the recorder write and deliver what it has, and resolves when it is gone; at most some 5 s. */
  readonly stop: () => Promise<void>;
}

export function createRecorderChild(options: RecorderChildOptions): RecorderChild {
  return new ForkedRecorder(options);
}

class ForkedRecorder implements RecorderChild {
  readonly #options: RecorderChildOptions;
  readonly #unrecorded = new Unrecorded();
  #child: ChildProcess | null = null;
  #isStarting = false;
  /** True once the running recorder has spoken; evidence is not sent into one that may refuse to start. */
  #isReady = false;
  #said: RecorderSaid | null = null;
  #health: RecorderHealth = STARTING;
  #onTheWay = 0;
  #dropped = 0;
  #attempt = 0;
  #startedAtMs = 0;
  #heardAtMs = 0;
  #tickedAtMs = 0;
  #waitingSinceAtMs: number | null = null;
  #stopping: (() => void) | null = null;
  #stopped: Promise<void> | null = null;
  #cancelTick: () => void;

  constructor(options: RecorderChildOptions) {
    this.#options = options;
    this.#tickedAtMs = options.now();
    this.#cancelTick = options.setTimer(TICK_MS, () => this.#tick());
    this.#start();
  }

  get canRecord(): boolean {
    return this.#health.canRecord;
  }

  get health(): RecorderHealth {
    return this.#health;
  }

  get unrecordedCount(): number {
    return this.#unrecorded.size;
  }

  get lostCount(): number {
    return this.#unrecorded.lost;
  }

  get droppedCount(): number {
    return this.#dropped;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  send(message: ToRecorder): void {
    switch (message.type) {
      case 'evidence':
        if (this.#unrecorded.add(message.event) && this.#isReady) this.#write(message);
        if (this.#unrecorded.isFull) this.#judge();
        return;
      case 'order-result':
        if (this.#isReady && this.#onTheWay < ORDER_RESULTS_BACKED_UP) this.#write(message);
        return;
      case 'telemetry':
      case 'log':
        if (this.#isReady && this.#onTheWay < BACKED_UP) this.#write(message);
        else this.#dropped += 1;
        return;
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= new Promise((resolve) => {
      this.#stopping = resolve;
      if (this.#child !== null) this.#finish();
      else if (this.#unrecorded.size > 0 && !this.#isStarting) this.#start();
      else if (!this.#isStarting) this.#gone();
    });
    return this.#stopped;
  }

  #start(): void {
    const { entry, args, errorLog, now } = this.#options;
    this.#isStarting = true;
    this.#startedAtMs = now();
    this.#heardAtMs = now();
    forkRecorder({ entry, args, errorLog }, {
      forked: (child) => {
        this.#isStarting = false;
        this.#child = child;
        if (this.#stopping !== null) this.#finish();
      },
      received: (message) => this.#received(message),
      ended: (why) => this.#ended(why),
    });
  }

  #received(message: FromRecorder): void {
    this.#heardAtMs = this.#options.now();
    switch (message.type) {
      case 'recorded':
        this.#unrecorded.recorded(message.seq);
        this.#waitingSinceAtMs = this.#unrecorded.size === 0 ? null : this.#heardAtMs;
        this.#judge();
        if (this.#stopping !== null && this.#unrecorded.size === 0) this.#hangUp();
        return;
      case 'health': {
        const couldRecord = this.#said?.canRecord ?? false;
        this.#said = { canRecord: message.canRecord, why: message.why };
        // First words, or well again: it may have refused some while its disk was full. Twice is harmless.
        if (!this.#isReady || (!couldRecord && message.canRecord)) this.#sendAll();
        this.#judge();
        return;
      }
      case 'facts':
      case 'order':
        this.#options.onMessage(message);
        return;
    }
  }

  #sendAll(): void {
    this.#isReady = true;
    for (const event of this.#unrecorded.all()) this.#write({ type: 'evidence', event });
  }

  #write(message: ToRecorder): void {
    const child = this.#child;
    if (child === null || !child.connected) return;
    if (message.type === 'evidence') this.#waitingSinceAtMs ??= this.#options.now();
    this.#onTheWay += 1;
    try {
      child.send(message, () => {
        if (child === this.#child) this.#onTheWay -= 1;
      });
    } catch {
      // Its end is reported by its own event; evidence stays in memory until then.
      this.#onTheWay -= 1;
    }
  }

  #tick(): void {
    const now = this.#options.now();
    const isLate = now - this.#tickedAtMs > TICK_MS * 4;
    this.#tickedAtMs = now;
    this.#cancelTick = this.#options.setTimer(TICK_MS, () => this.#tick());
    // After a stall of this process the recorder's words are still unread: its silence proves nothing.
    if (isLate) this.#heardAtMs = now;
    else if (this.#child !== null && now - this.#heardAtMs > SILENCE_MS_MAX) this.#child.kill('SIGKILL');
    this.#judge();
  }

  #ended(why: string): void {
    const health = judgeEnded(this.#said, why);
    this.#isStarting = false;
    this.#child = null;
    this.#isReady = false;
    this.#said = null;
    this.#onTheWay = 0;
    this.#waitingSinceAtMs = null;
    if (this.#stopping !== null) {
      this.#gone();
      return;
    }
    this.#tell(health);
    if (this.#options.now() - this.#startedAtMs > GOOD_RUN_MS) this.#attempt = 0;
    const delayMs = backoffMs(RESTART, this.#attempt, this.#options.random());
    this.#attempt += 1;
    this.#options.setTimer(delayMs, () => {
      if (this.#stopping === null) this.#start();
    });
  }

  #judge(): void {
    if (this.#said === null) return;
    const waitedMs = this.#waitingSinceAtMs === null ? 0 : this.#options.now() - this.#waitingSinceAtMs;
    this.#tell(judgeRecorder(this.#said, waitedMs, this.#unrecorded.isFull));
  }

  #tell(health: RecorderHealth): void {
    const { canRecord, problem, why } = this.#health;
    if (health.canRecord === canRecord && health.problem === problem && health.why === why) return;
    this.#health = health;
    this.#options.onHealth(health);
  }

  /** Stopping: waits for the disk, but not for ever. */
  #finish(): void {
    if (this.#unrecorded.size === 0) this.#hangUp();
    else this.#options.setTimer(STOP_RECORD_MS_MAX, () => this.#hangUp());
  }

  /** Ends the channel, which tells the recorder to finish, and makes sure that it does. */
  #hangUp(): void {
    const child = this.#child;
    if (child === null || !child.connected) return;
    child.disconnect();
    this.#options.setTimer(STOP_EXIT_MS_MAX, () => child.kill('SIGKILL'));
  }

  #gone(): void {
    this.#cancelTick();
    this.#stopping?.();
  }
}
