/**
 * The lines of a serial line as a page keeps them: what is shown, and what waits while somebody reads. Each line once, in its order,
 * and a hole wherever some are missing. Pure; a page never keeps more than the bound, and counts what it let go.
 */
import type { RawLine } from '../../firmware-bridge/contract/raw-lines.ts';
import type { RawFollow } from '../../server/contract/rejudged.ts';

/** Lines that are shown at most, and as many may wait: about two minutes of a busy rig. */
export const KEPT_MAX = 4_000;

/** Numbered as this page got it. */
export interface KeptLine extends RawLine {
  readonly number: number;
}

export interface SerialTail {
  readonly lines: readonly KeptLine[];
  readonly waiting: readonly KeptLine[];
  /** Waiting ones that were let go, oldest first. */
  readonly letGo: number;
  /** What the next question names. */
  readonly after: number;
  readonly numbered: number;
}

export const EMPTY_TAIL: SerialTail = { lines: [], waiting: [], letGo: 0, after: 0, numbered: 0 };

const hole = (count: number | null, lines: readonly RawLine[], before: RawLine | undefined): RawLine =>
  ({ atMs: lines[0]?.atMs ?? before?.atMs ?? 0, dir: 'gap', text: count === null ? '' : String(count), stopId: null });

export function hear(tail: SerialTail, { lines, next, missed }: RawFollow, isPaused: boolean): SerialTail {
  const heard = missed === 0 ? lines : [hole(missed, lines, tail.waiting.at(-1) ?? tail.lines.at(-1)), ...lines];
  const fresh = heard.map((line, index) => ({ ...line, number: tail.numbered + index }));
  const told = { after: next, numbered: tail.numbered + fresh.length };
  if (!isPaused) return { ...tail, ...told, lines: [...tail.lines, ...fresh].slice(-KEPT_MAX) };
  const waiting = [...tail.waiting, ...fresh];
  const over = Math.max(0, waiting.length - KEPT_MAX);
  return { ...tail, ...told, waiting: waiting.slice(over), letGo: tail.letGo + over };
}

/** What waited comes behind what is shown; nothing that waited is lost. */
export function goOn(tail: SerialTail): SerialTail {
  const { lines, waiting, letGo, numbered } = tail;
  // Between two numbers: it stands where they are, and is drawn in the group of what follows.
  const missing = letGo === 0 ? [] : [{ ...hole(letGo, waiting, lines.at(-1)), number: (waiting[0]?.number ?? numbered) - 0.5 }];
  return { ...tail, lines: [...lines, ...missing, ...waiting].slice(-KEPT_MAX - missing.length), waiting: [], letGo: 0 };
}

export interface Wanted {
  readonly text: string;
  readonly direction: 'all' | 'in' | 'out';
}

/** Holes are never filtered away. */
export function fitting(lines: readonly KeptLine[], { text, direction }: Wanted): readonly KeptLine[] {
  const wanted = text.trim().toLowerCase();
  return lines.filter((line) => line.dir === 'gap' || ((direction === 'all' || line.dir === direction) && line.text.toLowerCase().includes(wanted)));
}

const GROUP_LINES = 50;
export interface LineGroup {
  readonly key: number;
  readonly lines: readonly KeptLine[];
}

/** In groups that stay as they are once they are full, so that a page draws only what is new. */
export function grouped(lines: readonly KeptLine[]): readonly LineGroup[] {
  const groups: { key: number; lines: KeptLine[] }[] = [];
  for (const line of lines) {
    const key = Math.floor(line.number / GROUP_LINES);
    const last = groups.at(-1);
    if (last?.key === key) last.lines.push(line);
    else groups.push({ key, lines: [line] });
  }
  return groups;
}
