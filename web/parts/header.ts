/**
 * The head of every page: the store, how many benches are in which voice, the sound, the clock of the server. The
 * counts carry the urgency so that the tiles can keep their places.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { logo } from '../look/logo.ts';
import { shared } from '../look/shared.ts';
import { WHOLE_BOARD } from '../reading/board-view.ts';
import type { BoardView } from '../reading/board-view.ts';
import type { Reading } from '../reading/voice.ts';
import { queueLength } from '../api.ts';
import { WhoController } from '../who-desk.ts';
import type { AlarmDesk } from './alarm-desk.ts';
import './counts.ts';
import './nav.ts';
import './session-chip.ts';
import './settings-chip.ts';
import { pageLocale } from '../words/language.ts';
import { boardWords } from '../words/board-words.ts';

export class Header extends LitElement {
  static override properties = {
    store: { attribute: false }, readings: { attribute: false }, time: { attribute: false }, desk: { attribute: false }, nowAtMs: { type: Number }, hasCounts: { type: Boolean },
    casesVersion: { type: Number }, waiting: { state: true }, path: { type: String }, view: { attribute: false }, isOnBoard: { type: Boolean },
  };
  declare store: { readonly name: string; readonly virtual: boolean } | null;
  declare readings: readonly Reading[];
  declare time: Date | null;
  declare desk: AlarmDesk | undefined;
  declare nowAtMs: number;
  /** Whoever may see no bench is told no numbers of them. */
  declare hasCounts: boolean;
  /** Rises when something of a case changed. */
  declare casesVersion: number;
  /** How much waits for a person; null: not known, or not for whoever asks. */
  declare waiting: number | null;
  /** What the address asks of the board. */
  declare view: BoardView;
  declare isOnBoard: boolean;
  /** Where the page is. */
  declare path: string;
  readonly #who = new WhoController(this);
  #asked = -1;

  constructor() {
    super();
    this.store = null;
    this.readings = [];
    this.time = null;
    this.hasCounts = true;
    this.casesVersion = 0;
    this.waiting = null;
    this.view = WHOLE_BOARD;
    this.isOnBoard = false;
    this.path = '/';
  }

  protected override updated(): void {
    if (this.casesVersion === this.#asked || !this.#who.may('see-cases')) return;
    this.#asked = this.casesVersion;
    // What was known stays while a question fails: the page of the queue says why.
    void queueLength().then((answer) => { if (answer.ok) this.waiting = answer.value.items.length; });
  }

  static override styles = [
    shared,
    css`
      header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 20px; min-height: 64px; padding: 8px 28px; background: var(--paper); border-bottom: 1px solid var(--line); }
      .home { display: inline-grid; grid-template-columns: 28px auto; gap: 0 12px; align-items: center; align-content: center; min-height: 48px; font-size: var(--type-title); line-height: 24px; font-weight: 750; text-decoration: none; }
      .home svg { grid-row: span 2; width: 28px; height: 28px; }
      .home span { grid-column: 2; }
      .store { max-width: 16ch; overflow: hidden; color: var(--ink-quiet); font-size: var(--type-small); line-height: 16px; font-weight: 400; white-space: nowrap; text-overflow: ellipsis; }
      .virtual { margin-inline-start: -8px; padding: 0 8px; border-radius: var(--round-s); background: var(--ink); color: var(--paper); font-size: var(--type-small); line-height: 24px; font-weight: 700; white-space: nowrap; }
      .end { display: flex; align-items: center; gap: 12px; margin-inline-start: auto; }
      time { min-width: 8ch; text-align: end; color: var(--ink-quiet); }
      @media print { hf-nav, .end { display: none; } header { padding-inline: 12px; } }
      @media (forced-colors: active) { .virtual { border: 1px solid CanvasText; } }
      @media (max-width: 1759px) { time, .rigs { display: none; } }
      .counts { flex: 1 1 384px; min-width: 0; }
      @media (max-width: 1399px) {
        .counts { order: 3; flex: none; width: 100%; padding-bottom: 4px; }
      }
      @media (max-width: 600px) {
        header { gap: 8px; padding: 8px 16px; }
        .store { max-width: 12ch; }
        .end { display: contents; }
        hf-session-chip { order: 1; margin-inline-start: auto; }
        hf-settings-chip { order: 2; }
        .counts { order: 3; flex: 1 1 200px; width: auto; min-width: 0; padding: 0; }
        .home { grid-template-columns: 28px auto; gap: 0 8px; }
        .virtual { margin: 0; }
      }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <header>
        <a class="home" href="/"><svg viewBox="0 0 24 24" aria-hidden="true">${logo}</svg><span translate="no">Holdfast</span>${this.store === null ? null : html`<span class="store" translate="no">${this.store.name}</span>`}</a>
        ${this.store?.virtual === true ? html`<span class="virtual">${boardWords.virtualStore}<span class="rigs"> ${boardWords.virtualRigs}</span></span>` : null}
        <hf-nav .path=${this.path} .waiting=${this.waiting}></hf-nav>
        ${this.hasCounts ? html`<hf-counts class="counts" .readings=${this.readings} .view=${this.view} .isOnBoard=${this.isOnBoard}></hf-counts>` : null}
        <div class="end">
          <hf-settings-chip .desk=${this.desk} .nowAtMs=${this.nowAtMs}></hf-settings-chip>
          <time>${this.time === null ? '' : this.time.toLocaleTimeString(pageLocale)}</time>
          <hf-session-chip></hf-session-chip>
        </div>
      </header>
    `;
  }
}
customElements.define('hf-header', Header);
