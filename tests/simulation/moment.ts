/** What the invariants look at: one thing that went into the bridge, what it knew before and after, and what came out. */
import type { EvidenceItem } from '../../firmware-bridge/contract/evidence.ts';
import type { WireStep } from '../../firmware-bridge/contract/receipt.ts';
import type { Order } from '../../firmware-bridge/contract/uplink.ts';
import type { BenchState } from '../../firmware-bridge/guard/state.ts';
import type { StampedEntry } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import { decodeFrame, type Frame } from '../../firmware-bridge/wire/frame.ts';
import type { RigStation } from './rig-station.ts';

export type Out =
  | { readonly out: 'line'; readonly frame: Frame | null; readonly permits: boolean }
  | { readonly out: 'stop'; readonly id: string }
  /** A step of rung 3, used or given back. */
  | { readonly out: 'wire'; readonly wire: WireStep; readonly isUsed: boolean }
  /** A stop byte alone: that of a drill, or of a guard that cannot say more. */
  | { readonly out: 'bare-stop' }
  | { readonly out: 'evidence'; readonly item: EvidenceItem };

export interface GrantOnWire { readonly session: string; readonly restore: string; readonly point: string; readonly re: number; readonly untilMs: number }

/** What truly happened, by the ledgers of the rigs and by what was handed over; the bridge knows none of this. */
export interface Truth {
  /** Restores that crossed a point: `serial restore point`. */
  readonly crossed: Set<string>;
  /** Stops that a rig answered: `id answer`. */
  readonly answered: Set<string>;
  /** Resets that a host wrote: `serial id`. */
  readonly resetLines: Set<string>;
  /** Newest permits that a host wrote to the line of a rig, by its serial. */
  readonly grants: Map<string, GrantOnWire[]>;
  /** Reset orders that people gave and that are not answered yet. */
  readonly resets: Map<string, Order>;
  /** Databases that a person confirms in this moment, and those with which two people let go of what was held. */
  readonly confirming: Set<string>;
  readonly dropping: Set<string>;
  /** Rigs that got a bare stop byte, and benches whose drill by a person's order passed since they were taken out. */
  readonly struck: Set<string>;
  readonly drilled: Set<string>;
}

export const emptyTruth = (): Truth => ({ crossed: new Set(), answered: new Set(), resetLines: new Set(), grants: new Map(), resets: new Map(), confirming: new Set(), dropping: new Set(), struck: new Set(), drilled: new Set() });

export interface Moment {
  readonly bench: string;
  readonly station: RigStation | null;
  readonly before: BenchState;
  readonly after: BenchState;
  readonly outs: readonly Out[];
  /** The line that came in, whole or not; null for everything else. */
  readonly line: string | null;
  /** Time of the bridge now, and since a line that passes every check was heard (ms). */
  readonly nowMs: number;
  readonly silentMs: number;
  readonly pendingMs: number;
  readonly others: readonly BenchState[];
  readonly truth: Truth;
}

export interface RigMoment {
  readonly station: RigStation;
  readonly entry: StampedEntry;
  readonly truth: Truth;
  readonly atMs: number;
  readonly wasLatched: boolean;
}

/** An invariant by its name, with the place in the design that demands it. */
export interface Invariant<Seen> {
  readonly name: string;
  readonly source: string;
  /** What is wrong, or null. */
  readonly broken: (seen: Seen) => string | null;
}

export interface Violation { readonly name: string; readonly source: string; readonly atMs: number; readonly what: string }

/** Whatever the bridge wrote, as the watch reads it. */
export function readWrite(bytes: string): Out {
  if (bytes === '\x18\n') return { out: 'bare-stop' };
  const isStop = bytes.startsWith('\x18');
  const decoded = decodeFrame((isStop ? bytes.slice(2) : bytes).slice(0, -1));
  if (isStop) return { out: 'stop', id: decoded.ok ? decoded.frame.fields['id'] ?? '' : '' };
  const frame = decoded.ok ? decoded.frame : null;
  return { out: 'line', frame, permits: frame?.fields['permit'] !== undefined };
}
