/**
 * A page on a wall has no head and no ways, only store, time and counts; and every page that was fetched of another version says so,
 * or loads itself anew where nobody can press. It never does so under an open dialog.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import type { FeedState } from '../reading/feed-state.ts';
import { kioskOf, shiftOf } from '../reading/kiosk.ts';
import type { Reading } from '../reading/voice.ts';
import { pageLocale } from '../words/language.ts';
import { roomWords } from '../words/room-words.ts';
import { openSheets } from './open-sheets.ts';
import { stayAwake } from './stay-awake.ts';

export class KioskParts extends LitElement {
  static override properties = { store: { attribute: false }, version: { attribute: false }, readings: { attribute: false }, time: { attribute: false }, isKiosk: { state: true } };
  declare store: FeedState['store'];
  /** Of the server that speaks; null before it has. */
  declare version: string | null;
  declare readings: readonly Reading[];
  declare time: Date | null;
  declare isKiosk: boolean;
  #firstVersion: string | null = null;

  constructor() {
    super();
    this.store = null;
    this.version = null;
    this.readings = [];
    this.time = null;
    this.isKiosk = false;
  }

  static override styles = [shared, css`
    .wall { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 28px; padding: 8px 28px; font-size: var(--type-head); font-weight: 700; font-variant-numeric: tabular-nums; }
    hf-counts { flex: 1 1 480px; min-width: 0; }
    .new { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 20px; padding: 8px 28px; border-bottom: 1px solid var(--line); background: var(--paper); }
    @media print { :host { display: none; } }
  `];

  readonly #arrive = (): void => this.#follow();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#arrive);
    this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#arrive);
  }

  #follow(): void {
    this.isKiosk = location.pathname === '/' && kioskOf(location.search) !== null;
    const root = this.getRootNode();
    if (root instanceof ShadowRoot) root.host.toggleAttribute('kiosk', this.isKiosk);
    if (this.isKiosk) void stayAwake.choose(true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('version')) this.#firstVersion ??= this.version;
  }

  protected override updated(): void {
    if (this.#isOld && this.isKiosk && !openSheets.areThere) location.reload();
    const root = this.getRootNode();
    if (!this.isKiosk || !(root instanceof ShadowRoot)) return;
    const [xPx, yPx] = shiftOf(this.time?.getTime() ?? 0);
    root.querySelector('main')?.style.setProperty('translate', `${xPx}px ${yPx}px`);
  }

  get #isOld(): boolean {
    return this.version !== null && this.#firstVersion !== null && this.version !== this.#firstVersion;
  }

  protected override render(): TemplateResult | null {
    if (this.isKiosk) {
      return html`<header class="wall"><span translate="no">${this.store?.name}</span>
        <hf-counts .readings=${this.readings} .isOnBoard=${true}></hf-counts><time>${this.time?.toLocaleTimeString(pageLocale, { hour: '2-digit', minute: '2-digit' })}</time></header>`;
    }
    return this.#isOld ? html`<div class="new" role="status"><span>${roomWords.newVersion}</span><button @click=${() => location.reload()}>${roomWords.loadIt}</button></div>` : null;
  }
}
customElements.define('hf-kiosk', KioskParts);
