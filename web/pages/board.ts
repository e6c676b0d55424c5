/**
 * The board: one tile per bench in the configured order, which never changes by itself. Digits open a bench. It has
 * words for the time before the first bench is known.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import '../parts/nuisance.ts';
import '../parts/tile.ts';
import { boardWords } from '../words/board-words.ts';

export class Board extends LitElement {
  static override properties = {
    readings: { attribute: false }, seen: { attribute: false }, isFeedLive: { type: Boolean }, hasSnapshot: { type: Boolean },
    stopsVersion: { type: Number }, casesVersion: { type: Number },
  };
  declare readings: readonly Reading[];
  declare seen: ReadonlySet<string>;
  declare isFeedLive: boolean;
  declare hasSnapshot: boolean;
  declare stopsVersion: number;
  declare casesVersion: number;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.readings = [];
    this.seen = new Set();
    this.stopsVersion = 0;
    this.casesVersion = 0;
  }

  static override styles = [
    shared,
    css`
      .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 400px), 1fr)); gap: 20px; padding: 24px 28px; max-width: 2000px; margin-inline: auto; }
      .few { grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 600px)); justify-content: center; }
      li { display: grid; }
      .first { max-width: 640px; margin: 12vh auto 0; padding: 32px 28px; display: grid; gap: 12px; }
      .first h1 { font-size: 28px; line-height: 36px; }
      @media (max-width: 600px) { .tiles { padding: 20px 12px; gap: 24px; } }
    `,
  ];

  protected override render(): TemplateResult {
    if (this.readings.length === 0) return this.hasSnapshot ? this.#noBench() : this.#waiting();
    return html`
      <ul class="tiles ${this.readings.length < 3 ? 'few' : ''}">
        ${repeat(this.readings, (reading) => reading.view.id, (reading) => html`
          <li><hf-tile .reading=${reading} .isFeedLive=${this.isFeedLive} .isSeen=${reading.alarmId === null || this.seen.has(reading.alarmId)} .casesVersion=${this.casesVersion}></hf-tile></li>`)}
      </ul>
      ${this.#who.may('see-records') ? html`<hf-nuisance .stopsVersion=${this.stopsVersion}></hf-nuisance>` : null}
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
customElements.define('hf-board', Board);
