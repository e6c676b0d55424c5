/**
 * The live feed of one page: one WebSocket, a snapshot first, then whole-bench states and evidence. It reconnects by
 * itself, counts its attempts and knows how old everything is. It only listens: commands never travel here.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { liveMessageSchema } from '../server/contract/live.ts';
import { applyMessage, emptyFeedState, reconnectDelayMs } from './reading/feed-state.ts';
import type { FeedState } from './reading/feed-state.ts';
import { readBench } from './reading/voice.ts';
import type { Reading } from './reading/voice.ts';

export interface FeedLink {
  readonly state: 'connecting' | 'live' | 'down';
  /** Tries since the last good connection. */
  readonly attempts: number;
  readonly nextTryAtMs: number | null;
}

/** Pages redraw at most this often for new values, and at least this often so that ages grow. */
const REDRAW_EVERY_MS = 200;
/** A connection that says nothing for so long is taken to be dead and opened again. */
const SILENT_SOCKET_MS = 20_000;
/** The wall clock ran ahead of the page's own by so much between two looks: the computer slept, or the clock was set. */
const SLEPT_MS = 2_000;
/** The server closes a feed with this when nobody is signed in there any more. */
const SIGNED_OUT = 4401;

const liveAddress = (after: number | null): string => {
  const address = new URL('/api/live', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  if (after !== null) address.searchParams.set('after', String(after));
  return address.href;
};

export class LiveFeed {
  state: FeedState = emptyFeedState;
  link: FeedLink = { state: 'connecting', attempts: 0, nextTryAtMs: null };
  /** Messages that this page could not read; shown, never hidden. */
  notUnderstood = 0;

  readonly #listeners = new Set<() => void>();
  #socket: WebSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;
  #heardAtMs = 0;
  #wallAheadMs = Infinity;
  #redrawn = 0;
  #isWanted = false;
  #seesRecords = false;
  #hasHeard = false;
  readonly #whoIsHere: () => Promise<void>;

  /** Asked when the server may have closed the feed because of who asks. */
  constructor(whoIsHere: () => Promise<void>) {
    this.#whoIsHere = whoIsHere;
  }

  start(): void {
    setInterval(() => {
      if (this.#hasSlept()) {
        if (this.#socket !== null) this.#lose(this.#socket);
        this.dialNow();
      }
      if (this.#socket !== null && this.link.state === 'live' && performance.now() - this.#heardAtMs > SILENT_SOCKET_MS) this.#lose(this.#socket);
      this.#tell();
    }, REDRAW_EVERY_MS);
    addEventListener('online', () => this.dialNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.dialNow();
    });
  }

  /** The clock of a page may stand still while its computer sleeps; the one on the wall does not. A clock that was only set costs one new connection. */
  #hasSlept(): boolean {
    const aheadMs = Date.now() - performance.now();
    const has = aheadMs - this.#wallAheadMs > SLEPT_MS;
    this.#wallAheadMs = aheadMs;
    return has;
  }

  /** Does not wait for the next try. */
  dialNow(): void {
    if (this.#isWanted && this.#socket === null) this.#dial();
  }

  /** Whoever asks may see benches. With the right to records a feed begins anew, to get them. */
  open(seesRecords: boolean): void {
    const isNew = seesRecords && !this.#seesRecords;
    this.#seesRecords = seesRecords;
    if (this.#isWanted && !isNew) return;
    this.#isWanted = true;
    if (isNew) this.state = { ...this.state, lastEvidenceId: null };
    this.#hangUp();
    this.#dial();
  }

  /** Nobody here may see benches any more: nothing of them stays on the page. */
  close(): void {
    if (!this.#isWanted) return;
    this.#isWanted = false;
    this.#seesRecords = false;
    this.#hangUp();
    this.state = emptyFeedState;
    this.link = { state: 'connecting', attempts: 0, nextTryAtMs: null };
    this.#tell();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readings(nowAtMs: number): Reading[] {
    return this.state.benches.map((held) => readBench(held, nowAtMs));
  }

  #hangUp(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
  }

  #dial(): void {
    this.#hangUp();
    this.#hasHeard = false;
    const socket = new WebSocket(liveAddress(this.state.lastEvidenceId));
    this.#socket = socket;
    this.link = { ...this.link, state: this.link.attempts === 0 ? 'connecting' : 'down', nextTryAtMs: null };
    socket.addEventListener('message', (message) => this.#hear(socket, message.data));
    socket.addEventListener('close', ({ code }) => this.#lose(socket, code));
  }

  #hear(socket: WebSocket, told: unknown): void {
    if (socket !== this.#socket) return;
    const atMs = performance.now();
    this.#heardAtMs = atMs;
    const message = liveMessageSchema.safeParse(parseJson(told));
    if (!message.success) {
      this.notUnderstood += 1;
      this.#tell();
      return;
    }
    this.state = applyMessage(this.state, message.data, atMs);
    this.#hasHeard = true;
    if (message.data.type === 'snapshot') this.#beLive();
    // Values wait for the next redraw, so that figures stay calm; a trip or a new state does not.
    const isUrgent = message.data.type !== 'bench' || (message.data.bench.status?.trip ?? null) !== null;
    if (isUrgent || atMs - this.#redrawn >= REDRAW_EVERY_MS) this.#tell();
  }

  #beLive(): void {
    // While nothing was heard a session may have ended: after a computer has slept, nobody else says so.
    if (this.link.attempts > 0) void this.#whoIsHere();
    this.link = { state: 'live', attempts: 0, nextTryAtMs: null };
  }

  #lose(socket: WebSocket, code: number | null = null): void {
    if (socket !== this.#socket) return;
    this.#hangUp();
    this.link = { state: 'down', attempts: this.link.attempts + 1, nextTryAtMs: null };
    if (code === SIGNED_OUT) void this.#whoIsHere().then(() => this.#dialLater());
    else {
      // A server that refuses a feed looks like one that is away.
      if (!this.#hasHeard) void this.#whoIsHere();
      this.#dialLater();
    }
    this.#tell();
  }

  #dialLater(): void {
    if (!this.#isWanted || this.#socket !== null || this.#retry !== null) return;
    const waitMs = reconnectDelayMs(this.link.attempts - 1, Math.random());
    this.link = { ...this.link, nextTryAtMs: performance.now() + waitMs };
    this.#retry = setTimeout(() => this.#dial(), waitMs);
  }

  #tell(): void {
    this.#redrawn = performance.now();
    for (const listener of this.#listeners) listener();
  }
}

function parseJson(told: unknown): unknown {
  if (typeof told !== 'string') return null;
  try {
    return JSON.parse(told);
  } catch {
    return null;
  }
}

/** Redraws its element whenever the feed says so. */
export class FeedController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #feed: () => LiveFeed | undefined;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, feed: () => LiveFeed | undefined) {
    this.#host = host;
    this.#feed = feed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.#feed()?.listen(() => this.#host.requestUpdate()) ?? null;
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
