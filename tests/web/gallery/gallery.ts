/**
 * The gallery: every shared element in each of its states, drawn by the elements themselves in the page's theme and language, with the
 * benches that the tests are made of. It holds no copy of an element and is no part of the product.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseLine, CaseView } from '../../../server/contract/case-state.ts';
import type { Partner } from '../../../server/contract/partners.ts';
import { allPartners, caseOf, findCases } from '../../../web/case-calls.ts';
import { shared } from '../../../web/look/shared.ts';
import { applyTheme, readTheme } from '../../../web/look/theme.ts';
import { chipLook } from '../../../web/parts/chips.ts';
import { formLook } from '../../../web/parts/form-look.ts';
import { readBench } from '../../../web/reading/voice.ts';
import type { Reading } from '../../../web/reading/voice.ts';
import { whoDesk } from '../../../web/who-desk.ts';
import { benches, viewOf } from '../made-benches.ts';
import { caseShelves } from './shelf-of-cases.ts';
import { controlShelves } from './shelf-of-controls.ts';
import { emptyShelves } from './shelf-of-empty-pages.ts';
import { measureShelves } from './shelf-of-measures.ts';
import { shelfLook } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import { tileShelves } from './shelf-of-tiles.ts';
import './opened.ts';

const STATES = Object.keys(benches) as (keyof typeof benches)[];

export class Gallery extends LitElement {
  static override properties = { view: { state: true }, lines: { state: true }, partners: { state: true }, opened: { state: true } };
  /** A case in the middle of its story; null before the answer. */
  declare view: CaseView | null;
  declare lines: readonly CaseLine[];
  declare partners: readonly Partner[];
  /** Which dialog is open. */
  declare opened: string | null;
  /** Read once: nothing grows older while one looks. */
  readonly #readings = new Map<string, Reading>(STATES.map((state, index) => [state, readBench({ view: viewOf(benches[state](index + 1)), receivedAtMs: 0 }, 0)]));

  constructor() {
    super();
    this.view = null;
    this.lines = [];
    this.partners = [];
    this.opened = null;
  }

  static override styles = [shared, formLook, chipLook, shelfLook, css`
    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 40px; max-width: 1600px; margin-inline: auto; padding: 24px 28px 96px; }
    nav { display: flex; flex-wrap: wrap; gap: 8px; }
    h1 { font-size: var(--type-page); line-height: 36px; }
    @media (max-width: 600px) { main { padding: 16px 12px 96px; } }
  `];

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(readTheme());
    whoDesk.listen(() => this.requestUpdate());
    whoDesk.start();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const [lines, partners] = await Promise.all([findCases(''), allPartners()]);
    if (partners.ok) this.partners = partners.value.partners;
    if (!lines.ok) return;
    this.lines = lines.value.cases;
    const held = this.lines.find((line) => line.held)?.code;
    const view = held === undefined ? null : await caseOf(held);
    if (view?.ok === true) this.view = view.value;
  }

  protected override render(): TemplateResult {
    const shelves: readonly Shelf[] = [
      ...tileShelves(this.#readings), ...controlShelves(this.#readings, (name) => this.#open(name)), ...measureShelves(this.#readings),
      ...caseShelves(this.view, this.lines, this.partners), ...emptyShelves(),
    ];
    return html`
      <main>
        <h1>Gallery</h1>
        <nav aria-label="Gallery">${shelves.map(({ name }, index) => html`<a class="button" href="#shelf-${index}" @click=${(event: Event) => this.#show(event, index)}>${name}</a>`)}</nav>
        ${shelves.map(({ name, look, pieces }, index) => html`
          <section id="shelf-${index}" aria-label=${name}><h2>${name}</h2>
            <div class="pieces ${look}">${pieces.map(([title, piece]) => html`<div class="piece"><p class="title">${title}</p>${piece}</div>`)}</div></section>`)}
        <hf-gallery-opened .opened=${this.opened} .readings=${this.#readings} .view=${this.view} @hf-close=${() => this.#open(null)}></hf-gallery-opened>
      </main>
    `;
  }

  #open(name: string | null): void {
    this.opened = name;
  }

  #show(event: Event, index: number): void {
    event.preventDefault();
    this.renderRoot.querySelector(`#shelf-${String(index)}`)?.scrollIntoView();
  }
}
customElements.define('hf-gallery', Gallery);
