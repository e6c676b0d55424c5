/** What the guard knows of one restore, and the part of it that outlives the bridge. Plain data, like the rest of the state. */
import type { DeviceIdentity, Plan } from '../contract/bench-status.ts';
import type { Phase, Point } from '../contract/interlock.ts';
import type { Progress } from '../wire/rig-message.ts';
import type { Confirmed } from './state.ts';

export interface RestoreState {
  readonly id: string;
  /** The serial of the rig it runs on; two rigs may use the same ids. */
  readonly rig: string | null;
  readonly plan: Confirmed<Plan> | null;
  /** The widest permit this restore was ever given. */
  readonly permitted: Point | null;
  /** True once two agreeing lines claimed `committed` after a permit. */
  readonly established: boolean;
  /** Consecutive valid heartbeats that claim `committed` with a permit. */
  readonly claims: number;
  /** A fallback or erase step was announced or seen. */
  readonly eraseSeen: boolean;
  /** The erase itself was seen to begin. */
  readonly erasing: boolean;
  /** The first system write was seen. */
  readonly written: boolean;
  readonly progress: Progress | null;
  /** Consecutive heartbeats that say the restore is over. */
  readonly goneBeats: number;
  /** The device in it, also after it was taken out. */
  readonly device: DeviceIdentity | null;
  /** The last phase that a heartbeat gave it. */
  readonly phase: Phase;
  /** What ENDED said. */
  readonly result: string | null;
}

/** The part of a restore that outlives the bridge, in the latch file. */
export interface KnownRestore {
  readonly id: string;
  /** The rig it ran on; null in a latch file of an older version. */
  readonly rig: string | null;
  /** The device in it: a stop that must be rebuilt after a restart still names the phone. */
  readonly device: DeviceIdentity | null;
  readonly permitted: Point | null;
  readonly established: boolean;
  readonly eraseSeen: boolean;
  readonly erasing: boolean;
  readonly written: boolean;
}

/** A restore as it was last known, or as one that nothing is known of. */
export function restoreFrom(id: string, rig: string | null, known: KnownRestore | null): RestoreState {
  return {
    id, rig, plan: null, permitted: known?.permitted ?? null, established: known?.established ?? false, claims: 0, eraseSeen: known?.eraseSeen ?? false,
    erasing: known?.erasing ?? false, written: known?.written ?? false, progress: null, goneBeats: 0, device: known?.device ?? null, phase: 'unknown', result: null,
  };
}

/** What the latch file keeps of a restore. */
export function knownOf(restore: RestoreState, device: DeviceIdentity | null): KnownRestore {
  const { id, rig, permitted, established, eraseSeen, erasing, written } = restore;
  return { id, rig, device, permitted, established, eraseSeen, erasing, written };
}

/** True when this is the restore that was known before, on the rig that it ran on. */
export function isKnownRestore(known: KnownRestore | null, id: string, rig: string | null): known is KnownRestore {
  return known?.id === id && (known.rig === null || rig === null || known.rig === rig);
}
