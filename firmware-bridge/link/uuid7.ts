/** UUIDv7: 48 bits of wall-clock milliseconds and 74 random bits, so that ids sort by the time they were made. */
export function uuid7(wallMs: number, random: (bytes: number) => Uint8Array): string {
  const bytes = random(16);
  const time = Math.max(0, Math.floor(wallMs));
  for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(time / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
}
