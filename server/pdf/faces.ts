/**
 * The typefaces of a PDF: the house's own first, then others for the scripts that it has not. They lie in packages and are read
 * once. What no face has is not left out: it is drawn as an empty box, and the paper says how many there are.
 */
import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { unpackWoff } from './unpack-woff.ts';

export type Weight = 400 | 700;

export interface Face {
  /** Unique over all weights. */
  readonly name: string;
  readonly bytes: Buffer;
  has(codePoint: number): boolean;
}

/** In the order in which they are asked. */
const FILES = [
  'atkinson-hyperlegible-next/latin', 'atkinson-hyperlegible-next/latin-ext', 'noto-sans/latin-ext', 'noto-sans/latin', 'noto-sans/vietnamese', 'noto-sans/cyrillic', 'noto-sans/cyrillic-ext', 'noto-sans/greek',
  'noto-sans/greek-ext', 'noto-sans/devanagari', 'noto-sans-arabic/arabic', 'noto-sans-hebrew/hebrew', 'noto-emoji/emoji',
] as const;

function readFace(file: string, weight: Weight): Face {
  const [family = '', subset = ''] = file.split('/');
  const bytes = unpackWoff(readFileSync(new URL(import.meta.resolve(`@fontsource/${family}/files/${family}-${subset}-${String(weight)}-normal.woff`))));
  const font = create(bytes) as Font;
  const known = new Set(font.characterSet);
  return { name: `${family}-${subset}-${String(weight)}`, bytes, has: (codePoint) => known.has(codePoint) };
}

const read = new Map<Weight, readonly Face[]>();

/** Never empty; the first one is that of the house. */
export function facesOf(weight: Weight): readonly [Face, ...Face[]] {
  const faces = read.get(weight) ?? FILES.map((file) => readFace(file, weight));
  read.set(weight, faces);
  const [first, ...others] = faces;
  if (first === undefined) throw new Error('there is no typeface');
  return [first, ...others];
}
