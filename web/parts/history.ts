/**
 * What happened at one bench: its last stops with receipt and reset, and the newest lines of evidence. It asks the
 * server once and then lives on the feed; a failed question says so and offers another try.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JudgedStop, StoredEvidence } from '../../server/contract/live.ts';
import { nuisanceWords } from '../words/nuisance-words.ts';
import { lastStops, recentEvidence } from '../order-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { evidenceLine } from '../words/evidence-lines.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { timelineWords } from '../words/timeline-words.ts';
import { sayDayAndTime } from '../words/times.ts';
import { historyLook } from './history-look.ts';
import './judge-stop.ts';
import './rejudge.ts';
import { placeOfStop, stopFacts } from './stop-facts.ts';
import { benchWords as says } from '../words/bench-words.ts';
import { roomWords } from '../words/room-words.ts';

const LINES_SHOWN_MAX = 40;

export class History extends LitElement {
  static override properties = {
    benchId: { type: String }, evidence: { attribute: false }, stopsVersion: { type: Number }, stops: { state: true }, older: { state: true }, failure: { state: true },
  };
  declare benchId: string;
  /** Evidence of all benches from the feed, oldest first. */
  declare evidence: readonly StoredEvidence[];
  /** Rises when stops may have changed: the list is asked for again only then. */
  declare stopsVersion: number;
  declare stops: readonly JudgedStop[] | null;
  declare older: readonly StoredEvidence[];
  declare failure: string | null;
  readonly #names = new NamesController(this);

  constructor() {
    super();
    this.benchId = '';
    this.evidence = [];
    this.stopsVersion = 0;
    this.stops = null;
    this.older = [];
    this.failure = null;
  }

  static override styles = [shared, historyLook];

  protected override updated(changed: PropertyValues): void {
    if (changed.has('benchId')) void this.#askEvidence();
    if (changed.has('benchId') || changed.has('stopsVersion')) void this.#askStops();
  }

  protected override render(): TemplateResult {
    return html`
      <section aria-label=${says.lastStops}><h2>${says.lastStops}${this.#notJudged()}</h2>${this.#stops()}</section>
      <section aria-label=${says.evidence}><h2>${says.evidence}</h2>${this.#lines()}</section>
    `;
  }

  #notJudged(): TemplateResult | null {
    const count = (this.stops ?? []).filter(({ judgement }) => judgement === null).length;
    return count === 0 ? null : html` <span class="waiting">${nuisanceWords.waiting(count)}</span>`;
  }

  #stops(): TemplateResult {
    if (this.failure !== null) return html`<p class="quiet">${says.noStops} ${this.failure} <button @click=${() => void this.#askStops()}>${roomWords.askAgain}</button></p>`;
    if (this.stops === null) return html`<p class="quiet">${roomWords.asking}</p>`;
    if (this.stops.length === 0) return html`<p class="quiet">${says.noStopYet}</p>`;
    return html`<ol class="stops">${repeat(this.stops, (stop) => stop.stopId, (stop) => this.#stop(stop))}</ol>`;
  }

  #stop(stop: JudgedStop): TemplateResult {
    const { trip, stopId } = stop;
    return html`
      <li>
        <p class="when">${sayDayAndTime(trip.atIso)}</p>
        <div>
          ${stopFacts(stop, (code) => this.#names.say(code))}
          <hf-judge-stop .stop=${stop}></hf-judge-stop>
          <hf-rejudge .stop=${stop}></hf-rejudge>
        </div>
        <p class="small"><code class="quiet" translate="no">${stopId}</code><br /><a class="moment" href=${placeOfStop(stop)}>${timelineWords.showMoment}</a></p>
      </li>
    `;
  }

  #lines(): TemplateResult {
    const known = new Map(this.older.map((item) => [item.id, item]));
    for (const item of this.evidence) if (item.event.bench === this.benchId) known.set(item.id, item);
    const lines = [...known.values()].toSorted((a, b) => b.id - a.id).slice(0, LINES_SHOWN_MAX);
    if (lines.length === 0) return html`<p class="quiet">${says.nothingYet}</p>`;
    return html`<ol class="lines">${repeat(lines, (item) => item.id, ({ id, event }) => {
      const { title, detail } = evidenceLine(event);
      return html`<li><span class="when">${sayDayAndTime(event.atIso)}</span><span><b>${title}</b>${detail === '' ? null : html` <span class="quiet">${this.#names.say(detail)}</span>`}</span><code class="small quiet" translate="no">${id}</code></li>`;
    })}</ol>`;
  }

  async #askStops(): Promise<void> {
    const { benchId } = this;
    const answer = await lastStops(benchId);
    if (benchId !== this.benchId) return;
    this.failure = answer.ok ? null : sayCallProblem(answer.problem);
    if (!answer.ok) return;
    this.stops = answer.value.stops;
    this.dispatchEvent(new CustomEvent('hf-stops', { detail: this.stops }));
  }

  async #askEvidence(): Promise<void> {
    const { benchId } = this;
    this.older = [];
    this.stops = null;
    const answer = await recentEvidence(benchId);
    // Without an answer the lines of the feed still stand there.
    if (answer.ok && benchId === this.benchId) this.older = answer.value.events;
  }
}
customElements.define('hf-history', History);
