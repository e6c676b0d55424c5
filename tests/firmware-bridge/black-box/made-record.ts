/** Made-up blocks of a black box for tests: chained as the recorder chains them, from any entries. */
import { createHash } from 'node:crypto';
import type { BoxEntry } from '../../../firmware-bridge/contract/black-box.ts';
import { hashOver, type Block } from '../../../firmware-bridge/contract/black-box-chain.ts';
import { baseOf, EntryWriter, NO_HASH, type BlockHeader } from '../../../firmware-bridge/contract/black-box-lines.ts';

export const sha = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const tick = (nowMs: number): BoxEntry => ({ is: 'event', event: { kind: 'tick', sleptMs: 0, nowMs, wallMs: 1_700_000_000_000 + Math.round(nowMs) } as never, within: null });

export function makeBlock(before: Block | null, entries: readonly BoxEntry[], over: Partial<BlockHeader> = {}): Block {
  const base = baseOf(entries);
  const from = before === null ? 1 : before.header.from + before.header.count;
  const header: BlockHeader = {
    v: 1, bench: 'bench-1', chain: 'run-1', boot: 'run-1', from, count: entries.length, next: from + entries.length, ...base, prev: before?.hash ?? NO_HASH, ...over,
  };
  const writer = new EntryWriter(base);
  return sealed(`block at ${header.from}`, header, [JSON.stringify(header), ...entries.map((entry) => writer.line(entry))]);
}

export const sealed = (place: string, header: BlockHeader, lines: readonly string[]): Block => ({ place, header, lines, hash: hashOver(header.prev, lines, sha) });

/** `count` blocks of three ticks each. */
export function makeRecord(count: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < count; at += 1) blocks.push(makeBlock(blocks.at(-1) ?? null, [0, 1, 2].map((part) => tick(1000 + at * 60 + part * 20))));
  return blocks;
}
