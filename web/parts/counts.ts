/**
 * How many benches are in which state. Each count is a link that shows only these, from every page; a second press takes the
 * state away again. Plain links, so that the choice lies in the address and the back button knows it.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { HUES, SHAPES } from '../look/mark.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import { addressOfView, toggleState, WHOLE_BOARD } from '../reading/board-view.ts';
import type { BoardView } from '../reading/board-view.ts';
import { COUNTED, countVoices } from '../reading/voice.ts';
import type { Counted, Reading } from '../reading/voice.ts';
import { filterWords as says } from '../words/filter-words.ts';
import { webWords } from '../words/web-words.ts';

export class Counts extends LitElement {
  static override properties = { readings: { attribute: false }, view: { attribute: false }, isOnBoard: { type: Boolean } };
  declare readings: readonly Reading[];
  declare view: BoardView;
  /** Elsewhere nothing is chosen yet: a press goes to the board with this one. */
  declare isOnBoard: boolean;

  constructor() {
    super();
    this.readings = [];
    this.view = WHOLE_BOARD;
    this.isOnBoard = false;
  }

  static override styles = [
    shared,
    css`
      ul { display: flex; flex-wrap: wrap; gap: 0 4px; margin-inline: -12px; }
      a { display: flex; align-items: center; gap: 8px; min-height: 48px; padding: 4px 12px; border-radius: var(--round-m); color: var(--ink-quiet); text-decoration: none; white-space: nowrap; }
      a:hover { background: var(--sunken); }
      b { min-width: 1ch; color: var(--ink); }
      svg { width: 15px; height: 15px; color: var(--hue); }
      .nobody b { font-weight: 400; color: var(--ink-quiet); }
      .nobody svg { color: var(--mark); }
      [aria-current='true'] { box-shadow: inset 0 -3px var(--ink); border-end-start-radius: 0; border-end-end-radius: 0; color: var(--ink); font-weight: 700; }
      /* Beside the ways of the room the words give way in turn: first those of what is calm, then all; the shapes stay. */
      @media (min-width: 1400px) {
        :host { container-type: inline-size; }
        @container (max-width: 780px) {
          a { padding-inline: 8px; }
          .nobody:not(.chosen) span, .calm:not(.chosen) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        }
        @container (max-width: 540px) { span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
      }
      @media (min-width: 1280px) and (max-width: 1399px) { span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
      @media (max-width: 600px) { ul { gap: 0; margin-inline: -8px; font-size: var(--type-note); } a { justify-content: center; min-width: 48px; padding-inline: 4px; gap: 8px; } .nobody:not(.chosen) { display: none; }
        li:not(.chosen) span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
    `,
  ];

  protected override render(): TemplateResult {
    const counts = countVoices(this.readings);
    // Out of service is rare, and no state of a day as it should be.
    const shown = COUNTED.filter((counted) => counted !== 'out-of-service' || counts[counted] > 0 || this.#isChosen(counted));
    return html`<ul aria-label=${says.counts}>${shown.map((counted) => this.#count(counted, counts[counted]))}</ul>`;
  }

  #isChosen(counted: Counted): boolean {
    return this.isOnBoard && this.view.states.includes(counted);
  }

  #count(counted: Counted, count: number): TemplateResult {
    const isChosen = this.#isChosen(counted);
    const word = webWords.counted[counted];
    const href = addressOfView(toggleState(this.isOnBoard ? this.view : WHOLE_BOARD, counted));
    return html`
      <li class="${count === 0 ? 'nobody' : ''} ${counted === 'stopped' || counted === 'too-late' ? '' : 'calm'} ${isChosen ? 'chosen' : ''}" ${property('--hue', `var(${HUES[counted]})`)}>
        <a href=${href} aria-current=${isChosen ? 'true' : 'false'} title=${isChosen ? says.notOnly(word) : says.only(word)}>
          <svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[counted]}</svg><b>${count}</b> <span>${word}</span>
        </a>
      </li>
    `;
  }
}
customElements.define('hf-counts', Counts);
