/**
 * Reads files of a black box, looks whether they are whole, and replays them: one pass, one block at a time, so that a
 * record of any length fits. It changes nothing.
 */
import { basename } from 'node:path';
import type { BoxHead } from './contract/black-box.ts';
import { ChainCheck } from './contract/black-box-chain.ts';
import { EntryReader } from './contract/black-box-lines.ts';
import type { ReplayReport } from './contract/replay-report.ts';
import type { Limits } from './guard/limits.ts';
import { Replay } from './replay/replay.ts';
import { readBlocks, sha256 } from './report/black-box/read-blocks.ts';

export interface ReplayFilesOptions {
  readonly paths: readonly string[];
  /** Heads that were told elsewhere. */
  readonly heads: readonly BoxHead[];
  /** The files are everything that there is of this bench. */
  readonly isWhole: boolean;
  readonly limits: Partial<Limits>;
  readonly fromMs: number;
  readonly toMs: number;
}

const shortPlace = (place: string): string => basename(place);

export function replayFiles({ paths, heads, isWhole, limits, fromMs, toMs }: ReplayFilesOptions): ReplayReport {
  const check = new ChainCheck(sha256, heads);
  const replay = new Replay({ limits, fromMs, toMs });
  const half: string[] = [];
  let boot: string | null = null;
  for (const part of readBlocks(paths)) {
    if (part.is === 'half') half.push(shortPlace(part.place));
    else if (part.is === 'unreadable') check.unreadable(shortPlace(part.place));
    else {
      const { header, lines } = part.block;
      const hangsTogether = check.add({ ...part.block, place: shortPlace(part.block.place) });
      if (header.boot !== boot || !hangsTogether) replay.beginAnew();
      boot = header.boot;
      if (header.wallMs > toMs) continue;
      const reader = new EntryReader(header);
      for (const line of lines.slice(1)) {
        const entry = reader.entry(line);
        if (entry !== undefined) replay.take(entry);
      }
    }
  }
  return { v: 1, ...replay.result(), limits, chain: { ...check.verdict(isWhole), faults: [...check.verdict(isWhole).faults], half } };
}
