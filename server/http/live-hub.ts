/**
 * Fans the board and the evidence out to every page: each message is made once for all. States are whole and the latest
 * wins; evidence carries the server's number, so that a page can go on where it was.
 */
import type { BenchView, LiveMessage } from '../contract/live.ts';
import type { Board } from '../domain/board.ts';
import type { AppendedEvidence, StopPlace, Store } from '../domain/store-port.ts';
import type { AlarmNote } from '../contract/alarms.ts';
import type { PeopleNotes } from '../domain/notes-port.ts';
import type { Judgement } from '../contract/judgement.ts';
import { createLivePage } from './live-page.ts';
import type { About as Tells, LivePage, LivePeer, MakeSnapshot, Sees } from './live-page.ts';
import type { About, Edges } from './ports.ts';

/** At most ten states a second and bench; at least one, so that ages stay honest. */
const STATE_GAP_MS_MIN = 100;
const STATE_GAP_MS_MAX = 1000;
/** Resumed from the asked number when no more than this was missed. */
const RESUME_MAX = 500;
const RECENT = 100;
const CASES_GAP_MS = 250;

export interface LiveHub {
  /** Sends the snapshot at once; returns what to call when the page has gone. */
  join(peer: LivePeer, after: number | null, sees?: Sees): () => void;
  benchesChanged(benches: readonly string[]): void;
  boardShrank(): void;
  evidenceStored(items: readonly AppendedEvidence[]): void;
  judged(stop: StopPlace, judgement: Judgement): void;
  /** For every page that sees benches: what is quiet on one screen is quiet on all. */
  alarmNoted(note: AlarmNote): void;
  /** Something happened to a case; told a few times a second at most. */
  casesChanged(): void;
  /** Sends what has become due; called every 25 ms or so. */
  pump(): void;
  count(): number;
  closeAll(): void;
}

type EvidenceReader = Pick<Store, 'lastEvidenceId' | 'countAfter' | 'events'>;
type AlarmReader = Pick<PeopleNotes, 'alarmNotes'>;

export function createLiveHub(about: About, store: EvidenceReader, board: Board, edges: Edges, notes: AlarmReader = { alarmNotes: () => [] }): LiveHub {
  const pages = new Set<LivePage>();
  const sentAtMs = new Map<string, number>();
  const dirty = new Set<string>();
  const encodeBench = createBenchEncoder();
  const makeSnapshot = snapshotMaker(about, store, board, edges, notes);

  const deliver = (message: Uint8Array, evidenceId: number | null, about: Tells): void => {
    const nowMs = edges.nowMs();
    for (const page of pages) page.deliver(message, evidenceId, nowMs, about);
  };
  const caseNews = createCaseNews((message) => deliver(message, null, 'cases'));
  const sendIfDue = (bench: string, nowMs: number): void => {
    const gapMs = nowMs - (sentAtMs.get(bench) ?? -Infinity);
    if (gapMs < (dirty.has(bench) ? STATE_GAP_MS_MIN : STATE_GAP_MS_MAX)) return;
    dirty.delete(bench);
    sentAtMs.set(bench, nowMs);
    const view = board.view(bench, nowMs);
    if (view !== null && pages.size > 0) deliver(encodeBench(view), null, 'benches');
  };

  return {
    join(peer, after, sees) {
      const page = createLivePage(peer, after, makeSnapshot, sees);
      pages.add(page);
      return () => pages.delete(page);
    },
    benchesChanged(benches) {
      const nowMs = edges.nowMs();
      for (const bench of benches) {
        dirty.add(bench);
        sendIfDue(bench, nowMs);
      }
    },
    boardShrank() {
      for (const page of pages) page.refresh();
    },
    evidenceStored(items) {
      if (pages.size === 0) return;
      for (const { id, receivedAtIso, raw } of items) {
        // The event goes out as it came; only the envelope round it is made here.
        deliver(encode(`{"type":"evidence","item":{"id":${id},"receivedAtIso":${JSON.stringify(receivedAtIso)},"event":${raw}}}`), id, 'records');
      }
    },
    judged({ bench, rig, stopId }, judgement) {
      const message: LiveMessage = { type: 'judgement', bench, rig, stopId, judgement };
      if (pages.size > 0) deliver(encode(JSON.stringify(message)), null, 'records');
    },
    alarmNoted(noted) {
      const message: LiveMessage = { type: 'alarm-noted', note: noted };
      if (pages.size > 0) deliver(encode(JSON.stringify(message)), null, 'benches');
    },
    casesChanged() {
      caseNews.changed(edges.nowMs());
    },
    pump() {
      if (pages.size === 0) return;
      const nowMs = edges.nowMs();
      caseNews.tell(nowMs);
      for (const bench of board.ids()) sendIfDue(bench, nowMs);
      for (const page of pages) page.catchUp(nowMs);
    },
    count: () => pages.size,
    closeAll() {
      for (const page of pages) page.close(1012, 'the server ends');
    },
  };
}

/** Whatever happens to cases meanwhile is one word a few times a second. */
function createCaseNews(send: (message: Uint8Array) => void): { changed(nowMs: number): void; tell(nowMs: number): void } {
  let [version, told, atMs] = [0, 0, -Infinity];
  const tell = (nowMs: number): void => {
    if (told === version || nowMs - atMs < CASES_GAP_MS) return;
    [told, atMs] = [version, nowMs];
    const message: LiveMessage = { type: 'cases', version };
    send(encode(JSON.stringify(message)));
  };
  return {
    changed(nowMs) {
      version += 1;
      tell(nowMs);
    },
    tell,
  };
}

function snapshotMaker(about: About, store: EvidenceReader, board: Board, edges: Edges, notes: AlarmReader): MakeSnapshot {
  const isResumable = (after: number, lastId: number): boolean => after <= lastId && store.countAfter(after, RESUME_MAX + 1) <= RESUME_MAX;
  return (asked, seesRecords) => {
    const lastId = store.lastEvidenceId();
    const page = asked !== null && isResumable(asked, lastId) ? { limit: RESUME_MAX, before: null, after: asked } : { limit: RECENT, before: null, after: null };
    const message: LiveMessage = {
      type: 'snapshot',
      after: lastId,
      version: about.version,
      store: { name: about.storeName, virtual: about.virtual },
      serverTimeIso: new Date(edges.epochMs()).toISOString(),
      benches: board.views(edges.nowMs()),
      recent: seesRecords ? store.events(null, page) : [],
      alarms: notes.alarmNotes(),
    };
    return { message: encode(JSON.stringify(message)), lastId };
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
