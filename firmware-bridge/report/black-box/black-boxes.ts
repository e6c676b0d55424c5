/** The black boxes of all benches of one bridge: one folder each, made when its first entries arrive. */
import type { BoxReport } from '../../contract/black-box.ts';
import type { ToRecorder } from '../../contract/recorder-pipe.ts';
import type { Clock } from '../clock.ts';
import { BenchBox } from './bench-box.ts';
import { boxFolder } from './read-blocks.ts';
import { SegmentFiles } from './segment-disk.ts';

export interface BlackBoxes {
  readonly take: (message: Extract<ToRecorder, { type: 'black-box' }>) => void;
  /** Writes what there is and tells where each stands; once for all. */
  readonly end: () => Promise<void>;
}

export interface BlackBoxesOptions {
  readonly stateDir: string;
  readonly freeBytesLeast: number;
  readonly clock: Clock;
  readonly tell: (report: BoxReport) => void;
}

const MB = 1024 * 1024;

export function createBlackBoxes(options: BlackBoxesOptions): BlackBoxes {
  const { stateDir, freeBytesLeast, clock, tell } = options;
  const boxes = new Map<string, BenchBox>();
  let ended: Promise<void> | null = null;
  return {
    take: ({ bench, boot, from, limitMb, entries }) => {
      if (ended !== null) return;
      let box = boxes.get(bench);
      if (box === undefined) {
        const disk = new SegmentFiles({ folder: boxFolder(stateDir, bench), limitBytes: limitMb * MB, freeBytesLeast });
        box = new BenchBox({ bench, disk, clock, tell });
        boxes.set(bench, box);
      }
      box.take(boot, from, entries);
    },
    end: () => {
      ended ??= Promise.all([...boxes.values()].map((box) => box.end())).then(() => undefined);
      return ended;
    },
  };
}
