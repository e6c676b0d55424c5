/** What a case shows of itself wherever it stands: its code, the irreplaceable flag, that its device is held. Blue is held. */
import { css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { caseWords as says } from '../words/case-words.ts';

const flag = svg`<path d="M5 2h10v16l-5-4-5 4z" fill="currentColor"></path>`;
const clamp = svg`<path d="M3 4h14M6 4v5h8V4M10 9v6M6 16h8" fill="none" stroke="currentColor" stroke-width="2.200" stroke-linecap="round" stroke-linejoin="round"></path>`;

export const marksLook = css`
  .code { font: 700 var(--type-lead)/24px var(--text); letter-spacing: 0.06em; }
  .marks { display: inline-flex; flex-wrap: wrap; gap: 8px 8px; vertical-align: middle; }
  .mark { display: inline-flex; align-items: center; gap: 8px; padding: 2px 12px 2px 8px; border-radius: var(--round-s); background: var(--sunken); font-size: var(--type-small); line-height: 22px; font-weight: 700; white-space: nowrap; }
  .mark svg { width: 16px; height: 16px; flex: none; }
  .mark.held { background: var(--act); color: var(--act-ink); }
  .mark.gap { background: none; border: 2px solid var(--waiting-mark); color: var(--waiting); }
`;

export const irreplaceableMark = (): TemplateResult => html`<span class="mark"><svg viewBox="0 0 20 20" aria-hidden="true">${flag}</svg>${says.irreplaceable}</span>`;
export const heldMark = (): TemplateResult => html`<span class="mark held"><svg viewBox="0 0 20 20" aria-hidden="true">${clamp}</svg>${says.held}</span>`;

export const marksOf = ({ irreplaceable, held }: { readonly irreplaceable: boolean; readonly held: boolean }): TemplateResult | null =>
  (irreplaceable || held ? html`<span class="marks">${held ? heldMark() : null}${irreplaceable ? irreplaceableMark() : null}</span>` : null);
