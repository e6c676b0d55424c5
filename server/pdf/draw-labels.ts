/** Draws labels of 62 by 100 mm, one a page: the code huge, what is at stake, what to do with the battery, which phone, and the head as a witness. */
import { printHead } from '../contract/custody.ts';
import { wordsFor } from '../contract/words-for.ts';
import type { ServerWords } from '../contract/words-for.ts';
import type { Label } from '../domain/papers/paper.ts';
import { drawQr } from './draw-qr.ts';
import type { SheetFrame } from './draw-sheet.ts';
import { MM, Pen } from './pen.ts';
import type { TextStyle } from './pen.ts';

const LABEL = { width: 62 * MM, height: 100 * MM, top: 3 * MM, bottom: 3 * MM, left: 3 * MM, right: 3 * MM };
const QR = 27 * MM;
const SMALL: TextStyle = { size: 8, leading: 1.2 };

export async function drawLabels(labels: readonly Label[], { language, virtual, madeAtIso }: Pick<SheetFrame, 'language' | 'virtual' | 'madeAtIso'>): Promise<Uint8Array> {
  const [first] = labels;
  const { papers } = wordsFor(language);
  const pen = new Pen(LABEL, { language, title: `${papers.titles.label} ${first?.code ?? ''}`, author: first?.storeName ?? '', madeAtIso });
  for (const [index, label] of labels.entries()) {
    if (index > 0) pen.newPage();
    drawLabel(pen, label, virtual, papers);
  }
  return pen.bytes();
}

function drawLabel(pen: Pen, label: Label, virtual: boolean, papers: ServerWords['papers']): void {
  const words = papers.label;
  const before = pen.missing;
  const left = pen.page.left;
  pen.y += pen.textAt(label.code, left, pen.y, pen.width, { size: label.code.length > 4 ? 37 : 54, weight: 700, leading: 0.95, align: 'center' }) + MM;
  if (label.irreplaceable !== null) stripe(pen, label.irreplaceable, words.neverErase);
  if (label.held !== null) framed(pen, label.held, null);
  if (label.battery !== null) framed(pen, label.battery, words.batteryDo);
  pen.y += MM;
  pen.y += pen.textAt(label.device, left, pen.y, pen.width, { size: 10, weight: 700, leading: 1.15, direction: 'auto', linesMax: 2 });
  for (const [name, value] of label.ids) {
    pen.textAt(name, left, pen.y, 13 * MM, SMALL);
    pen.y += pen.textAt(value, left + 13 * MM, pen.y, pen.width - 13 * MM, { ...SMALL, weight: 700, linesMax: 1 });
  }
  const foot = pen.page.height - pen.page.bottom - QR;
  drawQr(pen, printHead(label.head), left - MM, foot + MM, QR);
  const [x, width] = [left + QR, pen.width - QR];
  let y = foot + 2 * MM;
  if (virtual) y += pen.textAt(papers.virtual, x, y, width, { ...SMALL, weight: 700, linesMax: 2 });
  y += pen.textAt(label.storeName, x, y, width, { ...SMALL, weight: 700, direction: 'auto', linesMax: 3 }) + MM;
  y += pen.textAt(label.headWords, x, y, width, { ...SMALL, size: 7, linesMax: 3 });
  if (pen.missing > before) pen.textAt(papers.cannotPrint(pen.missing - before), x, y, width, { ...SMALL, size: 7, weight: 700, linesMax: 3 });
}

function stripe(pen: Pen, title: string, words: string): void {
  const inner = pen.width - 4 * MM;
  const [big, under]: readonly [TextStyle, TextStyle] = [{ size: 13, weight: 700, leading: 1.15, color: '#fff' }, { size: 9.5, weight: 700, leading: 1.2, color: '#fff' }];
  const height = pen.heightOf(title, inner, big) + pen.heightOf(words, inner, under) + 2.4 * MM;
  pen.doc.rect(pen.page.left, pen.y, pen.width, height).fill('#000');
  const used = pen.textAt(title, pen.page.left + 2 * MM, pen.y + 1.2 * MM, inner, big);
  pen.textAt(words, pen.page.left + 2 * MM, pen.y + 1.2 * MM + used, inner, under);
  pen.y += height + MM;
}

function framed(pen: Pen, title: string, words: string | null): void {
  const inner = pen.width - 4 * MM;
  const [strong, under]: readonly [TextStyle, TextStyle] = [{ size: 10.5, weight: 700, leading: 1.15 }, { size: 9.5, leading: 1.2 }];
  const height = pen.heightOf(title, inner, strong) + (words === null ? 0 : pen.heightOf(words, inner, under)) + 2 * MM;
  pen.doc.rect(pen.page.left + 0.3 * MM, pen.y, pen.width - 0.6 * MM, height).lineWidth(1.7).stroke('#000');
  const used = pen.textAt(title, pen.page.left + 2 * MM, pen.y + MM, inner, strong);
  if (words !== null) pen.textAt(words, pen.page.left + 2 * MM, pen.y + MM + used, inner, under);
  pen.y += height + MM;
}
