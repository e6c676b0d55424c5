/**
 * One bench, everything known of it: voice and stop first, then the measurement over time, the conditions, the trip with
 * its causes, the facts, the history. The stop has the keyboard too, here, where it is clear which bench is meant.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { HUES } from '../look/mark.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import type { JudgedStop, StoredEvidence } from '../../server/contract/live.ts';
import { minuteOf } from '../reading/feed-state.ts';
import { isStopKey } from '../reading/stop-key.ts';
import type { Reading } from '../reading/voice.ts';
import { distrust, sayFreshness } from '../words/sentences.ts';
import { benchLook } from './bench-look.ts';
import '../parts/actions.ts';
import '../parts/bench-case.ts';
import '../parts/bench-notes.ts';
import '../parts/causes.ts';
import '../parts/chassis.ts';
import '../parts/drill-desk.ts';
import '../parts/facts.ts';
import '../parts/figure.ts';
import '../parts/headline.ts';
import '../parts/history.ts';
import '../parts/judge-stop.ts';
import '../parts/metrics.ts';
import '../parts/permissives.ts';
import '../parts/receipt.ts';
import '../parts/remeasure.ts';
import '../parts/timeline.ts';
import '../parts/track.ts';
import { benchWords as says } from '../words/bench-words.ts';
import { boardWords } from '../words/board-words.ts';
import { factWords } from '../words/fact-words.ts';
import { stopWords } from '../words/stop-words.ts';

export class BenchPage extends LitElement {
  static override properties = {
    benchId: { type: String }, reading: { attribute: false }, evidence: { attribute: false }, seen: { attribute: false },
    isFeedLive: { type: Boolean }, hasSnapshot: { type: Boolean }, time: { attribute: false },
    stopsVersion: { type: Number }, casesVersion: { type: Number }, stops: { state: true },
  };
  declare benchId: string;
  declare reading: Reading | undefined;
  declare evidence: readonly StoredEvidence[];
  declare seen: ReadonlySet<string>;
  declare isFeedLive: boolean;
  declare hasSnapshot: boolean;
  declare time: Date | null;
  declare stopsVersion: number;
  declare casesVersion: number;
  /** The last stops as the history has got them. */
  declare stops: readonly JudgedStop[];

  readonly #key = (event: KeyboardEvent): void => {
    if (!isStopKey(event)) return;
    event.preventDefault();
    if (event.repeat) return;
    this.renderRoot.querySelector('hf-actions')?.pressStop();
  };

  constructor() {
    super();
    this.stopsVersion = 0;
    this.casesVersion = 0;
    this.stops = [];
  }

  static override styles = [shared, benchLook];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
  }

  protected override render(): TemplateResult {
    const { reading } = this;
    if (reading === undefined) return this.#absent();
    const { view, status, voice, isStale } = reading;
    const restore = status?.restore ?? null;
    const isSeen = reading.alarmId === null || this.seen.has(reading.alarmId);
    return html`
      <div class="page">
        <p><a class="back" href="/">${says.toBoard}</a></p>
        <section class="state ${voice} ${isStale ? 'hatched' : ''}" aria-label=${says.stateOf(view.name)} ${property('--hue', `var(${HUES[voice]})`)}>
          <div class="said">
            <header>
              <h1 translate="no">${view.name}</h1>
              ${status?.virtual === true ? html`<span class="badge">${stopWords.virtualRig}</span>` : null}
              <p class="age ${reading.freshness}">${sayFreshness(reading)}</p>
            </header>
            <hf-headline .reading=${reading} .isFeedLive=${this.isFeedLive}></hf-headline>
            ${voice === 'unprotected' || isStale || (status?.problem ?? null) !== null ? this.#distrust(reading) : null}
            <hf-bench-notes .status=${status} .isFull=${true}></hf-bench-notes>
            ${status === null ? null : html`<hf-bench-case .benchId=${view.id} .device=${status.device} .casesVersion=${this.casesVersion} .isFull=${true} .nowMs=${minuteOf(this.time)}></hf-bench-case>`}
            ${restore === null ? null : html`<hf-track .restore=${restore} .isPast=${status?.committedEstablished === true}></hf-track>`}
          </div>
          <div class="act">
            <hf-actions .reading=${reading} .isSeen=${isSeen} .isOnOwnPage=${true}></hf-actions>
            <p class="quiet small">${says.keyboard}</p>
          </div>
        </section>
        ${status === null ? null : this.#body(status, reading)}
        <hf-history .benchId=${view.id} .evidence=${this.evidence} .stopsVersion=${this.stopsVersion} @hf-stops=${(event: CustomEvent<readonly JudgedStop[]>) => this.#take(event.detail)}></hf-history>
      </div>
    `;
  }

  #distrust(reading: Reading): TemplateResult {
    const why = distrust(reading, this.isFeedLive);
    return html`<p class="notice">${why.what} <b>${why.whatToDo}</b></p>`;
  }

  #body(status: BenchStatus, reading: Reading): TemplateResult {
    const { trip } = status;
    return html`
      ${trip === null ? null : html`
        <div class="columns">
          <section aria-label=${says.why}><h2>${says.why}</h2><hf-causes .trip=${trip}></hf-causes></section>
          <section aria-label=${says.receipt}><h2>${says.receipt}</h2><hf-receipt .trip=${trip} .isFull=${true}></hf-receipt>${this.#judge(trip, reading)}</section>
        </div>`}
      <div class="columns">
        <section aria-label=${says.chassis}>
          <h2>${says.chassis}</h2>
          <hf-figure .frame=${status.frame} .isStale=${reading.isStale}></hf-figure>
          <hf-remeasure .progress=${reading.isStale ? null : status.frame.remeasure}></hf-remeasure>
          <hf-metrics .frame=${status.frame} .isStale=${reading.isStale}></hf-metrics>
          <hf-chassis .frame=${status.frame} .isStale=${reading.isStale} edges="both"></hf-chassis>
        </section>
        <section aria-label=${says.conditions}><h2>${says.conditions}</h2><hf-permissives .rows=${status.permissives}></hf-permissives></section>
      </div>
      <section><hf-timeline .reading=${reading} .stops=${this.stops} .time=${this.time}></hf-timeline></section>
      ${status.drill === undefined ? null : html`<hf-drill-desk .status=${status} .isStale=${reading.isStale} .evidence=${this.evidence}></hf-drill-desk>`}
      <section aria-label=${factWords.facts}><h2>${says.facts}</h2><hf-facts .status=${status}></hf-facts></section>
    `;
  }

  #take(stops: readonly JudgedStop[]): void {
    this.stops = stops;
  }

  /** Only once nobody has to act with their hands, or has said to have seen it: judging is in nobody's way. */
  #judge(trip: Trip, { alarmId }: Reading): TemplateResult | null {
    const isCalm = trip.operator === 'nothing' || alarmId === null || this.seen.has(alarmId);
    const stop = this.stops.find(({ stopId, bench }) => stopId === trip.id && bench === this.benchId);
    return stop === undefined || !isCalm ? null : html`<hf-judge-stop class="last" .stop=${stop}></hf-judge-stop>`;
  }

  #absent(): TemplateResult {
    return html`
      <div class="page">
        <p><a class="back" href="/">${says.toBoard}</a></p>
        <h1>${this.hasSnapshot ? says.noSuchBench(this.benchId) : says.asking}</h1>
        <p>${this.hasSnapshot ? says.chooseBench : boardWords.askingText}</p>
      </div>
    `;
  }
}
customElements.define('hf-bench', BenchPage);
