/**
 * Sets a text: which face has which of its characters, in which direction each part runs, where a line ends. It draws nothing; what
 * comes out are lines of parts from left to right. Whatever was typed is shown or counted as missing, never left out.
 */
import bidiFactory from 'bidi-js';
import { facesOf } from './faces.ts';
import type { Face, Weight } from './faces.ts';

export interface Part {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
}

export interface Line {
  readonly parts: readonly Part[];
  readonly width: number;
}

export interface SetText {
  readonly lines: readonly Line[];
  readonly isRightToLeft: boolean;
  readonly missing: number;
}

export interface SetHow {
  readonly weight: Weight;
  /** Of the column, in points. */
  readonly width: number;
  /** `auto`: as its own first letter says. */
  readonly direction: 'ltr' | 'auto';
  measure(text: string, face: Face): number;
}

/** A stretch of one face and one direction without a place to break inside. */
interface Run {
  readonly text: string;
  readonly face: Face;
  readonly level: number;
  readonly width: number;
  readonly isSpace: boolean;
}

interface Bidi {
  getEmbeddingLevels(text: string, direction: 'ltr' | 'auto'): { readonly levels: Uint8Array; readonly paragraphs: readonly { readonly level: number }[] };
  getMirroredCharacter(char: string): string | null;
}
/** Its own types speak of a module with a default; what Node loads is the function itself. */
const bidi = (bidiFactory as unknown as () => Bidi)();
const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Directions and joins: they say how to set, and are no marks on paper. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE0E\uFE0F\uFEFF]/g;
const BOX = '\u25A1';
/** Between a number and its unit; no face has it, and a plain one that does not break looks alike. */
const NARROW = '\u202F';

export function setText(text: string, how: SetHow): SetText {
  const set = text.replaceAll('\t', ' ').replaceAll(NARROW, '\u00A0').split('\n').map((paragraph) => setParagraph(paragraph, how));
  return { lines: set.flatMap(({ lines }) => lines), isRightToLeft: set[0]?.isRightToLeft ?? false, missing: set.reduce((sum, { missing }) => sum + missing, 0) };
}

function setParagraph(text: string, how: SetHow): SetText {
  const embedding = bidi.getEmbeddingLevels(text, how.direction);
  const baseLevel = embedding.paragraphs[0]?.level ?? 0;
  const { runs, missing } = runsOf(text, embedding.levels, how);
  return { lines: brokenInto(runs, how).map((line) => ordered(line)), isRightToLeft: baseLevel % 2 === 1, missing };
}

function runsOf(text: string, levels: Uint8Array, { weight, measure }: SetHow): { readonly runs: readonly Run[]; readonly missing: number } {
  const faces = facesOf(weight);
  let missing = 0;
  const runs: Omit<Run, 'width'>[] = [];
  for (const { segment, index } of clusters.segment(text)) {
    const level = levels[index] ?? 0;
    const seen = segment.replaceAll(UNSEEN, '');
    if (seen === '') continue;
    const face = faces.find((one) => [...seen].every((char) => one.has(char.codePointAt(0) ?? 0)));
    if (face === undefined) missing += 1;
    const char = face === undefined ? BOX : mirrored(seen, level);
    const isSpace = seen !== '\u00A0' && /^\s$/.test(seen);
    const last = runs.at(-1);
    const boxFace = faces.find((one) => one.has(BOX.codePointAt(0) ?? 0)) ?? faces[0];
    const by = face ?? boxFace;
    // A joined emoji keeps its joins: they choose the picture.
    const drawn = face === undefined || seen === segment ? char : keptJoins(segment, face);
    if (last !== undefined && last.face === by && last.level === level && last.isSpace === isSpace) runs[runs.length - 1] = { ...last, text: last.text + drawn };
    else runs.push({ text: drawn, face: by, level, isSpace });
  }
  return { runs: runs.map((run) => ({ ...run, width: measure(run.text, run.face) })), missing };
}

const keptJoins = (segment: string, face: Face): string => [...segment].filter((char) => face.has(char.codePointAt(0) ?? 0) && (char === '\u200D' || char.replaceAll(UNSEEN, '') !== '')).join('');
const mirrored = (char: string, level: number): string => (level % 2 === 1 ? bidi.getMirroredCharacter(char) ?? char : char);

/** At spaces; a word that is wider than the column is broken where it must be. */
function brokenInto(runs: readonly Run[], how: SetHow): Run[][] {
  const lines: Run[][] = [[]];
  let used = 0;
  const newLine = (): void => {
    lines.push([]);
    used = 0;
  };
  const put = (run: Run): void => {
    lines.at(-1)?.push(run);
    used += run.width;
  };
  for (const word of wordsOf(runs)) {
    const width = word.reduce((sum, run) => sum + run.width, 0);
    if (word[0]?.isSpace === true) {
      if (used > 0 && used + width <= how.width) word.forEach(put);
      continue;
    }
    if (used > 0 && used + width > how.width) newLine();
    if (width <= how.width) word.forEach(put);
    else {
      for (const piece of word.flatMap((run) => piecesOf(run, how))) {
        if (used > 0 && used + piece.width > how.width) newLine();
        put(piece);
      }
    }
  }
  return lines;
}

function wordsOf(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  for (const run of runs) {
    const last = words.at(-1);
    if (last === undefined || run.isSpace || last[0]?.isSpace === true) words.push([run]);
    else last.push(run);
  }
  return words;
}

const piecesOf = (run: Run, { measure }: SetHow): Run[] => [...clusters.segment(run.text)].map(({ segment }) => ({ ...run, text: segment, width: measure(segment, run.face) }));

/** From left to right: what runs the other way is turned, from the innermost level outwards. */
function ordered(line: readonly Run[]): Line {
  const runs = line.slice(0, (line.findLastIndex(({ isSpace }) => !isSpace) + 1) || undefined);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) {
    for (let from = 0; from < runs.length;) {
      let to = from;
      while ((runs[to]?.level ?? -1) >= level) to += 1;
      if (to > from) runs.splice(from, to - from, ...runs.slice(from, to).reverse());
      from = Math.max(to, from + 1);
    }
  }
  return { parts: runs.map(({ text, face, width }) => ({ text, face, width })), width: runs.reduce((sum, { width }) => sum + width, 0) };
}
