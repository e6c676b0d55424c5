/**
 * Compares two pictures in the browser that took them, and draws where they differ. A pixel counts when it differs by more than smoothing
 * does; a few of them do not count.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { View } from './views.ts';
import { take } from './views.ts';

export const KEPT = join(import.meta.dirname, 'kept');
export const OUTPUT = resolve(import.meta.dirname, '../../.output/pictures');
/** The browser that took the kept ones; another draws other letters. */
export const TAKEN_WITH = join(KEPT, 'taken-with.txt');
export const HOW_TO_RENEW = 'Look at both. When the change is meant: npm run pictures -- --renew';

/** Of 255 in one channel. */
const CHANNEL_MAX = 32;
/** Of all pixels of a view. */
export const SHARE_MAX = 0.001;

const COMPARE = `(async ([a, b, most]) => {
  const read = async (text) => { const image = new Image(); image.src = 'data:image/png;base64,' + text; await image.decode(); return image; };
  const [one, other] = [await read(a), await read(b)];
  const [width, height] = [Math.max(one.width, other.width), Math.max(one.height, other.height)];
  const dataOf = (image) => { const { context } = canvasOf(); context.drawImage(image, 0, 0); return context.getImageData(0, 0, width, height); };
  const canvasOf = () => { const canvas = document.createElement('canvas'); Object.assign(canvas, { width, height }); return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }; };
  const [first, second] = [dataOf(one).data, dataOf(other).data];
  const { canvas, context } = canvasOf();
  const drawn = context.createImageData(width, height);
  let differ = 0;
  for (let at = 0; at < first.length; at += 4) {
    const isOther = [0, 1, 2, 3].some((channel) => Math.abs(first[at + channel] - second[at + channel]) > most);
    if (isOther) differ += 1;
    const grey = 200 + Math.round((first[at] + first[at + 1] + first[at + 2]) / 3 / 255 * 55);
    drawn.data.set(isOther ? [224, 0, 96, 255] : [grey, grey, grey, 255], at);
  }
  context.putImageData(drawn, 0, 0);
  return { share: differ / (width * height), difference: canvas.toDataURL('image/png').split(',')[1] };
})`;

export async function differenceOf(browser: Browser, kept: Buffer, now: Buffer): Promise<{ readonly share: number; readonly difference: Buffer }> {
  const page = await browser.newPage();
  try {
    const sent = JSON.stringify([kept.toString('base64'), now.toString('base64'), CHANNEL_MAX]);
    const { share, difference } = await page.evaluate<{ share: number; difference: string }>(`${COMPARE}(${sent})`);
    return { share, difference: Buffer.from(difference, 'base64') };
  } finally {
    await page.close();
  }
}

/** Null when the view looks as it did; else what to do, with both pictures in the folder of outputs. */
export async function judgeView(browser: Browser, view: View, change = '', output = OUTPUT): Promise<string | null> {
  const file = join(KEPT, `${view.name}.png`);
  if (!existsSync(file)) return `${view.name}: no picture is kept. Take it: npm run pictures -- --renew`;
  const now = await take(browser, view, change);
  const { share, difference } = await differenceOf(browser, await readFile(file), now);
  if (share <= SHARE_MAX) return null;
  await mkdir(output, { recursive: true });
  await writeFile(join(output, `${view.name}.actual.png`), now);
  await writeFile(join(output, `${view.name}.difference.png`), difference);
  return `${view.name}: ${(share * 100).toFixed(2)} % of it looks different. See ${view.name}.actual.png and ${view.name}.difference.png in ${output}. ${HOW_TO_RENEW}`;
}
