/**
 * One block of the black box as one gzip member, so that any gzip tool can read a whole file. The member's head holds its
 * own length: blocks are found without unpacking, and a half one at the end of a file is known as that.
 */
import { crc32, deflateRaw, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';

const deflate = promisify(deflateRaw);

/** Magic, deflate, "extra field present", no time, no flags, unknown system; then one sub-field `HB` of five bytes. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 9, 0, 0x48, 0x42, 5, 0]);
const LENGTH_AT = HEAD.length;
const MARK_AT = LENGTH_AT + 4;
const HEAD_BYTES = MARK_AT + 1;
const TAIL_BYTES = 8;
/** A block that claims to be larger, packed or not, is none (bytes). */
const BLOCK_BYTES_MAX = 32 * 1024 * 1024;

export async function packBlock(text: string, hasStop: boolean): Promise<Buffer> {
  const plain = Buffer.from(text, 'utf8');
  const packed = await deflate(plain, { level: 6 });
  const block = Buffer.alloc(HEAD_BYTES + packed.length + TAIL_BYTES);
  HEAD.copy(block);
  block.writeUInt32LE(block.length, LENGTH_AT);
  block[MARK_AT] = hasStop ? 1 : 0;
  packed.copy(block, HEAD_BYTES);
  block.writeUInt32LE(crc32(plain), HEAD_BYTES + packed.length);
  block.writeUInt32LE(plain.length, HEAD_BYTES + packed.length + 4);
  return block;
}

export interface PackedBlock { readonly at: number; readonly bytes: Uint8Array; readonly hasStop: boolean }
export interface PackedFile {
  readonly blocks: readonly PackedBlock[];
  /** What follows the last whole block: nothing, the beginning of one, or something else. */
  readonly rest: 'nothing' | 'half' | 'foreign';
}

/** Finds the blocks of a file without unpacking them. */
export function findBlocks(file: Uint8Array): PackedFile {
  const view = Buffer.from(file.buffer, file.byteOffset, file.length);
  const blocks: PackedBlock[] = [];
  let at = 0;
  while (at < view.length) {
    const left = view.length - at;
    if (view.compare(HEAD, 0, Math.min(HEAD.length, left), at, at + Math.min(HEAD.length, left)) !== 0) return { blocks, rest: 'foreign' };
    if (left < HEAD_BYTES) return { blocks, rest: 'half' };
    const length = view.readUInt32LE(at + LENGTH_AT);
    if (length < HEAD_BYTES + TAIL_BYTES || length > BLOCK_BYTES_MAX) return { blocks, rest: 'foreign' };
    if (length > left) return { blocks, rest: 'half' };
    blocks.push({ at, bytes: view.subarray(at, at + length), hasStop: view[at + MARK_AT] === 1 });
    at += length;
  }
  return { blocks, rest: 'nothing' };
}

/** The text of a block; undefined when it is damaged. */
export function unpackBlock(block: Uint8Array): string | undefined {
  const view = Buffer.from(block.buffer, block.byteOffset, block.length);
  try {
    const plain = inflateRawSync(view.subarray(HEAD_BYTES, view.length - TAIL_BYTES), { maxOutputLength: BLOCK_BYTES_MAX });
    return crc32(plain) === view.readUInt32LE(view.length - TAIL_BYTES) ? plain.toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}
