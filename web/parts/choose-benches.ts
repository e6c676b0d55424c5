/** Which benches this page shows, chosen by pressing their names. It only writes the address; the board reads it from there. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { goTo } from '../reading/address.ts';
import { addressOfView, WHOLE_BOARD } from '../reading/board-view.ts';
import type { BoardView } from '../reading/board-view.ts';
import type { Reading } from '../reading/voice.ts';
import { filterWords as says } from '../words/filter-words.ts';
import { chipLook, chips } from './chips.ts';
import './sheet.ts';

export class ChooseBenches extends LitElement {
  static override properties = { isOpen: { type: Boolean }, view: { attribute: false }, readings: { attribute: false } };
  declare isOpen: boolean;
  declare view: BoardView;
  declare readings: readonly Reading[];

  constructor() {
    super();
    this.isOpen = false;
    this.view = WHOLE_BOARD;
    this.readings = [];
  }

  static override styles = [shared, chipLook, css`
    :host { display: contents; }
    fieldset { margin: 0; padding: 0; border: 0; }
    legend { font-weight: 700; }
    small { display: block; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
    .last { display: grid; }
  `];

  protected override render(): TemplateResult {
    const ids = this.readings.map(({ view }) => view.id);
    const words = Object.fromEntries(this.readings.map(({ view }) => [view.id, view.name]));
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading=${says.chooseTitle}>
        ${this.isOpen ? html`
          <p class="quiet">${says.chooseHint}</p>
          ${chips({ name: 'bench', legend: says.chosenLegend, hint: says.chooseNone, options: ids, words, chosen: this.view.benches, isMany: true, pick: (benches) => this.#pick(benches, ids.length) })}
          <p class="last"><button @click=${() => this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }))}>${says.done}</button></p>` : null}
      </hf-sheet>
    `;
  }

  #pick(benches: readonly string[], all: number): void {
    goTo(addressOfView({ ...this.view, benches: benches.length === all ? [] : benches }));
  }
}
customElements.define('hf-choose-benches', ChooseBenches);
