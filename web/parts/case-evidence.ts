/** The evidence of each hold that a stop placed, folded on the page of its case: the same as in the queue, also after it was decided. Loaded when somebody unfolds it. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseHold, CaseView } from '../../server/contract/case-state.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { queueWords as says } from '../words/queue-words.ts';
import { sayMoment } from '../words/times.ts';
import { loadHoldEvidence } from './on-demand.ts';

export class CaseEvidence extends LitElement {
  static override properties = { view: { attribute: false }, readings: { attribute: false }, unfolded: { state: true } };
  declare view: CaseView | undefined;
  declare readings: readonly Reading[];
  /** Holds whose evidence was asked for. */
  declare unfolded: readonly string[];

  constructor() {
    super();
    this.readings = [];
    this.unfolded = [];
  }

  static override styles = [shared, css`:host { display: grid; gap: 8px; }
    :host([hidden]) { display: none; } summary { min-height: 48px; padding-block: 12px; font-weight: 600; cursor: pointer; } details > hf-hold-evidence { margin-block-start: 12px; }`];

  protected override willUpdate(): void {
    // Nothing takes no room, not even the gap before it.
    this.hidden = this.#stopped().length === 0;
  }

  protected override render(): TemplateResult {
    return html`${this.#stopped().map((hold) => this.#one(hold))}`;
  }

  #stopped(): readonly CaseHold[] {
    return this.view?.case.holds.filter(({ stop }) => stop !== null) ?? [];
  }

  #one(hold: CaseHold): TemplateResult {
    return html`
      <details @toggle=${(event: Event) => this.#unfold(event, hold.id)}>
        <summary>${says.evidenceOf(sayMoment(hold.placedAtIso))}</summary>
        ${this.unfolded.includes(hold.id) ? html`<hf-hold-evidence .view=${this.view} .hold=${hold} .readings=${this.readings}></hf-hold-evidence>` : null}
      </details>
    `;
  }

  #unfold({ currentTarget }: Event, id: string): void {
    if (!(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open || this.unfolded.includes(id)) return;
    this.unfolded = [...this.unfolded, id];
    void loadHoldEvidence();
  }
}
customElements.define('hf-case-evidence', CaseEvidence);
