/**
 * Every stop of every bench, the newest first: what somebody wants who asks what happened last night. It only reads; what is
 * said or done about a stop stands on the page of its bench, one press away.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { JudgedStop } from '../../server/contract/live.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { stopsBefore } from '../order-calls.ts';
import type { StopsPart } from '../order-calls.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { placeOfStop, stopFacts } from '../parts/stop-facts.ts';
import { goTo } from '../reading/address.ts';
import type { Reading } from '../reading/voice.ts';
import { benchWords as says } from '../words/bench-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { timelineWords } from '../words/timeline-words.ts';
import { sayDay, sayTimeOfDay } from '../words/times.ts';
import { roomLook } from './room-look.ts';

const benchInAddress = (): string => new URLSearchParams(location.search).get('bench') ?? '';

export class StopsPage extends LitElement {
  static override properties = { stopsVersion: { type: Number }, readings: { attribute: false }, bench: { state: true }, older: { state: true }, cursor: { state: true }, failure: { state: true } };
  declare stopsVersion: number;
  declare readings: readonly Reading[];
  /** Empty: all of them. */
  declare bench: string;
  /** What was asked for behind the first part. */
  declare older: readonly JudgedStop[];
  /** Of the last part; undefined: none was asked for yet. */
  declare cursor: number | null | undefined;
  declare failure: string;
  readonly #names = new NamesController(this);
  readonly #first = new Asked(this, () => stopsBefore(this.bench, null));

  constructor() {
    super();
    this.stopsVersion = 0;
    this.readings = [];
    this.bench = benchInAddress();
    this.older = [];
    this.failure = '';
  }

  static override styles = [
    shared, roomLook,
    css`
      .benches { display: flex; flex-wrap: wrap; gap: 8px; }
      .benches button { font-size: var(--type-body); font-weight: 600; padding-inline: 16px; }
      .benches [aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
      .stops > li { display: grid; grid-template-columns: 176px minmax(0, 1fr) auto; gap: 4px 24px; align-items: center; padding: 12px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      .stops > li:first-child { border-top: 0; padding-top: 0; }
      .when { align-self: start; font-size: var(--type-lead); line-height: 24px; font-weight: 700; font-variant-numeric: tabular-nums; }
      .when a { display: inline-flex; align-items: center; min-height: 48px; font-size: var(--type-note); font-weight: 600; }
      .bad { color: var(--stopped); font-weight: 700; }
      .none { display: grid; gap: 12px; justify-items: start; }
      @media (max-width: 760px) {
        .stops > li { grid-template-columns: minmax(0, 1fr); }
        .when { display: flex; justify-content: space-between; align-items: center; }
        .stops .button { width: 100%; }
      }
    `,
  ];

  readonly #arrive = (): void => {
    const bench = benchInAddress();
    if (bench !== this.bench) this.#of(bench);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#arrive);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#arrive);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('stopsVersion') && changed.get('stopsVersion') !== undefined) void this.#first.ask();
  }

  protected override render(): TemplateResult {
    const { bench, readings } = this;
    const choice = (id: string, name: string): TemplateResult => html`<button aria-pressed=${bench === id ? 'true' : 'false'} @click=${() => goTo(id === '' ? '/stops' : `/stops?bench=${encodeURIComponent(id)}`)}>${name}</button>`;
    return html`
      <div class="page">
        <h1>${roomWords.stops}</h1>
        ${readings.length < 2 ? null : html`<div class="benches" role="group" aria-label=${says.ofBench}>${choice('', says.toBoard)}${readings.map(({ view }) => choice(view.id, view.name))}</div>`}
        ${askedView(this.#first, (part) => this.#part(part))}
      </div>
    `;
  }

  #part({ stops, cursor }: StopsPart): TemplateResult {
    // Of a stop that came meanwhile the first part tells; what was read behind it stays.
    const known = new Map([...this.older, ...stops].map((stop) => [stop.stopId, stop]));
    const all = [...known.values()].toSorted((a, b) => b.trip.atIso.localeCompare(a.trip.atIso));
    const before = this.cursor === undefined ? cursor : this.cursor;
    if (all.length === 0) return html`<section class="none"><p>${says.noStopAnywhere}</p><p><a class="button" href="/shift">${roomWords.shift}</a></p></section>`;
    return html`
      ${byDay(all).map(([day, ofDay]) => html`<section aria-label=${day}><h2>${day}</h2><ol class="stops">${repeat(ofDay, ({ stopId }) => stopId, (stop) => this.#stop(stop))}</ol></section>`)}
      ${this.failure === '' ? null : html`<p role="alert">${roomWords.notRead} ${this.failure}</p>`}
      ${before === null ? null : html`<p><button @click=${() => void this.#more(before)}>${says.earlierStops}</button></p>`}
    `;
  }

  #stop(stop: JudgedStop): TemplateResult {
    const name = this.readings.find(({ view }) => view.id === stop.bench)?.view.name ?? stop.bench;
    const at = sayTimeOfDay(stop.trip.atIso);
    return html`
      <li>
        <p class="when">${at}<br /><a href="/bench/${encodeURIComponent(stop.bench)}">${name}</a></p>
        <div>${stopFacts(stop, (code) => this.#names.say(code))}<p class="quiet small"><code translate="no">${stop.stopId}</code></p></div>
        <a class="button" href=${placeOfStop(stop)} aria-label="${timelineWords.showMoment}: ${name}, ${at}">${timelineWords.showMoment}</a>
      </li>
    `;
  }

  #of(bench: string): void {
    this.bench = bench;
    this.older = [];
    this.cursor = undefined;
    this.failure = '';
    void this.#first.ask();
  }

  async #more(before: number): Promise<void> {
    const { bench } = this;
    const answer = await stopsBefore(bench, before);
    if (bench !== this.bench) return;
    this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
    if (!answer.ok) return;
    this.older = [...this.older, ...answer.value.stops];
    this.cursor = answer.value.cursor;
  }
}
customElements.define('hf-stops', StopsPage);

function byDay(stops: readonly JudgedStop[]): readonly (readonly [day: string, stops: readonly JudgedStop[]])[] {
  const days = new Map<string, JudgedStop[]>();
  for (const stop of stops) {
    const day = sayDay(stop.trip.atIso);
    days.set(day, [...days.get(day) ?? [], stop]);
  }
  return [...days];
}
