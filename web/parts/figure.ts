/**
 * The measured deviation (of what decides: edges, flatness or twist) as one big number, never alone: its hold limit and its guard band stand beside it, and what
 * cannot be measured says why instead of showing a zero.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { Measurement } from '../../firmware-bridge/contract/bench-status.ts';
import { shared } from '../look/shared.ts';
import { shownMetric } from '../reading/metric-bar.ts';
import { benchWords as says } from '../words/bench-words.ts';

export class Figure extends LitElement {
  static override properties = { frame: { attribute: false }, isStale: { type: Boolean } };
  declare frame: Measurement | undefined;
  declare isStale: boolean;

  static override styles = [
    shared,
    css`
      :host { display: flex; align-items: flex-end; gap: 20px; min-height: 60px; }
      .reading { display: flex; align-items: baseline; gap: 12px; min-width: 160px; }
      .number { display: inline-block; font-size: var(--type-reading); line-height: 60px; font-weight: 750; letter-spacing: -0.01em; width: 3ch; white-space: nowrap; }
      /* Four digits take the place of three: what stands beside them must not move. */
      .long { transform: scaleX(0.740); transform-origin: left; }
      .unit { font-size: var(--type-head); font-weight: 700; color: var(--ink-quiet); }
      .limits { font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); padding-bottom: 7px; }
      .fault { font-size: var(--type-title); line-height: 24px; font-weight: 700; padding-bottom: 7px; }
      .stale { color: var(--ink-quiet); }
      .stale .number { text-decoration: line-through; text-decoration-thickness: 5px; }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { frame, isStale } = this;
    if (frame === undefined) return null;
    const { metric, valueUm, holdAtUm, limitUm } = shownMetric(frame);
    const name = metric === 'edge' ? null : html`<b>${bridgeWords.metrics[metric].title}</b><br />`;
    const limits = html`<p class="limits">${name}${says.holdAt(holdAtUm)}<br />${says.limit(limitUm, frame.uncertaintyUm)}</p>`;
    // A number from before the fault would read like one of now.
    if (valueUm === null || (frame.fault !== null && !isStale)) {
      const why = frame.fault === null ? bridgeWords.verdicts['cannot-measure'].title : bridgeWords.sensorFaults[frame.fault].title;
      return html`<p class="fault">${why}</p>${limits}`;
    }
    return html`
      <p class=${isStale ? 'reading stale' : 'reading'}>
        ${isStale ? html`<span class="unseen">${says.notLive}</span>` : null}
        <span class="number ${valueUm > 999 ? 'long' : ''}">${valueUm}</span> <span class="unit">µm</span>
      </p>
      ${limits}
    `;
  }
}
customElements.define('hf-figure', Figure);
