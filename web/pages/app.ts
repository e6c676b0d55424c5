/**
 * The root of the page: who asks, one live feed, one alarm desk, and the page that the address means. It passes down what
 * is known now and takes up what a person did; it holds no truth of its own.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { FeedController, LiveFeed } from '../live-feed.ts';
import { shared } from '../look/shared.ts';
import { applyTheme, followContrast, readTheme } from '../look/theme.ts';
import '../parts/alarm-bar.ts';
import { alarmDesk } from '../parts/alarm-desk.ts';
import { desktopNotice } from '../parts/desktop-notice.ts';
import '../parts/dim-veil.ts';
import { dimming } from '../parts/dimming.ts';
import '../parts/header.ts';
import { firstRun } from '../parts/help-keys.ts';
import { PageFocus } from '../parts/keep-focus.ts';
import { loadNotes } from '../parts/on-demand.ts';
import { showOnTab } from '../parts/page-signal.ts';
import '../parts/reconnect-bar.ts';
import '../parts/stop-key.ts';
import { stayAwake } from '../parts/stay-awake.ts';
import '../parts/who-notes.ts';
import { placeOf, takeToken } from '../reading/address.ts';
import type { Place } from '../reading/address.ts';
import { boardViewOf } from '../reading/board-view.ts';
import type { BoardView } from '../reading/board-view.ts';
import { minuteOf, serverTimeNow } from '../reading/feed-state.ts';
import { Settled } from '../reading/settled.ts';
import { kioskOf } from '../reading/kiosk.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import './board.ts';
import { appLook } from './app-look.ts';
import { loadPage, pageAction } from './pages.ts';
import { PLAIN_PAGES } from './plain-pages.ts';

export class App extends LitElement {
  static override properties = { place: { state: true }, view: { state: true }, token: { state: true }, isSwitching: { state: true }, notStopped: { state: true } };
  declare place: Place;
  /** What the address asks of the board. */
  declare view: BoardView;
  declare token: string | null;
  declare isSwitching: boolean;
  /** A stop that failed because nobody is signed in any more; null when there is none. */
  declare notStopped: string | null;

  readonly #feed = new LiveFeed(() => whoDesk.ask());
  readonly #desk = alarmDesk;
  readonly #who = new WhoController(this);
  readonly #settled = new Settled(this.#feed, () => this.requestUpdate());
  readonly #focus = new PageFocus();

  static override styles = [shared, appLook];

  constructor() {
    super();
    this.place = placeOf(location.pathname);
    this.view = boardViewOf(location.search);
    this.token = takeToken(this.place);
    this.isSwitching = false;
    this.notStopped = null;
    new FeedController(this, () => this.#feed);
    applyTheme(readTheme());
    followContrast();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    dimming.start();
    void this.#settled.drawn.then(loadNotes);
    this.#feed.start();
    whoDesk.listen(() => this.#follow());
    whoDesk.start();
    stayAwake.start();
    addEventListener('popstate', () => this.#arrive());
    // The first press allows sound, when it is over: the sign that asks for it goes then, and nothing may move away under a finger.
    for (const kind of ['click', 'keydown']) addEventListener(kind, () => this.#wake(), { capture: true });
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('hf-seen', (event) => {
      if (event instanceof CustomEvent && typeof event.detail === 'string') this.#see(event.detail);
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
    if (who === null || (!this.#settled.is && whoDesk.problem === null && this.#who.may('see-benches'))) return this.#nobodyKnown();
    if (place.page === 'link' || place.page === 'demo' || place.page === 'wall' || place.page === 'back') return html`<main><hf-entry .kind=${place.page} .token=${this.token}></hf-entry></main>`;
    const seesBenches = this.#who.may('see-benches');
    if (place.page === 'sign-in' || (who.session === null && !seesBenches)) return html`<main>${this.notStopped === null ? null : html`<p class="not-stopped" role="alert">${this.notStopped}</p>`}<hf-sign-in></hf-sign-in></main>`;
    if (whoDesk.locked !== null && seesBenches) return html`<main><hf-lock .readings=${readings} .person=${whoDesk.locked}></hf-lock></main>${this.#bar(nowAtMs)}${this.#stopKey(readings)}`;
    // Nothing that somebody began stays for somebody else.
    return html`${keyed(who.session?.person.id ?? null, html`
      <hf-header .path=${location.pathname} .store=${this.#feed.state.store} .readings=${readings} .time=${serverTimeNow(this.#feed.state, nowAtMs)} .desk=${this.#desk} .nowAtMs=${nowAtMs}
        .hasCounts=${seesBenches} .casesVersion=${this.#feed.state.casesVersion} .view=${this.view} .isOnBoard=${place.page === 'board'}></hf-header>
      <hf-kiosk .store=${this.#feed.state.store} .version=${this.#feed.state.version} .readings=${readings} .time=${serverTimeNow(this.#feed.state, nowAtMs)}></hf-kiosk><hf-who-notes></hf-who-notes>
      ${seesBenches && !this.#showsBenches ? html`<hf-alarm-bar .ringing=${this.#desk.ringing}></hf-alarm-bar>` : null}
      <hf-calls-note .casesVersion=${this.#feed.state.casesVersion}></hf-calls-note><hf-here .place=${place} .lastId=${this.#feed.state.lastEvidenceId} .readings=${readings} .isRinging=${this.#desk.ringing.length > 0}></hf-here>
      <hf-help-keys .page=${place.page} .readings=${readings} .ringing=${this.#desk.ringing}></hf-help-keys>
      <main tabindex="-1">${this.#page(readings, nowAtMs)}</main>
      ${seesBenches ? html`${this.#bar(nowAtMs)}${this.#stopKey(readings)}` : null}
      ${this.#who.isAtBenchPc ? html`<hf-switch-sheet .isOpen=${this.isSwitching} @hf-close=${() => this.#switch(false)}></hf-switch-sheet>` : null}
    `)}`;
  }

  protected override willUpdate(): void {
    this.#focus.note();
  }

  protected override updated(): void {
    this.#focus.follow(this.renderRoot.querySelector('main'));
  }

  #page(readings: readonly Reading[], nowAtMs: number): TemplateResult {
    const { place } = this;
    const why = this.#who.whyNot(pageAction(place.page));
    if (why !== null) return html`<hf-not-yours .why=${why}></hf-not-yours>`;
    const { state, link } = this.#feed;
    const [isFeedLive, hasSnapshot] = [link.state === 'live', state.store !== null];
    const plain = PLAIN_PAGES[place.page];
    if (plain !== undefined) return plain();
    switch (place.page) {
      case 'bench':
        return html`<hf-bench .benchId=${place.benchId} .reading=${readings.find(({ view }) => view.id === place.benchId)} .evidence=${state.evidence}
            .seen=${this.#desk.seen} .isFeedLive=${isFeedLive} .hasSnapshot=${hasSnapshot} .time=${serverTimeNow(state, nowAtMs)} .stopsVersion=${state.stopsVersion} .casesVersion=${state.casesVersion}></hf-bench>`;
      case 'stops': return html`<hf-stops .stopsVersion=${state.stopsVersion} .readings=${readings}></hf-stops>`;
      case 'false-stops': return html`<hf-false-stops .stopsVersion=${state.stopsVersion} .readings=${readings}></hf-false-stops>`;
      case 'cases': return html`<hf-cases .casesVersion=${state.casesVersion}></hf-cases>`;
      case 'case': return html`<hf-case-page .code=${place.code} .casesVersion=${state.casesVersion} .readings=${readings} .nowMs=${minuteOf(serverTimeNow(state, nowAtMs))}></hf-case-page>`;
      case 'queue': return html`<hf-queue .casesVersion=${state.casesVersion} .readings=${readings}></hf-queue>`;
      case 'briefs': return html`<hf-briefs .casesVersion=${state.casesVersion}></hf-briefs>`;
      case 'shift': return html`<hf-shift .readings=${readings}></hf-shift>`;
      case 'levers': return html`<hf-levers .readings=${readings}></hf-levers>`;
      case 'help': return html`<hf-help .topic=${place.topic}></hf-help>`;
      default: return html`<hf-board .view=${this.view} .readings=${readings} .seen=${this.#desk.seen} .isFeedLive=${isFeedLive} .hasSnapshot=${hasSnapshot} .stopsVersion=${state.stopsVersion} .casesVersion=${state.casesVersion}></hf-board>`;
    }
  }

  #stopKey(readings: readonly Reading[]): TemplateResult {
    return html`<hf-dim-veil></hf-dim-veil><hf-stop-key .readings=${readings} .isFeedLive=${this.#feed.link.state === 'live'} .onBench=${whoDesk.locked === null && this.place.page === 'bench' ? this.place.benchId : null}></hf-stop-key>`;
  }

  #bar(nowAtMs: number): TemplateResult {
    return html`<hf-reconnect-bar ?above=${this.place.page === 'bench'} .link=${this.#feed.link} .notUnderstood=${this.#feed.notUnderstood} .nowAtMs=${nowAtMs}></hf-reconnect-bar>`;
  }

  #nobodyKnown(): TemplateResult {
    const isAway = whoDesk.problem !== null;
    return html`<main><section class="first"><h1>${entryWords.asking}</h1>${isAway ? html`<p>${entryWords.unreachable}</p><p><button @click=${() => void whoDesk.ask()}>${entryWords.again}</button></p>` : null}</section></main>`;
  }

  #alarm(readings: readonly Reading[], nowAtMs: number): void {
    const { state } = this.#feed;
    this.#desk.follow(readings, state.alarmNotes, serverTimeNow(state, nowAtMs)?.getTime() ?? null, nowAtMs);
    const { ringing } = this.#desk;
    dimming.hold(ringing.length > 0 || kioskOf(location.search) !== null || (this.#who.who?.session === null && this.#who.who.machine?.kind === 'wall-board'));
    showOnTab(ringing.length, ringing[0]?.reading ?? null);
    desktopNotice.follow(ringing, (bench) => this.#go(`/bench/${encodeURIComponent(bench)}`));
  }

  #wake(): void {
    if (!this.#desk.sound.isReady) void this.#desk.sound.wake().then(() => this.requestUpdate());
  }

  #see(alarmId: string): void {
    if (!this.#who.may('acknowledge')) {
      this.#desk.seeHere(alarmId);
      return;
    }
    const bench = this.#feed.readings(performance.now()).find((one) => one.alarmId === alarmId)?.view.id;
    if (bench !== undefined) void this.#desk.note(bench, alarmId, null).then(() => this.requestUpdate());
  }

  /** There the tiles say what rings. */
  get #showsBenches(): boolean {
    const { place } = this;
    return place.page === 'board' || (place.page === 'bench' && this.#desk.ringing.every(({ reading }) => reading.view.id === place.benchId));
  }

  /** The feed is open as long as whoever asks may see benches. */
  #follow(): void {
    const { who } = this.#who;
    if (who === null) return;
    if (this.#who.may('see-benches')) this.#feed.open(this.#who.may('see-records'));
    else this.#feed.close();
    if (who.session === null && !this.#who.may('see-benches')) void loadPage('sign-in').then(() => this.requestUpdate());
    // Loaded before it is needed, but behind what is: a lock must not wait for the network.
    if (this.#who.isAtBenchPc) void this.#settled.drawn.then(() => loadPage('lock')).then(() => this.requestUpdate());
  }

  #switch(isSwitching: boolean): void { this.isSwitching = isSwitching; }
  #arrive(): void {
    const before = this.place.page;
    this.place = placeOf(location.pathname);
    this.view = boardViewOf(location.search);
    this.token = takeToken(this.place);
    this.isSwitching = false;
    // A filter changes what stands here, not where the reader is.
    if (before !== 'board' || this.place.page !== 'board') scrollTo(0, 0);
    // What of a page lies behind the `?` is that page's own.
    dispatchEvent(new Event('hf-place'));
    void loadPage(this.place.page).then(() => this.requestUpdate());
  }

  /** Whoever signed in on a page for that goes to the board; elsewhere to the page that was wanted. */
  #enter(): void {
    if (firstRun.value === 'new') firstRun.choose('due');
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
    this.#go(`${link.pathname}${link.search}`);
  }
}
customElements.define('hf-app', App);
