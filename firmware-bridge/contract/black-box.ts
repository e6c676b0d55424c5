/**
 * The black box of one bench: every byte both ways and every event that its guard took, in their order, so that a replay
 * can give the same events to the rules. These are the entries as the guard hands them over; nothing here waits or decides.
 */
import { z } from 'zod';

/** An event as the interlock took it. Lines are not among them: they are made again from the bytes. */
export interface BoxEvent { readonly kind: string; readonly nowMs: number; readonly wallMs: number }
export interface BoxItem { readonly kind: string; readonly body: unknown }

export type BoxEntry =
  /** Bytes of the rig as one chunk; `atMs` is when it was read. One character stands for one byte. */
  | { readonly is: 'in'; readonly atMs: number; readonly wallMs: number; readonly bytes: string }
  /** Bytes to the rig; `whole` is false when the port did not take all of them at once. `stopId` names a stop. */
  | { readonly is: 'out'; readonly atMs: number; readonly bytes: string; readonly whole: boolean; readonly stopId: string | null }
  /** `within`: it came in the middle of the chunk before, after so many of its lines; else null. */
  | { readonly is: 'event'; readonly event: BoxEvent; readonly within: number | null }
  /** Evidence that the guard asked for upon the input before. */
  | { readonly is: 'did'; readonly item: BoxItem }
  /** Everything the guard knows, its configuration included: where a replay can begin, and what it can be checked by. */
  | { readonly is: 'state'; readonly atMs: number; readonly wallMs: number; readonly release: string; readonly state: unknown }
  /** Entries that are not here; the guard's number of them is counted on. */
  | { readonly is: 'gap'; readonly atMs: number; readonly entries: number; readonly bytes: number; readonly why: GapReason };

/** `no-room`: the recorder was away for too long. `not-received`: it died with them. `not-written`: the disk refused. */
export const GAP_REASONS = ['no-room', 'not-received', 'not-written'] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What the recorder tells of one bench's box, always the whole. */
export interface BoxReport {
  readonly bench: string;
  readonly head: BoxHead | null;
  /** Why nothing is written now, for people; null when all is well. */
  readonly trouble: string | null;
}

/** Where the chain stands: shown elsewhere, it proves later that nothing up to here was cut off or made anew. */
export const boxHeadSchema = z.object({
  chain: z.string().min(1).max(60).meta({ description: 'the run of the bridge in which this record was begun' }),
  count: z.number().int().min(1).meta({ description: 'entries up to here, since the record was begun' }),
  hash: z.string().regex(/^[0-9a-f]{64}$/).meta({ description: 'SHA-256 over everything up to here' }),
});
export type BoxHead = z.infer<typeof boxHeadSchema>;

/** Space on the disk for the record of one bench (MB). Policy: some days of a busy rig; the oldest goes first. */
export const BOX_MB_DEFAULT = 256;
export const BOX_MB_LEAST = 16;
