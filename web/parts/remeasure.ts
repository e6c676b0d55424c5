/**
 * How far a phone near the hold limit is with its three measurements, and the one thing to do next. It shows only what the
 * bridge counted.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { RemeasureProgress } from '../../firmware-bridge/contract/bench-status.ts';
import { shared } from '../look/shared.ts';
import { sayRemeasure } from '../words/measuring.ts';

const full = svg`<circle cx="10" cy="10" r="9" fill="currentColor"></circle>`;
const open = svg`<circle cx="10" cy="10" r="7.500" fill="none" stroke="currentColor" stroke-width="3"></circle>`;

export class Remeasure extends LitElement {
  static override properties = { progress: { attribute: false } };
  declare progress: RemeasureProgress | null | undefined;

  static override styles = [
    shared,
    css`
      .box { display: grid; gap: 8px; padding: 12px 16px; margin-block: 12px; border: 2px solid var(--waiting-mark); border-radius: var(--round-m); font-size: var(--type-body); line-height: 22px; }
      .done { border-color: var(--line); }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
      .dots { display: flex; gap: 8px; color: var(--waiting-mark); }
      .done .dots { color: var(--fine); }
      .dots svg { width: 20px; height: 20px; }
      .facts { color: var(--ink-quiet); font-size: var(--type-note); line-height: 20px; }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { progress } = this;
    if (progress === null || progress === undefined) return null;
    const { title, facts, whatToDo } = sayRemeasure(progress);
    const places = Array.from({ length: progress.needed }, (_unused, place) => place < progress.count);
    return html`
      <div class="box ${progress.next === 'done' ? 'done' : ''}" role="status">
        <p class="head">
          <span class="dots" aria-hidden="true">${places.map((isDone) => html`<svg viewBox="0 0 20 20">${isDone ? full : open}</svg>`)}</span>
          <b>${title}</b>
        </p>
        <p class="facts">${facts.join(' · ')}</p>
        <p>${whatToDo}</p>
      </div>
    `;
  }
}
customElements.define('hf-remeasure', Remeasure);
