/**
 * The root of the page: one live feed, one alarm desk, two pages. It passes down what is known now and takes up what a
 * person did; it holds no truth of its own.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { FeedController, LiveFeed } from '../live-feed.ts';
import { shared } from '../look/shared.ts';
import { applyTheme, readTheme } from '../look/theme.ts';
import { AlarmDesk } from '../parts/alarm-desk.ts';
import '../parts/header.ts';
import { showOnTab } from '../parts/page-signal.ts';
import '../parts/reconnect-bar.ts';
import { serverTimeNow } from '../reading/feed-state.ts';
import { ALARM_VOICES, worstUnseen } from '../reading/voice.ts';
import type { Reading } from '../reading/voice.ts';
import './board.ts';

const isOnFalseStops = (pathname: string): boolean => /^\/false-stops\/?$/.test(pathname);

/** The bench that the address names, or null for the board. */
const benchInAddress = (pathname: string): string | null => {
  const match = /^\/bench\/([^/]+)\/?$/.exec(pathname);
  return match?.[1] === undefined ? null : decodeURIComponent(match[1]);
};

export class App extends LitElement {
  static override properties = { benchId: { state: true }, showsFalseStops: { state: true } };
  declare benchId: string | null;
  declare showsFalseStops: boolean;

  readonly #feed = new LiveFeed();
  readonly #desk = new AlarmDesk();

  static override styles = [shared, css`:host { display: block; min-height: 100dvh; }`];

  constructor() {
    super();
    this.benchId = benchInAddress(location.pathname);
    this.showsFalseStops = isOnFalseStops(location.pathname);
    new FeedController(this, () => this.#feed);
    applyTheme(readTheme());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#feed.start();
    void this.#desk.sound.wake().then(() => this.requestUpdate());
    addEventListener('popstate', () => this.#arrive());
    addEventListener('keydown', (event) => this.#key(event));
    // The first touch of the page allows sound; it needs no button of its own.
    addEventListener('pointerdown', () => void this.#desk.sound.wake().then(() => this.requestUpdate()), { once: true });
    this.addEventListener('click', (event) => this.#follow(event));
    this.addEventListener('hf-seen', (event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') this.#desk.see(event.detail);
      this.requestUpdate();
    });
    this.addEventListener('hf-dial', () => this.#feed.dialNow());
    void this.#loadPage();
  }

  protected override render(): TemplateResult {
    const nowAtMs = performance.now();
    const readings = this.#feed.readings(nowAtMs);
    this.#alarm(readings, nowAtMs);
    const isFeedLive = this.#feed.link.state === 'live';
    return html`
      <hf-header .store=${this.#feed.state.store} .readings=${readings} .time=${serverTimeNow(this.#feed.state, nowAtMs)} .desk=${this.#desk} .nowAtMs=${nowAtMs}></hf-header>
      <main>${this.showsFalseStops ? html`<hf-false-stops .stopsVersion=${this.#feed.state.stopsVersion} .readings=${readings}></hf-false-stops>` : this.benchId === null
        ? html`<hf-board .readings=${readings} .seen=${this.#desk.seen} .isFeedLive=${isFeedLive} .hasSnapshot=${this.#feed.state.store !== null} .stopsVersion=${this.#feed.state.stopsVersion}></hf-board>`
        : html`<hf-bench .benchId=${this.benchId} .reading=${readings.find((one) => one.view.id === this.benchId)} .evidence=${this.#feed.state.evidence}
            .seen=${this.#desk.seen} .isFeedLive=${isFeedLive} .hasSnapshot=${this.#feed.state.store !== null} .time=${serverTimeNow(this.#feed.state, nowAtMs)} .stopsVersion=${this.#feed.state.stopsVersion}></hf-bench>`}
      </main>
      <hf-reconnect-bar ?above=${this.benchId !== null} .link=${this.#feed.link} .notUnderstood=${this.#feed.notUnderstood} .nowAtMs=${nowAtMs}></hf-reconnect-bar>
    `;
  }

  #alarm(readings: readonly Reading[], nowAtMs: number): void {
    const unseen = readings.filter((one) => one.alarmId !== null && ALARM_VOICES[one.voice] && !this.#desk.seen.has(one.alarmId));
    showOnTab(unseen.length, worstUnseen(readings, this.#desk.seen));
    this.#desk.sing(readings, nowAtMs);
  }

  #arrive(): void {
    this.benchId = benchInAddress(location.pathname);
    this.showsFalseStops = isOnFalseStops(location.pathname);
    scrollTo(0, 0);
    void this.#loadPage();
  }

  async #loadPage(): Promise<void> {
    if (this.showsFalseStops) await import('./false-stops.ts');
    if (this.benchId !== null) await import('./bench.ts');
  }

  #go(path: string): void {
    history.pushState(null, '', path);
    this.#arrive();
  }

  /** Links inside the page change the page without loading it anew, so that the feed goes on. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
    if (link === undefined || link.origin !== location.origin || link.target !== '' || link.pathname.startsWith('/api')) return;
    event.preventDefault();
    this.#go(link.pathname);
  }

  /** On the board the digits open a bench; never while somebody types or a dialog is open. */
  #key(event: KeyboardEvent): void {
    if (this.benchId !== null || this.showsFalseStops || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const isElsewhere = event.composedPath().some((part) => part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement || part instanceof HTMLDialogElement);
    const held = this.#feed.state.benches[Number(event.key) - 1];
    if (!isElsewhere && held !== undefined) this.#go(`/bench/${encodeURIComponent(held.view.id)}`);
  }
}
customElements.define('hf-app', App);
