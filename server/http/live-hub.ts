/**
 * Fans the board and the evidence out to every page: each message is made once for all. A page that reads too slowly gets
 * nothing until it has caught up, then a new snapshot; it never holds up another one.
 */
import type { BenchView, LiveMessage } from '../contract/live.ts';
import type { Board } from '../domain/board.ts';
import type { AppendedEvidence, Store } from '../domain/store-port.ts';
import type { About, Edges } from './ports.ts';

/** At most ten states a second and bench; at least one, so that ages stay honest. */
const STATE_GAP_MS_MIN = 100;
const STATE_GAP_MS_MAX = 1000;
/** More unread bytes than this: the page is behind (a snapshot of 32 benches has about 150 KB). */
const BEHIND_BYTES = 1024 * 1024;
const CAUGHT_UP_BYTES = 64 * 1024;
const BEHIND_MS_MAX = 60_000;
/** Resumed from the asked number when no more than this was missed. */
const RESUME_MAX = 500;
const RECENT = 100;

export interface LivePeer {
  bufferedBytes(): number;
  send(message: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

export interface LiveHub {
  /** Sends the snapshot at once; returns what to call when the page has gone. */
  join(peer: LivePeer, after: number | null): () => void;
  benchesChanged(benches: readonly string[]): void;
  boardShrank(): void;
  evidenceStored(items: readonly AppendedEvidence[]): void;
  /** Sends what has become due; called every 25 ms or so. */
  pump(): void;
  count(): number;
  closeAll(): void;
}

interface Page {
  readonly peer: LivePeer;
  lastId: number | null;
  behindSinceMs: number | null;
}

export function createLiveHub(about: About, store: Store, board: Board, edges: Edges): LiveHub {
  const pages = new Set<Page>();
  const sentAtMs = new Map<string, number>();
  const dirty = new Set<string>();
  const encodeBench = createBenchEncoder();

  const snapshot = (page: Page): void => {
    const lastId = store.lastEvidenceId();
    const resumable = page.lastId !== null && page.lastId <= lastId && store.countAfter(page.lastId, RESUME_MAX + 1) <= RESUME_MAX;
    const message: LiveMessage = {
      type: 'snapshot',
      after: lastId,
      version: about.version,
      store: { name: about.storeName, virtual: about.virtual },
      serverTimeIso: new Date(edges.epochMs()).toISOString(),
      benches: board.views(edges.nowMs()),
      recent: store.events(null, resumable ? { limit: RESUME_MAX, before: null, after: page.lastId } : { limit: RECENT, before: null, after: null }),
    };
    page.peer.send(encode(JSON.stringify(message)));
    page.lastId = lastId;
    page.behindSinceMs = null;
  };
  const deliver = (message: Uint8Array, lastId: number | null): void => {
    for (const page of pages) {
      if (page.behindSinceMs !== null) continue;
      if (page.peer.bufferedBytes() > BEHIND_BYTES) {
        page.behindSinceMs = edges.nowMs();
        continue;
      }
      page.peer.send(message);
      if (lastId !== null) page.lastId = lastId;
    }
  };
  const sendBench = (bench: string, nowMs: number): void => {
    dirty.delete(bench);
    sentAtMs.set(bench, nowMs);
    const view = board.view(bench, nowMs);
    if (view !== null && pages.size > 0) deliver(encodeBench(view), null);
  };
  const isDue = (bench: string, nowMs: number): boolean => {
    const gapMs = nowMs - (sentAtMs.get(bench) ?? -Infinity);
    return gapMs >= STATE_GAP_MS_MAX || (gapMs >= STATE_GAP_MS_MIN && dirty.has(bench));
  };
  const catchUp = (page: Page, nowMs: number): void => {
    if (page.behindSinceMs === null) return;
    if (page.peer.bufferedBytes() <= CAUGHT_UP_BYTES) snapshot(page);
    else if (nowMs - page.behindSinceMs > BEHIND_MS_MAX) page.peer.terminate();
  };

  return {
    join(peer, after) {
      const page: Page = { peer, lastId: after, behindSinceMs: null };
      snapshot(page);
      pages.add(page);
      return () => pages.delete(page);
    },
    benchesChanged(benches) {
      const nowMs = edges.nowMs();
      for (const bench of benches) {
        dirty.add(bench);
        if (isDue(bench, nowMs)) sendBench(bench, nowMs);
      }
    },
    boardShrank() {
      for (const page of pages) if (page.behindSinceMs === null) snapshot(page);
    },
    evidenceStored(items) {
      if (pages.size === 0) return;
      for (const { id, receivedAtIso, raw } of items) {
        // The event goes out as it came; only the envelope round it is made here.
        deliver(encode(`{"type":"evidence","item":{"id":${id},"receivedAtIso":${JSON.stringify(receivedAtIso)},"event":${raw}}}`), id);
      }
    },
    pump() {
      if (pages.size === 0) return;
      const nowMs = edges.nowMs();
      for (const bench of board.ids()) if (isDue(bench, nowMs)) sendBench(bench, nowMs);
      for (const page of pages) catchUp(page, nowMs);
    },
    count: () => pages.size,
    closeAll() {
      for (const { peer } of pages) peer.close(1012, 'the server ends');
    },
  };
}

const encode = (text: string): Uint8Array => Buffer.from(text);

/** A state is written as text once, also when it is repeated only for its age. */
function createBenchEncoder(): (view: BenchView) => Uint8Array {
  const texts = new WeakMap<object, string>();
  const textOf = (status: object): string => {
    const text = texts.get(status) ?? JSON.stringify(status);
    texts.set(status, text);
    return text;
  };
  return ({ id, name, status, ageMs, bridgeConnected }) => encode(
    `{"type":"bench","bench":{"id":${JSON.stringify(id)},"name":${JSON.stringify(name)},"status":${status === null ? 'null' : textOf(status)},` +
    `"ageMs":${String(ageMs)},"bridgeConnected":${String(bridgeConnected)}}}`,
  );
}
