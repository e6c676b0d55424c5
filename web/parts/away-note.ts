/**
 * On the board and on the page of a bench, for whoever comes back: what happened meanwhile, with its times and a link to each moment. It stands in
 * the flow, so it lies over no stop and no alarm; it appears under no hand that is on its way, and is not there when nothing happened.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Away } from '../../server/contract/away.ts';
import { AWAY_KINDS } from '../../server/contract/away.ts';
import type { StoredEvidence } from '../../server/contract/live.ts';
import { happenedSince } from '../away-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { momentAround } from '../reading/chart-window.ts';
import { isNews, newsOf } from '../reading/away-news.ts';
import type { Mark } from '../reading/here.ts';
import { HAND_REST_MS } from '../reading/tile-order.ts';
import type { Reading } from '../reading/voice.ts';
import { awayWords as says } from '../words/away-words.ts';
import { evidenceLine } from '../words/evidence-lines.ts';
import { sayMoment } from '../words/times.ts';
import { dimming } from './dimming.ts';

const SHOWN_MAX = 5;
/** Below this the list waits behind its line: the benches come first (px). */
const WIDE = 760;

export class AwayNote extends LitElement {
  static override properties = {
    since: { attribute: false }, arrivals: { type: Number }, benchId: { attribute: false }, readings: { attribute: false }, isRinging: { type: Boolean },
    told: { state: true }, isOpen: { state: true },
  };
  /** What was last seen before the absence. */
  declare since: Mark | undefined;
  /** How often somebody came back: it is asked for anew each time. */
  declare arrivals: number;
  /** Null: of every bench. */
  declare benchId: string | null;
  declare readings: readonly Reading[];
  declare isRinging: boolean;
  /** What the server answered, of which bench or of all; `isShown` once no hand was on its way. */
  declare told: { readonly benchId: string | null; readonly away: Away; readonly isShown: boolean } | null;
  declare isOpen: boolean;
  #asked = '';
  readonly #names = new NamesController(this);

  constructor() {
    super();
    this.arrivals = 0;
    this.benchId = null;
    this.readings = [];
    this.isRinging = false;
    this.told = null;
    this.isOpen = false;
  }

  static override styles = [
    shared,
    css`
      section { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 20px; align-items: center;
        margin: 12px 28px 0; padding: 8px 8px 8px 20px; border-inline-start: 6px solid var(--mark); border-radius: var(--round-s); background: var(--sunken); }
      h2 { display: inline; margin-inline-end: 12px; }
      .acts { display: flex; flex-wrap: wrap; justify-content: end; gap: 8px; }
      .acts button { font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 12px; background: var(--paper); }
      ol { grid-column: 1 / -1; padding-bottom: 4px; }
      li a { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: center; align-content: center; min-height: 48px; text-decoration: none; }
      li .when { flex: 0 0 14ch; color: var(--ink-quiet); font-variant-numeric: tabular-nums; }
      li span { overflow-wrap: anywhere; } a span:not(.when) { text-decoration: underline; }
      @media (max-width: 760px) { section { grid-template-columns: minmax(0, 1fr); margin-inline: 12px; padding: 8px 12px; } .acts { justify-content: start; } li .when { flex-basis: 100%; } }
    `,
  ];

  protected override willUpdate(): void {
    const { since } = this;
    const about = since === undefined ? '' : `${since.id} ${this.arrivals} ${this.benchId ?? ''}`;
    if (since !== undefined && about !== this.#asked) void this.#ask(about, since);
    // What stands moves nothing; what appears waits until no hand is on its way.
    if (this.told !== null && !this.told.isShown && dimming.restMs() >= HAND_REST_MS) {
      this.told = { ...this.told, isShown: true };
      this.isOpen = !this.isRinging && innerWidth >= WIDE;
    }
  }

  protected override render(): TemplateResult | null {
    const { told, since } = this;
    if (told === null || since === undefined || !told.isShown || told.benchId !== this.benchId) return null;
    const news = newsOf(told.away);
    return html`
      <section aria-label=${says.title}>
        <div><h2>${says.since(sayMoment(new Date(since.atMs).toISOString()))}</h2>${AWAY_KINDS.flatMap((kind) => (told.away.counts[kind] === 0 ? [] : [says.counts[kind](told.away.counts[kind])])).join(', ')}</div>
        <p class="acts">${news.length === 0 ? null : html`<button aria-expanded=${this.isOpen ? 'true' : 'false'} @click=${() => this.#turn()}>${this.isOpen ? says.less : says.more}</button>`}
          <button @click=${() => this.#close()}>${says.close}</button></p>
        ${this.isOpen && news.length > 0 ? html`<ol>${news.slice(0, SHOWN_MAX).map((one) => this.#line(one))}${news.length > SHOWN_MAX ? html`<li class="quiet">${says.others(news.length - SHOWN_MAX)}</li>` : null}</ol>` : null}
      </section>
    `;
  }

  #line({ event }: StoredEvidence): TemplateResult {
    const { title, detail } = evidenceLine(event);
    const name = this.readings.find(({ view }) => view.id === event.bench)?.view.name ?? event.bench ?? '';
    const said = html`<span class="when">${sayMoment(event.atIso)}</span><span>${name === '' ? null : html`<b>${name}</b> `}${title}${detail === '' ? null : html` <span class="quiet">${this.#names.say(detail)}</span>`}</span>`;
    return html`<li>${event.bench === null ? said : html`<a href="/bench/${encodeURIComponent(event.bench)}${momentAround(Date.parse(event.atIso))}">${said}</a>`}</li>`;
  }

  async #ask(about: string, since: Mark): Promise<void> {
    this.#asked = about;
    const { benchId } = this;
    const answer = await happenedSince(benchId, since.id);
    if (this.#asked !== about) return;
    // Asked again with the next look at the page.
    if (!answer.ok) this.#asked = '';
    else if (isNews(answer.value)) this.told = { benchId, away: answer.value, isShown: this.told?.benchId === benchId && this.told.isShown };
    else if (benchId === null) this.#close();
  }

  #turn(): void {
    this.isOpen = !this.isOpen;
  }

  #close(): void {
    this.told = null;
    this.dispatchEvent(new CustomEvent('hf-close'));
  }
}
customElements.define('hf-away-note', AwayNote);
