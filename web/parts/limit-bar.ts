/**
 * One measurement against its limit, as a bar: where the hold begins, the limit, and how far the measurement itself may be off. A
 * number is never alone; what the drawing shows stands in words under it.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { queueWords as says } from '../words/queue-words.ts';
import { benchWords } from '../words/bench-words.ts';

const WIDTH = 480;
const HEIGHT = 64;
const MIDDLE = 34;

export interface Against {
  readonly valueUm: number;
  readonly holdAtUm: number;
  readonly limitUm: number;
  readonly uncertaintyUm: number;
}

/** The numbers of a cause, where it has them all. */
export function againstOf(params: Readonly<Record<string, string | number | boolean>>): Against | null {
  const { deviationUm, holdAtUm, limitUm, uncertaintyUm } = params;
  return typeof deviationUm === 'number' && typeof holdAtUm === 'number' && typeof limitUm === 'number' && typeof uncertaintyUm === 'number'
    ? { valueUm: deviationUm, holdAtUm, limitUm, uncertaintyUm } : null;
}

export class LimitBar extends LitElement {
  static override properties = { against: { attribute: false }, isBare: { type: Boolean } };
  declare against: Against | undefined;
  /** Where a sentence beside it says the same already. */
  declare isBare: boolean;

  static override styles = [
    shared,
    css`
      .value { display: flex; align-items: baseline; gap: 12px; }
      .number { font-size: var(--type-reading); line-height: 60px; font-weight: 750; letter-spacing: -0.01em; }
      .unit { font-size: var(--type-head); font-weight: 700; color: var(--ink-quiet); }
      svg { width: 100%; height: auto; overflow: visible; }
      .rail { fill: var(--rail); }
      .band { fill: var(--band); }
      .hold, .limit { stroke: var(--waiting-mark); stroke-width: 2; }
      .hold { stroke-dasharray: 3 3; }
      .off { stroke: var(--stopped); stroke-width: 3; }
      .at { fill: var(--stopped); stroke: var(--paper); stroke-width: 3; }
      .fine .off { stroke: var(--mark); }
      .fine .at { fill: var(--mark); }
      text { font: 600 var(--type-small) var(--text); fill: var(--ink-quiet); }
      p.said { font-size: var(--type-note); line-height: 22px; color: var(--ink-quiet); }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { against } = this;
    if (against === undefined) return null;
    const { valueUm, holdAtUm, limitUm, uncertaintyUm } = against;
    const most = Math.max(valueUm + uncertaintyUm, limitUm + uncertaintyUm) * 1.08;
    const x = (um: number): number => Math.round((Math.min(Math.max(um, 0), most) / most) * WIDTH);
    const said = says.limitSays(valueUm, holdAtUm, limitUm, uncertaintyUm);
    return html`
      <p class="value"><span class="number">${valueUm}</span><span class="unit">µm</span></p>
      <svg class=${valueUm >= holdAtUm ? '' : 'fine'} viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${said}>
        <rect class="rail" x="0" y=${MIDDLE - 4} width=${WIDTH} height="8" rx="4"></rect>
        <rect class="band" x=${x(holdAtUm)} y=${MIDDLE - 12} width=${Math.max(0, x(limitUm + uncertaintyUm) - x(holdAtUm))} height="24"></rect>
        <line class="hold" x1=${x(holdAtUm)} x2=${x(holdAtUm)} y1=${MIDDLE - 16} y2=${MIDDLE + 16}></line>
        <line class="limit" x1=${x(limitUm)} x2=${x(limitUm)} y1=${MIDDLE - 16} y2=${MIDDLE + 16}></line>
        ${svg`<text x=${x(holdAtUm)} y="12" text-anchor="end">${benchWords.hold(holdAtUm)}</text><text x=${x(limitUm) + 4} y="12">${benchWords.limit(limitUm, uncertaintyUm)}</text>`}
        <line class="off" x1=${x(valueUm - uncertaintyUm)} x2=${x(valueUm + uncertaintyUm)} y1=${MIDDLE} y2=${MIDDLE}></line>
        <circle class="at" cx=${x(valueUm)} cy=${MIDDLE} r="9"></circle>
      </svg>
      ${this.isBare ? null : html`<p class="said">${said}</p>`}
    `;
  }
}
customElements.define('hf-limit-bar', LimitBar);
