/** The evidence of one moment, line by line, as the server keeps it. It stands under the charts that show the same time. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StoredEvidence } from '../../server/contract/live.ts';
import { evidenceBetween } from '../bench-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import type { Span } from '../reading/chart-window.ts';
import { evidenceLine } from '../words/evidence-lines.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayTimeOfDay } from '../words/times.ts';
import { timelineWords as says } from '../words/timeline-words.ts';
import { historyLook } from './history-look.ts';

export class Moment extends LitElement {
  static override properties = { benchId: { type: String }, span: { attribute: false }, events: { state: true }, failure: { state: true } };
  declare benchId: string;
  declare span: Span | undefined;
  /** Null before the answer. */
  declare events: readonly StoredEvidence[] | null;
  declare failure: string;
  readonly #names = new NamesController(this);

  constructor() {
    super();
    this.benchId = '';
    this.events = null;
    this.failure = '';
  }

  static override styles = [shared, historyLook, css`section { padding: 16px 0 0; border: 0; border-radius: 0; }`];

  protected override updated(changed: PropertyValues): void {
    if ((changed.has('span') || changed.has('benchId')) && this.span !== undefined) void this.#ask(this.span);
  }

  protected override render(): TemplateResult {
    return html`<section aria-label=${says.momentEvidence}><h2>${says.momentEvidence}</h2>${this.#lines()}</section>`;
  }

  #lines(): TemplateResult | null {
    if (this.failure !== '') return html`<p class="quiet">${says.momentFailed} ${this.failure}</p>`;
    if (this.events === null) return null;
    if (this.events.length === 0) return html`<p class="quiet">${says.momentNone}</p>`;
    return html`<ol class="lines">${repeat(this.events, ({ id }) => id, ({ id, event }) => {
      const { title, detail } = evidenceLine(event);
      return html`<li><span class="when">${sayTimeOfDay(event.atIso)}</span><span><b>${title}</b>${detail === '' ? null : html` <span class="quiet">${this.#names.say(detail)}</span>`}</span><code class="small quiet" translate="no">${id}</code></li>`;
    })}</ol>`;
  }

  async #ask(span: Span): Promise<void> {
    const answer = await evidenceBetween(this.benchId, span);
    if (span !== this.span) return;
    this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
    this.events = answer.ok ? answer.value.events : null;
  }
}
customElements.define('hf-moment', Moment);
