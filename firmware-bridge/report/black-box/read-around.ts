/**
 * The part of a bench's record that lies around a time: which files hold it, and its lines. It unpacks no more than that part,
 * so that a full record is asked as fast as a fresh one; it changes nothing and checks no chain.
 */
import { EntryReader, timesOf } from '../../contract/black-box-lines.ts';
import type { RawFound, RawOriginal } from '../../contract/raw-lines.ts';
import { RawSplit } from '../raw-split.ts';
import { readBlocks, segmentsOf } from './read-blocks.ts';

/** A block is at most so long, and begins before what it holds (ms). */
const BLOCK_MS = 60_000;
const STAMP = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/;

function beganMs(name: string): number {
  const [, year, month, day, hour, minute, second] = STAMP.exec(name) ?? [];
  return Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
}

/** Files in their order; a name tells when its first entry was made. */
export function pathsAround(folder: string, fromMs: number, toMs: number): readonly string[] {
  const segments = segmentsOf(folder);
  return segments.filter(({ name }, index) => {
    const next = segments[index + 1];
    return !(beganMs(name) > toMs) && !(next !== undefined && beganMs(next.name) < fromMs - BLOCK_MS);
  }).map(({ path }) => path);
}

/** The last ones of this time, when there are more than `most`. */
export function linesAround(folder: string, fromMs: number, toMs: number, most: number): RawFound {
  const split = new RawSplit();
  const lines: RawOriginal[] = [];
  let isCut = false;
  for (const part of readBlocks(pathsAround(folder, fromMs, toMs))) {
    if (part.is !== 'block' || part.block.header.wallMs > toMs) continue;
    const reader = new EntryReader(part.block.header);
    for (const line of part.block.lines.slice(1)) {
      const entry = reader.entry(line);
      if (entry === undefined) continue;
      const [atMs] = timesOf(entry);
      const found = atMs === null ? [] : split.take(entry);
      lines.push(...found.filter((one) => one.atMs >= fromMs && one.atMs <= toMs));
    }
    if (lines.length > most) {
      isCut = true;
      lines.splice(0, lines.length - most);
    }
  }
  return { lines, isCut };
}
