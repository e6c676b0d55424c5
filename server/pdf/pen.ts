/**
 * A pen on pages: sets text, breaks pages, counts what no face could draw. Everything that a PDF could carry of this machine or
 * this moment is fixed, so that the same paper is the same bytes whenever and wherever it is drawn.
 */
import PDFDocument from 'pdfkit';
import type { Face, Weight } from './faces.ts';
import { setText } from './set-text.ts';
import type { SetText } from './set-text.ts';

export const MM = 72 / 25.4;

export interface TextStyle {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly direction?: 'ltr' | 'auto';
  readonly align?: 'left' | 'center' | 'right';
  /** A line to the next, in parts of the size. */
  readonly leading?: number;
  readonly linesMax?: number;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface PdfAbout {
  /** Said to whoever has it read aloud. */
  readonly language: string;
  readonly title: string;
  readonly author: string;
  /** When the paper was made; the file carries no other time. */
  readonly madeAtIso: string;
}

export class Pen {
  readonly doc: PDFKit.PDFDocument;
  readonly page: PageSize;
  y: number;
  missing = 0;
  readonly #chunks: Buffer[] = [];
  readonly #known = new Set<string>();

  constructor(page: PageSize, { language, title, author, madeAtIso }: PdfAbout) {
    const madeAt = new Date(madeAtIso);
    this.page = page;
    this.doc = new PDFDocument({
      size: [page.width, page.height], margin: 0, bufferPages: true, lang: language, displayTitle: true, pdfVersion: '1.7',
      info: { Title: title, Author: author, Producer: 'Holdfast', Creator: 'Holdfast', CreationDate: madeAt, ModDate: madeAt },
    });
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.y = page.top;
  }

  get width(): number {
    return this.page.width - this.page.left - this.page.right;
  }

  get roomLeft(): number {
    return this.page.height - this.page.bottom - this.y;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = this.page.top;
  }

  /** A new page where this does not fit any more; what is higher than a page begins where it is. */
  need(height: number): void {
    if (height > this.roomLeft && this.y > this.page.top && height <= this.page.height - this.page.top - this.page.bottom) this.newPage();
  }

  set(text: string, width: number, style: TextStyle): SetText {
    return setText(text, { weight: style.weight ?? 400, width, direction: style.direction ?? 'ltr', measure: (part, face) => this.#use(face).fontSize(style.size).widthOfString(part) });
  }

  heightOf(text: string, width: number, style: TextStyle): number {
    return Math.min(this.set(text, width, style).lines.length, style.linesMax ?? Number.POSITIVE_INFINITY) * stepOf(style);
  }

  /** Within one place; returns its height. A line that is not shown for want of room is counted by its end in dots. */
  textAt(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const set = this.set(text, width, style);
    this.missing += set.missing;
    const lines = set.lines.slice(0, style.linesMax);
    for (const [index, line] of lines.entries()) this.#line(line, x, y + index * stepOf(style), width, style, set.isRightToLeft);
    if (lines.length < set.lines.length) this.#plain('…', x + Math.min(width - style.size, (lines.at(-1)?.width ?? 0) + 1), y + (lines.length - 1) * stepOf(style), style);
    return lines.length * stepOf(style);
  }

  /** Down the page, over as many as it needs. */
  text(text: string, style: TextStyle, x = this.page.left, width = this.width): void {
    const set = this.set(text, width, style);
    this.missing += set.missing;
    for (const line of set.lines) {
      this.need(stepOf(style));
      this.#line(line, x, this.y, width, style, set.isRightToLeft);
      this.y += stepOf(style);
    }
  }

  rule(weight: number, color = '#000'): void {
    this.doc.moveTo(this.page.left, this.y).lineTo(this.page.width - this.page.right, this.y).lineWidth(weight).stroke(color);
  }

  async bytes(): Promise<Uint8Array> {
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.end();
    await ended;
    return new Uint8Array(Buffer.concat(this.#chunks));
  }

  #line(line: SetText['lines'][number], x: number, y: number, width: number, style: TextStyle, isRightToLeft: boolean): void {
    const align = style.align ?? (isRightToLeft ? 'right' : 'left');
    let at = x + (align === 'left' ? 0 : align === 'center' ? (width - line.width) / 2 : width - line.width);
    for (const { text, face, width: own } of line.parts) {
      this.#use(face).fontSize(style.size).fillColor(style.color ?? '#000').text(text, at, y + baseOf(style), { lineBreak: false, baseline: 'alphabetic' });
      at += own;
    }
  }

  #plain(text: string, x: number, y: number, style: TextStyle): void {
    this.#line(this.set(text, 1000, style).lines[0] ?? { parts: [], width: 0 }, x, y, 1000, { ...style, align: 'left' }, false);
  }

  #use(face: Face): PDFKit.PDFDocument {
    if (!this.#known.has(face.name)) this.doc.registerFont(face.name, face.bytes);
    this.#known.add(face.name);
    return this.doc.font(face.name);
  }
}

export const stepOf = ({ size, leading }: TextStyle): number => size * (leading ?? 1.35);
/** Faces differ in what they call the top of a line; the line on which letters stand is one. */
const baseOf = (style: TextStyle): number => (stepOf(style) - style.size) / 2 + style.size * 0.8;
