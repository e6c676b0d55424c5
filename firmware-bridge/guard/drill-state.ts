/** The part of a bench's state that belongs to drills and to its service: a drill under way, and what is kept of it all. */
import type { Actor } from '../contract/actor.ts';
import type { KeptDrills } from '../contract/drill.ts';

/** A drill under way: waits for a free line, then for the rig's `ack`, then for its DRILLED. */
export interface RunningDrill {
  readonly id: string;
  /** The order that waits for its end; null for one that the bench does by itself. */
  readonly orderId: string | null;
  readonly by: Actor;
  readonly atIso: string;
  readonly session: string;
  readonly sinceMs: number;
  /** Lines lost when it began: after a loss nobody knows what the rig said. */
  readonly missedTotal: number;
  readonly armed: { readonly n: number; readonly atMs: number } | null;
  /** When the `ack` was read that let the stop byte go; every time of the drill counts from here. */
  readonly requestedAtMs: number | null;
  readonly writtenAfterUs: number | null;
}

export interface Drills {
  readonly running: RunningDrill | null;
  /** The session in which the rig is heard, and since when; null while it is not. */
  readonly heard: { readonly session: string; readonly sinceMs: number } | null;
  /** Since when the bench is empty and safe without a break; null while it is not. */
  readonly quietSinceMs: number | null;
  /** A stop byte of a drill that no DRILLED has accounted for: a latch without a name may be its doing. */
  readonly stray: { readonly drillId: string; readonly atMs: number; readonly asked: boolean } | null;
  readonly kept: KeptDrills;
}

const NOTHING_KEPT: KeptDrills = { out: null, lastDrill: null, lastPassedAtIso: null, failing: false };

export const initialDrills = (kept: KeptDrills | undefined): Drills => ({ running: null, heard: null, quietSinceMs: null, stray: null, kept: kept ?? NOTHING_KEPT });
