/**
 * Reads the files of a black box, one after the other and never all at once, and finds the files of one bench. It changes
 * nothing and believes nothing: what is no block is told as that.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Block, Sha256 } from '../../contract/black-box-chain.ts';
import { blockHeaderSchema } from '../../contract/black-box-lines.ts';
import { codeOf } from '../refusal.ts';
import { findBlocks, unpackBlock, type PackedBlock } from './gzip-block.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export const boxFolder = (stateDir: string, bench: string): string => join(stateDir, 'black-box', bench);

export interface Segment { readonly name: string; readonly path: string; readonly bytes: number; /** Number of its first entry. */ readonly from: number }

const NAME = /^(\d{12})-[\dTZ]+(-\d+)?\.jsonl\.gz$/;

/** The files of a bench in their order; none when nothing was ever recorded. */
export function segmentsOf(folder: string): readonly Segment[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.filter((name) => NAME.test(name)).sort().map((name) => {
    const path = join(folder, name);
    return { name, path, bytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0, from: Number(name.slice(0, 12)) };
  });
}

export type ReadPart =
  | { readonly is: 'block'; readonly block: Block; readonly packed: PackedBlock }
  | { readonly is: 'unreadable'; readonly place: string }
  /** The beginning of a block: what a power cut or a kill leaves. */
  | { readonly is: 'half'; readonly place: string };

/** Every block of these files in their order. `only` picks without unpacking the others. */
export function* readBlocks(paths: readonly string[], only: (packed: PackedBlock) => boolean = () => true): Generator<ReadPart> {
  for (const path of paths) {
    const file = contentOf(path);
    if (file === null) continue;
    const { blocks, rest } = findBlocks(file);
    for (const [index, packed] of blocks.entries()) {
      if (!only(packed)) continue;
      const place = `${path}, block ${index + 1}`;
      const block = parseBlock(unpackBlock(packed.bytes), place);
      yield block === undefined ? { is: 'unreadable', place } : { is: 'block', block, packed };
    }
    const place = `${path}, after block ${blocks.length}`;
    if (rest === 'half') yield { is: 'half', place };
    if (rest === 'foreign') yield { is: 'unreadable', place };
  }
}

/** The last block of a file that can be read; the others are not unpacked. */
export function lastBlock(path: string): Block | undefined {
  const file = contentOf(path);
  for (const { bytes } of file === null ? [] : findBlocks(file).blocks.toReversed()) {
    const block = parseBlock(unpackBlock(bytes), path);
    if (block !== undefined) return block;
  }
  return undefined;
}

/** Null when it went for space in the meantime: whoever checks the chain sees whether that left a hole. */
function contentOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseBlock(text: string | undefined, place: string): Block | undefined {
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  if (lines.pop() !== '') return undefined;
  const hash = /^\{"hash":"([0-9a-f]{64})"\}$/.exec(lines.pop() ?? '')?.[1];
  const header = blockHeaderSchema.safeParse(parseJson(lines[0] ?? ''));
  return hash === undefined || !header.success ? undefined : { place, header: header.data, lines, hash };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
