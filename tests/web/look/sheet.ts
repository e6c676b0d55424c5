/**
 * The contact sheet: every place at a desk and on a phone, light and dark, each as a picture of its whole length, and one sheet for
 * each of the four that a person can take in at once. The pictures are for eyes; nothing compares them.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openPlace, showIn } from './judge.ts';
import type { Place } from './places.ts';

const KINDS = [['light', 1440], ['dark', 1440], ['light', 360], ['dark', 360], ['contrast', 1440]] as const;

export async function takeSheet(browser: Browser, places: readonly Place[], folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const taken = new Map<string, { readonly name: string; readonly png: Buffer }[]>();
  for (const place of places) {
    const { page, close } = await openPlace(browser, place, 'en');
    for (const [theme, width] of KINDS) {
      await showIn(page, theme, width);
      const png = await page.screenshot({ fullPage: true });
      const kind = `${theme}-${String(width)}`;
      await writeFile(join(folder, `${place.name.replaceAll(' ', '-')}-${kind}.png`), png);
      taken.set(kind, [...taken.get(kind) ?? [], { name: place.name, png }]);
    }
    await close();
  }
  const sheets: string[] = [];
  for (const [kind, pictures] of taken) {
    const width = kind.endsWith('1440') ? 640 : 240;
    const columns = kind.endsWith('1440') ? 3 : 8;
    const page = await browser.newPage({ viewport: { width: (width + 12) * columns, height: 800 } });
    await page.setContent(`<!doctype html><style>body{margin:0;background:#777;display:grid;align-items:start;grid-template-columns:repeat(${String(columns)},${String(width)}px);gap:12px;font:13px sans-serif}
      div{max-height:760px;overflow:hidden}img{display:block;width:100%}</style>
      ${pictures.map(({ name, png }) => `<div>${name}<img src="data:image/png;base64,${png.toString('base64')}"></div>`).join('')}`);
    const file = join(folder, `sheet-${kind}.png`);
    await page.screenshot({ path: file, fullPage: true });
    await page.close();
    sheets.push(file);
  }
  return sheets;
}
