/**
 * The conditions of a permit: what is missing first and said with what to do, what holds after it. Word and shape
 * together, never colour alone.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { shared } from '../look/shared.ts';
import { stopWords } from '../words/stop-words.ts';

type Row = BenchStatus['permissives'][number];

const tick = svg`<path d="M3 9.5 7 13.5 15 4.5" fill="none" stroke="currentColor" stroke-width="2.5"></path>`;
const ring = svg`<circle cx="9" cy="9" r="6" fill="none" stroke="currentColor" stroke-width="3"></circle>`;

export class Permissives extends LitElement {
  static override properties = { rows: { attribute: false }, most: { type: Number } };
  declare rows: readonly Row[];
  /** At most so many rows; the rest is counted in words. */
  declare most: number;

  constructor() {
    super();
    this.rows = [];
    this.most = 20;
  }

  static override styles = [
    shared,
    css`
      ul { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; }
      li { display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: 12px; font-size: var(--type-body); line-height: 22px; }
      svg { width: 18px; height: 18px; margin-top: 2px; }
      .missing { color: var(--waiting); font-weight: 700; }
      .missing p + p { color: var(--ink); font-weight: 400; font-size: var(--type-note); line-height: 20px; }
      .holds svg { color: var(--fine); }
      .rest { color: var(--ink-quiet); font-size: var(--type-note); padding-left: 28px; display: block; }
    `,
  ];

  protected override render(): TemplateResult {
    const missing = this.rows.filter((row) => !row.ok).slice(0, this.most);
    const holding = this.rows.filter((row) => row.ok);
    const shown = holding.slice(0, Math.max(0, this.most - missing.length));
    const hidden = holding.length - shown.length;
    return html`
      <ul>
        ${missing.map((row) => this.#missing(row))}
        ${shown.map((row) => html`
          <li class="holds">
            <svg viewBox="0 0 18 18" aria-hidden="true">${tick}</svg>
            <p><span class="unseen">${stopWords.holds}</span> ${bridgeWords.permissives[row.id].whenOk}</p>
          </li>`)}
        ${hidden === 0 ? null : html`<li class="rest">${stopWords.moreHold(hidden)}</li>`}
      </ul>
    `;
  }

  #missing({ id, detail }: Row): TemplateResult {
    const words = bridgeWords.permissives[id];
    return html`
      <li class="missing">
        <svg viewBox="0 0 18 18" aria-hidden="true">${ring}</svg>
        <div><p><span class="unseen">${stopWords.missing}</span> ${words.whenNotOk(detail)}</p><p>${words.whatToDo(detail)}</p></div>
      </li>
    `;
  }
}
customElements.define('hf-permissives', Permissives);
