/** Knows who is at this page and when they came back, and lets the note of what happened meanwhile be fetched only when somebody has been away. */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import type { Place } from '../reading/address.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { onDemand } from './fetch-once.ts';
import { HereDesk } from './here-desk.ts';

/** Only for whoever has been away. */
const loadAwayNote = onDemand(() => import('./away-note.ts'));

export class Here extends LitElement {
  static override properties = { place: { attribute: false }, lastId: { type: Number }, readings: { attribute: false }, isRinging: { type: Boolean } };
  declare place: Place | undefined;
  /** The newest number of the evidence that this page has. */
  declare lastId: number | null;
  declare readings: readonly Reading[];
  declare isRinging: boolean;
  readonly #who = new WhoController(this);
  readonly #desk = new HereDesk(() => this.requestUpdate());

  constructor() {
    super();
    this.lastId = null;
    this.readings = [];
    this.isRinging = false;
  }

  static override styles = [shared];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.stop();
  }

  protected override willUpdate(): void {
    const { who } = this.#who;
    this.#desk.know(who === null || !this.#who.may('see-records') ? null : (who.session?.person.id ?? who.machine?.id ?? null), this.lastId);
  }

  protected override render(): TemplateResult | null {
    const since = this.#desk.here?.since ?? null;
    const { place } = this;
    if (since === null || (place?.page !== 'board' && place?.page !== 'bench')) return null;
    void loadAwayNote();
    return html`<hf-away-note .since=${since} .arrivals=${this.#desk.arrivals} .benchId=${place.page === 'bench' ? place.benchId : null} .readings=${this.readings}
      .isRinging=${this.isRinging} @hf-close=${() => this.#desk.close()}></hf-away-note>`;
  }
}
customElements.define('hf-here', Here);
