/**
 * What a manager has to see before deciding about a hold: the first cause in words, the measurement against its limit, how the
 * rig was stopped, the lines as they came, what the brief says, and how far the hold reaches. It decides nothing.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { CaseHold, CaseView } from '../../server/contract/case-state.ts';
import type { JudgedStop, StoredEvidence } from '../../server/contract/live.ts';
import { stopsOfBench } from '../order-calls.ts';
import { longEvidence } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import type { ChartWindow } from '../reading/chart-window.ts';
import type { Reading } from '../reading/voice.ts';
import { evidenceLine } from '../words/evidence-lines.ts';
import { caseWords } from '../words/case-words.ts';
import { queueWords as says } from '../words/queue-words.ts';
import { sayMoment, sayTimeOfDay } from '../words/times.ts';
import { caseLook } from './case-look.ts';
import { causeTitle, reachList, reachLook } from './case-holds.ts';
import './chart.ts';
import './chassis.ts';
import './limit-bar.ts';
import { againstOf } from './limit-bar.ts';
import './look-card.ts';
import './receipt.ts';

/** Lines of this long around a stop belong to it (ms). */
const BEFORE_MS = 60_000;
const AFTER_MS = 20_000;

/** What stood before the stop, and the seconds after it. */
const beforeStop = (atIso: string): ChartWindow => ({ kind: 'fixed', fromMs: Date.parse(atIso) - 600_000, toMs: Date.parse(atIso) + AFTER_MS });

export class HoldEvidence extends LitElement {
  static override properties = { view: { attribute: false }, hold: { attribute: false }, readings: { attribute: false }, stop: { state: true }, lines: { state: true } };
  declare view: CaseView | undefined;
  declare hold: CaseHold | undefined;
  declare readings: readonly Reading[];
  /** Undefined until it is known; null: not on record any more. */
  declare stop: JudgedStop | null | undefined;
  declare lines: readonly StoredEvidence[];
  readonly #names = new NamesController(this);
  #asked = '';

  constructor() {
    super();
    this.readings = [];
    this.lines = [];
  }

  static override styles = [
    shared, caseLook, reachLook,
    css`
      :host { gap: 20px; }
      section { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px; min-width: 0; }
      .cause { font-size: var(--type-head); line-height: 28px; font-weight: 700; }
      .raw { display: grid; gap: 2px; max-height: 320px; overflow: auto; padding: 8px 12px; border-radius: var(--round-m); background: var(--sunken); font: var(--type-small)/20px var(--mono); overflow-wrap: anywhere; }
      /* What is asked for keeps its room, so that nothing moves when it comes. */
      .room { min-height: 24px; }
      .room.tall { min-height: 800px; }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 20px; align-items: start; }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    const stop = this.hold?.stop ?? null;
    const key = stop === null ? '' : `${stop.bench}/${stop.stopId}`;
    if (!changed.has('hold') || key === this.#asked) return;
    this.#asked = key;
    this.stop = stop === null ? null : undefined;
    this.lines = [];
    if (stop !== null) void this.#ask(stop.bench, stop.stopId, key);
  }

  protected override render(): TemplateResult | null {
    const { view, hold } = this;
    if (view === undefined || hold === undefined) return null;
    return html`
      <section aria-label=${says.why}><h3>${says.why}</h3>${this.#why(hold)}</section>
      ${hold.stop === null ? null : this.#measured(hold)}
      <div class="pair">
        <section aria-label=${says.brief}><h3>${says.brief}</h3><hf-look-card .view=${view} .only=${['story']} .reasons=${['decide-hold']}></hf-look-card></section>
        <section aria-label=${caseWords.reach}><h3>${caseWords.reach}</h3>${reachList(view.reach.find(({ holdId }) => holdId === hold.id))}</section>
      </div>
      ${hold.stop === null ? null : this.#raw()}
    `;
  }

  #why({ cause, why, placedAtIso, placedBy, stop }: CaseHold): TemplateResult {
    const first = this.stop?.trip.causes[0];
    const words = first === undefined ? null : bridgeWords.causes[first.code];
    return html`
      <p class="cause">${causeTitle(cause) ?? says.byHand}</p>
      ${words === null || first === undefined ? (stop !== null && this.stop === undefined ? html`<p class="room"></p>` : null) : html`<p>${this.#names.say(words.what(first.params))}</p>`}
      ${why === '' ? null : html`<p>“${why}”</p>`}
      <p class="quiet small">${caseWords.holdBy(this.#names.say(placedBy), sayMoment(placedAtIso))}${stop === null ? null : html` · <a href="/bench/${encodeURIComponent(stop.bench)}">${says.benchPage(stop.bench)}</a>`}</p>
    `;
  }

  #measured({ stop }: CaseHold): TemplateResult {
    const known = this.stop;
    if (known === undefined) return html`<p class="room tall quiet">…</p>`;
    if (known === null) return html`<p class="quiet">${says.noStop}</p>`;
    const against = known.trip.causes.map(({ params }) => againstOf(params)).find((one) => one !== null);
    const live = this.readings.find(({ view }) => view.id === stop?.bench);
    const isStill = live?.status?.trip?.id === known.stopId && live.status.seated;
    return html`
      <div class="pair">
        <section aria-label=${says.measured}><h3>${says.measured}</h3>${against === undefined ? html`<p class="quiet">${says.notMeasured}</p>` : html`<hf-limit-bar .against=${against}></hf-limit-bar>`}</section>
        <section aria-label=${says.receipt}><h3>${says.receipt}</h3><hf-receipt .trip=${known.trip}></hf-receipt></section>
      </div>
      ${isStill ? html`<section aria-label=${says.chassisNow}><h3>${says.chassisNow}</h3><hf-chassis .frame=${live.status.frame} edges="both"></hf-chassis></section>` : null}
      ${live === undefined ? null : html`<section aria-label=${says.chart}><h3>${says.chart}</h3><hf-chart .benchId=${live.view.id} .status=${live.status} .window=${beforeStop(known.trip.atIso)}></hf-chart></section>`}
    `;
  }

  #raw(): TemplateResult {
    return html`
      <details><summary>${says.raw}</summary>
        <p class="why">${says.rawHint}</p>
        ${this.lines.length === 0 ? html`<p class="quiet">${says.noRaw}</p>` : html`<ol class="raw" tabindex="0" aria-label=${says.raw}>${this.lines.map(({ event, id }) => html`
          <li>${sayTimeOfDay(event.atIso)} ${id} <b>${evidenceLine(event).title}</b> ${JSON.stringify(event.body)}</li>`)}</ol>`}
      </details>
    `;
  }

  async #ask(bench: string, stopId: string, key: string): Promise<void> {
    const [stops, evidence] = await Promise.all([stopsOfBench(bench), longEvidence(bench)]);
    if (key !== this.#asked) return;
    this.stop = stops.ok ? stops.value.stops.find((one) => one.stopId === stopId) ?? null : null;
    const at = Date.parse(this.stop?.trip.atIso ?? '');
    this.lines = evidence.ok ? evidence.value.events.filter(({ event }) => Math.abs(Date.parse(event.atIso) - at) <= (Date.parse(event.atIso) < at ? BEFORE_MS : AFTER_MS)) : [];
  }
}
customElements.define('hf-hold-evidence', HoldEvidence);
