/** Files as one: the plain POSIX archive that every system can open, without compression. For a copy of a chain that somebody takes away. */
const BLOCK = 512;
const utf8 = new TextEncoder();

const octal = (value: number, width: number): string => `${value.toString(8).padStart(width - 1, '0')}\0`;

function headerOf(name: string, bytes: number, atS: number): Uint8Array {
  const header = new Uint8Array(BLOCK);
  const put = (text: string, at: number): void => header.set(utf8.encode(text), at);
  if (utf8.encode(name).length > 100) throw new RangeError(`a name in an archive has at most 100 bytes: ${name}`);
  put(name, 0);
  put(octal(0o644, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(bytes, 12), 124);
  put(octal(atS, 12), 136);
  put(' '.repeat(8), 148);
  put('0', 156);
  put('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

export function tarOf(folder: string, files: ReadonlyMap<string, Uint8Array>, atIso: string): Uint8Array {
  const atS = Math.floor(Date.parse(atIso) / 1000);
  const blocks = [...files].flatMap(([name, bytes]) => [headerOf(`${folder}/${name}`, bytes.length, atS), bytes, new Uint8Array((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
  blocks.push(new Uint8Array(2 * BLOCK));
  const whole = new Uint8Array(blocks.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}
