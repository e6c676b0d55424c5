/** Draws the blocks of a sheet; what belongs together stays on one page where it fits on one. */
import type { Signature } from '../contract/case-private.ts';
import type { Block, Row, SignField } from '../domain/papers/paper.ts';
import { drawQr } from './draw-qr.ts';
import { MM, stepOf } from './pen.ts';
import type { Pen, TextStyle } from './pen.ts';

export const GAP = 4 * MM;
export const TEXT: TextStyle = { size: 10.5, leading: 1.4 };
const SMALL: TextStyle = { size: 8.5 };
const HEADING: TextStyle = { size: 12, weight: 700 };
const VERDICT: TextStyle = { size: 16, weight: 700, leading: 1.2 };

export function drawBlock(pen: Pen, block: Block, text: TextStyle): void {
  switch (block.kind) {
    case 'heading': return heading(pen, block.text, text);
    case 'words': return paragraph(pen, block.text, text);
    case 'typed': return paragraph(pen, block.text, { ...text, direction: 'auto' });
    case 'facts': return facts(pen, block.rows, text);
    case 'list': return list(pen, block.items, text);
    case 'warning': return framed(pen, block.title, block.text, text);
    case 'verdict': return verdict(pen, block.title, block.text, text);
    case 'table': return table(pen, block.head, block.rows, { ...text, size: 9.5, leading: 1.3 });
    case 'times': return times(pen, block.title, block.rows, text);
    case 'signatures': return signatures(pen, block.fields, text);
    case 'code': return code(pen, block, text);
    case 'secret': return secret(pen, block, text);
  }
}

/** Never alone at the foot of a page. */
function heading(pen: Pen, words: string, text: TextStyle): void {
  pen.y += 4 * MM;
  pen.need(stepOf(HEADING) + 3 * stepOf(text));
  pen.text(words, { ...HEADING, direction: 'auto' });
  pen.y += 1 * MM;
}

function paragraph(pen: Pen, words: string, style: TextStyle): void {
  if (words === '') return;
  pen.y += 1.5 * MM;
  pen.need(Math.min(3 * stepOf(style), pen.heightOf(words, pen.width, style)));
  pen.text(words, style);
}

function facts(pen: Pen, rows: readonly Row[], text: TextStyle): void {
  const [label, gap] = [46 * MM, 4 * MM];
  const value = pen.width - label - gap;
  for (const [name, said] of rows) {
    const height = Math.max(pen.heightOf(name, label, { ...text, weight: 700 }), pen.heightOf(said, value, { ...text, direction: 'auto' }));
    pen.need(height);
    const top = pen.y;
    pen.textAt(name, pen.page.left, top, label, { ...text, weight: 700 });
    pen.text(said, { ...text, direction: 'auto' }, pen.page.left + label + gap, value);
    pen.y = Math.max(pen.y, top + stepOf(text)) + 0.6 * MM;
  }
}

function list(pen: Pen, items: readonly string[], text: TextStyle): void {
  for (const item of items) {
    pen.need(Math.min(2 * stepOf(text), pen.heightOf(item, pen.width - 5 * MM, text)));
    pen.doc.circle(pen.page.left + 1.6 * MM, pen.y + stepOf(text) / 2, 1.6).fill('#000');
    pen.text(item, { ...text, direction: 'auto' }, pen.page.left + 5 * MM, pen.width - 5 * MM);
    pen.y += 0.6 * MM;
  }
}

function framed(pen: Pen, title: string, words: string, text: TextStyle): void {
  const [pad, strong] = [3 * MM, { ...text, size: 12.5, weight: 700 as const }];
  const inner = pen.width - 2 * pad;
  const height = pen.heightOf(title, inner, strong) + pen.heightOf(words, inner, text) + 2 * pad;
  pen.y += 3 * MM;
  pen.need(height);
  pen.doc.rect(pen.page.left, pen.y, pen.width, height).lineWidth(2).stroke('#000');
  const top = pen.y;
  const used = pen.textAt(title, pen.page.left + pad, top + pad, inner, strong);
  pen.textAt(words, pen.page.left + pad, top + pad + used, inner, text);
  pen.y = top + height;
}

function verdict(pen: Pen, title: string, words: string, text: TextStyle): void {
  const inner = pen.width - 6 * MM;
  const height = pen.heightOf(title, inner, VERDICT) + (words === '' ? 0 : pen.heightOf(words, inner, text)) + 2 * MM;
  pen.y += 4 * MM;
  pen.need(height);
  pen.doc.rect(pen.page.left, pen.y, 2 * MM, height).fill('#000');
  const used = pen.textAt(title, pen.page.left + 6 * MM, pen.y + MM, inner, VERDICT);
  if (words !== '') pen.textAt(words, pen.page.left + 6 * MM, pen.y + MM + used, inner, text);
  pen.y += height;
}

/** The widths of the history and of the list of restores; any other table is divided alike. */
const WIDTHS: Readonly<Record<number, readonly number[]>> = { 4: [0.12, 0.22, 0.16, 0.5] };

function table(pen: Pen, head: readonly string[], rows: readonly (readonly string[])[], text: TextStyle): void {
  const widths = (WIDTHS[head.length] ?? head.map(() => 1 / head.length)).map((part) => part * pen.width);
  const lefts = widths.map((_, index) => pen.page.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0));
  const heightOf = (row: readonly string[], style: TextStyle): number => Math.max(...row.map((cell, index) => pen.heightOf(cell, (widths[index] ?? 0) - 3 * MM, style))) + 2 * MM;
  const draw = (row: readonly string[], style: TextStyle, line: number): void => {
    const height = heightOf(row, style);
    for (const [index, cell] of row.entries()) pen.textAt(cell, lefts[index] ?? 0, pen.y + MM, (widths[index] ?? 0) - 3 * MM, style);
    pen.y += height;
    pen.rule(line, line > 1 ? '#000' : '#777');
  };
  const bold: TextStyle = { ...text, weight: 700 };
  const free: TextStyle = { ...text, direction: 'auto' };
  pen.y += 2 * MM;
  pen.need(heightOf(head, bold) + heightOf(rows[0] ?? [''], free));
  draw(head, bold, 1.4);
  for (const row of rows) {
    if (heightOf(row, free) > pen.roomLeft) {
      pen.newPage();
      draw(head, bold, 1.4);
    }
    draw(row, free, 0.6);
  }
}

function times(pen: Pen, title: string, rows: readonly Row[], text: TextStyle): void {
  const width = pen.width / Math.max(1, rows.length);
  const strong: TextStyle = { ...text, size: 11, weight: 700 };
  const row = Math.max(...rows.map(([name, value]) => pen.heightOf(name, width - GAP, SMALL) + pen.heightOf(value, width - GAP, strong)));
  pen.y += 4 * MM;
  pen.need(pen.heightOf(title, pen.width, { ...text, weight: 700 }) + row + 4 * MM);
  pen.text(title, { ...text, weight: 700 });
  pen.y += MM;
  pen.rule(2);
  pen.y += 2 * MM;
  for (const [index, [name, value]] of rows.entries()) {
    const left = pen.page.left + index * width;
    const used = pen.textAt(name, left, pen.y, width - GAP, SMALL);
    pen.textAt(value, left, pen.y + used, width - GAP, strong);
  }
  pen.y += row;
}

function signatures(pen: Pen, fields: readonly SignField[], text: TextStyle): void {
  const width = (pen.width - 8 * MM) / 2;
  const bold: TextStyle = { ...text, weight: 700, direction: 'auto' };
  const under: TextStyle = { ...SMALL, direction: 'auto' };
  const wordsOf = ({ signature, words }: SignField): string => (signature === null ? words : `${signature.name}. ${words}`);
  const titles = Math.max(...fields.map(({ title }) => pen.heightOf(title, width, bold)));
  const height = titles + 20 * MM + Math.max(...fields.map((field) => pen.heightOf(wordsOf(field), width, under))) + MM;
  pen.y += 6 * MM;
  pen.need(height);
  for (const [index, field] of fields.entries()) {
    const left = pen.page.left + index * (width + 8 * MM);
    pen.textAt(field.title, left, pen.y, width, bold);
    const line = pen.y + titles + 20 * MM;
    if (field.signature !== null) strokes(pen, field.signature.strokes, left, line - 19 * MM, 57 * MM);
    pen.doc.moveTo(left, line).lineTo(left + width, line).lineWidth(1.2).stroke('#000');
    pen.textAt(wordsOf(field), left, line + MM, width, under);
  }
  pen.y += height;
}

/** Kept in a field of 600 by 200; a single point is a line to itself, or it would not be seen. */
function strokes({ doc }: Pen, lines: Signature['strokes'], x: number, y: number, width: number): void {
  const scale = width / 600;
  for (const stroke of lines) {
    const [first, ...others] = stroke;
    if (first === undefined) continue;
    doc.moveTo(x + first[0] * scale, y + first[1] * scale);
    for (const [toX, toY] of others.length === 0 ? [first] : others) doc.lineTo(x + toX * scale, y + toY * scale);
    doc.lineWidth(4 * scale).lineCap('round').lineJoin('round').stroke('#000');
  }
}

function code(pen: Pen, { text, words }: Extract<Block, { kind: 'code' }>, style: TextStyle): void {
  const size = 30 * MM;
  const width = pen.width - size - GAP;
  pen.need(size);
  drawQr(pen, text, pen.page.left, pen.y, size);
  const used = pen.textAt(words, pen.page.left + size + GAP, pen.y + 4 * MM, width, style);
  pen.textAt(text, pen.page.left + size + GAP, pen.y + 5 * MM + used, width, { ...style, weight: 700 });
  pen.y += size;
}

function secret(pen: Pen, { label, text, words }: Extract<Block, { kind: 'secret' }>, style: TextStyle): void {
  const [labelWidth, textWidth] = [14 * MM, 42 * MM];
  const rest = pen.width - labelWidth - textWidth - 6 * MM;
  const height = Math.max(10 * MM, pen.heightOf(words, rest, style) + 4 * MM);
  pen.y += 2 * MM;
  pen.need(height);
  pen.doc.rect(pen.page.left, pen.y, pen.width, height).lineWidth(1.2).dash(4, { space: 3 }).stroke('#000').undash();
  pen.textAt(label, pen.page.left + 3 * MM, pen.y + 2.4 * MM, labelWidth, style);
  pen.textAt(text, pen.page.left + 3 * MM + labelWidth, pen.y + MM, textWidth, { ...style, size: 18, weight: 700 });
  pen.textAt(words, pen.page.left + 3 * MM + labelWidth + textWidth, pen.y + 2 * MM, rest, style);
  pen.y += height;
}
