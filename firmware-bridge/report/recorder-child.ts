/**
 * The guard's side of the recorder: forks it, restarts it when it dies or hangs, and keeps evidence until it is on the
 * disk. It loads no native code, does no synchronous file work, never throws into the guard and never waits for anything.
 */
import type { FromRecorder, ToRecorder } from '../contract/recorder-pipe.ts';
import { AnswerWatch } from './answer-watch.ts';
import type { SetTimer } from './clock.ts';
import { forkRecorder } from './fork-recorder.ts';
import { judgeEnded, judgeRecorder, STARTING, type RecorderHealth, type RecorderSaid } from './recorder-health.ts';
import { RestartPace } from './restart-pace.ts';
import { SendPipe } from './send-pipe.ts';
import { Unrecorded } from './unrecorded.ts';

const TICK_MS = 500;
/** Messages on the way above which states and log lines are dropped. */
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
  /** Facts and orders of the server, and where the black boxes stand. What it throws is the guard's own matter. */
  readonly onMessage: (message: Extract<FromRecorder, { type: 'facts' | 'order' | 'black-box' | 'black-box-ended' }>) => void;
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
  /** Sends it if there is room on the way, else answers false. */
  readonly offer: (message: ToRecorder) => boolean;
  /** Recorders that have spoken since start; each but the last died with what was on its way to it. */
  readonly startCount: number;
  /** False until the recorder has proved that it can write. */
  readonly canRecord: boolean;
  readonly health: RecorderHealth;
  /** Evidence in memory that is not known to be on the disk. */
  readonly unrecordedCount: number;
  /** Evidence that found no room in memory since start; the guard reports it as `evidence-lost`. */
  readonly lostCount: number;
  /** States and log lines dropped since start. */
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
  #pipe: SendPipe | null = null;
  #isStarting = false;
  /** The running recorder has spoken; nothing is sent into one that may refuse to start. */
  #isReady = false;
  #said: RecorderSaid | null = null;
  #health: RecorderHealth = STARTING;
  #dropped = 0;
  #startCount = 0;
  readonly #pace = new RestartPace();
  readonly #watch: AnswerWatch;
  #stopping: (() => void) | null = null;
  #stopped: Promise<void> | null = null;
  #cancelTick: () => void;
  #cancelStop: (() => void) | null = null;

  constructor(options: RecorderChildOptions) {
    this.#options = options;
    this.#watch = new AnswerWatch(options.now());
    this.#cancelTick = options.setTimer(TICK_MS, () => this.#tick());
    this.#start();
  }

  get canRecord(): boolean { return this.#health.canRecord; }
  get health(): RecorderHealth { return this.#health; }
  get unrecordedCount(): number { return this.#unrecorded.size; }
  get lostCount(): number { return this.#unrecorded.lost; }
  get droppedCount(): number { return this.#dropped; }
  get startCount(): number { return this.#startCount; }
  get pid(): number | null { return this.#pipe?.child.pid ?? null; }

  send(message: ToRecorder): void {
    switch (message.type) {
      case 'evidence':
        if (this.#unrecorded.add(message.event) && this.#isReady) this.#write(message);
        if (this.#unrecorded.isFull) this.#judge();
        return;
      case 'order-result':
        if (this.#hasRoom(ORDER_RESULTS_BACKED_UP)) this.#write(message);
        return;
      case 'telemetry':
      case 'log':
        if (!this.offer(message)) this.#dropped += 1;
        return;
      case 'black-box':
      case 'black-box-end':
      case 'known-database':
        this.offer(message);
        return;
    }
  }

  offer(message: ToRecorder): boolean {
    const hasRoom = this.#hasRoom(BACKED_UP);
    if (hasRoom) this.#write(message);
    return hasRoom;
  }

  stop(): Promise<void> {
    this.#stopped ??= new Promise((resolve) => {
      this.#stopping = resolve;
      if (this.#pipe !== null) this.#finish();
      else if (this.#unrecorded.size > 0 && !this.#isStarting) this.#start();
      else if (!this.#isStarting) this.#gone();
    });
    return this.#stopped;
  }

  #start(): void {
    const { entry, args, errorLog, now } = this.#options;
    this.#isStarting = true;
    this.#watch.started(now());
    this.#pace.started(now());
    forkRecorder({ entry, args, errorLog }, {
      forked: (child) => {
        this.#isStarting = false;
        this.#pipe = new SendPipe(child);
        if (this.#stopping !== null) this.#finish();
      },
      received: (message) => this.#received(message),
      ended: (why) => this.#ended(why),
    });
  }

  #received(message: FromRecorder): void {
    const nowMs = this.#options.now();
    this.#watch.heard(nowMs);
    switch (message.type) {
      case 'recorded':
        this.#unrecorded.recorded(message.seq);
        this.#watch.progressed(nowMs, this.#unrecorded.size > 0);
        this.#judge();
        if (this.#stopping !== null && this.#unrecorded.size === 0) this.#hangUp();
        return;
      case 'health': {
        const couldRecord = this.#said?.canRecord ?? false;
        this.#said = message;
        // First words, or well again: it may have refused some while its disk was full. Twice is harmless.
        if (!this.#isReady || (!couldRecord && message.canRecord)) {
          for (const event of this.#unrecorded.all()) this.#write({ type: 'evidence', event });
        }
        if (!this.#isReady) this.#startCount += 1;
        this.#isReady = true;
        this.#judge();
        return;
      }
      case 'facts':
      case 'order':
      case 'black-box':
      case 'black-box-ended':
        this.#options.onMessage(message);
        return;
    }
  }

  #hasRoom(onTheWayMax: number): boolean {
    return this.#isReady && this.#pipe !== null && this.#pipe.onTheWay < onTheWayMax;
  }

  #write(message: ToRecorder): void {
    if (message.type === 'evidence') this.#watch.sent(this.#options.now());
    this.#pipe?.write(message);
  }

  #tick(): void {
    this.#cancelTick = this.#options.setTimer(TICK_MS, () => this.#tick());
    if (this.#watch.tick(this.#options.now())) this.#pipe?.child.kill('SIGKILL');
    this.#judge();
  }

  #ended(why: string): void {
    const health = judgeEnded(this.#said, why);
    this.#isStarting = false;
    this.#pipe = null;
    this.#isReady = false;
    this.#said = null;
    if (this.#stopping !== null) {
      this.#gone();
      return;
    }
    this.#tell(health);
    const { now, random, setTimer } = this.#options;
    setTimer(this.#pace.endedMs(now(), random()), () => {
      if (this.#stopping === null) this.#start();
    });
  }

  #judge(): void {
    if (this.#said === null) return;
    this.#tell(judgeRecorder(this.#said, this.#watch.waitedMs(this.#options.now()), this.#unrecorded.isFull));
  }

  #tell(health: RecorderHealth): void {
    const { problem, why } = this.#health;
    if (health.problem === problem && health.why === why) return;
    this.#health = health;
    this.#options.onHealth(health);
  }

  /** Stopping: waits for the disk, but not for ever. */
  #finish(): void {
    if (this.#unrecorded.size === 0) this.#hangUp();
    else this.#cancelStop = this.#options.setTimer(STOP_RECORD_MS_MAX, () => this.#hangUp());
  }

  /** Ends the channel, which tells the recorder to finish, and makes sure that it does. */
  #hangUp(): void {
    const child = this.#pipe?.child;
    if (child === undefined || !child.connected) return;
    child.disconnect();
    this.#cancelStop?.();
    this.#cancelStop = this.#options.setTimer(STOP_EXIT_MS_MAX, () => child.kill('SIGKILL'));
  }

  #gone(): void {
    this.#cancelTick();
    this.#cancelStop?.();
    this.#stopping?.();
  }
}
