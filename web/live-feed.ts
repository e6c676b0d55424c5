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
  #redrawn = 0;

  start(): void {
    this.#dial();
    setInterval(() => {
      if (this.#socket !== null && this.link.state === 'live' && performance.now() - this.#heardAtMs > SILENT_SOCKET_MS) this.#lose(this.#socket);
      this.#tell();
    }, REDRAW_EVERY_MS);
    addEventListener('online', () => this.dialNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.dialNow();
    });
  }

  /** Does not wait for the next try. */
  dialNow(): void {
    if (this.#socket === null) this.#dial();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readings(nowAtMs: number): Reading[] {
    return this.state.benches.map((held) => readBench(held, nowAtMs));
  }

  #dial(): void {
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    const socket = new WebSocket(liveAddress(this.state.lastEvidenceId));
    this.#socket = socket;
    this.link = { ...this.link, state: this.link.attempts === 0 ? 'connecting' : 'down', nextTryAtMs: null };
    socket.addEventListener('message', (message) => this.#hear(socket, message.data));
    socket.addEventListener('close', () => this.#lose(socket));
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
    if (message.data.type === 'snapshot') this.link = { state: 'live', attempts: 0, nextTryAtMs: null };
    // Values wait for the next redraw, so that figures stay calm; a trip or a new state does not.
    const isUrgent = message.data.type !== 'bench' || (message.data.bench.status?.trip ?? null) !== null;
    if (isUrgent || atMs - this.#redrawn >= REDRAW_EVERY_MS) this.#tell();
  }

  #lose(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    socket.close();
    const attempts = this.link.attempts + 1;
    const waitMs = reconnectDelayMs(attempts - 1, Math.random());
    this.link = { state: 'down', attempts, nextTryAtMs: performance.now() + waitMs };
    this.#retry = setTimeout(() => this.#dial(), waitMs);
    this.#tell();
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
