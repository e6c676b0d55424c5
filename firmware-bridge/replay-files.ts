/**
 * Reads files of a black box, looks whether they are whole, and replays them: one pass, one block at a time, so that a
 * record of any length fits. It changes nothing.
 */
import { basename } from 'node:path';
import type { BoxHead } from './contract/black-box.ts';
import { ChainCheck, type Block } from './contract/black-box-chain.ts';
import { beginsWithState, EntryReader } from './contract/black-box-lines.ts';
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

function giveBlock(replay: Replay, { header, lines }: Block): void {
  const reader = new EntryReader(header);
  for (const line of lines.slice(1)) {
    const entry = reader.entry(line);
    if (entry !== undefined) replay.take(entry);
  }
}

const shortPlace = (place: string): string => basename(place);

export function replayFiles({ paths, heads, isWhole, limits, fromMs, toMs }: ReplayFilesOptions): ReplayReport {
  const check = new ChainCheck(sha256, heads);
  const replay = new Replay({ limits, fromMs, toMs });
  const half: string[] = [];
  let boot: string | null = null;
  /** Blocks before the time asked for: of use are only those from the newest state on, and only if something follows. */
  let waiting: { readonly block: Block; readonly isAnew: boolean }[] = [];
  const give = (): void => {
    for (const { block, isAnew } of waiting.splice(0)) {
      if (isAnew) replay.beginAnew();
      giveBlock(replay, block);
    }
  };
  for (const part of readBlocks(paths)) {
    if (part.is === 'half') half.push(shortPlace(part.place));
    else if (part.is === 'unreadable') check.unreadable(shortPlace(part.place));
    else {
      const { header } = part.block;
      const hangsTogether = check.add({ ...part.block, place: shortPlace(part.block.place) });
      const isAnew = header.boot !== boot || !hangsTogether;
      boot = header.boot;
      if (header.wallMs > toMs) continue;
      if (beginsWithState(part.block) && header.wallMs < fromMs) waiting = [];
      waiting.push({ block: part.block, isAnew });
      if (header.wallMs >= fromMs) give();
    }
  }
  give();
  return { v: 1, ...replay.result(), limits, chain: { ...check.verdict(isWhole), faults: [...check.verdict(isWhole).faults], half } };
}
