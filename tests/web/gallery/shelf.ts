/** One shelf of the gallery: its name and its pieces, each with the name of the state it shows. */
import { css } from 'lit';
import type { TemplateResult } from 'lit';
import type { Reading } from '../../../web/reading/voice.ts';

export type Piece = readonly [title: string, piece: TemplateResult];

export interface Shelf {
  readonly name: string;
  /** `narrow`: many small ones beside each other; `wide`: each takes the whole width. */
  readonly look: 'narrow' | 'middle' | 'wide';
  readonly pieces: readonly Piece[];
}

export type Readings = ReadonlyMap<string, Reading>;

export function readingOf(readings: Readings, state: string): Reading {
  const reading = readings.get(state);
  if (reading === undefined) throw new Error(`no bench is made in the state ${state}`);
  return reading;
}

export const shelfLook = css`
  section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
  h2 { font-size: var(--type-head); line-height: 28px; padding-bottom: 8px; border-bottom: 2px solid var(--ink); }
  .pieces { display: grid; gap: 24px 20px; align-items: start; }
  .narrow { grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr)); }
  .middle { grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); }
  .wide { grid-template-columns: minmax(0, 1fr); }
  .piece { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; align-content: start; contain: layout; }
  .title { color: var(--ink-quiet); font: 400 var(--type-small)/20px var(--mono); }
  .paper { padding: 20px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); }
  /* What lies at the foot of a window lies at the foot of its piece here. */
  .box { position: relative; min-height: 140px; contain: layout; }
`;
