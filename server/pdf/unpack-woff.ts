/** A typeface as the web packs it, unpacked once: whoever reads it packed inflates a table again at each look into it. Only WOFF 1.0, as its standard writes it. */
import { inflateSync } from 'node:zlib';

const WOFF = 0x774f4646;
const [WOFF_HEAD, WOFF_ENTRY, HEAD, ENTRY] = [44, 20, 12, 16];

export function unpackWoff(packed: Buffer): Buffer {
  if (packed.readUInt32BE(0) !== WOFF) throw new TypeError('this is no typeface in WOFF 1.0');
  const count = packed.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = WOFF_HEAD + index * WOFF_ENTRY;
    const [offset, size, wholeSize] = [packed.readUInt32BE(at + 4), packed.readUInt32BE(at + 8), packed.readUInt32BE(at + 12)];
    const bytes = packed.subarray(offset, offset + size);
    return { tag: packed.subarray(at, at + 4), checksum: packed.readUInt32BE(at + 16), bytes: size < wholeSize ? inflateSync(bytes) : bytes };
  });
  const head = Buffer.alloc(HEAD + count * ENTRY);
  const nearest = 2 ** Math.floor(Math.log2(count));
  head.writeUInt32BE(packed.readUInt32BE(4), 0);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(nearest * 16, 6);
  head.writeUInt16BE(Math.log2(nearest), 8);
  head.writeUInt16BE(count * 16 - nearest * 16, 10);
  let offset = head.length;
  const bodies = tables.map(({ tag, checksum, bytes }, index) => {
    const at = HEAD + index * ENTRY;
    tag.copy(head, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}
