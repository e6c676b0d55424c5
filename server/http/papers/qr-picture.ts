/** A text as a picture for a camera, drawn by the server: on paper and on pages without a script. Dark on white, whatever the page. */
import { html } from 'hono/html';
import { correction, generate } from 'lean-qr';
import { QR_QUIET } from '../../domain/papers/paper.ts';

export type Markup = ReturnType<typeof html>;

export function qrPicture(text: string, label: string): Markup {
  // Paper gets dirty and creased: a quarter of it may be unreadable.
  const code = generate(text, { minCorrectionLevel: correction.M });
  const dark: string[] = [];
  for (let y = 0; y < code.size; y += 1) for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dark.push(`M${x + QR_QUIET} ${y + QR_QUIET}h1v1h-1z`);
  const size = code.size + 2 * QR_QUIET;
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"></rect><path d="${dark.join('')}" fill="#000"></path></svg>`;
}
