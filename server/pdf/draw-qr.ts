/** A code for a camera as squares on the page, dark on white, its quiet zone within the given size. */
import { correction, generate } from 'lean-qr';
import { QR_QUIET } from '../domain/papers/paper.ts';
import type { Pen } from './pen.ts';

export function drawQr({ doc }: Pen, text: string, x: number, y: number, size: number): void {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const step = size / (code.size + 2 * QR_QUIET);
  doc.rect(x, y, size, size).fill('#fff');
  // One shape: between single squares a printer leaves hair lines.
  for (let row = 0; row < code.size; row += 1) {
    for (let column = 0; column < code.size; column += 1) if (code.get(column, row)) doc.rect(x + (column + QR_QUIET) * step, y + (row + QR_QUIET) * step, step, step);
  }
  doc.fill('#000');
}
