/**
 * Who is expected, what is open, and the way to any case: by its code, a name, a serial number, or a label under the reader.
 * Somebody who stands there without a brief is one press away.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { caseCodeSchema, parseHead } from '../../server/contract/custody.ts';
import type { CaseLine } from '../../server/contract/case-state.ts';
import { findCases } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { marksLook } from '../parts/case-marks.ts';
import { caseRow, rowLook } from '../parts/case-row.ts';
import { formLook } from '../parts/form-look.ts';
import { typed } from '../parts/typed.ts';
import '../parts/walk-in.ts';
import { goTo } from '../reading/address.ts';
import { isTyping } from '../reading/typing.ts';
import { WhoController } from '../who-desk.ts';
import { STAGE_GROUPS, caseWords as says } from '../words/case-words.ts';
import { roomLook } from './room-look.ts';

/** A hand pauses so long between words; a reader does not pause at all. */
const SEARCH_AFTER_MS = 250;

export class CasesPage extends LitElement {
  static override properties = { casesVersion: { type: Number }, text: { state: true }, isWalkingIn: { state: true } };
  declare casesVersion: number;
  declare text: string;
  declare isWalkingIn: boolean;
  readonly #cases = new Asked(this, () => findCases(this.text.trim()));
  readonly #names = new NamesController(this);
  readonly #who = new WhoController(this);
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    super();
    this.casesVersion = 0;
    this.text = '';
    this.isWalkingIn = false;
  }

  static override styles = [
    shared, formLook, roomLook, marksLook, rowLook,
    css`
      .find { display: grid; gap: 8px; }
      .find input { min-height: 56px; font-size: var(--type-title); }
      .begin { display: flex; flex-wrap: wrap; gap: 12px; }
      .none { display: grid; gap: 12px; justify-items: start; }
    `,
  ];

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    event.preventDefault();
    this.renderRoot.querySelector<HTMLInputElement>('input[name="find"]')?.focus();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('casesVersion') && changed.get('casesVersion') !== undefined) void this.#cases.ask();
  }

  protected override render(): TemplateResult {
    const why = this.#who.whyNot('work-case');
    return html`
      <div class="page">
        <div class="head"><h1>${says.cases}</h1>
          <div class="begin">
            <a class="button" href="/brief">${says.writeBrief}</a>
            <button class="primary" aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) this.#walkIn(true); }}>${says.walkIn}</button>
          </div>
        </div>
        ${why === null ? null : html`<p class="why">${why}</p>`}
        <section aria-label=${says.search}>
          <form class="find" role="search" @submit=${(event: SubmitEvent) => void this.#enter(event)}>
            <label>${says.search}<small>${says.searchHint}</small>
              <input name="find" type="search" autocomplete="off" spellcheck="false" maxlength="200" .value=${this.text} @input=${(event: InputEvent) => this.#type(typed(event))} /></label>
          </form>
        </section>
        ${askedView(this.#cases, ({ cases }) => this.#lists(cases))}
      </div>
      <hf-walk-in .isOpen=${this.isWalkingIn} @hf-close=${() => this.#walkIn(false)}></hf-walk-in>
    `;
  }

  #lists(cases: readonly CaseLine[]): TemplateResult {
    const of = (group: 'expected' | 'open' | 'ended'): readonly CaseLine[] => cases.filter(({ stage }) => STAGE_GROUPS[stage] === group);
    if (this.text.trim() !== '') {
      return html`<section aria-label=${says.found}><h2>${says.found}</h2>
        ${cases.length === 0 ? html`<div class="none"><p role="status">${says.noCase(this.text.trim())} ${says.noCaseNext}</p></div>` : this.#rows(cases)}</section>`;
    }
    const ended = of('ended');
    return html`
      <section aria-label=${says.expected}><h2>${says.expected}</h2>${of('expected').length === 0 ? html`<p class="quiet">${says.nobodyExpected}</p>` : this.#rows(of('expected').toSorted(byArrival))}</section>
      <section aria-label=${says.open}><h2>${says.open}</h2>${of('open').length === 0 ? html`<p class="quiet">${says.nothingOpen}</p>` : this.#rows(of('open'))}</section>
      ${ended.length === 0 ? null : html`<section aria-label=${says.ended}><h2>${says.ended}</h2>${this.#rows(ended)}</section>`}
    `;
  }

  #rows(cases: readonly CaseLine[]): TemplateResult {
    return html`<ul class="cases">${repeat(cases, ({ id }) => id, (line) => html`<li>${caseRow(line, (text) => this.#names.say(text))}</li>`)}</ul>`;
  }

  #walkIn(isWalkingIn: boolean): void {
    this.isWalkingIn = isWalkingIn;
  }

  #type(text: string): void {
    this.text = text;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#cases.ask(), SEARCH_AFTER_MS);
  }

  /** A reader ends with Enter: a label, a code, or whatever fits one case alone, goes there at once. */
  async #enter(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const text = this.text.trim();
    if (text === '') return;
    const label = parseHead(text);
    if (label !== null) return goTo(`/case/${label.code}`);
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#cases.ask();
    const found = this.#cases.value?.cases ?? [];
    const code = caseCodeSchema.safeParse(text.toUpperCase());
    const exact = code.success ? found.find((line) => line.code === code.data) : undefined;
    const only = exact ?? (found.length === 1 ? found[0] : undefined);
    if (only !== undefined) goTo(`/case/${only.code}`);
  }
}
customElements.define('hf-cases', CasesPage);

/** Whoever has named no time comes after those who have. */
const byArrival = (a: CaseLine, b: CaseLine): number => (a.expectedAtIso ?? '9').localeCompare(b.expectedAtIso ?? '9');
