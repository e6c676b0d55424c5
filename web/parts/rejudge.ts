/** One stop of the past by the rules of today, on demand: what they would do, how much earlier or later, and which versions were compared. It changes nothing. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { JudgedStop } from '../../server/contract/live.ts';
import type { Rejudged } from '../../server/contract/rejudged.ts';
import { rejudgeStop } from '../bench-calls.ts';
import { shared } from '../look/shared.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { sayNumber } from '../words/numbers.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { timelineWords as says } from '../words/timeline-words.ts';

export class Rejudge extends LitElement {
  static override properties = { stop: { attribute: false }, told: { state: true }, isAsking: { state: true } };
  declare stop: JudgedStop | undefined;
  /** A text says why there is none. */
  declare told: Rejudged | string | null;
  declare isAsking: boolean;

  constructor() {
    super();
    this.told = null;
    this.isAsking = false;
  }

  static override styles = [shared, css`
    :host { padding-top: 8px; }
    button { font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 12px; }
    p { padding-top: 8px; }
  `];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('stop') !== undefined && changed.get('stop')?.stopId !== this.stop?.stopId) this.told = null;
  }

  protected override render(): TemplateResult {
    return html`
      <button aria-disabled=${this.isAsking ? 'true' : 'false'} @click=${() => void this.#ask()}>${says.rejudge}</button>
      <div role="status">${this.isAsking ? html`<p class="quiet">${says.rejudging}</p>` : this.#said()}</div>
    `;
  }

  #said(): TemplateResult | null {
    const { told } = this;
    if (told === null) return null;
    if (typeof told === 'string') return html`<p>${says.notRejudged} ${told}</p>`;
    const { verdict, afterMs, then, now, limits, missing } = told;
    const by = afterMs === null || afterMs === 0 ? '' : ` ${says.rejudgedBy(`${sayNumber(Math.abs(afterMs), Math.abs(afterMs) < 10 ? 1 : 0)} ms`)}`;
    return html`
      <p><b>${says.rejudged[verdict]}${by}.</b> ${now.cause === null || now.cause === then.cause ? null : says.nowCause(bridgeWords.causes[now.cause].title)} <span class="quiet">${says.versions(then.release, now.release)}</span></p>
      ${limits.length === 0 ? null : html`<p>${says.newLimits} ${limits.map((one, index) => `${index === 0 ? '' : ', '}${says.changedLimit(one.name, one.then, one.now)}`)}.</p>`}
      ${missing === 0 ? null : html`<p class="quiet">${says.incomplete(missing)}</p>`}
    `;
  }

  async #ask(): Promise<void> {
    const { stop } = this;
    if (stop === undefined || this.isAsking) return;
    this.isAsking = true;
    const answer = await rejudgeStop(stop);
    this.isAsking = false;
    if (stop.stopId === this.stop?.stopId) this.told = answer.ok ? answer.value : sayCallProblem(answer.problem);
  }
}
customElements.define('hf-rejudge', Rejudge);
