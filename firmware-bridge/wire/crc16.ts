/**
 * CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF, no reflection, no final xor).
 * Check value: 0x29B1 for "123456789". Works on strings whose characters are single bytes.
 */
const TABLE: Uint16Array = Uint16Array.from({ length: 256 }, (_unused, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc & 0xffff;
});

/** The CRC of `text[0, end)`; characters above 0xFF must not occur (they cannot: the wire is latin1). */
export function crc16(text: string, end: number = text.length): number {
  let crc = 0xffff;
  for (let index = 0; index < end; index += 1) {
    crc = ((crc << 8) & 0xffff) ^ (TABLE[((crc >> 8) ^ text.charCodeAt(index)) & 0xff] as number);
  }
  return crc;
}
