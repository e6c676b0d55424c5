/**
 * The files of one bench's black box: appends blocks, begins a new file when one is large enough, removes the oldest when
 * the space is used, and leaves room on the disk for evidence, which matters more. A file of an earlier process is never
 * continued.
 */
import { mkdir, open, rm, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { lastBlock, segmentsOf } from './read-blocks.ts';

const MB = 1024 * 1024;
/** So many files share the space: each goes as a whole when it is the oldest. */
const SEGMENTS = 32;
/** Left free for evidence (bytes). Policy: an outbox at its limit, twice. */
export const FREE_BYTES_LEAST = 512 * MB;
/** The free space is looked at after so many bytes of ours. */
const LOOK_EVERY_BYTES = MB;

export interface BoxTip { readonly chain: string; readonly count: number; readonly hash: string; readonly boot: string; readonly next: number }

export interface SegmentDisk {
  /** Where the record stood when this process began; null when there is none. */
  tip(): BoxTip | null;
  /** Appends one block; true when it is the first of a new file. */
  append(block: Uint8Array, of: { readonly from: number; readonly wallMs: number; readonly sync: boolean }): Promise<boolean>;
  /** Null when writing may go on, else why not. */
  mayWrite(): Promise<string | null>;
  close(): Promise<void>;
}

export interface SegmentFilesOptions {
  readonly folder: string;
  readonly limitBytes: number;
  readonly freeBytesLeast: number;
}

export class SegmentFiles implements SegmentDisk {
  readonly #options: SegmentFilesOptions;
  #file: FileHandle | null = null;
  #bytes = 0;
  #sinceLook = LOOK_EVERY_BYTES;

  constructor(options: SegmentFilesOptions) { this.#options = options; }

  tip(): BoxTip | null {
    for (const { path } of segmentsOf(this.#options.folder).toReversed()) {
      const last = lastBlock(path);
      if (last === undefined) continue;
      const { header, hash } = last;
      return { chain: header.chain, count: header.from + header.count - 1, hash, boot: header.boot, next: header.next };
    }
    return null;
  }

  async append(block: Uint8Array, of: { readonly from: number; readonly wallMs: number; readonly sync: boolean }): Promise<boolean> {
    if (this.#sinceLook >= LOOK_EVERY_BYTES) {
      const why = await this.mayWrite();
      if (why !== null) throw new Error(why);
    }
    const isNew = this.#file === null || this.#bytes + block.length > this.#segmentBytes;
    if (isNew) await this.#begin(of);
    const file = this.#file;
    try {
      await file?.appendFile(block);
      if (of.sync) await file?.datasync();
    } catch (error) {
      // What was written of it is half a block: nothing may come behind that.
      await this.close();
      throw error;
    }
    this.#bytes += block.length;
    this.#sinceLook += block.length;
    return isNew;
  }

  get #segmentBytes(): number { return this.#options.limitBytes / SEGMENTS; }

  async #begin({ from, wallMs }: { readonly from: number; readonly wallMs: number }): Promise<void> {
    await this.close();
    const { folder } = this.#options;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await this.#makeRoom();
    const stamp = new Date(wallMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
    for (let again = 0; this.#file === null; again += 1) {
      try {
        this.#file = await open(join(folder, `${String(from).padStart(12, '0')}-${stamp}${again === 0 ? '' : `-${again}`}.jsonl.gz`), 'ax', 0o600);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || again > 99) throw error;
      }
    }
    this.#bytes = 0;
  }

  async #makeRoom(): Promise<void> {
    const segments = [...segmentsOf(this.#options.folder)];
    let bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    for (let oldest = segments.shift(); oldest !== undefined && bytes + this.#segmentBytes > this.#options.limitBytes; oldest = segments.shift()) {
      await rm(oldest.path, { force: true });
      bytes -= oldest.bytes;
    }
  }

  async mayWrite(): Promise<string | null> {
    const { folder, freeBytesLeast } = this.#options;
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < freeBytesLeast) return `less than ${Math.round(freeBytesLeast / MB)} MB are free, and they are kept for evidence`;
      this.#sinceLook = 0;
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : 'the folder cannot be used';
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close().catch(() => undefined);
  }
}
