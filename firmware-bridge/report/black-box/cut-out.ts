/**
 * Cuts the minute before and after a stop out of a bench's record, as whole blocks, byte for byte: the piece can be
 * checked and replayed anywhere. Lists what there is. Neither changes a record.
 */
import type { Block } from '../../contract/black-box-chain.ts';
import { beginsWithState, EntryReader, timesOf } from '../../contract/black-box-lines.ts';
import type { BoxList } from '../../contract/replay-report.ts';
import type { PackedBlock } from './gzip-block.ts';
import { lastBlock, readBlocks, segmentsOf } from './read-blocks.ts';

/** Before and after the stop (ms). */
const AROUND_MS = 60_000;

interface StopFound { readonly id: string; readonly wallMs: number }
/** The stop that a piece of evidence tells of; handed in, because this process knows no rules. */
export type StopOf<Stop extends StopFound> = (kind: string, body: unknown, atMs: number, wallMs: number) => Stop | undefined;

export interface Piece { readonly bytes: Uint8Array; readonly fromMs: number; readonly toMs: number; readonly afterMs: number }

/** Stops told of in one block. A stop may be told a block later than it was written. */
function stopsIn<Stop extends StopFound>({ header, lines }: Block, stopOf: StopOf<Stop>): Stop[] {
  const reader = new EntryReader(header);
  let [atMs, wallMs] = [header.us / 1000, header.wallMs];
  return lines.slice(1).flatMap((line) => {
    const entry = reader.entry(line);
    if (entry === undefined) return [];
    if (entry.is === 'did') return stopOf(entry.item.kind, entry.item.body, atMs, wallMs) ?? [];
    const [at, wall] = timesOf(entry);
    if (at !== null && wall !== null) [atMs, wallMs] = [at, wall];
    return [];
  });
}

export function cutOut(folder: string, stopId: string, stopOf: StopOf<StopFound>): Piece | undefined {
  const paths = segmentsOf(folder).map(({ path }) => path);
  let found: StopFound | undefined;
  for (const part of readBlocks(paths, ({ hasStop }) => hasStop)) {
    if (part.is === 'block') found ??= stopsIn(part.block, stopOf).find(({ id }) => id === stopId);
    if (found !== undefined) break;
  }
  return found === undefined ? undefined : pieceAround(paths, found.wallMs);
}

function pieceAround(paths: readonly string[], stopMs: number): Piece | undefined {
  let kept: { packed: PackedBlock; wallMs: number }[] = [];
  for (const part of readBlocks(paths)) {
    if (part.is !== 'block') continue;
    const { header } = part.block;
    if (header.wallMs > stopMs + AROUND_MS) break;
    // The piece begins with a state: the newest that is early enough, else the first that there is.
    if (beginsWithState(part.block) && header.wallMs <= stopMs - AROUND_MS) kept = [];
    if (kept.length > 0 || beginsWithState(part.block)) kept.push({ packed: part.packed, wallMs: header.wallMs });
  }
  const [first, last] = [kept[0], kept.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { bytes: Buffer.concat(kept.map(({ packed }) => packed.bytes)), fromMs: first.wallMs, toMs: last.wallMs, afterMs: Math.max(0, last.wallMs - stopMs) };
}

export function listBox<Stop extends StopFound & BoxList['benches'][number]['stops'][number]>(bench: string, folder: string, stopOf: StopOf<Stop>): BoxList['benches'][number] {
  const segments = segmentsOf(folder);
  const paths = segments.map(({ path }) => path);
  const [begin] = readBlocks(paths.slice(0, 1));
  const first = begin?.is === 'block' ? begin.block : undefined;
  const last = lastBlock(paths.at(-1) ?? '');
  const stops = [...readBlocks(paths, ({ hasStop }) => hasStop)].flatMap((part) => (part.is === 'block' ? stopsIn(part.block, stopOf) : []));
  return {
    bench, bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0), files: segments.length, first: first?.header.from ?? 0,
    last: last === undefined ? 0 : last.header.from + last.header.count - 1, fromMs: first?.header.wallMs ?? null, toMs: last?.header.wallMs ?? null,
    stops: stops.filter(({ id }, index) => stops.findIndex((stop) => stop.id === id) === index),
  };
}
