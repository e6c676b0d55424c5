/**
 * The live tail of a serial line, in the recorder and only while somebody looks: it reads along in what the guard hands over for
 * the black box anyway, so that the guard knows nothing of it. Latest wins; what does not fit on the way is counted.
 */
import type { BoxEntry } from '../contract/black-box.ts';
import { RAW_LINES_MAX } from '../contract/raw-lines.ts';
import type { RawOriginal, RawTail } from '../contract/raw-lines.ts';
import { RawSplit } from './raw-split.ts';
import type { Clock } from './clock.ts';

/** However long a server asks for: it has to ask again (ms). */
const WATCH_MS_MAX = 15_000;
/** At most four messages a second. */
const GAP_MS = 250;
/** Benches watched at a time. */
const BENCHES_MAX = 8;
/** A line that is busier than this shows its newest part (characters a message). */
const CHARS_MAX = 24 * 1024;

interface Watched {
  untilMs: number;
  readonly split: RawSplit;
  lines: RawOriginal[];
  missed: number;
  cancel: (() => void) | null;
}

export interface RawWatchOptions {
  readonly clock: Clock;
  /** False while reports or states fill the way to the server: they go first. */
  readonly hasRoom: () => boolean;
  readonly send: (tail: RawTail) => void;
}

export class RawWatch {
  readonly #options: RawWatchOptions;
  readonly #benches = new Map<string, Watched>();

  constructor(options: RawWatchOptions) {
    this.#options = options;
  }

  watch(bench: string, forMs: number): void {
    const nowMs = this.#options.clock.nowMs();
    for (const [id, { untilMs }] of this.#benches) if (untilMs <= nowMs) this.#forget(id);
    const untilMs = nowMs + Math.min(forMs, WATCH_MS_MAX);
    const known = this.#benches.get(bench);
    if (known !== undefined) known.untilMs = untilMs;
    else if (this.#benches.size < BENCHES_MAX) this.#benches.set(bench, { untilMs, split: new RawSplit(), lines: [], missed: 0, cancel: null });
  }

  take(bench: string, entries: readonly BoxEntry[]): void {
    const watched = this.#benches.get(bench);
    if (watched === undefined) return;
    const { clock } = this.#options;
    if (watched.untilMs <= clock.nowMs()) return this.#forget(bench);
    for (const entry of entries) watched.lines.push(...watched.split.take(entry));
    this.#shorten(watched);
    if (watched.lines.length > 0) watched.cancel ??= clock.setTimer(GAP_MS, () => this.#pass(bench, watched));
  }

  /** The server is away: who asks again later begins anew. */
  clear(): void {
    for (const bench of this.#benches.keys()) this.#forget(bench);
  }

  #pass(bench: string, watched: Watched): void {
    const { clock, hasRoom, send } = this.#options;
    watched.cancel = null;
    if (watched.untilMs <= clock.nowMs()) return this.#forget(bench);
    if (!hasRoom()) {
      watched.cancel = clock.setTimer(GAP_MS, () => this.#pass(bench, watched));
      return;
    }
    const { lines, missed } = watched;
    watched.lines = [];
    watched.missed = 0;
    send({ bench, lines, missed });
  }

  #shorten(watched: Watched): void {
    let chars = 0;
    let keep = 0;
    for (const { text } of watched.lines.toReversed()) {
      chars += text.length;
      if (chars > CHARS_MAX || keep === RAW_LINES_MAX) break;
      keep += 1;
    }
    watched.missed += watched.lines.length - keep;
    watched.lines = keep === 0 ? [] : watched.lines.slice(-keep);
  }

  #forget(bench: string): void {
    this.#benches.get(bench)?.cancel?.();
    this.#benches.delete(bench);
  }
}
