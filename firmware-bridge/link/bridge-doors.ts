/**
 * What the bridge needs from the world, and what it is built of: one part for each bench. Types only; whoever hands in
 * clocks, disks and lines stands elsewhere.
 */
import type { Evidence } from '../contract/evidence.ts';
import type { ToRecorder } from '../contract/recorder-pipe.ts';
import type { BenchSetup, KeptLatch } from '../guard/state.ts';
import type { BlackBoxDoors } from './black-box-taps.ts';
import type { LatchFile } from './latch-file.ts';
import type { WiringPart, WiringSink } from './rig-wiring.ts';
import type { BenchLink, LinkOptions } from './serial-link.ts';

export interface BridgeDoors extends Pick<BlackBoxDoors, 'release' | 'offer' | 'recorderStarts'> {
  readonly bridgeId: string;
  readonly bootId: string;
  readonly now: () => number;
  readonly wall: () => number;
  readonly random: () => number;
  readonly newId: () => string;
  readonly send: (message: ToRecorder) => void;
  readonly lostCount: () => number;
  readonly show: (event: Evidence) => void;
  /** Makes the line of one bench; it is opened later. */
  readonly connect: (options: LinkOptions) => BenchLink;
  /** Makes what the bench's wiring offers beside its line, where the configuration declares any. */
  readonly wire?: (bench: string, link: BenchLink, sink: WiringSink) => WiringPart | null;
}

export interface BenchPart {
  readonly setup: BenchSetup;
  readonly kept: KeptLatch | null;
  /** One that has nothing to wait for may leave out `settled`. */
  readonly file: Pick<LatchFile, 'keep'> & Partial<Pick<LatchFile, 'settled'>>;
  /** Space on the disk for its black box (MB). */
  readonly blackBoxMb: number;
}
