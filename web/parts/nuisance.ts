/**
 * One calm line under the board: how many stops were false, whether a rule is over its budget, how many wait for a
 * judgement. It leads to the table. It judges nobody and decides nothing.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { nuisanceWords } from '../words/nuisance-words.ts';
import { shared } from '../look/shared.ts';
import { webWords } from '../words/web-words.ts';
import { NuisanceAnswer } from './nuisance-answer.ts';

/** Over its budget: a shape that no bench has. */
export const overMark = svg`<path fill="currentColor" fill-rule="evenodd" d="M12 1 23 12 12 23 1 12zM10.500 6v7.500h3V6zM10.500 15v3h3v-3z"></path>`;

export class Nuisance extends LitElement {
  static override properties = { stopsVersion: { type: Number } };
  declare stopsVersion: number;
  readonly #answer = new NuisanceAnswer(this, () => this.stopsVersion);

  constructor() {
    super();
    this.stopsVersion = 0;
  }

  static override styles = [
    shared,
    css`
      :host { max-width: 2000px; margin-inline: auto; padding: 0 28px 96px; }
      a { display: flex; flex-wrap: wrap; align-items: center; gap: 0 24px; min-height: 48px; padding: 8px 0; border-top: 1px solid var(--line); color: var(--ink-quiet); text-decoration: none; }
      a:hover .lead { text-decoration: underline; }
      .lead { display: inline-flex; align-items: center; gap: 8px; }
      .lead svg { flex: none; width: 16px; height: 16px; color: var(--mark); }
      .over { display: inline-flex; align-items: center; gap: 8px; color: var(--waiting); font-weight: 700; }
      .over svg { width: 18px; height: 18px; }
      @media (max-width: 600px) { :host { padding: 0 12px 120px; } }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { report, failure } = this.#answer;
    if (report === null) return failure === null ? null : html`<a href="/false-stops"><span class="lead">${webWords.judging.unknown}</span></a>`;
    const over = report.rows.filter(({ budget }) => budget?.isOver === true).length;
    return html`
      <a href="/false-stops">
        <span class="lead">${nuisanceWords.summary(report)}<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 3l5 5-5 5" fill="none" stroke="currentColor" stroke-width="2"></path></svg></span>
        ${over === 0 ? null : html`<span class="over"><svg viewBox="0 0 24 24" aria-hidden="true">${overMark}</svg>${nuisanceWords.overBudget(over)}</span>`}
        ${report.notJudged === 0 ? null : html`<span>${nuisanceWords.waiting(report.notJudged, report.notJudged - report.rules.notJudged)}</span>`}
      </a>
    `;
  }
}
customElements.define('hf-nuisance', Nuisance);
