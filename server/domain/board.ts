/**
 * What the server knows of every bench right now: the last status, how old it is, and whether its bridge is there. Times
 * are handed in and monotonic. It never invents a status and never forgets one because a bridge went away.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { BenchView } from '../contract/live.ts';
import { naturalOrder } from './natural-order.ts';

/** More benches than any store has; a faulty bridge must not fill the memory. */
const BENCHES_MAX = 256;

export interface Board {
  /** A bridge said which benches it has; returns whether a bench disappeared. */
  benchesNamed(bridge: string, benches: readonly string[]): boolean;
  statusArrived(bridge: string, status: BenchStatus, nowMs: number): void;
  /** Returns the benches that this concerns. */
  bridgeConnected(bridge: string, connected: boolean): string[];
  bridgeOf(bench: string): string | null;
  view(bench: string, nowMs: number): BenchView | null;
  views(nowMs: number): BenchView[];
  ids(): string[];
}

interface Entry {
  readonly bridge: string;
  readonly status: BenchStatus | null;
  readonly receivedAtMs: number;
}

export function createBoard(): Board {
  const entries = new Map<string, Entry>();
  const connected = new Set<string>();
  let sorted: string[] | null = null;
  const put = (bench: string, entry: Entry): void => {
    if (!entries.has(bench)) {
      if (entries.size >= BENCHES_MAX) return;
      sorted = null;
    }
    entries.set(bench, entry);
  };
  const ids = (): string[] => (sorted ??= [...entries.keys()].sort(naturalOrder));
  const view = (bench: string, nowMs: number): BenchView | null => {
    const entry = entries.get(bench);
    if (entry === undefined) return null;
    const { status } = entry;
    return {
      id: bench,
      name: status?.name ?? bench,
      status,
      ageMs: status === null ? null : Math.max(0, Math.round(nowMs - entry.receivedAtMs)),
      bridgeConnected: connected.has(entry.bridge),
    };
  };
  return {
    benchesNamed(bridge, benches) {
      const gone = [...entries].filter(([bench, entry]) => entry.bridge === bridge && !benches.includes(bench));
      for (const [bench] of gone) entries.delete(bench);
      for (const bench of benches) {
        if (entries.get(bench)?.bridge !== bridge) put(bench, { bridge, status: null, receivedAtMs: 0 });
      }
      sorted = null;
      return gone.length > 0;
    },
    statusArrived(bridge, status, nowMs) {
      put(status.bench, { bridge, status, receivedAtMs: nowMs });
    },
    bridgeConnected(bridge, isConnected) {
      if (isConnected) connected.add(bridge);
      else connected.delete(bridge);
      return ids().filter((bench) => entries.get(bench)?.bridge === bridge);
    },
    bridgeOf: (bench) => entries.get(bench)?.bridge ?? null,
    view,
    views: (nowMs) => ids().flatMap((bench) => view(bench, nowMs) ?? []),
    ids,
  };
}
