/**
 * Sees an unplugged port although nobody says "close": the device node is gone or another one, or the name no longer leads
 * to it and nothing is heard. It looks four times a second beside the reading, and never ends a line that still talks.
 */
import { realpath, stat } from 'node:fs/promises';

/** What a path leads to: null if to nothing, undefined if that cannot be told now. */
export interface NodeReaders {
  readonly mark: (path: string) => Promise<string | null | undefined>;
  readonly device: (path: string) => Promise<string | null | undefined>;
}

const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

export const nodeReaders: NodeReaders = {
  mark: async (path) => {
    try {
      const { dev, ino, rdev } = await stat(path);
      return `${String(dev)}:${String(ino)}:${String(rdev)}`;
    } catch (error) {
      return isGone(error) ? null : undefined;
    }
  },
  device: async (path) => {
    try {
      return await realpath(path);
    } catch (error) {
      return isGone(error) ? null : undefined;
    }
  },
};

export interface NodeWatchOptions {
  readonly path: string;
  readonly readers: NodeReaders;
  readonly now: () => number;
  /** When bytes were last read (ms). */
  readonly heardAtMs: () => number;
  readonly lost: () => void;
}

export const NODE_LOOK_MS = 250;
/** Three heartbeats: a name may be made anew beside a line that goes on talking. */
const QUIET_MS = 300;

export class NodeWatch {
  readonly #options: NodeWatchOptions;
  #first: { readonly device: string; readonly mark: string } | null = null;
  #isLooking = false;
  #ended = false;

  constructor(options: NodeWatchOptions) { this.#options = options; }

  /** One look; the first remembers what was opened. A look that is still under way is not doubled. */
  async look(): Promise<void> {
    if (this.#isLooking || this.#ended) return;
    this.#isLooking = true;
    try {
      const isLost = this.#first === null ? await this.#wasNeverThere() : await this.#isUnplugged(this.#first);
      if (isLost && !this.#hasEnded()) this.#options.lost();
    } finally {
      this.#isLooking = false;
    }
  }

  /** Remembers what was opened; a name that is gone before that is an unplug once the line is silent. */
  async #wasNeverThere(): Promise<boolean> {
    const { path, readers } = this.#options;
    const device = await readers.device(path);
    if (device === null) return this.#isQuiet();
    const mark = device === undefined ? undefined : await readers.mark(device);
    if (device !== undefined && mark !== null && mark !== undefined) this.#first = { device, mark };
    return false;
  }

  #isQuiet(): boolean { return this.#options.now() - this.#options.heardAtMs() >= QUIET_MS; }

  async #isUnplugged(first: { readonly device: string; readonly mark: string }): Promise<boolean> {
    const { path, readers } = this.#options;
    const device = await readers.mark(first.device);
    if (device !== undefined && device !== first.mark) return true;
    const named = await readers.mark(path);
    return named !== undefined && named !== first.mark && this.#isQuiet();
  }

  // The end may come while a look waits.
  #hasEnded(): boolean { return this.#ended; }

  end(): void { this.#ended = true; }
}

/** Looks until the returned function is called. */
export function watchNode(options: NodeWatchOptions): () => void {
  const watch = new NodeWatch(options);
  void watch.look();
  const timer = setInterval(() => { void watch.look(); }, NODE_LOOK_MS);
  return () => {
    clearInterval(timer);
    watch.end();
  };
}
