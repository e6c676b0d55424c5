/**
 * The root of the page: who asks, one live feed, one alarm desk, and the page that the address means. It passes down what
 * is known now and takes up what a person did; it holds no truth of its own.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { FeedController, LiveFeed } from '../live-feed.ts';
import { shared } from '../look/shared.ts';
import { applyTheme, readTheme } from '../look/theme.ts';
import { AlarmDesk } from '../parts/alarm-desk.ts';
import '../parts/header.ts';
import { showOnTab } from '../parts/page-signal.ts';
import '../parts/reconnect-bar.ts';
import '../parts/who-notes.ts';
import { placeOf, takeToken } from '../reading/address.ts';
import type { Place } from '../reading/address.ts';
import { serverTimeNow } from '../reading/feed-state.ts';
import { ALARM_VOICES, worstUnseen } from '../reading/voice.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import './board.ts';
import { loadPage, pageAction } from './pages.ts';

export class App extends LitElement {
  static override properties = { place: { state: true }, token: { state: true }, isSwitching: { state: true }, notStopped: { state: true } };
  declare place: Place;
  declare token: string | null;
  declare isSwitching: boolean;
  /** A stop that failed because nobody is signed in any more; null when there is none. */
  declare notStopped: string | null;

  readonly #feed = new LiveFeed(() => whoDesk.ask());
  readonly #desk = new AlarmDesk();
  readonly #who = new WhoController(this);

  static override styles = [
    shared,
    css`
      :host { display: block; min-height: 100dvh; }
      .not-stopped { max-width: 496px; margin: 20px auto -40px; padding: 16px 20px; border-radius: 8px; background: var(--stopped); color: var(--stopped-ink); }
      .first { max-width: 640px; margin: 12vh auto 0; padding: 32px 28px; display: grid; gap: 12px; }
      .first h1 { font-size: 28px; line-height: 36px; }
    `,
  ];

  constructor() {
    super();
    this.place = placeOf(location.pathname);
    this.token = takeToken(this.place);
    this.isSwitching = false;
    this.notStopped = null;
    new FeedController(this, () => this.#feed);
    applyTheme(readTheme());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#feed.start();
    whoDesk.listen(() => this.#follow());
    whoDesk.start();
    void this.#desk.sound.wake().then(() => this.requestUpdate());
    addEventListener('popstate', () => this.#arrive());
    addEventListener('keydown', (event) => this.#key(event));
    // The first touch of the page allows sound; it needs no button of its own.
    addEventListener('pointerdown', () => void this.#desk.sound.wake().then(() => this.requestUpdate()), { once: true });
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('hf-seen', (event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') this.#desk.see(event.detail);
      this.requestUpdate();
    });
    this.addEventListener('hf-dial', () => this.#feed.dialNow());
    this.addEventListener('hf-switch', () => this.#switch(true));
    this.addEventListener('hf-signed-in', () => this.#enter());
    this.addEventListener('hf-not-stopped', (event) => { this.notStopped = event instanceof CustomEvent ? String(event.detail) : null; });
    void loadPage(this.place.page).then(() => this.requestUpdate());
  }

  protected override render(): TemplateResult {
    const { who } = this.#who;
    const { place } = this;
    const nowAtMs = performance.now();
    const readings = this.#feed.readings(nowAtMs);
    this.#alarm(readings, nowAtMs);
    if (who === null) return this.#nobodyKnown();
    if (place.page === 'link' || place.page === 'demo' || place.page === 'wall' || place.page === 'back') return html`<main><hf-entry .kind=${place.page} .token=${this.token}></hf-entry></main>`;
    const seesBenches = this.#who.may('see-benches');
    if (place.page === 'sign-in' || (who.session === null && !seesBenches)) return html`<main>${this.notStopped === null ? null : html`<p class="not-stopped" role="alert">${this.notStopped}</p>`}<hf-sign-in></hf-sign-in></main>`;
    if (whoDesk.locked !== null && seesBenches) return html`<main><hf-lock .readings=${readings} .person=${whoDesk.locked}></hf-lock></main>${this.#bar(nowAtMs)}`;
    // Nothing that somebody began stays for somebody else.
    return html`${keyed(who.session?.person.id ?? null, html`
      <hf-header .store=${this.#feed.state.store} .readings=${readings} .time=${serverTimeNow(this.#feed.state, nowAtMs)} .desk=${this.#desk} .nowAtMs=${nowAtMs} .hasCounts=${seesBenches} .casesVersion=${this.#feed.state.casesVersion}></hf-header>
      <hf-who-notes></hf-who-notes>
      <main>${this.#page(readings, nowAtMs)}</main>
      ${seesBenches ? this.#bar(nowAtMs) : null}
      ${this.#who.isAtBenchPc ? html`<hf-switch-sheet .isOpen=${this.isSwitching} @hf-close=${() => this.#switch(false)}></hf-switch-sheet>` : null}
    `)}`;
  }

  #page(readings: readonly Reading[], nowAtMs: number): TemplateResult {
    const { place } = this;
    const why = this.#who.whyNot(pageAction(place.page));
    if (why !== null) return html`<hf-not-yours .why=${why}></hf-not-yours>`;
    const { state, link } = this.#feed;
    const [isFeedLive, hasSnapshot] = [link.state === 'live', state.store !== null];
    switch (place.page) {
      case 'bench':
        return html`<hf-bench .benchId=${place.benchId} .reading=${readings.find(({ view }) => view.id === place.benchId)} .evidence=${state.evidence}
            .seen=${this.#desk.seen} .isFeedLive=${isFeedLive} .hasSnapshot=${hasSnapshot} .time=${serverTimeNow(state, nowAtMs)} .stopsVersion=${state.stopsVersion} .casesVersion=${state.casesVersion}></hf-bench>`;
      case 'false-stops': return html`<hf-false-stops .stopsVersion=${state.stopsVersion} .readings=${readings}></hf-false-stops>`;
      case 'people': return html`<hf-people></hf-people>`;
      case 'machines': return html`<hf-machines></hf-machines>`;
      case 'audit': return html`<hf-audit></hf-audit>`;
      case 'me': return html`<hf-me></hf-me>`;
      case 'cases': return html`<hf-cases .casesVersion=${state.casesVersion}></hf-cases>`;
      case 'case': return html`<hf-case-page .code=${place.code} .casesVersion=${state.casesVersion} .readings=${readings}></hf-case-page>`;
      case 'queue': return html`<hf-queue .casesVersion=${state.casesVersion} .readings=${readings}></hf-queue>`;
      case 'brief': return html`<hf-brief></hf-brief>`;
      case 'briefs': return html`<hf-briefs .casesVersion=${state.casesVersion}></hf-briefs>`;
      case 'partners': return html`<hf-partners></hf-partners>`;
      default: return html`<hf-board .readings=${readings} .seen=${this.#desk.seen} .isFeedLive=${isFeedLive} .hasSnapshot=${hasSnapshot} .stopsVersion=${state.stopsVersion} .casesVersion=${state.casesVersion}></hf-board>`;
    }
  }

  #bar(nowAtMs: number): TemplateResult {
    return html`<hf-reconnect-bar ?above=${this.place.page === 'bench'} .link=${this.#feed.link} .notUnderstood=${this.#feed.notUnderstood} .nowAtMs=${nowAtMs}></hf-reconnect-bar>`;
  }

  #nobodyKnown(): TemplateResult {
    const isAway = whoDesk.problem !== null;
    return html`<main><section class="first"><h1>${entryWords.asking}</h1>${isAway ? html`<p>${entryWords.unreachable}</p><p><button @click=${() => void whoDesk.ask()}>${entryWords.again}</button></p>` : null}</section></main>`;
  }

  #alarm(readings: readonly Reading[], nowAtMs: number): void {
    if (this.#feed.link.state === 'live') this.#desk.forgetEnded(readings);
    const unseen = readings.filter((one) => one.alarmId !== null && ALARM_VOICES[one.voice] && !this.#desk.seen.has(one.alarmId));
    showOnTab(unseen.length, worstUnseen(readings, this.#desk.seen));
    this.#desk.sing(readings, nowAtMs);
  }

  /** The feed is open as long as whoever asks may see benches. */
  #follow(): void {
    const { who } = this.#who;
    if (who === null) return;
    if (this.#who.may('see-benches')) this.#feed.open(this.#who.may('see-records'));
    else this.#feed.close();
    if (who.session === null && !this.#who.may('see-benches')) void loadPage('sign-in').then(() => this.requestUpdate());
    // Loaded before it is needed: a lock must not wait for the network.
    if (this.#who.isAtBenchPc) void loadPage('lock').then(() => this.requestUpdate());
  }

  #switch(isSwitching: boolean): void {
    this.isSwitching = isSwitching;
  }

  #arrive(): void {
    this.place = placeOf(location.pathname);
    this.token = takeToken(this.place);
    this.isSwitching = false;
    scrollTo(0, 0);
    void loadPage(this.place.page).then(() => this.requestUpdate());
  }

  /** Whoever signed in on a page for that goes to the board; elsewhere to the page that was wanted. */
  #enter(): void {
    this.notStopped = null;
    if (['sign-in', 'link', 'demo', 'wall', 'back'].includes(this.place.page)) history.replaceState(null, '', '/');
    this.#arrive();
  }

  #go(path: string): void {
    history.pushState(null, '', path);
    this.#arrive();
  }

  /** Links inside the page change the page without loading it anew, so that the feed goes on. */
  #click(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find((part) => part instanceof HTMLAnchorElement);
    if (link === undefined || link.origin !== location.origin || link.target !== '' || link.pathname.startsWith('/api')) return;
    event.preventDefault();
    this.#go(link.pathname);
  }

  /** On the board the digits open a bench; never while somebody types or a dialog is open. */
  #key(event: KeyboardEvent): void {
    if (this.place.page !== 'board' || this.isSwitching || whoDesk.locked !== null || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
    const isElsewhere = event.composedPath().some((part) => part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement || part instanceof HTMLDialogElement);
    const held = this.#feed.state.benches[Number(event.key) - 1];
    if (!isElsewhere && held !== undefined) this.#go(`/bench/${encodeURIComponent(held.view.id)}`);
  }
}
customElements.define('hf-app', App);
