/** Draws one paper in a thread of its own and ends: text is set for tenths of a second, in which nothing else may have to wait. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawLabels } from './draw-labels.ts';
import { drawSheet } from './draw-sheet.ts';
import type { PdfPaper } from './pdf-copies.ts';

const { sheet, labels, frame } = workerData as PdfPaper;
parentPort?.postMessage(sheet === null ? await drawLabels(labels, frame) : await drawSheet(sheet, frame));
