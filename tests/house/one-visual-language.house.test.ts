/** Colours, sizes of type, corners and motion have one home, `web/look`; everything else names a token. Spaces lie on a grid of 4 px. */
import { expect, test } from 'vitest';
import { filesBelow, read } from './sources.ts';

const STYLES = [...filesBelow('web/parts'), ...filesBelow('web/pages')].filter((path) => path.endsWith('.ts'));
const TOKENS = read('web/look/tokens.css');

interface Line {
  readonly at: string;
  readonly text: string;
}

/** Of the css`…` parts of a file only: in the rest a `#` begins a name. */
function stylesOf(path: string): readonly Line[] {
  const source = read(path);
  return [...source.matchAll(/css`([^`]*)`/g)].flatMap(({ 1: css = '', index }) => {
    const first = source.slice(0, index).split('\n').length;
    return css.split('\n').map((text, line) => ({ at: `${path}:${first + line}`, text: text.replaceAll(/\/\*.*?\*\//g, '') }));
  });
}

const lines = STYLES.flatMap(stylesOf);
const offences = (wrong: (text: string) => boolean): readonly string[] => lines.filter(({ text }) => wrong(text)).map(({ at, text }) => `${at}  ${text.trim().slice(0, 140)}`);
const SYSTEM = 'Canvas|CanvasText|LinkText|GrayText|Highlight|HighlightText|ButtonText|ButtonFace|Mark';

test('there are styles to look at, and tokens to name', () => {
  expect(lines.length).toBeGreaterThan(500);
  expect(TOKENS.match(/^ {2}--[\w-]+:/gm)?.length).toBeGreaterThan(40);
});

test('no literal colour outside web/look; where the computer paints by itself its own names', () => {
  const found = offences((text) => /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|oklch|oklab|lab|lch|hwb|light-dark)\(/i.test(text.replaceAll(/color-mix\(in oklab,/g, '')));
  const named = offences((text) => [...text.matchAll(/(?:color|background|fill|stroke|border[\w-]*|outline|box-shadow):([^;]*)/g)].some(({ 1: value = '' }) =>
    /\b(white|black|red|green|blue|gr[ae]y|orange|yellow|purple|silver)\b/i.test(value.replaceAll(new RegExp(`var\\([^)]*\\)|\\b(${SYSTEM})\\b`, 'g'), ''))));
  expect([...found, ...named]).toEqual([]);
  const drawn = STYLES.filter((path) => /(fill|stroke)="#|Color: '#/.test(read(path)));
  expect(drawn).toEqual([]);
});

test('type, corners and motion are tokens', () => {
  expect(offences((text) => /font-size: (?!var\(--type-|inherit|smaller|calc\(|0\.\d+em|clamp\()|font: (?!.*var\(--type-|inherit)[^;]*px/.test(text))).toEqual([]);
  expect(offences((text) => /border-radius: (?:[4-9]|\d{2,})px/.test(text))).toEqual([]);
  expect(offences((text) => /(?:transition|animation)[\w-]*:[^;]*\d+m?s\b/.test(text))).toEqual([]);
});

test('spaces lie on the grid: 4 px, or 2 px between two lines that are one', () => {
  const isOff = (px: number): boolean => px > 2 && px % 4 !== 0;
  const wrong = (text: string): boolean => !/border: (3|6)px/.test(text) && [...text.matchAll(/(?:^|[\s{;])(?:row-gap|column-gap|gap): ([^;]+);/g)].some(({ 1: value = '' }) => [...value.matchAll(/(?<![\w.-])(\d+)px/g)].some(({ 1: px }) => isOff(Number(px))));
  expect(offences(wrong)).toEqual([]);
});

test('no motion is longer than 200 ms, and none is left where motion is not wanted', () => {
  const times = [...TOKENS.matchAll(/--(?:press|change): (\d+)ms/g)].map(({ 1: ms }) => Number(ms));
  expect(times).toEqual([120, 200, 0, 0]);
});

test('every token that is named exists', () => {
  const made = new Set([...TOKENS.matchAll(/(--[\w-]+):/g)].map(({ 1: name }) => name));
  const set = new Set(STYLES.flatMap((path) => [...read(path).matchAll(/(?:property\('|setProperty\('|[\s{;'"])(--[\w-]+)['":]/g)].map(({ 1: name }) => name)));
  const missing = [...lines, ...stylesOf('web/look/shared.ts')].flatMap(({ at, text }) => 
    [...text.matchAll(/var\((--[\w-]+)/g)].filter(({ 1: name }) => !made.has(name ?? '') && !set.has(name)).map(({ 1: name }) => `${at}  ${String(name)}`));
  expect(missing).toEqual([]);
});
