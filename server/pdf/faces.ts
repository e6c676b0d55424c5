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
  ['@fontsource/atkinson-hyperlegible-next', 'latin'],
  ['@fontsource/atkinson-hyperlegible-next', 'latin-ext'],
  ['@fontsource/noto-sans', 'latin-ext'],
  ['@fontsource/noto-sans', 'latin'],
  ['@fontsource/noto-sans', 'vietnamese'],
  ['@fontsource/noto-sans', 'cyrillic'],
  ['@fontsource/noto-sans', 'cyrillic-ext'],
  ['@fontsource/noto-sans', 'greek'],
  ['@fontsource/noto-sans', 'greek-ext'],
  ['@fontsource/noto-sans', 'devanagari'],
  ['@fontsource/noto-sans-arabic', 'arabic'],
  ['@fontsource/noto-sans-hebrew', 'hebrew'],
  ['@fontsource/noto-emoji', 'emoji'],
] as const;

function readFace([family, subset]: (typeof FILES)[number], weight: Weight): Face {
  const name = family.replace('@fontsource/', '');
  const bytes = unpackWoff(readFileSync(new URL(import.meta.resolve(`${family}/files/${name}-${subset}-${String(weight)}-normal.woff`))));
  const font = create(bytes) as Font;
  const known = new Set(font.characterSet);
  return { name: `${name}-${subset}-${String(weight)}`, bytes, has: (codePoint) => known.has(codePoint) };
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
