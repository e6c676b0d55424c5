/**
 * One child process that is started again when it ends: in a process group of its own (so that Ctrl-C reaches only the
 * supervisor), its output always drained, its restarts spaced out. It must never give up on a child that once was well.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { parseChildLine } from './child-line.ts';
import type { FirstPeople, Refused } from './child-line.ts';
import { PROJECT_ROOT } from './project.ts';
import { restartDelayMs } from './restart-delay.ts';

const LAST_WORDS_MAX = 40;
const LINE_CHARS_MAX = 2000;
const GROUP_POLL_MS = 25;
const DRAIN_MS = 80;
const LEFT_BEHIND_MS = 3_000;

export interface KeptAliveEvents {
  readonly started: (pid: number) => void;
  /** It ended without being asked and is started anew. */
  readonly ended: (how: string, lastWords: readonly string[], againInMs: number) => void;
  readonly refused: (refused: Refused) => void;
}

export interface KeptAliveOptions {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Gives it a standard input that closes when the supervisor dies, so that it can end too. */
  readonly tied: boolean;
}

export type FirstStart = { readonly ok: true; readonly url: string | null; readonly people: FirstPeople; readonly notes: readonly string[] } | { readonly ok: false; readonly refused: Refused };

export class KeptAlive {
  readonly name: string;
  readonly #args: readonly string[];
  readonly #tied: boolean;
  readonly #env: NodeJS.ProcessEnv;
  readonly #events: KeptAliveEvents;
  #child: ChildProcess | null = null;
  #groupPid: number | null = null;
  #lastWords: string[] = [];
  #delayMs = 0;
  #timer: NodeJS.Timeout | null = null;
  #wanted = false;
  #onFirst: ((first: FirstStart) => void) | null = null;
  #wasReady = false;

  constructor({ name, args, env, tied }: KeptAliveOptions, events: KeptAliveEvents) {
    this.name = name;
    this.#tied = tied;
    this.#args = args;
    this.#env = env;
    this.#events = events;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Resolves at the first ready line, or when the first start is refused. */
  start(): Promise<FirstStart> {
    this.#wanted = true;
    return new Promise((resolve) => {
      this.#onFirst = (first) => {
        this.#onFirst = null;
        if (!first.ok) this.#wanted = false;
        resolve(first);
      };
      this.#spawn();
    });
  }

  /** Asks it to end, waits, and at last ends its whole group by force. Answers whether it ended by itself. */
  async stop(withinMs: number): Promise<boolean> {
    this.#wanted = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#child?.kill('SIGTERM');
    return this.#groupPid === null || endGroup(this.#groupPid, withinMs);
  }

  killNow(): void {
    this.#wanted = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#groupPid !== null) signalGroup(this.#groupPid, 'SIGKILL');
  }

  #spawn(): void {
    this.#timer = null;
    this.#lastWords = [];
    const startedAtMs = performance.now();
    const child = spawn(process.execPath, this.#args, { cwd: PROJECT_ROOT, env: this.#env, detached: true, stdio: [this.#tied ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
    child.stdin?.on('error', () => { /* It ended; its end is reported by itself. */ });
    this.#child = child;
    let refused: Refused | null = null;
    this.#readLines(child.stdout, (line) => {
      const parsed = parseChildLine(line);
      if (parsed.type === 'refused') refused = parsed.refused;
      if (parsed.type === 'other') this.#keep(line);
      if (parsed.type === 'ready') {
        this.#wasReady = true;
        this.#onFirst?.({ ok: true, url: parsed.url, people: parsed.people, notes: parsed.notes });
      }
    });
    this.#readLines(child.stderr, (line) => { this.#keep(line); });
    child.once('spawn', () => {
      this.#groupPid = child.pid ?? null;
      if (child.pid !== undefined) this.#events.started(child.pid);
    });
    child.once('error', (error) => { this.#keep(error.message); });
    let isOver = false;
    const over = (code: number | null, signal: string | null): void => {
      if (isOver) return;
      isOver = true;
      this.#onEnd(code, signal, refused, performance.now() - startedAtMs);
    };
    child.once('close', over);
    // A grandchild may hold the pipes open after its parent's end; what was printed before arrives within this time.
    child.once('exit', (code, signal) => { setTimeout(over, DRAIN_MS, code, signal); });
  }

  #readLines(stream: Readable | null, use: (line: string) => void): void {
    if (stream === null) return;
    stream.on('error', () => { /* The child is gone; its end is reported by itself. */ });
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', (line) => { use(line.slice(0, LINE_CHARS_MAX)); });
  }

  #keep(line: string): void {
    this.#lastWords = [...this.#lastWords, line].slice(-LAST_WORDS_MAX);
  }

  #onEnd(code: number | null, signal: string | null, refused: Refused | null, livedMs: number): void {
    const pid = this.#child?.pid;
    this.#child = null;
    // What it had started (the recorder) may finish its last write, but not live on beside its successor's.
    if (pid !== undefined && this.#wanted) void endGroup(pid, LEFT_BEHIND_MS);
    const how = signal === null ? `exit code ${code ?? 'unknown'}` : `ended by ${signal}`;
    if (!this.#wanted) return;
    if (refused !== null && !this.#wasReady) {
      this.#onFirst?.({ ok: false, refused });
      return;
    }
    this.#delayMs = restartDelayMs(this.#delayMs, livedMs);
    if (refused === null) this.#events.ended(how, this.#lastWords, this.#delayMs);
    else this.#events.refused(refused);
    this.#timer = setTimeout(() => { this.#spawn(); }, this.#delayMs);
  }
}

/** A signal to a whole process group; false when nobody of it is left. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** Waits for the end of a process group, and forces it at last. Answers whether it ended by itself. */
async function endGroup(pid: number, withinMs: number): Promise<boolean> {
  const untilMs = performance.now() + withinMs;
  while (signalGroup(pid, 0)) {
    if (performance.now() > untilMs) {
      signalGroup(pid, 'SIGKILL');
      return false;
    }
    await new Promise((resolve) => { setTimeout(resolve, GROUP_POLL_MS); });
  }
  return true;
}
