/** What kind of photo bytes are, told by how such a file begins; whatever else it is called is not believed. */

/** 8 MB: more than a camera of a bench or a phone makes once the page has made it smaller. */
export const PHOTO_BYTES_MAX = 8_000_000;

export type PhotoKind = 'image/jpeg' | 'image/png' | 'image/webp';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];
/** A file that has only its beginning is no photo. */
const BYTES_MIN = 32;

const hasAt = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean => wanted.every((byte, index) => bytes[at + index] === byte);

export function photoKindOf(bytes: Uint8Array): PhotoKind | null {
  if (bytes.length < BYTES_MIN) return null;
  if (hasAt(bytes, 0, JPEG)) return 'image/jpeg';
  if (hasAt(bytes, 0, PNG)) return 'image/png';
  return hasAt(bytes, 0, RIFF) && hasAt(bytes, 8, WEBP) ? 'image/webp' : null;
}
