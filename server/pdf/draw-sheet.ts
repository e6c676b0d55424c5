/** Draws a sheet of A4 from the same description as the printed page: its head, its blocks in their order, its foot, the number of each page. */
import { printHead } from '../contract/custody.ts';
import type { Language } from '../contract/languages.ts';
import { wordsFor } from '../contract/words-for.ts';
import type { Sheet } from '../domain/papers/paper.ts';
import { drawBlock, GAP, TEXT } from './draw-blocks.ts';
import { drawQr } from './draw-qr.ts';
import { MM, Pen, stepOf } from './pen.ts';
import type { TextStyle } from './pen.ts';

export interface SheetFrame {
  readonly language: Language;
  readonly storeName: string;
  readonly virtual: boolean;
  readonly madeAtIso: string;
  /** As it is read. */
  readonly when: string;
}

const A4 = { width: 210 * MM, height: 297 * MM, top: 14 * MM, bottom: 18 * MM, left: 16 * MM, right: 16 * MM };
const SMALL: TextStyle = { size: 8 };

export async function drawSheet(sheet: Sheet, frame: SheetFrame): Promise<Uint8Array> {
  const pen = new Pen(A4, { language: frame.language, title: `${sheet.title} ${sheet.code}`, author: frame.storeName, madeAtIso: frame.madeAtIso });
  drawHead(pen, sheet, frame);
  for (const block of sheet.blocks) drawBlock(pen, block, sheet.kind === 'letter' ? { ...TEXT, size: 11.5, leading: 1.45 } : TEXT);
  drawFoot(pen, sheet, frame);
  numberPages(pen, sheet, frame);
  return pen.bytes();
}

function drawHead(pen: Pen, sheet: Sheet, frame: SheetFrame): void {
  const { papers } = wordsFor(frame.language);
  const [qr, caseWidth, top] = [28 * MM, 36 * MM, pen.y];
  const right = pen.page.width - pen.page.right;
  const titleWidth = pen.width - qr - caseWidth - 2 * GAP;
  const title: TextStyle = { size: 19, weight: 700, leading: 1.15, direction: 'auto' };
  let height = pen.textAt(sheet.title, pen.page.left, top, titleWidth, title);
  if (frame.virtual) height += pen.textAt(papers.virtual, pen.page.left, top + height + 4, titleWidth, { ...TEXT, weight: 700 }) + 4;
  if (sheet.lead !== null) height += pen.textAt(sheet.lead, pen.page.left, top + height + 4, titleWidth, TEXT) + 4;
  pen.textAt(papers.caseWord, right - qr - GAP - caseWidth, top, caseWidth, { ...SMALL, align: 'right' });
  pen.textAt(sheet.code, right - qr - GAP - caseWidth, top + 10, caseWidth, { size: sheet.code.length > 4 ? 21 : 26, weight: 700, align: 'right', leading: 1.15 });
  drawQr(pen, printHead(sheet.head), right - qr, top - 2 * MM, qr);
  const words = pen.textAt(sheet.headWords, right - qr - 2 * MM, top + qr - 3 * MM, qr + 4 * MM, { size: 7, align: 'center', leading: 1.25 });
  pen.y = top + Math.max(height, qr - 3 * MM + words) + 2 * MM;
  pen.rule(2);
  pen.y += 3 * MM;
}

function drawFoot(pen: Pen, sheet: Sheet, frame: SheetFrame): void {
  const { papers } = wordsFor(frame.language);
  const lines = [papers.check.words(sheet.head.seq), papers.page(frame.storeName, frame.when)];
  const missing = pen.missing === 0 ? null : papers.cannotPrint(pen.missing);
  const height = (lines.length + 4) * stepOf(SMALL) + GAP;
  pen.y += 5 * MM;
  pen.need(height);
  pen.rule(0.6, '#777');
  pen.y += 2 * MM;
  pen.text(papers.check.title, { ...SMALL, weight: 700 });
  for (const line of lines) pen.text(line, SMALL);
  if (missing !== null) pen.text(missing, { ...SMALL, weight: 700 });
}

function numberPages(pen: Pen, sheet: Sheet, { language }: SheetFrame): void {
  const { caseWord } = wordsFor(language).papers;
  const { count } = pen.doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pen.doc.switchToPage(index);
    const y = pen.page.height - 12 * MM;
    pen.textAt(`${caseWord} ${sheet.code}`, pen.page.left, y, pen.width / 2, SMALL);
    pen.textAt(`${String(index + 1)} / ${String(count)}`, pen.page.left + pen.width / 2, y, pen.width / 2, { ...SMALL, align: 'right' });
  }
}
