/**
 * The board: one tile per bench, the most urgent first or always in the same order, and never another place under a hand.
 * The address says which benches; what rings is shown in any case. It has words for the time before the first bench is known.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { tileOrder } from '../look/choices.ts';
import { shared } from '../look/shared.ts';
import { HandWatch } from '../parts/hand-watch.ts';
import { loadChooseBenches, loadNuisance } from '../parts/on-demand.ts';
import { addressOfView, benchesFor, isWhole, WHOLE_BOARD } from '../reading/board-view.ts';
import type { BoardView } from '../reading/board-view.ts';
import { kioskOf, turnOf } from '../reading/kiosk.ts';
import { placesOf } from '../reading/tile-order.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { filterWords as says } from '../words/filter-words.ts';
import { webWords } from '../words/web-words.ts';
import '../parts/tile.ts';
import { boardWords } from '../words/board-words.ts';

/** What a tile takes on a wall, with the gap beside it (px). */
const WALL_TILE = { width: 540, height: 740 } as const;
const fitsOnWall = (): number => Math.max(1, Math.floor(innerWidth / WALL_TILE.width)) * Math.max(1, Math.floor(innerHeight / WALL_TILE.height));

/** From so many benches on what is well is said in few lines. */
const CROWD = 10;

export class Board extends LitElement {
  static override properties = {
    readings: { attribute: false }, seen: { attribute: false }, isFeedLive: { type: Boolean }, hasSnapshot: { type: Boolean },
    stopsVersion: { type: Number }, casesVersion: { type: Number }, view: { attribute: false }, isChoosing: { state: true },
  };
  declare readings: readonly Reading[];
  declare seen: ReadonlySet<string>;
  declare isFeedLive: boolean;
  declare hasSnapshot: boolean;
  declare stopsVersion: number;
  declare casesVersion: number;
  declare view: BoardView;
  declare isChoosing: boolean;
  #places: readonly string[] = [];
  /** On a wall the next ones do not come under a hand either. */
  #turn = { atMs: 0, isCalling: false };
  #focused: HTMLElement | null = null;
  readonly #hand = new HandWatch(this);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.readings = [];
    this.seen = new Set();
    this.stopsVersion = 0;
    this.casesVersion = 0;
    this.view = WHOLE_BOARD;
    this.isChoosing = false;
  }

  static override styles = [
    shared,
    css`
      .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); gap: 20px; padding: 24px 28px; max-width: 2000px; margin-inline: auto; }
      .few { grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 600px)); justify-content: center; }
      li { display: grid; grid-template-columns: minmax(0, 1fr); }
      .crowd { grid-template-columns: repeat(auto-fill, minmax(min(100%, 310px), 1fr)); gap: 20px 16px; }
      .filter { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; max-width: 2000px; margin-inline: auto; padding: 12px 28px 0; }
      .filter .button, .filter button { min-height: 48px; font-size: var(--type-body); padding-block: 4px; }
      .filter .ringing { flex-basis: 100%; font-weight: 700; }
      .foot { display: flex; max-width: 2000px; margin-inline: auto; padding: 0 28px; }
      .foot button { font-size: var(--type-body); }
      .first .button { justify-self: start; }
      @media (max-width: 600px) { .filter { padding: 12px 12px 0; } .foot { padding-inline: 12px; } }
      .first { max-width: 640px; margin-inline: auto; padding: calc(12vh + 32px) 28px 32px; display: grid; gap: 12px; }
      .first h1 { font-size: var(--type-page); line-height: 36px; }
      @media (max-width: 600px) { .tiles { padding: 20px 12px; gap: 24px; } }
    `,
  ];

  /** A tile that gets another place is put there anew by the browser, which then forgets where the keyboard was. */
  protected override willUpdate(): void {
    this.#focused = focusedBelow(this);
    const atMs = performance.now();
    const isHeld = this.#hand.isOnItsWay(atMs);
    this.#places = placesOf(this.#places, this.readings, tileOrder.value, isHeld);
    if (!isHeld) this.#turn = { atMs, isCalling: this.readings.some(({ alarmId }) => alarmId !== null && !this.seen.has(alarmId)) };
  }

  protected override updated(): void {
    if (this.#focused !== null && this.#focused.isConnected && focusedBelow(this) === null) this.#focused.focus({ preventScroll: true });
    this.#focused = null;
    // What stands at the foot of the board waits until the tiles are drawn.
    if (this.readings.length > 0 && this.#who.may('see-records')) void loadNuisance();
  }

  protected override render(): TemplateResult {
    const { readings } = this;
    if (readings.length === 0) return this.hasSnapshot ? this.#noBench() : this.#waiting();
    const { shown: all, ringing } = benchesFor(this.view, this.#places.flatMap((id) => readings.find(({ view }) => view.id === id) ?? []), this.seen);
    const kiosk = kioskOf(location.search);
    const shown = kiosk === null ? all : turnOf(all, fitsOnWall(), kiosk, this.#turn.isCalling, this.#turn.atMs);
    const isCrowd = shown.length >= CROWD;
    return html`
      ${isWhole(this.view) ? null : this.#filter(shown.length, ringing)}
      ${shown.length === 0 ? this.#nothingFits() : html`
        <ul class="tiles ${shown.length < 3 ? 'few' : ''} ${isCrowd ? 'crowd' : ''}">
          ${repeat(shown, (reading) => reading.view.id, (reading) => html`
            <li><hf-tile .reading=${reading} .isFeedLive=${this.isFeedLive} .isSeen=${reading.alarmId === null || this.seen.has(reading.alarmId)} .isShort=${isCrowd} .casesVersion=${this.casesVersion}></hf-tile></li>`)}
        </ul>`}
      ${kiosk === null && readings.length > 4 && isWhole(this.view) ? html`<p class="foot">${this.#choose()}</p>` : null}
      ${this.isChoosing ? html`<hf-choose-benches .isOpen=${true} .view=${this.view} .readings=${readings} @hf-close=${() => this.#openChoice(false)}></hf-choose-benches>` : null}
      ${kiosk === null && this.#who.may('see-records') ? html`<hf-nuisance .stopsVersion=${this.stopsVersion}></hf-nuisance>` : null}
    `;
  }

  #openChoice(isChoosing: boolean): void {
    this.isChoosing = isChoosing;
    if (isChoosing) void loadChooseBenches();
  }

  #choose(): TemplateResult {
    return html`<button @click=${() => this.#openChoice(true)}>${says.choose}</button>`;
  }

  #filter(shown: number, ringing: readonly Reading[]): TemplateResult {
    const all = this.readings.length;
    return html`
      <div class="filter" role="status">
        <p><b>${says.showing(shown, all)}</b> <span class="quiet">${this.#asked()}</span></p>
        <a class="button" href="/">${says.all(all)}</a>${all > 4 ? this.#choose() : null}
        ${ringing.length === 0 ? null : html`<p class="ringing">${says.stillRinging(ringing.map(({ view }) => view.name).join(', '))}</p>`}
      </div>
    `;
  }

  /** The filter in the words of the page. */
  #asked(): string {
    const nameOf = (id: string): string => this.readings.find(({ view }) => view.id === id)?.view.name ?? id;
    return [...this.view.states.map((state) => webWords.counted[state]), ...this.view.benches.map(nameOf)].join(', ');
  }

  #nothingFits(): TemplateResult {
    const strangers = this.view.benches.filter((id) => this.readings.every(({ view }) => view.id !== id));
    return html`
      <section class="first">
        <h1>${says.nothingFits}</h1>
        <p class="quiet">${says.nothingFitsWhat(this.#asked())}${strangers.length === 0 ? '' : ` ${says.unknownBenches(strangers.join(', '))}`}</p>
        <a class="button" href=${addressOfView(WHOLE_BOARD)}>${says.all(this.readings.length)}</a>
      </section>
    `;
  }

  #waiting(): TemplateResult {
    return html`<section class="first"><h1>${boardWords.asking}</h1><p class="quiet">${boardWords.askingText}</p></section>`;
  }

  #noBench(): TemplateResult {
    return html`
      <section class="first">
        <h1>${boardWords.noBench}</h1>
        <p>${boardWords.noBenchText}</p>
        <p class="quiet">${boardWords.noBenchBefore} <code translate="no">holdfast.yaml</code>${boardWords.noBenchAfter}</p>
      </section>
    `;
  }
}

/** What has the focus inside, also in the parts of parts. */
function focusedBelow({ shadowRoot }: HTMLElement): HTMLElement | null {
  let found = shadowRoot?.activeElement ?? null;
  while (found?.shadowRoot?.activeElement instanceof HTMLElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement ? found : null;
}
customElements.define('hf-board', Board);
