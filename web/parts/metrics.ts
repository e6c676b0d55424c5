/**
 * Edges, flatness and twist of a chassis, each number beside its own limit and guard band; what is not measured says so.
 * Grey while all is well; what is not has its colour and its word.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Measurement, MetricReading } from '../../firmware-bridge/contract/bench-status.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { shared } from '../look/shared.ts';
import { BAR_WIDTH, metricBar } from '../reading/metric-bar.ts';
import { NOT_MEASURED, sayLimits } from '../words/measuring.ts';

const BAR_HEIGHT = 16;

export class Metrics extends LitElement {
  static override properties = { frame: { attribute: false }, isStale: { type: Boolean } };
  declare frame: Measurement | undefined;
  declare isStale: boolean;

  static override styles = [
    shared,
    css`
      :host { container-type: inline-size; }
      ul { display: grid; gap: 12px; padding-block: 12px; }
      li { display: grid; grid-template-columns: 88px 108px minmax(60px, 1fr) 196px; gap: 4px 12px; align-items: center; font-size: var(--type-body); line-height: 22px; }
      .value { text-align: right; font-weight: 700; }
      .none { font-weight: 400; color: var(--ink-quiet); }
      .limits { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
      .word { grid-column: 3 / -1; margin-top: -4px; font-size: var(--type-small); line-height: 20px; font-weight: 700; }
      svg { width: 100%; height: ${BAR_HEIGHT}px; }
      .rail { fill: var(--rail); }
      .band { fill: var(--band); }
      .hold { fill: var(--waiting-mark); }
      .limit { fill: var(--ink-quiet); }
      .bar { fill: var(--mark); }
      .review .bar { fill: var(--waiting-mark); }
      .review .word { color: var(--waiting); }
      .hold .bar, .no-restore .bar { fill: var(--stopped); }
      .hold .word, .no-restore .word, .hold .value, .no-restore .value { color: var(--stopped); }
      .stale .value { text-decoration: line-through; color: var(--ink-quiet); }
      @container (max-width: 520px) {
        li { grid-template-columns: 88px minmax(0, 1fr); }
        .value { text-align: left; }
        svg, .limits, .word { grid-column: 1 / -1; }
      }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { frame } = this;
    if (frame?.metrics === undefined) return null;
    const isMeasured = frame.metrics.some((one) => one.valueUm !== null);
    return html`<ul>${frame.metrics.map((one) => this.#row(one, frame.uncertaintyUm, isMeasured))}</ul>`;
  }

  #row(one: MetricReading, uncertaintyUm: number, isMeasured: boolean): TemplateResult {
    const words = bridgeWords.metrics[one.metric];
    const isOff = one.verdict !== null && one.verdict !== 'pass' && !this.isStale;
    return html`
      <li class="${isOff ? one.verdict ?? '' : ''} ${this.isStale ? 'stale' : ''}">
        <span title=${words.what}>${words.title}</span>
        ${one.valueUm === null ? html`<span class="value none">${NOT_MEASURED}</span>` : html`<span class="value">${one.valueUm} µm</span>`}
        ${this.#bar(one)}
        <span class="limits">${sayLimits(one, uncertaintyUm, isMeasured)}</span>
        ${isOff && one.verdict !== null ? html`<span class="word">${bridgeWords.verdicts[one.verdict].title}</span>` : null}
      </li>
    `;
  }

  #bar(one: MetricReading): TemplateResult {
    const { valueX, holdX, limitX, bandEndX, isCut } = metricBar(one);
    return html`
      <svg viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        <rect class="rail" width=${BAR_WIDTH} height=${BAR_HEIGHT}></rect>
        <rect class="band" x=${holdX} width=${bandEndX - holdX} height=${BAR_HEIGHT}></rect>
        ${valueX === null ? null : svg`<rect class="bar" y="5" width=${isCut ? BAR_WIDTH : valueX} height="6"></rect>`}
        <rect class="hold" x=${holdX - 1} width="3" height=${BAR_HEIGHT}></rect>
        <rect class="limit" x=${limitX - 1} width="2" height=${BAR_HEIGHT}></rect>
      </svg>
    `;
  }
}
customElements.define('hf-metrics', Metrics);
