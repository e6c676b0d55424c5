/**
 * Copies of papers as PDF, drawn one after the other, each in a thread that ends with it. Whoever waits too long is told so; the
 * printed page does not need them.
 */
import { Worker } from 'node:worker_threads';
import type { Label, Sheet } from '../domain/papers/paper.ts';
import type { SheetFrame } from './draw-sheet.ts';

/** A sheet, or labels: plain data, as it goes to the thread. */
export interface PdfPaper {
  readonly sheet: Sheet | null;
  readonly labels: readonly Label[];
  readonly frame: SheetFrame;
}

export interface PdfCopies {
  /** Null: it could not be drawn, or not in time. */
  draw(paper: PdfPaper): Promise<Uint8Array | null>;
}

/** The longest history of a case takes a small part of it (ms). */
const DRAW_MS_MAX = 20_000;
/** So many wait; whoever comes then is told to try again. */
const WAITING_MAX = 8;

export function createPdfCopies(drawMsMax = DRAW_MS_MAX): PdfCopies {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async draw(paper) {
      if (waiting >= WAITING_MAX) return null;
      waiting += 1;
      const drawn = last.then(() => drawInThread(paper, drawMsMax));
      last = drawn;
      try {
        return await drawn;
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** Never rejects: a thread that fails or hangs costs this copy and nothing else. */
function drawInThread(paper: PdfPaper, drawMsMax: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: paper, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    const tooLong = setTimeout(() => end(null), drawMsMax);
    const end = (bytes: Uint8Array | null): void => {
      clearTimeout(tooLong);
      void worker.terminate();
      resolve(bytes);
    };
    worker.once('message', (bytes: Uint8Array) => end(bytes));
    worker.once('error', () => end(null));
    worker.once('exit', () => end(null));
    worker.unref();
  });
}
