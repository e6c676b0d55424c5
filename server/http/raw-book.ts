/**
 * The newest lines of each bench that somebody looks at: asked of its bridge for some seconds at a time, kept no longer than
 * that, numbered so that a page gets each once. Nobody looks: nothing is asked, nothing is kept.
 */
import type { RawLine, RawOriginal, RawTail } from '../../firmware-bridge/contract/raw-lines.ts';
import type { RawFollow } from '../contract/rejudged.ts';

/** About 20 s of a busy rig; a page asks each second. */
const LINES_MAX = 800;
/** Asked of the bridge for so long, and again after a third of it (ms). */
const WATCH_MS = 12_000;
const AGAIN_MS = 4_000;
/** After the last question (ms). */
const KEPT_MS = 30_000;
const BENCHES_MAX = 8;

interface Followed {
  lines: RawOriginal[];
  /** A number below is of another tail, which is forgotten. */
  readonly base: number;
  /** Number of the line behind the last. */
  next: number;
  askedAtMs: number;
  watchedAtMs: number;
}

export interface RawBook {
  /** Null: too many benches are looked at. */
  follow(bench: string, after: number, isVeiled: boolean, nowMs: number): RawFollow | null;
  take(tail: RawTail): void;
  /** Frees what nobody looks at any more. */
  tidy(nowMs: number): void;
}

/** What one asker may read of a line. */
export const readableBy = (isVeiled: boolean) => ({ veiled, ...line }: RawOriginal): RawLine => (isVeiled && veiled !== null ? { ...line, text: veiled } : line);

/** `watch` tells the bridge of this bench. */
export function createRawBook(watch: (bench: string, forMs: number) => void): RawBook {
  const benches = new Map<string, Followed>();
  return {
    follow(bench, after, isVeiled, nowMs) {
      let followed = benches.get(bench);
      if (followed === undefined) {
        if (benches.size >= BENCHES_MAX) return null;
        // No line comes once a millisecond: a later tail begins above the numbers of every earlier one.
        const base = Math.max(1, Math.floor(nowMs));
        followed = { lines: [], base, next: base, askedAtMs: nowMs, watchedAtMs: -Infinity };
        benches.set(bench, followed);
      }
      followed.askedAtMs = nowMs;
      if (nowMs - followed.watchedAtMs >= AGAIN_MS) {
        followed.watchedAtMs = nowMs;
        watch(bench, WATCH_MS);
      }
      const first = followed.next - followed.lines.length;
      const isOther = after !== 0 && (after < followed.base || after > followed.next);
      const from = after === 0 || isOther ? first : Math.max(after, first);
      return { lines: followed.lines.slice(from - first).map(readableBy(isVeiled)), next: followed.next, missed: after === 0 ? 0 : isOther ? null : from - after };
    },
    take({ bench, lines, missed }) {
      const followed = benches.get(bench);
      if (followed === undefined) return;
      // What was lost on the way takes a number too: whoever follows sees the hole.
      if (missed > 0) {
        followed.lines.push({ atMs: lines[0]?.atMs ?? 0, dir: 'gap', text: String(missed), veiled: null, stopId: null });
        followed.next += 1;
      }
      followed.lines.push(...lines);
      followed.next += lines.length;
      followed.lines.splice(0, Math.max(0, followed.lines.length - LINES_MAX));
    },
    tidy(nowMs) {
      for (const [bench, { askedAtMs }] of benches) if (nowMs - askedAtMs > KEPT_MS) benches.delete(bench);
    },
  };
}
