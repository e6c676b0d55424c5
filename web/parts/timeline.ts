/**
 * A bench over time: the charts, which span of time they show, and the link to it. The address holds a moment, so that it can
 * be sent to somebody; without one the charts are live. Every move has a button, a key and, where there is a mouse, a drag.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { JudgedStop } from '../../server/contract/live.ts';
import { shared } from '../look/shared.ts';
import { LIVE, SPANS_MS, pan, readSearch, searchOf, zoom } from '../reading/chart-window.ts';
import type { ChartWindow } from '../reading/chart-window.ts';
import { sayDuration } from '../reading/age.ts';
import type { Reading } from '../reading/voice.ts';
import { saySpan, timelineWords as says } from '../words/timeline-words.ts';
import { WhoController } from '../who-desk.ts';
import './chart.ts';
import './moment.ts';
import './serial.ts';

/** Steps back that are remembered. */
const BACK_MAX = 20;
const COPIED_MS = 3_000;

export class Timeline extends LitElement {
  static override properties = { reading: { attribute: false }, stops: { attribute: false }, time: { attribute: false }, window: { state: true }, told: { state: true } };
  declare reading: Reading | undefined;
  declare stops: readonly JudgedStop[];
  declare time: Date | null;
  declare window: ChartWindow;
  declare told: string;
  #before: ChartWindow[] = [];
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.stops = [];
    this.time = null;
    this.window = readSearch(location.search) ?? LIVE;
    this.told = '';
  }

  static override styles = [
    shared,
    css`
      h2 { font-size: var(--type-lead); line-height: 24px; padding-bottom: 12px; }
      .tools { display: flex; flex-wrap: wrap; gap: 8px; padding-bottom: 12px; }
      .tools button { font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 12px; min-width: 52px; }
      .tools button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
      .group { display: flex; flex-wrap: wrap; gap: 8px; margin-inline-end: 12px; }
      .where { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; min-height: 48px; }
      .fixed { padding: 4px 12px; border-radius: var(--round-s); background: var(--sunken); font-weight: 700; }
      .charts { border-radius: var(--round-m); }
      .charts:focus-visible { outline-offset: 6px; }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hf-place', this.#arrive);
    addEventListener('popstate', this.#arrive);
    if (this.window.kind === 'fixed') void this.#showSelf();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hf-place', this.#arrive);
    removeEventListener('popstate', this.#arrive);
  }

  /** The address is another one: a link to a moment, or a step back of the browser. */
  readonly #arrive = (): void => {
    this.window = readSearch(location.search) ?? LIVE;
    this.#before = [];
    if (this.window.kind === 'fixed') void this.#showSelf();
  };

  async #showSelf(): Promise<void> {
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
  }

  protected override render(): TemplateResult | null {
    const { reading, window } = this;
    if (reading === undefined) return null;
    return html`
      <h2>${says.title}</h2>
      <div class="tools">${this.#spans()}${this.#moves()}</div>
      <div class="where">
        ${window.kind === 'live' ? html`<span class="quiet">${says.liveSpan(sayDuration(window.spanMs))}</span>` : html`<span class="fixed">${saySpan(window.fromMs, window.toMs)}</span>
          <button @click=${() => void this.#copy()}>${says.copy}</button>`}
        <span role="status">${this.told}</span>
      </div>
      <div class="charts" tabindex="0" role="group" aria-label=${says.title} aria-describedby="keys" @keydown=${(event: KeyboardEvent) => this.#key(event)}>
        <hf-chart .benchId=${reading.view.id} .status=${reading.status} .isStale=${reading.isStale} .time=${this.time} .window=${window} .stops=${this.stops}
          @hf-window=${(event: CustomEvent<ChartWindow>) => this.#go(event.detail)} @hf-window-back=${() => this.#back()}></hf-chart>
      </div>
      <p id="keys" class="quiet small">${says.keys}</p>
      ${window.kind === 'fixed' && this.#who.may('see-records') ? html`<hf-moment .benchId=${reading.view.id} .span=${window}></hf-moment>` : null}
      ${this.#who.may('see-raw') ? html`<hf-serial .benchId=${reading.view.id} .span=${window.kind === 'fixed' ? window : null}></hf-serial>` : null}
    `;
  }

  #spans(): TemplateResult {
    const { window } = this;
    return html`<div class="group">${SPANS_MS.map((spanMs, index) => {
      const isChosen = window.kind === 'live' && window.spanMs === spanMs;
      return html`<button aria-pressed=${isChosen ? 'true' : 'false'} aria-label=${says.spanOf(says.spans[index] ?? '')} @click=${() => this.#go({ kind: 'live', spanMs })}>${says.spans[index]}</button>`;
    })}</div>`;
  }

  #moves(): TemplateResult {
    const nowMs = this.#nowMs();
    const move = (word: string, to: (window: ChartWindow) => ChartWindow): TemplateResult => html`<button @click=${() => this.#go(to(this.window))}>${word}</button>`;
    return html`
      <div class="group">
        ${move(says.earlier, (window) => pan(window, nowMs, -0.5))} ${move(says.later, (window) => pan(window, nowMs, 0.5))}
        ${move(says.closer, (window) => zoom(window, nowMs, 0.5))} ${move(says.wider, (window) => zoom(window, nowMs, 2))}
      </div>
      <div class="group">
        <button aria-disabled=${this.#before.length === 0 ? 'true' : 'false'} @click=${() => this.#back()}>${says.back}</button>
        <button aria-disabled=${this.window.kind === 'live' ? 'true' : 'false'} aria-label=${says.toLive} @click=${() => this.#go(LIVE)}>${says.live}</button>
      </div>
    `;
  }

  #go(window: ChartWindow, isBack = false): void {
    if (JSON.stringify(window) === JSON.stringify(this.window)) return;
    if (!isBack) this.#before = [...this.#before, this.window].slice(-BACK_MAX);
    this.window = window;
    this.told = '';
    history.replaceState(history.state, '', `${location.pathname}${searchOf(window)}`);
  }

  #back(): void {
    const last = this.#before.at(-1) ?? (this.window.kind === 'fixed' ? LIVE : undefined);
    if (last === undefined) return;
    this.#before = this.#before.slice(0, -1);
    this.#go(last, true);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const nowMs = this.#nowMs();
    const moves: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => this.#go(pan(this.window, nowMs, -0.25)), ArrowRight: () => this.#go(pan(this.window, nowMs, 0.25)),
      '+': () => this.#go(zoom(this.window, nowMs, 0.5)), '=': () => this.#go(zoom(this.window, nowMs, 0.5)), '-': () => this.#go(zoom(this.window, nowMs, 2)),
      Backspace: () => this.#back(), Home: () => this.#go(LIVE),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.told = says.copied;
    } catch {
      this.told = says.notCopied;
    }
    setTimeout(() => { this.told = ''; }, COPIED_MS);
  }

  #nowMs(): number {
    return this.time?.getTime() ?? (this.window.kind === 'fixed' ? this.window.toMs : 0);
  }
}
customElements.define('hf-timeline', Timeline);
