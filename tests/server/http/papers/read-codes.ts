/**
 * Paper as the world sees it: what a printer makes of a page, what a scanner makes of the print, and what a decoder reads from the picture.
 * The decoder is another program than the one that drew the codes, and it gets pictures alone.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** From the packages: left alone, the decoder fetches itself from the network. */
const binary = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
prepareZXingModule({ overrides: { wasmBinary: binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) } });

/** Every QR code of a picture, sorted by what it says. */
export async function readCodes(png: Uint8Array): Promise<string[]> {
  const found = await readBarcodes(png, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text).toSorted();
}

const CSS_DPI = 96;
/** So many dots of a printer make one inch of a page: the scale of the browser that prints it. */
export const scaleOf = (dpi: number): number => dpi / CSS_DPI;

const asUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
const bytesOf = (url: string): Buffer => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

const DRAW = `(async (url, width, height, draw, each) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width ?? image.naturalWidth);
  canvas.height = Math.round(height ?? image.naturalHeight);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  draw(pen, image, canvas);
  pen.filter = 'none';
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < dots.data.length; at += 4) {
    const grey = each(0.299 * dots.data[at] + 0.587 * dots.data[at + 1] + 0.114 * dots.data[at + 2]);
    dots.data[at] = dots.data[at + 1] = dots.data[at + 2] = grey;
  }
  pen.putImageData(dots, 0, 0);
  return canvas.toDataURL('image/png');
})`;

/** A label printer burns a dot or leaves it: there is no grey. */
export async function burnt(blank: Page, paper: Locator): Promise<Buffer> {
  const url = asUrl(await paper.screenshot());
  return bytesOf(await blank.evaluate<string>(`${DRAW}(${JSON.stringify(url)}, null, null, (pen, image) => pen.drawImage(image, 0, 0), (grey) => grey < 128 ? 0 : 255)`));
}

export interface Scanner {
  readonly printDpi: number;
  readonly scanDpi: number;
  /** How far a dot bleeds (mm), as the standard deviation of the blur. */
  readonly blurMm: number;
  readonly tiltDeg: number;
}

/** A print that was scanned or photographed: blurred, askew, grey where it was black, and with noise. */
export async function scanned(blank: Page, print: Uint8Array, { printDpi, scanDpi, blurMm, tiltDeg }: Scanner): Promise<Buffer> {
  const scale = scanDpi / printDpi;
  const blurPx = blurMm / 25.4 * scanDpi;
  const draw = `(pen, image, canvas) => {
    pen.filter = 'blur(${String(blurPx)}px)';
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate(${String(tiltDeg)} * Math.PI / 180);
    pen.scale(${String(scale)}, ${String(scale)});
    pen.drawImage(image, -image.naturalWidth / 2, -image.naturalHeight / 2);
    pen.setTransform(1, 0, 0, 1, 0, 0);
  }`;
  // The same noise in every run: half of the swing of a cheap camera in a dim room.
  const each = '(() => { let seed = 7; return (grey) => { seed = (seed * 1103515245 + 12345) % 2147483648; return 60 + grey * 0.6 + (seed / 2147483648 - 0.5) * 50; }; })()';
  const size = await blank.evaluate<[number, number]>(`(async () => { const image = new Image(); image.src = ${JSON.stringify(asUrl(print))}; await image.decode(); return [image.naturalWidth, image.naturalHeight]; })()`);
  const [width, height] = size.map((side) => side * scale * 1.15);
  return bytesOf(await blank.evaluate<string>(`${DRAW}(${JSON.stringify(asUrl(print))}, ${String(width)}, ${String(height)}, ${draw}, ${each})`));
}
