/**
 * How judging a stop looks: three big buttons in a row, each with a shape of its own, and what was said in one calm line.
 */
import { css, svg } from 'lit';
import type { SVGTemplateResult } from 'lit';
import type { StopVerdict } from '../../server/contract/judgement.ts';

const line = (path: string): SVGTemplateResult => svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"></path>`;

export const VERDICT_SHAPES: Readonly<Record<StopVerdict, SVGTemplateResult>> = {
  true: line('M4 13l5 5L20 6'),
  false: line('M6 6l12 12M18 6L6 18'),
  unclear: line('M4 14c3-6 5-6 8-2s5 4 8-2'),
};

export const judgeLook = css`
  :host { container-type: inline-size; }
  [role='group'] { display: grid; gap: 8px; }
  svg { flex: none; width: 20px; height: 20px; }
  .question { font-weight: 700; }
  .three { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; }
  .three button { min-height: 56px; padding-inline: 8px; font-size: var(--type-body); line-height: 20px; border-color: var(--mark); }
  .three button[aria-pressed='true'] { border-color: var(--act); outline: 2px solid var(--act); outline-offset: -4px; }
  .known { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 16px; }
  .known p { display: flex; gap: 8px; align-items: flex-start; flex: 1 1 200px; min-width: 0; overflow-wrap: anywhere; }
  .known p svg { margin-top: 1px; color: var(--mark); }
  .again, .back { padding-inline: 12px; border-color: var(--line); font-size: var(--type-note); font-weight: 400; justify-self: start; }
  form { display: grid; gap: 12px; padding: 16px; border-radius: var(--round-m); background: var(--sunken); }
  label { display: grid; gap: 4px; font-weight: 700; }
  small { font-weight: 400; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
  input, textarea { width: 100%; min-height: 48px; padding: 12px 12px; border: 2px solid var(--mark); border-radius: var(--round-m); background: var(--paper); color: var(--ink); font: 400 var(--type-body)/24px var(--text); }
  textarea { resize: vertical; }
  .failed { color: var(--stopped); font-weight: 700; }
  .failed:empty { display: none; }
  .row { display: grid; grid-template-columns: 1fr 2fr; gap: 12px; }
  .primary[aria-disabled='true'] { background: var(--paper); }
  @container (max-width: 380px) { .three { grid-template-columns: minmax(0, 1fr); } }
`;
