/**
 * One page that watches: what it has got, and whether it keeps up. A page that reads too slowly gets nothing until it has
 * caught up, then a new snapshot; the memory that it takes is limited.
 */

/** More unread bytes than this: the page is behind (a snapshot of 32 benches has about 150 KB). */
const BEHIND_BYTES = 1024 * 1024;
const CAUGHT_UP_BYTES = 64 * 1024;
const BEHIND_MS_MAX = 60_000;

export interface LivePeer {
  bufferedBytes(): number;
  send(message: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** What a message tells of. */
export type About = 'benches' | 'records' | 'cases';

export interface Sees {
  readonly seesRecords: boolean;
  readonly seesCases: boolean;
}
const SEES_ALL: Sees = { seesRecords: true, seesCases: true };

/** A snapshot for a page that has evidence up to `lastId` (null: none), with the number it then has. */
export type MakeSnapshot = (lastId: number | null, seesRecords: boolean) => { readonly message: Uint8Array; readonly lastId: number };

export interface LivePage {
  /** `evidenceId`: the number of the evidence in this message, null for a state. A record, and word of a case, go only to who may see them. */
  deliver(message: Uint8Array, evidenceId: number | null, nowMs: number, about?: About): void;
  /** Sends a new snapshot, unless the page is behind: then it gets one when it has caught up. */
  refresh(): void;
  catchUp(nowMs: number): void;
  close(code: number, reason: string): void;
}

export function createLivePage(peer: LivePeer, after: number | null, makeSnapshot: MakeSnapshot, { seesRecords, seesCases }: Sees = SEES_ALL): LivePage {
  let lastId = after;
  let behindSinceMs: number | null = null;
  const snapshot = (): void => {
    const made = makeSnapshot(lastId, seesRecords);
    lastId = made.lastId;
    behindSinceMs = null;
    peer.send(made.message);
  };
  snapshot();
  return {
    deliver(message, evidenceId, nowMs, about = 'benches') {
      if (behindSinceMs !== null || (about === 'records' && !seesRecords) || (about === 'cases' && !seesCases)) return;
      if (peer.bufferedBytes() > BEHIND_BYTES) {
        behindSinceMs = nowMs;
        return;
      }
      peer.send(message);
      lastId = evidenceId ?? lastId;
    },
    refresh() {
      if (behindSinceMs === null) snapshot();
    },
    catchUp(nowMs) {
      if (behindSinceMs === null) return;
      if (peer.bufferedBytes() <= CAUGHT_UP_BYTES) snapshot();
      else if (nowMs - behindSinceMs > BEHIND_MS_MAX) peer.terminate();
    },
    close: (code, reason) => peer.close(code, reason),
  };
}
