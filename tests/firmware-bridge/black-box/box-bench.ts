/** A black box for tests: real files in a folder of its own, a disk that can be made to refuse, a clock that a test moves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoxEntry, BoxReport } from '../../../firmware-bridge/contract/black-box.ts';
import { replayFiles } from '../../../firmware-bridge/replay-files.ts';
import { BenchBox } from '../../../firmware-bridge/report/black-box/bench-box.ts';
import { segmentsOf } from '../../../firmware-bridge/report/black-box/read-blocks.ts';
import { SegmentFiles, type SegmentDisk } from '../../../firmware-bridge/report/black-box/segment-disk.ts';
import { createVirtualClock } from '../report/virtual-clock.ts';

export const MB = 1024 * 1024;

export class BoxBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'holdfast-black-box-'));
  readonly reports: BoxReport[] = [];
  readonly clock = createVirtualClock();
  readonly #limitBytes: number;
  refusal: (() => Error) | null = null;
  box: BenchBox;
  files: SegmentFiles;

  constructor(limitBytes = 256 * MB) {
    this.#limitBytes = limitBytes;
    [this.files, this.box] = this.#open();
  }

  #open(): [SegmentFiles, BenchBox] {
    const files = new SegmentFiles({ folder: this.folder, limitBytes: this.#limitBytes, freeBytesLeast: 0 });
    const disk: SegmentDisk = {
      tip: () => files.tip(), mayWrite: () => files.mayWrite(), close: () => files.close(),
      append: async (block, of) => {
        if (this.refusal === null) return files.append(block, of);
        // What a full disk leaves of a write: a part of it.
        await files.append(block.subarray(0, block.length / 2), of);
        await files.close();
        throw this.refusal();
      },
    };
    return [files, new BenchBox({ bench: 'bench-1', disk, clock: this.clock, tell: (report) => this.reports.push(report) })];
  }

  /** A new recorder after the last one was killed: nothing is carried over but the files. */
  async restart(): Promise<void> {
    await this.files.close();
    [this.files, this.box] = this.#open();
  }

  take(from: number, entries: readonly BoxEntry[], boot = 'run-1'): void { this.box.take(boot, from, entries); }

  paths(): string[] { return segmentsOf(this.folder).map(({ path }) => path); }

  look(heads: Parameters<typeof replayFiles>[0]['heads'] = []): ReturnType<typeof replayFiles> {
    return replayFiles({ paths: this.paths(), heads, isWhole: true, limits: {}, fromMs: -Infinity, toMs: Infinity });
  }

  async end(): Promise<void> {
    await this.box.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
