/**
 * Papers that were made and wait to be printed: in memory, for some minutes, for whoever made them. Nothing of a paper is
 * written to the disk, and reading one changes nothing.
 */
import type { PdfPaper } from '../../pdf/pdf-copies.ts';

export interface ShelvedPaper {
  readonly caseId: string;
  readonly personId: string;
  readonly page: string;
  readonly drawing: PdfPaper;
}

export interface PaperShelf {
  put(paper: ShelvedPaper, key: string, nowMs: number): void;
  get(key: string, personId: string, nowMs: number): ShelvedPaper | null;
}

/** Long enough to find the printer (ms). */
export const PAPER_KEPT_MS = 10 * 60_000;
const PAPERS_MAX = 100;

export function createPaperShelf(): PaperShelf {
  const papers = new Map<string, ShelvedPaper & { readonly untilMs: number }>();
  const prune = (nowMs: number): void => {
    for (const [key, { untilMs }] of papers) if (untilMs <= nowMs || papers.size > PAPERS_MAX) papers.delete(key);
  };
  return {
    put(paper, key, nowMs) {
      papers.set(key, { ...paper, untilMs: nowMs + PAPER_KEPT_MS });
      prune(nowMs);
    },
    get(key, personId, nowMs) {
      prune(nowMs);
      const found = papers.get(key);
      return found?.personId === personId ? found : null;
    },
  };
}
